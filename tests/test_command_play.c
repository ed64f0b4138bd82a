// SPDX-License-Identifier: MIT
/*
 * test_command_play.c - stimuli and states on the command line: what goes with
 * what, how a run that was played ends, which windows are shown.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;

#define FIRST "programs/first-35.asm"
#define KEYED "programs/key-in-first-35.stim"
#define STEPS "programs/step-through-stp.stim"

static void is(const char *line, int status, const char *out, const char *err)
{
  shell(&s, line);
  assert_string_equal(s.err, err);
  assert_string_equal(s.out, out);
  assert_int_equal(s.status, status);
}

static void an_empty_stimulus_changes_nothing(void **state)
{
  (void)state;
  is("$SSEM run --json " FIRST " >$TMP/a; "
     "$SSEM run --json --stimulus /dev/null " FIRST " | sed "
     "'s/\"halted\":false,\"operator_steps\":0,//' | cmp - $TMP/a && echo same",
     0, "same\n", "");
  is("for l in serial waves; do $SSEM trace " FIRST " --level $l --orders 20 "
     "-o $TMP/$l.vcd; $SSEM trace --stimulus /dev/null " FIRST
     " --level $l --orders 20 -o $TMP/p.vcd; sed 1,3d $TMP/$l.vcd >$TMP/a; "
     "sed 1,3d $TMP/p.vcd | cmp - $TMP/a && echo same; done",
     0, "same\nsame\n", "");
}

static void a_machine_that_is_halted_is_no_failure(void **state)
{
  (void)state;
  is("printf 'stop\\nstep 2\\n' >$TMP/h.stim; $SSEM run --json --stimulus "
     "$TMP/h.stim " FIRST " | grep -o '\"stopped.*\"orders\":[0-9]*'",
     0, "\"stopped\":false,\"halted\":true,\"operator_steps\":0,\"orders\":2\n",
     "");
  is("$SSEM run --stimulus $TMP/h.stim " FIRST " >$TMP/out; echo $?; "
     "sed 's/^.*first/first/' $TMP/out | head -1",
     0, "0\nfirst-35.asm: halted by the operator before line 03\n", "");
  is("$SSEM check --json --stimulus $TMP/h.stim " FIRST
     " | grep -o '\"halted.*steps\":[0-9]*'",
     0, "\"halted\":true,\"next_steps\":1,\"operator_steps\":0\n", "");
}

static void max_orders_ends_at_that_boundary(void **state)
{
  (void)state;
  is("for l in serial waves rtl; do $SSEM run --json --level $l --max-orders "
     "20 --stimulus " KEYED " | grep -o '\"orders.*seconds'; done; "
     "$SSEM run --max-orders 20 --stimulus " KEYED " >$TMP/out; echo $?",
     0,
     "\"orders\":20,\"digit_periods\":8676,\"seconds\n"
     "\"orders\":20,\"digit_periods\":8676,\"seconds\n"
     "\"orders\":20,\"digit_periods\":8676,\"seconds\n3\n",
     "");
}

static void the_program_comes_from_one_place(void **state)
{
  static const char *const refused[] = {
    "$SSEM run --stimulus $TMP/p.stim " FIRST,
    "$SSEM run --stimulus $TMP/u.stim " FIRST,
    "$SSEM run --load $TMP/a.state " FIRST,
    "$SSEM run --load $TMP/a.state --stimulus $TMP/p.stim",
    "$SSEM run --load $TMP/a.state --as-built",
    "$SSEM run --load $TMP/b.state --level isa",
    "$SSEM run --load $TMP/a.state --level isa --log",
    "$SSEM run --until 5 --level isa --log " FIRST,
    "$SSEM run --save $TMP/no.state --level isa --log " FIRST,
    "$SSEM run --stimulus - - <" FIRST,
    "$SSEM check --stimulus /dev/null --vcd x.vcd --map x.map " FIRST,
    "$SSEM check --stimulus /dev/null --from 3 " FIRST,
    "$SSEM check --stimulus /dev/null --trace $TMP/d.vcd " FIRST,
    "$SSEM check --stimulus /dev/null " FIRST " " FIRST,
    "$SSEM trace --stimulus /dev/null --grain order -o $TMP/o.vcd " FIRST,
    "$SSEM trace --stimulus /dev/null --ahead waves -o $TMP/o.vcd " FIRST,
    "$SSEM trace --stimulus /dev/null --level isa -o $TMP/o.vcd " FIRST,
    "$SSEM tube --stimulus /dev/null --level isa " FIRST,
  };

  (void)state;
  shell(&s, "cp " FIRST " $TMP/f.asm; echo program f.asm >$TMP/p.stim; "
            "echo power-up 3 >$TMP/u.stim; "
            "$SSEM run --until 5 --save $TMP/a.state " FIRST " >/dev/null; "
            "$SSEM run --as-built --until 5 --save $TMP/b.state " FIRST
            " >/dev/null; "
            "$SSEM run --json --stimulus $TMP/p.stim | grep -c "
            "'\"orders\":504'");
  assert_string_equal(s.out, "1\n");
  for (unsigned i = 0; i < sizeof refused / sizeof refused[0]; i++) {
    shell(&s, refused[i]);
    if (s.status != 2)
      fail_msg("%s: %d", refused[i], s.status);
    assert_non_null(strstr(s.err, "found"));
    assert_non_null(strstr(s.err, "expected"));
    assert_string_equal(s.out, "");
  }
}

static void as_built_and_power_up_are_taken_from_the_stimulus(void **state)
{
  (void)state;
  is("echo as-built >$TMP/b.stim; p=programs/as-built-fetch.asm; "
     "for l in serial waves rtl; do "
     "$SSEM run --level $l --max-orders 30 --stimulus $TMP/b.stim $p >$TMP/$l; "
     "done; cmp $TMP/serial $TMP/waves; cmp $TMP/serial $TMP/rtl; "
     "$SSEM run --as-built --max-orders 30 --stimulus /dev/null $p | "
     "cmp - $TMP/serial && echo same; "
     "$SSEM run --max-orders 30 --stimulus /dev/null $p | "
     "cmp -s - $TMP/serial || echo other",
     0, "same\nother\n", "");
  is("printf 'power-up 7\\nCS 1\\n' >$TMP/u.stim; "
     "for l in serial waves rtl; do $SSEM run --json --level $l --max-orders "
     "30 --stimulus $TMP/u.stim | sed 's/.*stopped/stopped/' >$TMP/$l; done; "
     "cmp $TMP/serial $TMP/waves; cmp $TMP/serial $TMP/rtl; "
     "sed 's/7/8/' $TMP/u.stim >$TMP/v.stim; $SSEM run --json --max-orders 30 "
     "--stimulus $TMP/v.stim | sed 's/.*stopped/stopped/' | "
     "cmp -s - $TMP/serial || echo other",
     0, "other\n", "");
}

static void a_fault_names_its_line_at_every_level(void **state)
{
  (void)state;
  is(
    "printf 'CS 0\\nwait 5 digits\\n wait 2 orders\\n' >$TMP/f.stim; "
    "for l in serial waves rtl gates; do $SSEM run --level $l --stimulus "
    "$TMP/f.stim; echo $?; done 2>&1 | sed \"s|$TMP/||\"; "
    "$SSEM check --stimulus $TMP/f.stim 2>/dev/null; echo $?; "
    "$SSEM tube --stimulus $TMP/f.stim 2>/dev/null; echo $?; "
    "$SSEM trace --stimulus $TMP/f.stim -o $TMP/f.vcd 2>/dev/null; echo $?",
    0,
    "f.stim:3:2: found a machine that stands still, expected 2 more orders\n2\n"
    "f.stim:3:2: found a machine that stands still, expected 2 more orders\n2\n"
    "f.stim:3:2: found a machine that stands still, expected 2 more orders\n2\n"
    "f.stim:3:2: found a machine that stands still, expected 2 more orders\n2\n"
    "2\n2\n2\n",
    "");
}

/* The first and the last time of a trace. */
#define TIMES "grep '^#' | sed -n '1p;$p'"

