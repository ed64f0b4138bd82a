// SPDX-License-Identifier: MIT
/*
 * test_command_programs.c - programs from elsewhere on the command line: where
 * they begin, which way round their digits stand, and for whom they are
 * written.
 */
#include "support/shell.h"
#include "support/test.h"

#include <string.h>

/* -8 to c, c to 7, Stop; 2 in line 8; as on Rosetta Code. */
#define ROSETTA                                   \
  "00010000000000100000000000000000 0. -8 to c\n" \
  "11100000000001100000000000000000 1. c to 7\n"  \
  "00000000000001110000000000000000 2. Stop\n"    \
  "01000000000000000000000000000000 8. 2 (to be negated)\n"

static struct said s;

static void assert_runs(const char *line)
{
  shell(&s, line);
  if (s.status != 0)
    fail_msg("%s:\n%s%s", line, s.out, s.err);
}

static void a_rosetta_listing_begins_in_line_0_and_says_so(void **state)
{
  (void)state;
  assert_runs("printf '" ROSETTA "' >$TMP/r; $SSEM run --level isa $TMP/r");
  assert_non_null(strstr(s.out, "stopped by STP in line 02"));
  assert_non_null(strstr(s.out, "orders         3\n"));
  assert_non_null(strstr(s.err, "r:1:1: found a listing as on Rosetta Code"));
  assert_runs("$SSEM run --level isa --first-line 1 $TMP/r");
  assert_non_null(strstr(s.out, "orders         2\n"));
  assert_string_equal(s.err, "");
}

static void every_command_begins_where_the_program_says(void **state)
{
  (void)state;
  assert_runs("printf '# ci-start 3\\n@4 0xe000\\n@1 0x4000\\n' >$TMP/p.store; "
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

static void an_image_is_chosen_by_number(void **state)
{
  (void)state;
  shell(&s, "{ printf '@0 00000000 0000e000\\n@21 00004005 0000e000\\n'; } "
            ">$TMP/i.mem; $SSEM run $TMP/i.mem");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "found 2 images of 32 words, expected --image "
                                "1 to 2"));
  assert_runs("$SSEM run --level isa --image 2 $TMP/i.mem");
  assert_non_null(strstr(s.out, "orders         2\n"));
  shell(&s, "$SSEM run --image 0 $TMP/i.mem");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "--image: found '0'"));
}

static void a_program_is_written_for_whom_one_says(void **state)
{
  (void)state;
  assert_runs("$SSEM dis --for mame programs/fn-sub5.asm -o $TMP/x.asm && "
              "grep -c '^0002 NUM 40981\r$' $TMP/x.asm && "
              "$SSEM asm --for mame programs/fn-sub5.asm -o $TMP/x.snp && "
              "$SSEM asm --for simh programs/fn-sub5.asm -o $TMP/x.do && "
              "tail -n 1 $TMP/x.do");
  assert_string_equal(s.out, "1\ndeposit CI 0\n");
  assert_runs("$SSEM dis $TMP/x.asm >$TMP/a; $SSEM dis $TMP/x.snp >$TMP/b; "
              "$SSEM dis programs/fn-sub5.asm | cmp - $TMP/a && "
              "cmp $TMP/a $TMP/b");
  shell(&s, "$SSEM asm --for logisim programs/fn-sub5.asm");
  assert_int_equal(s.status, 2);
  assert_string_equal(s.err, "ssem: --for: found 'logisim', expected mame, "
                             "davidsharp, babyutils or simh\n");
  shell(&s, "$SSEM asm --for mame programs/fn-sub5.asm -o $TMP/x.lst");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected a name ending in .asm or .snp\n"));
  shell(&s, "$SSEM run --for mame programs/fn-sub5.asm");
  assert_int_equal(s.status, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_rosetta_listing_begins_in_line_0_and_says_so),
    cmocka_unit_test(every_command_begins_where_the_program_says),
    cmocka_unit_test(mirrored_digits_ask_for_an_option),
    cmocka_unit_test(an_image_is_chosen_by_number),
    cmocka_unit_test(a_program_is_written_for_whom_one_says),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
