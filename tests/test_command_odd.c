// SPDX-License-Identifier: MIT
/*
 * test_command_odd.c - the ssem command met with what nobody would type on
 * purpose: odd names, devices, options that contradict each other, and Ctrl-C
 * at an odd moment.
 */
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct said s;

#define FIRST "programs/first-35.asm"

static void json_stays_utf_8_whatever_the_file_is_called(void **state)
{
  (void)state;
  shell(&s,
        "cp " FIRST
        " \"$(printf '%s/a\\377\\303\\251\\355\\240\\200\"z' $TMP)\"; "
        "for c in run check; do $SSEM $c --json $TMP/a*z; done | "
        "grep -c '/a\\\\ufffd\303\251\\\\ufffd\\\\ufffd\\\\ufffd\\\\\"z\",'");
  assert_string_equal(s.out, "2\n");
}

static void json_names_a_program_in_full(void **state)
{
  (void)state;
  shell(&s, "d=$(printf '%0300d' 0 | sed 's|0|./|g'); for c in run check; do "
            "$SSEM $c --json ${d}" FIRST " | grep -c \"\\\"${d}" FIRST
            "\\\"\"; done");
  assert_string_equal(s.out, "1\n1\n");
}

static void ctrl_c_ends_a_wait_for_standard_input(void **state)
{
  (void)state;
  shell(&s,
        "mkfifo $TMP/wait.asm; sleep 5 >$TMP/wait.asm & writer=$!; "
        "timeout --foreground -k 3 --preserve-status -s INT 0.3 $SSEM run - "
        "<$TMP/wait.asm; status=$?; kill $writer; exit $status");
  assert_int_equal(s.status, 130);
}

static void help_that_cannot_be_written_says_why(void **state)
{
  static const char *const help[] = { "--help", "--version", "check --help" };

  (void)state;
  for (unsigned i = 0; i < sizeof help / sizeof help[0]; i++) {
    char line[80];

    snprintf(line, sizeof line, "$SSEM %s >/dev/full", help[i]);
    shell(&s, line);
    assert_int_equal(s.status, 4);
    assert_non_null(strstr(s.err, "standard output: No space left on device"));
  }
}

static void check_of_no_orders_agrees_and_has_not_stopped(void **state)
{
  (void)state;
  shell(&s, "$SSEM check --max-orders 0 --levels isa,serial --json " FIRST);
  assert_int_equal(s.status, 3);
  assert_non_null(strstr(s.out, "\"agree\":true,\"stopped\":false,"
                                "\"orders\":0,\"digit_periods\":0,"));
}

static void no_view_appears_beside_a_device(void **state)
{
  (void)state;
  shell(&s, "for o in /dev/null /dev/stdout; do $SSEM trace " FIRST
            " --orders 1 -o $o || echo $?; done >/dev/null; "
            "ls /dev/null.gtkw /dev/stdout.gtkw; rm -f /dev/*.gtkw");
  assert_string_equal(s.out, "");
}

static void max_orders_bounds_the_window_of_a_trigger(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace " FIRST " --when order==5 --after 7 --max-orders 6 "
            "-o - | grep '^#' | tail -1");
  assert_string_equal(s.out, "#86400\n"); /* 6 bars of 14400 x 100 ns */
}

static void options_that_contradict_each_other_are_refused(void **state)
{
  static const char *const line[] = {
    "$SSEM trace " FIRST " -o $TMP/x.vcd --when A==0 --orders 3",
    "$SSEM trace " FIRST " -o $TMP/x.vcd --grain order --beats A2",
    "$SSEM trace " FIRST " -o $TMP/x.svg --grain order",
    "$SSEM check " FIRST " --trace -",
    "$SSEM check " FIRST " --trace $TMP/x",
    "DISPLAY=:7 $SSEM view " FIRST " -o $TMP/x.svg",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof line / sizeof line[0]; i++) {
    shell(&s, line[i]);
    assert_int_equal(s.status, 2);
    assert_non_null(strstr(s.err, "found"));
    assert_non_null(strstr(s.err, "expected"));
  }
  shell(&s, "ls $TMP | grep '^x'");
  assert_string_equal(s.out, "");
}

