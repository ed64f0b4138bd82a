// SPDX-License-Identifier: MIT
/*
 * test_command.c - ssem run, check, asm and dis as a user meets them: what is
 * printed, where, and with which exit status.
 */
#include "support/lacks.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct said s;

#define FIRST "programs/first-35.asm"

static void run_reports_the_end_of_the_first_program(void **state)
{
  (void)state;
  shell(&s, "$SSEM run " FIRST);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.err, "");
  assert_non_null(strstr(s.out, FIRST ": stopped by STP in line 13\n"));
  assert_non_null(strstr(s.out, "  orders         504\n"));
  assert_non_null(strstr(s.out, "  digit periods  72576\n"));
  assert_non_null(strstr(s.out, "  machine time   0.72576 s, at 10 us"));
  assert_non_null(strstr(s.out, "  27            7  was 0\n"));
  assert_non_null(strstr(s.out, "27  ###............................."));
}

static void both_levels_print_the_same_report(void **state)
{
  static struct said isa;

  (void)state;
  shell(&isa, "$SSEM run --level isa " FIRST);
  shell(&s, "$SSEM run --level serial " FIRST);
  assert_string_equal(isa.out, s.out);
}

static void run_json_is_one_object_of_unsigned_decimals(void **state)
{
  (void)state;
  shell(&s, "printf '1 LDN 5\\n2 STP\\n5 NUM 1\\n' | $SSEM run --json -");
  assert_int_equal(s.status, 0);
  assert_string_equal(
    s.out, "{\"program\":\"-\",\"level\":\"serial\",\"stopped\":true,"
           "\"orders\":2,\"digit_periods\":288,\"seconds\":0.00288,\"CI\":2,"
           "\"A\":4294967295,\"store\":[0,16389,57344,0,0,1,0,0,0,0,0,0,0,0,0,"
           "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}\n");
}

static void the_digit_period_only_changes_the_seconds(void **state)
{
  (void)state;
  shell(&s, "$SSEM run --json --digit-period 8.5us " FIRST);
  assert_non_null(strstr(s.out, "\"orders\":504,\"digit_periods\":72576,"
                                "\"seconds\":0.616896,"));
  shell(&s, "$SSEM run --json --digit-period 0.01ms " FIRST);
  assert_non_null(strstr(s.out, "\"seconds\":0.72576,"));
  shell(&s, "$SSEM run --json --digit-period 8500ns " FIRST);
  assert_non_null(strstr(s.out, "\"seconds\":0.616896,"));
  shell(&s, "$SSEM run --json --digit-period 100ns " FIRST); /* the shortest */
  assert_non_null(strstr(s.out, "\"seconds\":0.0072576,"));
  shell(&s, "$SSEM run --json --digit-period 10000ms " FIRST); /* the longest */
  assert_non_null(strstr(s.out, "\"seconds\":725760"));
}

static void a_digit_period_that_is_none_is_refused(void **state)
{
  static const char *const bad[] = { "8.55us",  "10",           "us",
                                     "0us",     "-1us",         "10 us",
                                     "1s",      "1e3",          "50ns",
                                     "99ns",    "101ns",        "0.01us",
                                     "10001ms", "10000.0001ms", "8.5ps" };

  (void)state;
  for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    char line[128];

    snprintf(line, sizeof line, "$SSEM run --digit-period '%s' " FIRST, bad[i]);
    shell(&s, line);
    assert_int_equal(s.status, 2);
    assert_non_null(strstr(s.err, "expected a time such as 10us"));
    assert_string_equal(s.out, "");
  }
}

static void run_log_prints_each_order(void **state)
{
  (void)state;
  shell(&s, "$SSEM run --log --max-orders 3 " FIRST " | head -n 4");
  assert_string_equal(
    s.out, "     order  line  obeyed            A after     CI after\n"
           "         1    01  LDN 24                -34            2\n"
           "         2    02  STO 26                -34            3\n"
           "         3    03  LDN 26                 34            4\n");
}

static void at_max_orders_exactly_so_many_have_been_obeyed(void **state)
{
  (void)state;
  for (unsigned level = 0; level < 2; level++) {
    shell(&s, level == 0
                ? "$SSEM run --json --max-orders 10 --level isa " FIRST
                : "$SSEM run --json --max-orders 10 --level serial " FIRST);
    assert_int_equal(s.status, 3);
    assert_non_null(strstr(s.out, "\"stopped\":false,\"orders\":10,"
                                  "\"digit_periods\":1440,"));
    /* order 10 is a CMP that owes its skip: CI is interp's, test paid */
    assert_non_null(strstr(s.out, "\"CI\":9,"));
  }
  shell(&s, "$SSEM run --json --max-orders 504 " FIRST);
  assert_int_equal(s.status, 0); /* the STP is order 504 */
  shell(&s, "$SSEM run --json --max-orders 0 " FIRST);
  assert_int_equal(s.status, 3);
  assert_non_null(strstr(s.out, "\"orders\":0,"));
  assert_non_null(strstr(s.out, "\"CI\":1,"));
}