static void windows_are_played_from_clear(void **state)
{
  (void)state;
  is("t() { $SSEM trace --stimulus " KEYED " -o - \"$@\" | " TIMES "; }; "
     "t --max-orders 1; t --from 1 --orders 2; t --from 3 --beats A2; "
     "t --when 'order==5' --before 1 --after 0",
     0,
     "#0\n#594000\n#590400\n#619200\n#630000\n#633600\n#633600\n"
     "#662400\n",
     "ssem: 'order==5' holds before order 5\n");
  is("$SSEM trace --stimulus " KEYED " -o - | " TIMES, 0, "#0\n#7862400\n", "");
  is("printf 'stop\\nwait 2001 bars\\n' >$TMP/l.stim; $SSEM trace --stimulus "
     "$TMP/l.stim -o - | " TIMES,
     0, "#0\n#28800000\n",
     "ssem: traced 0 orders, the stimulus goes on; --from N --orders M choose "
     "a window\n");
  is("$SSEM trace --stimulus " STEPS " --from 9 -o $TMP/no.vcd; echo $?; "
     "ls $TMP/no.vcd 2>/dev/null",
     2, "2\n",
     "ssem: --from: found 9, expected at most 4, the boundaries that come\n");
}

#define LONG "programs/first-989.asm"

