// SPDX-License-Identifier: MIT
/*
 * test_command_levels.c - every level and engine behind the command: the same
 * results, the same traces, the same windows; and a difference shown.
 */
#include "support/lacks.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#define FIRST "programs/first-35.asm"
#define SPOILT "1 JMP 10\\n5 LDN 20\\n10 NUM 8196\\n20 NUM 99\\n"

static struct said s;

static void all_five_levels_agree_on_every_program_but_the_longest(void **state)
{
  (void)state;
  need("verilator");
  need("yosys");
  shell(&s, "$SSEM check --levels isa,serial,waves,rtl,gates "
            "$(ls programs/* | grep -v -e 2-18 -e lecture -e stim)");
  assert_int_equal(s.status, 0);
  assert_null(strstr(s.out, "expected"));
  assert_non_null(strstr(s.out, "first-989.asm: isa = serial = waves = rtl = "
                                "gates at every boundary, 20439 orders, "
                                "stopped by STP in line 13\n  and serial = "
                                "waves = rtl = gates on every signal in "
                                "2880000 digit periods\n"));
}

static void the_traces_of_all_levels_differ_in_their_version_only(void **state)
{
  (void)state;
  need("verilator");
  need("yosys");
  shell(&s, "for l in serial waves rtl gates; do $SSEM trace --level $l " FIRST
            " -o $TMP/$l.vcd && grep -c level.$l $TMP/$l.vcd; done");
  assert_string_equal(s.out, "1\n1\n1\n1\n");
  shell(
    &s,
    "for l in serial waves rtl gates; do grep -v -e '^.version' -e '^.date' "
    "$TMP/$l.vcd >$TMP/$l.rest; done; cmp $TMP/serial.rest "
    "$TMP/rtl.rest && cmp $TMP/serial.rest "
    "$TMP/waves.rest && cmp $TMP/serial.rest $TMP/gates.rest");
  assert_int_equal(s.status, 0);
}

static void serial_and_waves_give_the_same_report_and_trace(void **state)
{
  (void)state;
  shell(&s, "for l in serial waves; do $SSEM run --level $l --log --json " FIRST
            " | sed s/$l/L/ | cksum; $SSEM trace --level $l -o - " FIRST
            " | sed -e s/$l/L/ -e '/^.date/d' | cksum; done | sort | uniq -c | "
            "awk '{ print $1 }'");
  assert_string_equal(s.out, "2\n2\n");
}

/* Without --log nobody asks for the orders: a level is only advanced. */
static void
a_run_without_a_log_ends_alike_at_every_level_and_engine(void **state)
{
  (void)state;
  need("verilator");
  shell(&s, "for l in isa serial waves rtl gates 'isa --engine translate' "
            "'isa --engine interpret'; do for p in " FIRST
            " programs/hcf-tootill.asm; do $SSEM run --json --level $l $p | "
            "sed 's/\"level\":\"[a-z]*\"//'; done; done | sort "
            "| uniq -c | awk '{ print $1 }'");
  assert_string_equal(s.out, "7\n7\n");
  shell(&s, "for l in serial waves rtl gates; do $SSEM run --as-built --level "
            "$l " FIRST " | cksum; done | uniq -c | awk '{ print $1 }'");
  assert_string_equal(s.out, "4\n");
  shell(&s, "$SSEM run --as-built --level gates " FIRST);
  assert_non_null(strstr(s.out, "  orders         504\n"));
}

static void both_engines_of_isa_give_the_same_report(void **state)
{
  (void)state;
  shell(&s, "for e in translate interpret; do $SSEM run --level isa --engine "
            "$e --json programs/first-989.asm; done | uniq | wc -l");
  assert_string_equal(s.out, "1\n");
  shell(&s, "$SSEM run --engine steam " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected translate or interpret (isa)"));
}

static void an_engine_that_was_a_level_is_refused_with_its_name(void **state)
{
  (void)state;
  shell(&s, "$SSEM run --engine tick " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "use --level serial\n"));
  shell(&s, "$SSEM trace --engine waves -o - " FIRST);
  assert_int_equal(s.status, 2);
  assert_string_equal(s.out, "");
  assert_non_null(strstr(s.err, "use --level waves\n"));
}