static void first_line_chooses_where_ci_starts(void **state)
{
  (void)state;
  shell(&s, "printf '0 STP\\n31 STP\\n' | $SSEM run --json --first-line 31 -");
  assert_non_null(strstr(s.out, "\"CI\":31,"));
  shell(&s, "printf '0 STP\\n' | $SSEM run --json --first-line 0 -");
  assert_non_null(strstr(s.out, "\"CI\":0,"));
  shell(&s, "$SSEM run --first-line 32 " FIRST);
  assert_int_equal(s.status, 2);
  assert_string_equal(s.err, "ssem: --first-line: found '32', expected a "
                             "whole number from 0 to 31\n");
}

#define AGREED                                                                \
  "{\"program\":\"" FIRST "\",\"levels\":[\"isa\",\"serial\",\"waves\"],"     \
  "\"absent\":[],\"left\":[],\"agree\":true,\"stopped\":true,\"orders\":504," \
  "\"digit_periods\":72576,\"digit_periods_compared\":72720,"                 \
  "\"not_covered\":[\"never obeyed: SUB by 5\",\"no store into the next "     \
  "order\","                                                                  \
  "\"no store into itself\",\"no jump over 31\",\"CI never wrapped\",\"no "   \
  "skip past line 31\",\"no JMP to -1\",\"-2^31 never negated\",\"no "        \
  "overflow\",\"no digits ignored\",\"no blank line\"],"                      \
  "\"found\":[],"                                                             \
  "\"difference\":null}\n"

static void check_says_that_the_levels_agree(void **state)
{
  (void)state;
  shell(&s, "$SSEM check --levels isa,serial " FIRST);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, FIRST ": isa = serial at every boundary, 504 "
                                   "orders, stopped by STP in line 13\n" LACKS);
  shell(&s, "$SSEM check --levels isa,serial,waves " FIRST);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, FIRST ": isa = serial = waves at every boundary, "
                                   "504 orders, stopped by STP in line 13\n"
                                   "  and serial = waves on every signal in "
                                   "72720 digit periods\n" LACKS);
  shell(&s, "$SSEM check --levels isa,serial,waves --json " FIRST " " FIRST);
  assert_string_equal(s.out, AGREED AGREED);
}

/* JMP to a word with digit 13 set: as built, the next fetch is no clean one. */
#define SPOILT "1 JMP 10\\n5 LDN 20\\n10 NUM 8196\\n20 NUM 99\\n"

static void
check_as_built_finds_the_difference_of_the_two_readings(void **state)
{
  (void)state;
  shell(&s, "printf '" SPOILT "' | $SSEM check --as-built --levels "
            "isa,serial -");
  assert_int_equal(s.status, 1);
  assert_string_equal(s.out, "-: after order 2 (05: LDN 20), bar 3, beat A1, "
                             "digit 0: serial differs from isa: A: expected "
                             "-99, found 0 (digits 0, 2 to 4, 7 to 31)\n"
                             "  order 1 (01: JMP 10)\n"
                             "  order 2 (05: LDN 20)\n");
  shell(&s, "printf '" SPOILT "' | $SSEM check --as-built --levels "
            "isa,serial,waves --json -");
  assert_int_equal(s.status, 1);
  assert_non_null(strstr(s.out, "\"found\":[\"isa\"],\"difference\":\"after "
                                "order 2 (05: LDN 20), bar 3, beat A1, digit "
                                "0: isa differs from serial and waves: A: "
                                "expected 0, found -99 (digits 0, 2 to 4, 7 to "
                                "31)\\n"));
  shell(&s, "printf '" SPOILT "' | $SSEM check --max-orders 9 -");
  assert_int_equal(s.status, 3);
}