/* 2,000 bars are the length of a window that nobody has chosen. */
static void a_window_that_is_asked_for_is_not_cut(void **state)
{
  (void)state;
  is("t() { $SSEM trace --level waves --stimulus /dev/null " LONG " -o - "
     "\"$@\" | " TIMES "; }; t --orders 2005; "
     "t --when 'order==2900' --before 2500 --after 2; t",
     0, "#0\n#28872000\n#5745600\n#41788800\n#0\n#28800000\n",
     "ssem: 'order==2900' holds before order 2900\n"
     "ssem: traced 2000 orders, the program goes on; --from N --orders M "
     "choose a window\n");
  is("for w in '--orders 8' '--orders 9' '--when order==20 --before 8'; do "
     "$SSEM trace --stimulus /dev/null " FIRST " -o $TMP/w.svg $w "
     "2>$TMP/said; echo $?; grep -o 'found.*drawing' $TMP/said; done",
     0,
     "0\n2\nfound 9, expected at most 8 in a drawing\n"
     "2\nfound 11, expected at most 8 in a drawing\n",
     "");
}

/* Kept at p = 0 of S1, at the boundary, and past both, in the bar of order 100.
 */
static void a_window_may_begin_where_a_state_goes_on(void **state)
{
  (void)state;
  is("for u in 100 100:A1 100:S2:5; do $SSEM run --until $u --save "
     "$TMP/w.state " FIRST " >/dev/null; for w in '--when order>0 --after 0' "
     "'--when order==102 --after 0' '--beats A2' '--orders 2'; do "
     "$SSEM trace --load $TMP/w.state -o - $w 2>/dev/null | " TIMES
     " | tr '\\n' ' '; done; echo; done",
     0,
     "#1425600 #1440000 #1425600 #1468800 #1436400 #1440000 "
     "#1425600 #1454400 \n"
     "#1429200 #1440000 #1429200 #1468800 #1436400 #1440000 "
     "#1429200 #1454400 \n"
     "#1436400 #1454400 #1436400 #1468800 #1436400 #1440000 "
     "#1436400 #1454400 \n",
     "");
  is("for w in '--from 99' '--from 100' '--beats A1' '--from 101 --orders 1'; "
     "do $SSEM trace --load $TMP/w.state -o $TMP/w.vcd $w; echo $?; done; "
     "$SSEM trace --load $TMP/w.state --max-orders 100 --when 'order>0' "
     "-o $TMP/w.vcd 2>/dev/null; echo $?",
     0, "2\n2\n2\n0\n3\n",
     "ssem: --from or --beats: found a window that begins in the bar of order "
     "99, expected at least 101: the state that was loaded is past it\n"
     "ssem: --from or --beats: found a window that begins in the bar of order "
     "100, expected at least 101: the state that was loaded is past it\n"
     "ssem: --from or --beats: found a window that begins in the bar of order "
     "100, expected at least 101: the state that was loaded is past it\n");
}

