// SPDX-License-Identifier: MIT
/*
 * test_command_programs.c - programs from elsewhere on the command line: where
 * they begin, which way round their digits stand, and for whom they are
 * written.
 */
#include "support/shell.h"
#include "support/test.h"

#include <string.h>

static struct said s;

static void assert_runs(const char *line)
{
  shell(&s, line);
  if (s.status != 0)
    fail_msg("%s:\n%s%s", line, s.out, s.err);
}

static void every_command_begins_where_the_program_says(void **state)
{
  (void)state;
  assert_runs("printf '4 START\\n4 STP\\n1 LDN 0\\n' >$TMP/p.store; "
              "$SSEM check --levels isa,waves $TMP/p.store");
  assert_non_null(strstr(s.out, " 1 orders, stopped by STP in line 04"));
  assert_runs(
    "$SSEM trace --level waves --from 1 -o $TMP/p.vcd $TMP/p.store && "
    "grep -c '04:.040STP' $TMP/p.vcd");
  assert_runs("$SSEM tube --level isa --display C $TMP/p.store");
  assert_non_null(strstr(s.out, "00  ..#"));
  assert_runs("$SSEM dis $TMP/p.store");
  assert_non_null(strstr(s.out, "04 START\n01 LDN 0"));
}

static void mirrored_digits_ask_for_an_option(void **state)
{
  (void)state;
  shell(&s, "printf '00000000000000000000000000000000\\n"
            "00000000000000000100000000000011\\n"
            "00000000000000001110000000000000\\n' >$TMP/m; $SSEM run $TMP/m");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "m:1:1: found digits that make more sense with "
                                "digit 31 first"));
  assert_runs("$SSEM run --level isa --digit-order 31-first $TMP/m");
  assert_non_null(strstr(s.out, "orders         2\n"));
  shell(&s, "$SSEM run --digit-order 0 $TMP/m");
  assert_int_equal(s.status, 2);
  assert_string_equal(s.err, "ssem: --digit-order: found '0', expected 0-first "
                             "or 31-first\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_command_begins_where_the_program_says),
    cmocka_unit_test(mirrored_digits_ask_for_an_option),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