static void of_several_programs_the_worst_status_counts(void **state)
{
  (void)state;
  shell(&s, "printf '" SPOILT "' >$TMP/spoilt.asm; echo LDN >$TMP/bad.asm;"
            "printf '1 JMP 0\\n' >$TMP/loop.asm");
  shell(&s, "$SSEM check " FIRST " $TMP/loop.asm --max-orders 600");
  assert_int_equal(s.status, 3);
  shell(&s, "$SSEM check --as-built --max-orders 600 $TMP/loop.asm "
            "$TMP/spoilt.asm " FIRST);
  assert_int_equal(s.status, 1);
  shell(&s, "$SSEM check --as-built --max-orders 600 $TMP/spoilt.asm "
            "$TMP/bad.asm " FIRST);
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.out, FIRST ": isa = serial")); /* none left out */
}

static void asm_writes_a_snapshot_and_dis_writes_it_back(void **state)
{
  static struct said direct;

  (void)state;
  shell(&s, "$SSEM asm " FIRST " -o $TMP/f.snp && $SSEM dis $TMP/f.snp -o "
            "$TMP/f.asm && $SSEM asm $TMP/f.asm -o $TMP/f.lst && $SSEM run "
            "--json - <$TMP/f.lst");
  assert_int_equal(s.status, 0);
  shell(&direct, "$SSEM run --json - <" FIRST);
  assert_string_equal(s.out, direct.out);
  shell(&s, "$SSEM asm " FIRST " | grep ^0001:");
  assert_string_equal(s.out, "0001:00011000000000100000000000000000\n");
  shell(&s, "$SSEM dis $TMP/f.snp | grep LDN | head -n 1");
  assert_non_null(strstr(s.out, "LDN 24"));
}

static void an_unknown_output_format_is_refused(void **state)
{
  (void)state;
  shell(&s, "for c in trace tube; do $SSEM $c " FIRST " -o $TMP/f.txt; echo "
            "$?; done; $SSEM check " FIRST " --trace $TMP/f.txt; echo $?; "
            "ls $TMP/f.txt");
  assert_string_equal(s.out, "2\n2\n2\n");
  assert_non_null(strstr(s.err, "f.txt: unknown trace format, expected a name "
                                "that ends in .vcd, .vcd.gz, .fst, .svg\n"));
  assert_non_null(strstr(s.err, "f.txt', expected a name that ends in .svg or "
                                ".png\n"));
  shell(&s, "$SSEM asm " FIRST " -o $TMP/f.txt");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected a name ending in .asm, .snp or"));
  shell(&s, "ls $TMP/f.txt");
  assert_int_not_equal(s.status, 0);
}

static void a_bad_program_is_one_sentence_and_exit_2(void **state)
{
  (void)state;
  shell(&s, "printf '1 LDN 3\\n2 FOO 4\\n' >$TMP/foo.asm; "
            "$SSEM run $TMP/foo.asm | wc -c; "
            "$SSEM run $TMP/foo.asm");
  assert_int_equal(s.status, 2);
  assert_string_equal(s.out, "0\n");
  assert_non_null(strstr(s.err, "/foo.asm:2:3: found "));
  assert_non_null(strstr(s.err, ", expected "));
}

static void output_that_cannot_be_written_is_told(void **state)
{
  (void)state;
  shell(&s, "$SSEM run " FIRST " >/dev/full");
  assert_int_equal(s.status, 4);
  assert_string_equal(s.err,
                      "ssem: standard output: No space left on device\n");
  shell(&s, "$SSEM asm " FIRST " -o $TMP/none/f.snp");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "No such file or directory"));
  shell(&s, "$SSEM asm " FIRST " >/dev/full");
  assert_int_equal(s.status, 4);
}

static void a_good_old_file_survives_a_failed_write(void **state)
{
  (void)state;
  shell(&s, "echo old >$TMP/old.snp; echo LDN >$TMP/bad.asm; "
            "$SSEM asm $TMP/bad.asm -o $TMP/old.snp; cat $TMP/old.snp");
  assert_string_equal(s.out, "old\n");
}

static void help_is_what_a_command_says_of_itself(void **state)
{
  (void)state;
  shell(&s, "$SSEM help >$TMP/h; $SSEM --help | cmp - $TMP/h; for c in run "
            "check trace view tube asm dis; do $SSEM help $c >$TMP/h; $SSEM $c "
            "--help | cmp - $TMP/h && head -1 $TMP/h | cut -d' ' -f1,2; done");
  assert_string_equal(s.out, "ssem run\nssem check\nssem trace\nssem view\n"
                             "ssem tube\nssem asm\nssem dis\n");
}