static void a_window_is_a_part_of_the_whole(void **state)
{
  (void)state;
  is("w() { $SSEM trace --stimulus " STEPS " -o - \"$@\" | sed "
     "'1,/dumpvars/d' | sed '1,/^\\$end/d'; }; w >$TMP/whole; "
     "w --from 3 --orders 2 | sed '$d' >$TMP/part; "
     "sed -n \"/^$(sed -n 1p $TMP/part)\\$/,\\$p\" $TMP/whole | "
     "head -$(wc -l <$TMP/part) | cmp - $TMP/part && "
     "test $(wc -l <$TMP/part) -gt 200 && echo part",
     0, "part\n", "");
}

static void the_view_names_statements_and_opens_the_console(void **state)
{
  (void)state;
  is("$SSEM trace --stimulus " STEPS " -o $TMP/v.vcd; "
     "grep '^.markername' $TMP/v.gtkw; sed -n '/^-Console/{p;q}; /Order/{p;q}' "
     "$TMP/v.gtkw; $SSEM trace " FIRST " -o $TMP/n.vcd; "
     "sed -n '/^-Console/{p;q}; /Order/{p;q}' $TMP/n.gtkw",
     0,
     "[markername] Afetch\n[markername] Bstore\n[markername] CSTP\n"
     "[markername] Fstop\n[markername] Genter 1 LDN 20\n"
     "[markername] Henter 2 STP\n[markername] Ienter 3 STO 21\n"
     "[markername] Jenter 4 STP\n[markername] Kenter 20 NUM 5\n"
     "[markername] Lswitches down\n[markername] Mclear control\n"
     "[markername] Nstep\n[markername] Ostep\n[markername] Pstep 2\n"
     "-Console\n+{Order} ssem.timebase.order\n",
     "");
}

static void the_tube_is_shown_at_a_boundary_or_the_end(void **state)
{
  (void)state;
  is("$SSEM tube --stimulus " STEPS " --at 3 | sed -n 22p; "
     "$SSEM tube --stimulus " STEPS " | sed -n 22p; "
     "$SSEM tube --stimulus " STEPS " --at 5; echo $?",
     0,
     "21  ................................\n"
     "21  ##.#############################           -5\n2\n",
     "ssem: --at: found 5, expected at most 4, the order that stops the "
     "program\n");
}

static void a_state_goes_on_in_check_trace_and_tube(void **state)
{
  (void)state;
  need("verilator");
  is("$SSEM run --until 100:S2:5 --save $TMP/a.state " FIRST " >/dev/null; "
     "$SSEM check --levels isa,serial,waves,rtl --load $TMP/a.state | "
     "sed 's/.*state: //; /not covered/d'; $SSEM trace --load $TMP/a.state "
     "--max-orders 101 "
     "-o - | " TIMES "; $SSEM tube --load $TMP/a.state >$TMP/t; "
     "$SSEM tube " FIRST " | cmp - $TMP/t && echo same",
     0,
     "isa = serial = waves = rtl at every boundary, 504 orders, stopped by "
     "STP in line 13\n"
     "  and serial = waves = rtl on every signal in 58356 digit periods\n"
     "  and without waves, where a key moves within a beat, in 31 more\n"
     "  403 steps by T-next, 0 by the operator\n"
     "#1436400\n#1443600\nsame\n",
     "");
}

