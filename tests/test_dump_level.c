// SPDX-License-Identifier: MIT
/*
 * test_dump_level.c - a dump as a level: in the forms that simulators write,
 * with boundaries missing or too many, beside one level or several.
 *
 * The machine and what it obeys are those of support/held.h.
 */
#include "sim/waveform/dump_level.h"
#include "support/held.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static void items_may_share_lines_and_comments_stand_anywhere(void **state)
{
  (void)state;
  assert_int_equal(
    held_check(HELD_MAP,
               HELD_BEGIN "#5 1$ #7 0$ $comment #9 1$ $end " HELD_MINUS_5
                          "B10 \" #10 1$ r1.5 r\n\n#12 0$ b11 \" " HELD_MINUS_10
                          "#15 1 $\n#16 0$ #17 1$ #18"),
    HELD_STOPPED);
}

static void a_dump_may_end_before_the_STP(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "#5 1$ #7 0$ " HELD_MINUS_5
                                                   "b10 \" #10 1$ #11"),
                   HELD_ENDED);
}

static void a_boundary_that_is_missing_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP,
                              HELD_BEGIN "#5 1$ #12 0$ b11 \" " HELD_MINUS_10
                                         "#15 1$ #18"),
                   HELD_DIFFERS);
  held_says("after order 1 (01: LDN 20), time 15 (15 ns): CI: expected 2, "
            "found 3 (digit 0 only)");
  held_says("; the state is that after order 2: 1 boundary is missing (");
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "#5 1$ #7 0$ " HELD_MINUS_5
                                                   "b10 \" #10 1$ #11 0$ #99"),
                   HELD_DIFFERS);
  held_says("after order 1 (01: LDN 20), time 10 (10 ns): expected another "
            "boundary, found none up to the end of the dump, time 99 (99 ns)");
}

static void a_boundary_too_many_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "#5 1$ #6 0$ #7 1$ #8"),
                   HELD_DIFFERS);
  held_says("; the state is that before the order: a boundary too many (");
}

static void a_state_that_changes_after_the_STP_differs(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN
                              "#5 1$ #7 0$ " HELD_MINUS_5
                              "b10 \" #10 1$ #12 0$ b11 \" " HELD_MINUS_10
                              "#15 1$ #16 0$ b100 \" #17 1$ #18"),
                   HELD_DIFFERS);
  held_says("after order 3 (03: STP), time 17 (17 ns): CI: expected 3, found 4 "
            "(digits 0 to 2)");
}

static void a_digit_that_is_x_differs(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "b0x00 ! #5 1$ #6"),
                   HELD_DIFFERS);
  held_says(
    "before order 1, time 5 (5 ns): A: expected 0, found digit 2 x or z");
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "bx ! #5 1$ #6"),
                   HELD_DIFFERS);
  held_says("A: expected 0, found every digit x or z");
}

/* What is wrong with the map, or with --from, if the first boundary differs. */
static void a_wrong_beginning_is_explained(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP "offset = 1\n", HELD_BEGIN "#5 1$ #6"),
                   HELD_DIFFERS);
  held_says("before order 1, time 5 (5 ns): CI: expected 1, found 0 (digit 0 "
            "only); with offset = 0 it would be that before order 1 (");
  assert_int_equal(held_check(HELD_MAP "offset = -2\n", HELD_BEGIN "#5 1$ #6"),
                   HELD_DIFFERS);
  held_says(
    "CI: expected 1, found 3 (digit 1 only); with offset = 0 it would ");
  assert_int_equal(
    held_check(HELD_MAP, HELD_BEGIN "b10 \" " HELD_MINUS_5 "#5 1$ #6"),
    HELD_DIFFERS);
  held_says("; 1 more differ; the state is that before order 2: --from 2 (");
  assert_int_equal(held_check(HELD_MAP,
                              HELD_BEGIN "b0 \" bx ! #1 1$ #2 0$ b0 "
                                         "! #3 1$ #4 0$ b1 \" #5 1$ #6"),
                   HELD_DIFFERS);
  held_says("before order 1, time 1 (1 ns): A: expected 0, found every digit x "
            "or z; boundary 3, time 5 (5 ns), shows what was expected: first = "
            "3 (expected: isa, found: d)");
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "b111 ! #1 1$ #2"),
                   HELD_DIFFERS);
  held_says("A: expected 0, found 7 (digits 0 to 2) (expected: isa, found: d)");
  assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "b111 ! #1 1$ #2 b9 !\n"),
                   HELD_DIFFERS); /* what is broken comes later */
}