static void view_takes_a_trigger_as_trace_does(void **state)
{
  (void)state;
  shell(&s, "mkdir -p $TMP/bin; printf '#!/bin/sh\\ngrep \"^#\" $1\\n' "
            ">$TMP/bin/gtkwave; chmod +x $TMP/bin/gtkwave; PATH=$TMP/bin:$PATH "
            "DISPLAY=:7 $SSEM view " FIRST " -o $TMP/v.vcd --when CI==13 "
            "--before 1 --after 0 --beats S1-A2 | sed -n '1p;$p'");
  assert_string_equal(s.out, "#7228800\n#7257600\n"); /* bars 503 and 504 */
}

static void max_orders_short_of_the_stp_does_not_stop_a_dump(void **state)
{
  static const char *const check =
    "$SSEM trace " FIRST " -o $TMP/d.vcd --from 500; for n in 4 5; do $SSEM "
    "check " FIRST " --vcd $TMP/d.vcd --map tests/machines/our.map --from 500 "
    "--max-orders $n | sed -n 's/.*boundary, //p'; $SSEM check " FIRST
    " --json "
    "--vcd $TMP/d.vcd --map tests/machines/our.map --from 500 --max-orders $n "
    ">/dev/null; echo $?; done";

  (void)state;
  shell(&s, check);
  assert_string_equal(s.out, "4 orders, not stopped\n3\n"
                             "5 orders, stopped by STP in line 13\n0\n");
}

static void a_file_that_may_not_grow_is_told_and_leaves_nothing(void **state)
{
  (void)state;
  shell(&s, "(ulimit -f 8; $SSEM trace " FIRST " -o $TMP/big.vcd)");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "big.vcd: File too large"));
  shell(&s, "ls -A $TMP | grep big");
  assert_string_equal(s.out, "");
}

static void options_that_say_nothing_together_are_refused(void **state)
{
  static const char *const lines[] = {
    "$SSEM trace " FIRST " -o $TMP/x.vcd --before 3",
    "$SSEM trace " FIRST " -o $TMP/x.vcd --after 0",
    "$SSEM check --trace $TMP/x.vcd " FIRST " " FIRST,
    "$SSEM check --vcd a.vcd --map a.map --trace $TMP/x.vcd " FIRST,
    "$SSEM check --vcd a.vcd --map a.map --as-built " FIRST,
  };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    shell(&s, lines[i]);
    assert_int_equal(s.status, 2);
    assert_non_null(strstr(s.err, "found with"));
    assert_string_equal(s.out, "");
  }
}

/* What a line says on standard error, with status 2 and no other word. */
static void refused(const char *line, const char *sentence)
{
  shell(&s, line);
  if (s.status != 2 || strcmp(s.err, sentence) != 0 || s.out[0] != '\0')
    fail_msg("%s: %d: %s%s", line, s.status, s.err, s.out);
}

static void a_name_that_looks_like_an_option_is_told_how_to_be_given(void **st)
{
  (void)st;
  shell(&s, "cp " FIRST " $TMP/-dash.asm");
  refused("$SSEM run -dash.asm",
          "ssem run: unknown option -dash.asm; a file of that name is "
          "./-dash.asm; see ssem run --help\n");
  refused("$SSEM check " FIRST " -dash.asm",
          "ssem check: unknown option -dash.asm; a file of that name is "
          "./-dash.asm; see ssem check --help\n");
  refused("$SSEM run -d " FIRST,
          "ssem run: unknown option -d; see ssem run --help\n");
  refused("$SSEM run --frobnicate -",
          "ssem run: unknown option --frobnicate; see ssem run --help\n");
  shell(&s, "ssem=$(realpath $SSEM); cd $TMP; $ssem run --json -- -dash.asm "
            "| cut -c1-22; $ssem trace ./-dash.asm -o -dash.fst && "
            "ls -- -dash.fst -dash.gtkw");
  assert_string_equal(s.out, "{\"program\":\"-dash.asm\"\n-dash.fst\n"
                             "-dash.gtkw\n");
}