static void a_state_that_is_read_is_not_replaced(void **state)
{
  (void)state;
  shell(&s, "$SSEM run --load $TMP/a.state --save $TMP/a.state >/dev/null");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "it would be replaced"));
  shell(&s, "cp " FIRST " $TMP/f.asm; cp " FIRST " $TMP/f.svg; for e in asm "
            "svg; do echo program f.$e >$TMP/$e.stim; done; "
            "for c in 'run --save' 'trace -o' 'tube -o'; do for e in asm svg; "
            "do $SSEM $c $TMP/f.$e --stimulus $TMP/$e.stim >/dev/null "
            "2>$TMP/said; echo $? $(grep -c replaced $TMP/said); done; done; "
            "cmp $TMP/f.asm " FIRST "; cmp $TMP/f.svg " FIRST);
  assert_string_equal(s.out, "2 1\n2 1\n2 0\n2 1\n2 0\n2 1\n");
  shell(&s, "$SSEM run --save /dev/full " FIRST " >/dev/null");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "ssem: --save: /dev/full: No space"));
}

/* With or without --until and --save: to a place, to an expression, to STP. */
static void the_log_is_that_of_a_run_that_is_not_played(void **state)
{
  (void)state;
  is("$SSEM run --log " FIRST " | grep '^  *[0-9].* [A-Z]' >$TMP/all; "
     "l() { $SSEM run --log --level $l \"$@\" " FIRST
     " 2>/dev/null | grep '^  *[0-9].* [A-Z]' >$TMP/part; "
     "wc -l <$TMP/part; head -$(wc -l <$TMP/part) $TMP/all | "
     "cmp - $TMP/part; }; "
     "for l in serial waves rtl; do l --until 400:A2:10; "
     "l --until 'order==400'; l --until 5000; l --save $TMP/l.state; done",
     0, "399\n399\n504\n504\n399\n399\n504\n504\n399\n399\n504\n504\n", "");
}

/* A run that is interrupted after 2.5 seconds shows how far it has come. */
static void a_long_play_shows_its_orders_on_a_terminal(void **state)
{
  static const char *const lines[] = {
    "run --level waves --save $TMP/loop.state $TMP/loop.asm",
    "tube --level waves --stimulus /dev/null $TMP/loop.asm",
    "check --levels serial,waves --stimulus $TMP/w.stim $TMP/loop.asm",
    "trace --from 1000000000 -o $TMP/a.vcd --stimulus /dev/null $TMP/loop.asm",
    "trace --when n==9 -o $TMP/loop.vcd --stimulus /dev/null $TMP/loop.asm",
  };

  (void)state;
  need("script");
  shell(&s, "printf '1 JMP 0\\n' >$TMP/loop.asm; "
            "printf 'CS 1\\nwait 1000000000 orders\\n' >$TMP/w.stim");
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    char line[512];

    snprintf(line, sizeof line,
             "script -qec \"timeout --foreground -s INT 2.5 $SSEM %s\" "
             "/dev/null",
             lines[i]);
    shell(&s, line);
    if (strstr(s.out, " orders\033") == NULL &&
        strstr(s.out, " orders of ") == NULL)
      fail_msg("%s: %s", lines[i], s.out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_empty_stimulus_changes_nothing),
    cmocka_unit_test(a_machine_that_is_halted_is_no_failure),
    cmocka_unit_test(max_orders_ends_at_that_boundary),
    cmocka_unit_test(the_program_comes_from_one_place),
    cmocka_unit_test(as_built_and_power_up_are_taken_from_the_stimulus),
    cmocka_unit_test(a_fault_names_its_line_at_every_level),
    cmocka_unit_test(windows_are_played_from_clear),
    cmocka_unit_test(a_window_that_is_asked_for_is_not_cut),
    cmocka_unit_test(a_window_may_begin_where_a_state_goes_on),
    cmocka_unit_test(a_window_is_a_part_of_the_whole),
    cmocka_unit_test(the_view_names_statements_and_opens_the_console),
    cmocka_unit_test(the_tube_is_shown_at_a_boundary_or_the_end),
    cmocka_unit_test(a_state_goes_on_in_check_trace_and_tube),
    cmocka_unit_test(a_state_that_is_read_is_not_replaced),
    cmocka_unit_test(the_log_is_that_of_a_run_that_is_not_played),
    cmocka_unit_test(a_long_play_shows_its_orders_on_a_terminal),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