static void orders_while_the_dump_is_off_are_passed_over(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP,
                              HELD_BEGIN "#5 1$ #6 $dumpoff x$ bx ! $end #14 "
                                         "$dumpon 0$ b11 \" " HELD_MINUS_10
                                         "$end #15 1$ #18"),
                   HELD_STOPPED);
}

/* What a machine does that obeys the three orders, with a gap before the STP.
 */
#define WELL \
  HELD_BEGIN "#5 1$ #7 0$ " HELD_MINUS_5 "b10 \" #10 1$ #12 0$ " HELD_MINUS_10
#define GAP                                                             \
  HELD_BEGIN                                                            \
  "#5 1$ #6 $dumpoff x$ bx ! $end #14 $dumpon 0$ b11 \" " HELD_MINUS_10 \
  "$end #15 1$ #18"

static void a_dump_stands_beside_any_levels_in_any_way(void **state)
{
  (void)state;
  for (unsigned count = 1; count <= 3; count++)
    for (unsigned bars = 0; bars < (count > 1 ? 5 : 1); bars++) {
      assert_int_equal(held_beside(count, bars, HELD_MAP,
                                   WELL "b11 \" #15 1$ #16 0$ #17 1$ #18"),
                       HELD_STOPPED);
      assert_int_equal(held.ls.orders, 3);
      assert_int_equal(held.ls.agreed, 4); /* that after the STP too */
      assert_int_equal(held_beside(count, bars, HELD_MAP, WELL "#13"),
                       HELD_ENDED);
      assert_int_equal(held.ls.orders, 1);
      assert_int_equal(held.ls.agreed, 2);
      assert_int_equal(held_beside(count, bars, HELD_MAP, GAP), HELD_STOPPED);
      assert_int_equal(held.ls.orders, 3);
      assert_int_equal(held.ls.unseen, 1);
      assert_int_equal(
        held_beside(count, bars, HELD_MAP, WELL "b11 \" #15 1$ #99"),
        HELD_STOPPED); /* nothing is due after the STP */
      assert_int_equal(held_beside(count, bars, HELD_MAP, WELL "#99"),
                       HELD_DIFFERS);
      held_says(
        "after order 1 (01: LDN 20), time 10 (10 ns): expected another "
        "boundary, found none up to the end of the dump, time 99 (99 ns)");
    }
}

static void all_levels_are_expected_and_the_dump_is_found(void **state)
{
  (void)state;
  for (unsigned bars = 0; bars < 4; bars++) {
    assert_int_equal(held_beside(3, bars, HELD_MAP, WELL "b101 \" #15 1$ #18"),
                     HELD_DIFFERS);
    held_says("after order 2 (02: SUB 20), time 15 (15 ns): CI: expected 3, "
              "found 5 (digits 1, 2) "
              "(expected: isa, serial and waves, found: d)\n"
              "  order 1 (01: LDN 20)\n  order 2 (02: SUB 20)");
    assert_int_equal(held.ls.orders, 2);
  }
}

/* After the gap A is -9, which it never is. */
static void a_gap_that_hides_a_fault_is_told_where_it_was(void **state)
{
  (void)state;
  for (unsigned bars = 0; bars < 4; bars++) {
    assert_int_equal(held_beside(3, bars, HELD_MAP,
                                 HELD_BEGIN
                                 "#5 1$ #6 $dumpoff x$ bx ! $end #14 $dumpon "
                                 "0$ b11 \" b1 ! $end #15 1$ #18"),
                     HELD_DIFFERS);
    held_says(
      "after order 1 (01: LDN 20), time 15 (15 ns): CI: expected 2, found "
      "3 (digit 0 only); 1 more differ (expected: isa, serial and waves, "
      "found: d)\n"
      "  order 1 (01: LDN 20)");
    assert_int_equal(held.ls.orders, 1);
  }
}

static unsigned lines_of(const char *text)
{
  unsigned lines = 1;

  for (; *text != '\0'; text++)
    lines += *text == '\n';
  return lines;
}

/* What came before the cut stands; that last time, of which more may have been
 * told, does not count. */