#define CONTROL                                                             \
  "found a file's name with a newline or another control character in it, " \
  "expected a name of one line; see ssem "

/* It would break a sentence in two, and the view's line. */
static void a_name_of_several_lines_is_refused(void **state)
{
  (void)state;
  shell(&s, "cp " FIRST " \"$TMP/new\nline.asm\"");
  refused("$SSEM run \"$TMP/new\nline.asm\"",
          "ssem run: " CONTROL "run --help\n");
  refused("$SSEM trace " FIRST " -o \"$TMP/new\nline.vcd\"",
          "ssem trace: " CONTROL "trace --help\n");
  refused("$SSEM check " FIRST " --levels \"isa,$TMP/new\nline.vcd\"",
          "ssem check: " CONTROL "check --help\n");
  refused("$SSEM run --stimulus \"$TMP/new\nline.stim\"",
          "ssem run: " CONTROL "run --help\n");
  refused("$SSEM run --load \"$TMP/new\nline.state\"",
          "ssem run: " CONTROL "run --help\n");
  refused("$SSEM run " FIRST " --save \"$TMP/new\nline.state\"",
          "ssem run: " CONTROL "run --help\n");
  refused("$SSEM dis $(printf '\\033')[31m.asm",
          "ssem dis: " CONTROL "dis --help\n");
  shell(&s, "ls $TMP | grep -c line");
  assert_string_equal(s.out, "1\n");
}

static void a_view_names_a_trace_with_quotes_in_its_name(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o \"$TMP/qu\\\"o'te.vcd\" && "
            "grep dumpfile $TMP/qu*.gtkw");
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, "[dumpfile] \"qu\"o'te.vcd\"\n");
}

static void as_built_is_refused_where_it_means_nothing(void **state)
{
  static const char *const lines[] = {
    "run --level isa",
    "tube --level isa",
    "trace --level isa --grain order -o $TMP/x.vcd",
    "view --level isa --grain order",
    "check --levels isa,isa",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    char line[128];

    snprintf(line, sizeof line, "$SSEM %s --as-built " FIRST, lines[i]);
    shell(&s, line);
    if (s.status != 2 ||
        strstr(s.err, "--as-built: found with level isa, which has no function "
                      "staticisor, expected serial, ") == NULL)
      fail_msg("%s: %d: %s", line, s.status, s.err);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(options_that_say_nothing_together_are_refused),
    cmocka_unit_test(a_name_that_looks_like_an_option_is_told_how_to_be_given),
    cmocka_unit_test(a_name_of_several_lines_is_refused),
    cmocka_unit_test(a_view_names_a_trace_with_quotes_in_its_name),
    cmocka_unit_test(as_built_is_refused_where_it_means_nothing),
    cmocka_unit_test(json_stays_utf_8_whatever_the_file_is_called),
    cmocka_unit_test(json_names_a_program_in_full),
    cmocka_unit_test(ctrl_c_ends_a_wait_for_standard_input),
    cmocka_unit_test(help_that_cannot_be_written_says_why),
    cmocka_unit_test(check_of_no_orders_agrees_and_has_not_stopped),
    cmocka_unit_test(no_view_appears_beside_a_device),
    cmocka_unit_test(max_orders_bounds_the_window_of_a_trigger),
    cmocka_unit_test(options_that_contradict_each_other_are_refused),
    cmocka_unit_test(view_takes_a_trigger_as_trace_does),
    cmocka_unit_test(max_orders_short_of_the_stp_does_not_stop_a_dump),
    cmocka_unit_test(a_file_that_may_not_grow_is_told_and_leaves_nothing),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
