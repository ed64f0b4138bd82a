// SPDX-License-Identifier: MIT
/*
 * test_view_opens.c - what somebody sees who opens a view: GTKWave itself is
 * asked, through Tcl, at three sizes of its window.
 *
 * For each way to a trace: the rows on the first screen in their order, the
 * values at the marker and that none of them is cut off, the times at the left
 * and the right edge, and the named markers.
 */
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST "programs/first-35.asm"
#define ONE_ORDER                                                             \
  "Order Beat p stop PP OTG CEN AEN ACE ITG bus CI carry T PI PI_digits L F " \
  "A A_digits a borrow a_w Programmer T_line T_CI T_A "

enum { LETTER = 8 }; /* pixels, in GTKWave's own font */

static struct said s;

/* What is asked of GTKWave. Each answer is a line, "what: value". */
static void write_questions(void)
{
  shell(&s, "cat >$TMP/ask.tcl <<'END'\n"
            "puts \"\\nstart: [gtkwave::getWindowStartTime]\"\n"
            "puts \"end: [gtkwave::getWindowEndTime]\"\n"
            "puts \"marker: [gtkwave::getMarker]\"\n"
            "foreach m {A B C D E} {"
            " puts \"marker $m: [gtkwave::getNamedMarker $m]\" }\n"
            "puts \"waves: [gtkwave::getWaveWidth]\"\n"
            "puts -nonewline \"rows: \"\n"
            "for {set i 0} {$i < [gtkwave::getTotalNumTraces]} {incr i} {\n"
            "  set n [gtkwave::getTraceNameFromIndex $i]\n"
            "  puts -nonewline [string map {\" \" _} $n]\n"
            "  puts -nonewline \" \"\n"
            "}\n"
            "puts \"\"\n"
            "for {set i 0} {$i < [gtkwave::getTotalNumTraces]} {incr i} {\n"
            "  puts \"value [gtkwave::getTraceNameFromIndex $i]: "
            "[gtkwave::getTraceValueAtMarkerFromIndex $i]\"\n"
            "}\n"
            "gtkwave::/File/Quit\n"
            "END");
}

/* GTKWave, and a screen for it, or no test. */
static void need_gtkwave(void)
{
  need("gtkwave");
  need("xvfb-run");
}

/* Open run.gtkw with the window so wide, as it is if 0, and ask. */
static void ask(unsigned width, unsigned height)
{
  char line[1024];

  snprintf(line, sizeof line,
           "cd $TMP; test %u = 0 || sed -i 's/^.size.*/[size] %u %u/' "
           "run.gtkw; timeout 60 xvfb-run -a -s '-screen 0 1920x1080x24' "
           "gtkwave run.gtkw -S ask.tcl 2>/dev/null",
           width, width, height);
  shell(&s, line);
  assert_int_equal(s.status, 0);
}

/* The answer to one question, as text. */
static const char *answer(const char *what)
{
  static char two[2][8192];
  static unsigned turn;
  char *const found =
    two[turn++ % 2]; /* one answer may be compared to another */
  char key[64];
  const char *at;

  snprintf(key, sizeof key, "\n%s: ", what);
  at = strstr(s.out, key);
  if (at == NULL)
    fail_msg("%s: not answered in: %s", what, s.out);
  at += strlen(key);
  snprintf(found, sizeof two[0], "%.*s", (int)strcspn(at, "\n"), at);
  return found;
}

static void expect(const char *what, const char *value)
{
  const char *const found = answer(what);

  if (strcmp(found, value) != 0)
    fail_msg("%s: found %s, expected %s", what, found, value);
}

static long number(const char *what)
{
  return atol(answer(what));
}

static void make(const char *line)
{
  char command[1024];

  need_gtkwave();
  snprintf(command, sizeof command, "rm -f $TMP/run*; %s; ls $TMP/run.gtkw",
           line);
  shell(&s, command);
  if (strstr(s.out, "run.gtkw") == NULL)
    fail_msg("%s: %s", line, s.err);
}

/* What is shown are so many digit periods, and a twentieth more at most. */
static void expect_shown(long digit_periods)
{
  const long shown = (number("end") - number("start")) / 10000;

  if (shown < digit_periods || shown > digit_periods + digit_periods / 20 + 2)
    fail_msg("%ld digit periods are shown, expected %ld", shown, digit_periods);
}

/* Is there room for the longest name and the longest value side by side? */
static bool has_room(unsigned width)
{
  size_t name = 0, value = 0;

  for (const char *at = strstr(s.out, "\nvalue "); at != NULL;
       at = strstr(at + 1, "\nvalue ")) {
    const char *const colon = strstr(at, ": ");

    if ((size_t)(colon - at - 7) > name)
      name = (size_t)(colon - at - 7);
    if (strcspn(colon + 2, "\n") > value)
      value = strcspn(colon + 2, "\n");
  }
  assert_in_range(name, 4, 13);
  assert_int_equal(value, 32);
  /* the pane of scopes is 30 wide, frames and scroll bars are below 50 */
  return (long)width - number("waves") - 30 - 50 >=
         (long)(LETTER * (name + 1 + value));
}