/* Until somebody names it: then it stays. */
static void check_compares_four_levels_until_rtl_leaves(void **state)
{
  (void)state;
  need("verilator");
  shell(&s, "$SSEM check " FIRST);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out,
                      FIRST ": isa = serial = waves = rtl at every "
                            "boundary, 504 orders, stopped by STP in "
                            "line 13\n  and serial = waves = rtl on "
                            "every signal in 72720 digit periods\n" LACKS);
  shell(&s, "$SSEM check programs/first-989.asm");
  assert_string_equal(
    s.out, "programs/first-989.asm: isa = serial = waves at every boundary, "
           "20439 orders, stopped by STP in line 13\n  and serial = waves = "
           "rtl on every signal in 2880000 digit periods\n  rtl up to order "
           "20000 only; named in --levels it stays\n" LACKS);
  shell(&s, "$SSEM check --json programs/first-989.asm");
  assert_non_null(strstr(s.out, "\"left\":[\"rtl\"],\"agree\":true,"));
  shell(&s, "$SSEM check --compare boundary programs/first-989.asm");
  assert_non_null(strstr(s.out, "line 13\n  rtl up to order 20000 only"));
  shell(&s, "$SSEM check --levels isa,serial,waves,rtl "
            "programs/first-989.asm");
  assert_non_null(strstr(s.out, "isa = serial = waves = rtl at every"));
  assert_null(strstr(s.out, "only"));
}

/* A command that was built where there is no Verilator. */
static void
a_default_level_that_is_not_built_is_told_and_gone_without(void **state)
{
  (void)state;
  shell(&s, "$RUN $BUILD/tests/ssem-bare check " FIRST " " FIRST);
  assert_int_equal(s.status, 0);
  assert_non_null(strstr(s.out, "isa = serial = waves at every boundary, 504"));
  assert_string_equal(s.err, "ssem: level rtl was not built: install verilator "
                             "and g++ (make deps), then make again\n");
  shell(&s, "$RUN $BUILD/tests/ssem-bare check --json " FIRST);
  assert_int_equal(s.status, 0);
  assert_non_null(strstr(s.out, "\"levels\":[\"isa\",\"serial\",\"waves\"],"
                                "\"absent\":[\"rtl\"],\"left\":[],"));
  shell(&s, "$RUN $BUILD/tests/ssem-bare check --levels isa,rtl " FIRST);
  assert_int_equal(s.status, 4);
  assert_string_equal(s.out, "");
  assert_non_null(strstr(s.err, "level rtl was not built"));
}

static void the_orders_before_a_window_are_obeyed_by_another_level(void **state)
{
  static const char *const ahead[] = { "isa", "serial", "waves" };

  (void)state;
  for (unsigned i = 0; i < 3; i++) {
    char line[128], by[64];

    snprintf(
      line, sizeof line,
      "$SSEM check --from 500 --ahead %s --levels isa,serial,waves " FIRST,
      ahead[i]);
    snprintf(by, sizeof by, "ssem: " FIRST ": orders 1 to 499 by %s\n",
             ahead[i]);
    shell(&s, line);
    assert_int_equal(s.status, 0);
    assert_string_equal(s.err, by);
    /* the boundary of order 500 to the end of an idle bar */
    assert_non_null(strstr(s.out, "every signal in 828 digit periods"));
  }
  shell(&s, "$SSEM check --from 500 --ahead valves " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "--ahead: unknown level valves"));
  shell(&s, "$SSEM check --ahead isa " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "found without --from"));
}

/* How often a word is said in a run that is interrupted after 3.5 seconds. */
static unsigned told(const char *command)
{
  char line[256];
  unsigned times = 0;

  snprintf(line, sizeof line,
           "printf '1 JMP 0\\n' >$TMP/loop.asm; script -qec \"timeout "
           "--foreground -s INT 3.5 $SSEM %s $TMP/loop.asm\" /dev/null",
           command);
  shell(&s, line);
  for (const char *at = s.out; (at = strstr(at, "--level waves")) != NULL; at++)
    times++;
  return times;
}