static void a_dump_that_is_cut_keeps_its_verdict(void **state)
{
  static const char *const cut[] = {
    "#15\n1$\nb11",      "#15\n1$\nb11 ",
    "#15\n1$\nb11 \"",   "#15\n1$\n0",
    "#15\n1$\n$dumpof",  "#15\n1$\n#1",
    "#15\n1$\n?",        "#15\n1",
    "#15\n1$\n$comment", "#15\n1$\n$dumpoff x$\n$en",
  };
  static char dump[1024];

  (void)state;
  for (unsigned i = 0; i < sizeof cut / sizeof cut[0]; i++) {
    snprintf(dump, sizeof dump, "%s\n%s", WELL, cut[i]);
    assert_int_equal(held_check(HELD_MAP, dump), HELD_ENDED);
    assert_int_equal(held.ls.agreed, 2);
    assert_int_equal(held.cut, lines_of(dump));
  }
  assert_int_equal(held_check(HELD_MAP, WELL "\n#15 1$ b111 \" #16 0"),
                   HELD_DIFFERS); /* time 15 is told to its end */
  assert_int_equal(held.cut, 0);
}

static void only_a_dump_that_goes_on_shows_the_stop(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, WELL "b11 \" #15 1$ #20"),
                   HELD_STOPPED);
  assert_true(held.ls.reached); /* the longest order took 5 */
  assert_int_equal(held_check(HELD_MAP, WELL "b11 \" #15 1$ #21"),
                   HELD_STOPPED);
  assert_false(held.ls.reached);
  assert_int_equal(held_check(HELD_MAP, WELL "b11 \" #15 1$ #16 0$ #17 1$"
                                             " #18 0$ "),
                   HELD_STOPPED);
  assert_false(held.ls.reached); /* a boundary more, and nothing has changed */
}

/* How long orders take is not told across the gap, 90 of time: the longest one
 * took 5. */
static void the_time_while_the_dump_is_off_is_no_order(void **state)
{
#define LONG_GAP                                                              \
  HELD_BEGIN                                                                  \
  "#5 1$ #7 0$ " HELD_MINUS_5 "b10 \" #10 1$ #12 $dumpoff x$ bx ! $end #100 " \
  "$dumpon 0$ b11 \" " HELD_MINUS_10 "$end #105 1$ "

  (void)state;
  assert_int_equal(held_check(HELD_MAP, LONG_GAP "#110"), HELD_STOPPED);
  assert_true(held.ls.reached);
  assert_int_equal(held_check(HELD_MAP, LONG_GAP "#111"), HELD_STOPPED);
  assert_false(held.ls.reached);
}

#define STOP HELD_MAP "stop = t.c == 3 && !t.k\n"

static void the_stop_of_the_map_is_looked_for(void **state)
{
  (void)state;
  assert_int_equal(held_check(STOP, WELL "b11 \" #15 1$ #16 0$ "),
                   HELD_STOPPED);
  assert_false(held.ls.reached);
  assert_int_equal(held_check(STOP, WELL "b11 \" #15 1$ #99"), HELD_STOPPED);
  assert_true(held.ls.reached);
  assert_int_equal(held_check(HELD_MAP "stop = t.k == 0\n", WELL "#16 0$ #17"),
                   HELD_DIFFERS);
  held_says("after order 1 (01: LDN 20), time 10 (10 ns): expected another "
            "boundary, found none");
}

/* Line 20 is in the map, line 21 is not loaded and not written. */
static void a_line_not_yet_written_may_be_unknown(void **state)
{
#define TWO_LINES                                                      \
  "$scope module t $end $var wire 32 ! A $end $var wire 5 c c $end\n"  \
  "$var wire 1 k k $end $var wire 32 s s $end $var wire 32 u u $end\n" \
  "$upscope $end $enddefinitions $end #0 b0 ! b1 c 0k b101 s bx u #1 1k\n"
#define TWO_MAP \
  "A = t.A\nCI = t.c\nboundary = t.k rise\nS[20] = t.s\nS[21] = t.u\n"
  (void)state;
  assert_int_equal(held_check(TWO_MAP, TWO_LINES), HELD_DIFFERS);
  held_says("line 21: expected 0, found every digit x or z");
  assert_int_equal(held_check(TWO_MAP "unknown = differs\n", TWO_LINES),
                   HELD_DIFFERS);
  assert_int_equal(held_check(TWO_MAP "unknown = ignore\n", TWO_LINES),
                   HELD_ENDED);
  assert_int_equal(held_check(TWO_MAP "unknown = ignore\n",
                              TWO_LINES "#2 0k b10 c b0 u " HELD_MINUS_5
                                        "#3 1k #4 0k b11 c b0x u " HELD_MINUS_10
                                        "#5 1k\n"),
                   HELD_DIFFERS);
  held_says("after order 2 (02: SUB 20), time 5: line 21: expected 0, found "
            "digit 0 x or z");
  assert_int_equal(held_check("A = t.u\nCI = t.c\nboundary = t.k rise\n"
                              "unknown = ignore\n",
                              TWO_LINES),
                   HELD_DIFFERS); /* in the store only */
}