static void nothing_is_cut_off_at_three_sizes_of_the_window(void **state)
{
  static const unsigned size[][2] = { { 1024, 700 },
                                      { 1366, 700 },
                                      { 1920, 1040 } };

  (void)state;
  make("$SSEM trace " FIRST " -o $TMP/run.fst --orders 3");
  for (unsigned i = 0; i < 3; i++) {
    ask(size[i][0], size[i][1]);
    assert_true(has_room(size[i][0]));
    expect("value Order", "01: LDN 24");
    expect("value Beat", "A2");
    expect("value PI", "LDN 24");
    expect("value PI digits", "00011000000000100000000000000000");
    expect("value L", "24");
    expect("value F", "LDN");
    expect("value T A", "-34");
  }
  shell(&s, "sed -i 's/^.signals_width.*/[signals_width] 330/' $TMP/run.gtkw");
  ask(1366, 700);
  assert_false(has_room(1366)); /* it is seen where it is not so */
}

/* The first order, at its A2, in every format and at levels that differ. */
static void the_first_screen_holds_one_order(void **state)
{
  static const char *const lines[] = {
    "$SSEM trace " FIRST " -o $TMP/run.vcd",
    "$SSEM trace " FIRST " -o $TMP/run.fst",
    "$SSEM trace " FIRST " -o $TMP/run.vcd.gz --level waves",
    "$SSEM trace " FIRST " -o $TMP/run.fst --as-built",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    make(lines[i]);
    ask(0, 0);
    assert_int_equal(strncmp(answer("rows"), ONE_ORDER, strlen(ONE_ORDER)), 0);
    expect("start", "0");
    expect("marker", "1080000");
    expect("marker A", "360000");
    expect("marker D", "-1");
    expect_shown(144);
    expect("value F", "LDN");
    expect("value CI", "1");
    expect("value T CI", "2");
  }
}

/* Where an expression holds, or an order by number: that order fills the
 * window, a marker stands on its S1, and bars before it are to its left. */
static void a_view_opens_where_the_question_is(void **state)
{
  static const char *const lines[] = {
    "$SSEM trace " FIRST " -o $TMP/run.fst --when 'f==CMP && A<0'",
    "$SSEM trace " FIRST " -o $TMP/run.vcd --when 'f==CMP && A<0'",
    "$SSEM trace " FIRST " -o $TMP/run.fst --from 10 --orders 3",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    make(lines[i]);
    ask(0, 0);
    expect("value Order", "07: CMP");
    expect("marker D", "12960000");
    expect("marker", "14040000");
    assert_in_range(number("start"), 12900000, 12960000);
    expect_shown(144);
    expect("value A", "-33");
  }
}

static void a_run_by_order_is_shown_as_a_whole(void **state)
{
  (void)state;
  make("$SSEM trace " FIRST " -o $TMP/run.fst --grain order");
  ask(0, 0);
  assert_int_equal(strncmp(answer("rows"), "Order CI", 8), 0);
  assert_non_null(strstr(answer("rows"), " S25 "));
  expect_shown(505 * 144);
  expect("marker C", "724680000");
  make("$SSEM trace " FIRST " -o $TMP/run.vcd --grain order --when 'CI==13'");
  ask(0, 0);
  expect("value Order", "13: STP");
  expect("value CI", "13");
}

static void a_difference_is_where_the_view_opens(void **state)
{
  (void)state;
  make("printf '0 NUM 0\\n1 STO 30\\n2 STO 30\\n3 STO 30\\n4 STO 30\\n5 STO "
       "30\\n6 JMP 10\\n7 STP\\n10 NUM 8200\\n9 LDN 20\\n20 NUM 1\\n' "
       ">$TMP/bad.asm; $SSEM check --as-built --trace $TMP/run.vcd "
       "$TMP/bad.asm >/dev/null; mv $TMP/run-serial.gtkw $TMP/run.gtkw");
  ask(0, 0);
  expect("marker D", "8640000"); /* bar 7, whose order went wrong */
  expect("marker E", "9010000"); /* p1 of its A1 */
  assert_non_null(strstr(answer("rows"), "T_A ref_line ref_CI ref_A differs "));
  expect("value T A", "0");
  expect("value ref A", "-1");
  expect("value differs", "1");
}

/* A dump whose A goes wrong from bar 6 on: the levels it was compared with are
 * traced, and the view opens on the bar at whose boundary it was seen. */
static void so_it_is_with_a_dump_of_somebody_elses(void **state)
{
  (void)state;
  make("$SSEM trace " FIRST " -o $TMP/d.vcd --orders 20; sed -i '/^#72000/,$ "
       "s/^b1\\([01]*\\) B$/b0\\1 B/' $TMP/d.vcd; $SSEM check --levels "
       "isa,serial,$TMP/d.vcd --map tests/machines/our.map --trace "
       "$TMP/run.fst " FIRST " >/dev/null; mv $TMP/run-serial.gtkw "
       "$TMP/run.gtkw");
  ask(0, 0);
  expect("value Order", "07: CMP");
  expect("marker D", "8640000");
  expect("marker E", "-1"); /* serial is right */
  expect("value differs", "0");
  expect("value ref A", answer("value T A"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(nothing_is_cut_off_at_three_sizes_of_the_window),
    cmocka_unit_test(the_first_screen_holds_one_order),
    cmocka_unit_test(a_view_opens_where_the_question_is),
    cmocka_unit_test(a_run_by_order_is_shown_as_a_whole),
    cmocka_unit_test(a_difference_is_where_the_view_opens),
    cmocka_unit_test(so_it_is_with_a_dump_of_somebody_elses),
  };
  int failed;

  if (shell_begin(NULL) != 0)
    return 1;
  write_questions();
  failed = cmocka_run_group_tests(tests, NULL, NULL);
  return failed + shell_end(NULL);
}