static void a_long_run_on_a_terminal_is_told_of_waves_once(void **state)
{
  (void)state;
  need("script");
  assert_int_equal(told("run"), 1);
  assert_non_null(strstr(s.out, "ssem: --level waves does the same faster"));
  assert_int_equal(told("run --level waves"), 0);
  shell(&s, "timeout -s INT 3.5 $SSEM tube $TMP/loop.asm");
  assert_string_equal(s.err, "");
}

/* What a window of seven orders shows, against the same lines of the whole
 * trace: from the first change after its $dumpvars to its last. Stderr and the
 * header say who obeyed what comes before. */
static void window_matches(unsigned from, const char *options,
                           const char *program, const char *by)
{
  const unsigned begin = (from - 1) * 14400, end = begin + 7 * 14400;
  char line[1024], note[64];

  snprintf(line, sizeof line,
           "$SSEM trace %s %s -o $TMP/all.vcd --orders 30 && "
           "$SSEM trace %s %s -o $TMP/part.vcd --from %u --orders 7 && "
           "from() { awk '/^#/ { t = substr($0, 2) + 0 } t > %u && t < "
           "%u' \"$1\" | grep -v '^.end'; }; from $TMP/all.vcd "
           ">$TMP/all.txt; from $TMP/part.vcd >$TMP/part.txt; "
           "wc -l <$TMP/part.txt; cmp $TMP/all.txt $TMP/part.txt",
           options, program, options, program, from, begin, end);
  snprintf(note, sizeof note, "ssem: orders 1 to %u by %s\n", from - 1, by);
  shell(&s, line);
  assert_string_equal(s.err, note);
  assert_int_equal(s.status, 0);
  assert_true(strlen(s.out) > 3); /* thousands of lines */
  snprintf(line, sizeof line,
           "grep -c ', orders 1 to %u by %s .end' $TMP/part.vcd; "
           "grep -c 'orders 1 to' $TMP/all.vcd",
           from - 1, by);
  shell(&s, line);
  assert_string_equal(s.out, "1\n0\n");
}

static void windows_match(const char *options, const char *program,
                          const char *by)
{
  window_matches(8, options, program, by);
}

/* LC is 16 and more, or has come round to 0, where these begin. */
static void a_window_may_begin_with_any_line_under_the_beam(void **state)
{
  static const unsigned from[] = { 9, 12, 16, 17, 18, 23 };

  (void)state;
  for (unsigned i = 0; i < sizeof from / sizeof from[0]; i++)
    window_matches(from[i], i % 2 ? "--level waves" : "", FIRST, "isa");
}

static void a_window_by_embedding_equals_the_whole_trace(void **state)
{
  (void)state;
  windows_match("", FIRST, "isa");
  windows_match("--level waves", FIRST, "isa");
  windows_match("", "programs/factor-17.asm", "isa");
  windows_match("--first-line 9", "programs/hcf-tootill.asm", "isa");
}

static void a_window_of_the_verilog_equals_its_whole_trace(void **state)
{
  (void)state;
  need("verilator");
  windows_match("--level rtl", FIRST, "isa");
  windows_match("--level rtl --ahead rtl", FIRST, "rtl");
}

static void any_level_may_obey_what_comes_before(void **state)
{
  (void)state;
  windows_match("--ahead serial", FIRST, "serial");
  windows_match("--ahead serial --level waves", FIRST, "serial");
  windows_match("--ahead serial --as-built", FIRST, "serial");
  windows_match("--ahead isa", FIRST, "isa");
  shell(&s, "$SSEM trace " FIRST " -o $TMP/a.vcd --from 9 --ahead pisa");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "--ahead: unknown level pisa, expected isa"));
  shell(&s, "$SSEM trace " FIRST " -o $TMP/a.vcd --from 9 --ahead isa "
            "--as-built");
  assert_int_equal(s.status, 2);
}

/* As built an order may depend on the old PI, which isa does not have. */
static void a_window_as_built_equals_the_whole_trace(void **state)
{
  (void)state;
  shell(&s, "printf '" SPOILT "1 JMP 10\\n' | sed 1d >$TMP/spoilt.asm");
  windows_match("--as-built", "$TMP/spoilt.asm", "waves");
  windows_match("--as-built", FIRST, "waves");
}