static void what_the_map_leaves_out_is_told(void **state)
{
  (void)state;
  assert_int_equal(held_check(HELD_MAP, WELL "#13"), HELD_ENDED);
  assert_string_equal(
    held.left_out, "; CI in digits 0 to 4 only; the store is not in the map");
}

static void a_dump_is_known_by_the_end_of_its_name(void **state)
{
  (void)state;
  assert_true(dump_level_named("a.vcd"));
  assert_true(dump_level_named("dir/a.vcd.gz"));
  assert_true(dump_level_named("a.b.fst"));
  assert_false(dump_level_named(".vcd"));
  assert_false(dump_level_named("vcd"));
  assert_false(dump_level_named("a.gz"));
  assert_false(dump_level_named("a.vcd.bz2"));
}

static void broken_dumps_are_refused_with_their_place(void **state)
{
  static const struct {
    const char *dump, *sentence;
  } broken[] = {
    { "", "d:1:1: found the end of the file, expected a $keyword" },
    { "$scope module t", "d:1:16: found the end of the file, expected $end" },
    { "$upscope $end", "d:1:1: found $upscope, expected a $scope before it" },
    { "$var wire 9x ! a $end", "d:1:11: found '9x', expected a number of" },
    { "$var wire 1 ! $end", "expected a name" },
    { "\n  hello", "d:2:3: found 'hello', expected a $keyword" },
    { HELD_HEAD "#1 #0 ", "found '#0', expected #1 or later" },
    { HELD_HEAD "#x\n", "found '#x', expected # and a time" },
    { "$timescale ns $end", "d:1:12: found 'ns', expected 1, 10 or 100 and" },
    { "$timescale 1 n $end", "d:1:14: found 'n', expected a unit of time" },
    { HELD_HEAD "#0 b !\n", "found 'b', expected b and 1 to 65536 digits" },
    { HELD_HEAD "#0 b2 !", "found 'b2', expected b and digits 0 1 x z" },
    { HELD_HEAD "#0 b101010101 \"\n",
      "found a value of 9 digits, expected 8 at" },
    { HELD_HEAD "#0 1?\n", "found '1?', expected an identifier code" },
    { HELD_HEAD "#0 q\n", "found 'q', expected a change, #time or $keyword" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    assert_int_equal(held_check(HELD_MAP, broken[i].dump), HELD_BROKEN);
    held_says(broken[i].sentence);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(items_may_share_lines_and_comments_stand_anywhere),
    cmocka_unit_test(a_dump_may_end_before_the_STP),
    cmocka_unit_test(a_boundary_that_is_missing_is_said_so),
    cmocka_unit_test(a_boundary_too_many_is_said_so),
    cmocka_unit_test(a_state_that_changes_after_the_STP_differs),
    cmocka_unit_test(a_digit_that_is_x_differs),
    cmocka_unit_test(a_wrong_beginning_is_explained),
    cmocka_unit_test(orders_while_the_dump_is_off_are_passed_over),
    cmocka_unit_test(a_dump_stands_beside_any_levels_in_any_way),
    cmocka_unit_test(all_levels_are_expected_and_the_dump_is_found),
    cmocka_unit_test(a_gap_that_hides_a_fault_is_told_where_it_was),
    cmocka_unit_test(a_dump_that_is_cut_keeps_its_verdict),
    cmocka_unit_test(only_a_dump_that_goes_on_shows_the_stop),
    cmocka_unit_test(the_time_while_the_dump_is_off_is_no_order),
    cmocka_unit_test(the_stop_of_the_map_is_looked_for),
    cmocka_unit_test(a_line_not_yet_written_may_be_unknown),
    cmocka_unit_test(what_the_map_leaves_out_is_told),
    cmocka_unit_test(a_dump_is_known_by_the_end_of_its_name),
    cmocka_unit_test(broken_dumps_are_refused_with_their_place),
  };

  return cmocka_run_group_tests(tests, held_begin, held_end);
}