static void usage_errors_say_what_was_expected(void **state)
{
  static const struct {
    const char *line, *says;
  } bad[] = {
    { "$SSEM", "ssem run   PROGRAM" },
    { "$SSEM fly", "unknown command 'fly', expected run, check" },
    { "$SSEM trcae", "dis or stimulus; near it: trace; see ssem --help" },
    { "$SSEM help chekc", "unknown command 'chekc'" },
    { "$SSEM help run it", "one COMMAND expected" },
    { "$SSEM trace --form 3 " FIRST, "--form; near it: --from" },
    { "$SSEM run --levels isa " FIRST, "--levels; near it: --level;" },
    { "$SSEM run", "no PROGRAM given" },
    { "$SSEM run --frobnicate x", "unknown option --frobnicate" },
    { "$SSEM run --levels isa,serial " FIRST, "unknown option --levels" },
    { "$SSEM run " FIRST " " FIRST, "one PROGRAM expected" },
    { "$SSEM run --level valves " FIRST,
      "unknown level valves, expected isa, serial" },
    { "$SSEM run --level isa,serial " FIRST, "expected one level" },
    { "$SSEM check --levels isa " FIRST, "expected two or more" },
    { "$SSEM run --max-orders -1 " FIRST, "expected a whole number" },
    { "$SSEM run --max-orders 1x " FIRST, "expected a whole number" },
    { "$SSEM run --max-orders", "a value is missing after --max-orders" },
    { "$SSEM run no-such-file.asm", "no-such-file.asm: No such file" },
    { "$SSEM run programs", "programs: " },
    { "$SSEM trace " FIRST, "no -o FILE.vcd given" },
    { "$SSEM trace --level isa -o $TMP/x.vcd " FIRST, "no digit periods" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    shell(&s, bad[i].line);
    assert_int_equal(s.status, 2);
    assert_string_equal(s.out, "");
    if (strstr(s.err, bad[i].says) == NULL)
      fail_msg("%s: said %s", bad[i].line, s.err);
  }
}

static void help_teaches_each_command(void **state)
{
  static const char *const commands[] = { "",      "run", "check",
                                          "trace", "asm", "dis" };

  (void)state;
  for (unsigned i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    char line[64];

    snprintf(line, sizeof line, "$SSEM %s --help", commands[i]);
    shell(&s, line);
    assert_int_equal(s.status, 0);
    assert_non_null(strstr(s.out, "Exit status: 0"));
    assert_string_equal(s.err, "");
  }
  shell(&s, "$SSEM --version");
  assert_int_equal(s.status, 0);
  assert_memory_equal(s.out, "ssem ", 5);
}

static void ctrl_c_ends_a_run_with_a_report_and_130(void **state)
{
  (void)state;
  shell(
    &s,
    "printf '1 JMP 0\\n' >$TMP/loop.asm; "
    "timeout --foreground -s INT 1 $SSEM run --json $TMP/loop.asm; echo $?");
  assert_non_null(strstr(s.out, "\"stopped\":false"));
  assert_non_null(strstr(s.out, "}\n124\n")); /* 124: timeout had to ask */
  shell(&s, "timeout --foreground --preserve-status -s INT 1 $SSEM check "
            "$TMP/loop.asm");
  assert_int_equal(s.status, 130);
  assert_non_null(strstr(s.out, "interrupted"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(run_reports_the_end_of_the_first_program),
    cmocka_unit_test(both_levels_print_the_same_report),
    cmocka_unit_test(run_json_is_one_object_of_unsigned_decimals),
    cmocka_unit_test(the_digit_period_only_changes_the_seconds),
    cmocka_unit_test(a_digit_period_that_is_none_is_refused),
    cmocka_unit_test(run_log_prints_each_order),
    cmocka_unit_test(at_max_orders_exactly_so_many_have_been_obeyed),
    cmocka_unit_test(first_line_chooses_where_ci_starts),
    cmocka_unit_test(check_says_that_the_levels_agree),
    cmocka_unit_test(check_as_built_finds_the_difference_of_the_two_readings),
    cmocka_unit_test(of_several_programs_the_worst_status_counts),
    cmocka_unit_test(asm_writes_a_snapshot_and_dis_writes_it_back),
    cmocka_unit_test(an_unknown_output_format_is_refused),
    cmocka_unit_test(a_bad_program_is_one_sentence_and_exit_2),
    cmocka_unit_test(output_that_cannot_be_written_is_told),
    cmocka_unit_test(a_good_old_file_survives_a_failed_write),
    cmocka_unit_test(help_is_what_a_command_says_of_itself),
    cmocka_unit_test(usage_errors_say_what_was_expected),
    cmocka_unit_test(help_teaches_each_command),
    cmocka_unit_test(ctrl_c_ends_a_run_with_a_report_and_130),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