static void check_may_begin_at_any_order(void **state)
{
  (void)state;
  shell(&s, "$SSEM check --from 500 " FIRST);
  assert_int_equal(s.status, 0);
  assert_non_null(strstr(s.out, "504 orders, stopped by STP in line 13"));
  assert_string_equal(s.err, "ssem: " FIRST ": orders 1 to 499 by isa\n");
  shell(&s, "$SSEM check --from 505 " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected at most 504"));
  shell(&s, "$SSEM check --as-built --from 500 " FIRST);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.err, "ssem: " FIRST ": orders 1 to 499 by waves\n");
}

static void compare_chooses_digits_or_boundaries(void **state)
{
  (void)state;
  need("verilator");
  shell(&s, "$SSEM check --levels serial,rtl --compare boundary " FIRST);
  assert_null(strstr(s.out, "every signal"));
  /* from the boundary of order 20400 to 20439, and one idle bar */
  shell(&s, "$SSEM check --levels serial,rtl --compare digit --json "
            "--from 20400 programs/first-989.asm");
  assert_non_null(strstr(s.out, "\"digit_periods_compared\":5868,"));
  shell(&s, "$SSEM check --levels serial,rtl --compare some " FIRST);
  assert_int_equal(s.status, 2);
}

static void a_difference_is_shown_in_a_trace_of_the_bars_around_it(void **state)
{
  (void)state;
  shell(&s, "printf '0 NUM 0\\n1 STO 30\\n2 STO 30\\n3 STO 30\\n4 STO 30\\n5 "
            "STO 30\\n6 JMP 10\\n7 STP\\n10 NUM 8200\\n9 LDN 20\\n20 NUM 1\\n'"
            " >$TMP/bad.asm; $SSEM check --as-built --trace $TMP/bad.vcd "
            "$TMP/bad.asm");
  assert_int_equal(s.status, 1);
  assert_non_null(strstr(s.out, "after order 7 (09: LDN 20), bar 8"));
  shell(&s, "ls $TMP/bad*; grep '^#' $TMP/bad-serial.vcd | sed -n '1p;$p'");
  assert_non_null(strstr(s.out, "bad-serial.gtkw"));
  assert_non_null(strstr(s.out, "#43200\n#129600\n")); /* bars 4 to 9 */
}

static void a_level_that_is_not_built_says_what_to_install(void **state)
{
  (void)state;
  shell(&s, "$SSEM check --levels isa,rtl " FIRST);
  if (s.status == 0)
    return; /* it is built */
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "install verilator"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_five_levels_agree_on_every_program_but_the_longest),
    cmocka_unit_test(check_compares_four_levels_until_rtl_leaves),
    cmocka_unit_test(
      a_default_level_that_is_not_built_is_told_and_gone_without),
    cmocka_unit_test(the_orders_before_a_window_are_obeyed_by_another_level),
    cmocka_unit_test(a_long_run_on_a_terminal_is_told_of_waves_once),
    cmocka_unit_test(the_traces_of_all_levels_differ_in_their_version_only),
    cmocka_unit_test(serial_and_waves_give_the_same_report_and_trace),
    cmocka_unit_test(a_run_without_a_log_ends_alike_at_every_level_and_engine),
    cmocka_unit_test(both_engines_of_isa_give_the_same_report),
    cmocka_unit_test(an_engine_that_was_a_level_is_refused_with_its_name),
    cmocka_unit_test(a_window_may_begin_with_any_line_under_the_beam),
    cmocka_unit_test(a_window_by_embedding_equals_the_whole_trace),
    cmocka_unit_test(a_window_of_the_verilog_equals_its_whole_trace),
    cmocka_unit_test(any_level_may_obey_what_comes_before),
    cmocka_unit_test(a_window_as_built_equals_the_whole_trace),
    cmocka_unit_test(check_may_begin_at_any_order),
    cmocka_unit_test(compare_chooses_digits_or_boundaries),
    cmocka_unit_test(a_difference_is_shown_in_a_trace_of_the_bars_around_it),
    cmocka_unit_test(a_level_that_is_not_built_says_what_to_install),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
