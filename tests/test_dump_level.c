// SPDX-License-Identifier: MIT
/*
 * test_dump_level.c - a dump as a level: in the forms that simulators write,
 * with boundaries missing or too many, beside one level or several.
 *
 * A machine of one line: CI and A in one dump in memory, LDN 20 (line 1), SUB
 * 20 (line 2), STP (line 3); line 20 is 5.
 */
#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"
#include "sim/waveform/dump_level.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static const word S[SSEM_LINES] = {
  [1] = 0x4014, [2] = 0x8014, [3] = 0xe000, [20] = 5
};

#define MAP "A = t.A\nCI = t.c[4:0]\nboundary = t.k rise\n"
#define HEAD                                                   \
  "$timescale 1ns $end $scope module t $end\n"                 \
  "$var wire 32 ! \\A  [31:0] $end $var reg 8 \" c[7:0] $end " \
  "$var wire 1 $ k $end $var real 64 r x $end $upscope $end "  \
  "$enddefinitions $end\n"
#define BEGIN HEAD "#0 $dumpvars b0 ! b1 \" 0$ r0 r $end "
#define MINUS_5 "b11111111111111111111111111111011 ! "
#define MINUS_10 "b11111111111111111111111111110110 ! "

static char text[LOCKSTEP_TEXT], left_out[TEXT_SENTENCE];
static struct lockstep ls;
static struct level *level[3]; /* isa, serial, waves */

static int open_all(void **state)
{
  static const char *const names[] = { "isa", "serial", "waves" };
  const struct level_options plain = { .as_built = false };

  (void)state;
  for (unsigned i = 0; i < 3; i++)
    level[i] = level_open(names[i], &plain, text);
  return level[0] == NULL || level[1] == NULL || level[2] == NULL;
}

static int close_all(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 3; i++)
    level[i]->ops->close(level[i]);
  return 0;
}

/* How a check ends. BROKEN: the dump is. */
enum ending { ENDED, STOPPED, DIFFERS, BROKEN };

static enum ending ending(const struct dump_level *d)
{
  if (dump_level_broken(d)[0] != '\0') {
    snprintf(text, sizeof text, "%s", dump_level_broken(d));
    return BROKEN;
  }
  lockstep_explain(&ls, text, sizeof text);
  return ls.outcome == LOCKSTEP_DIFFERS   ? DIFFERS
         : ls.outcome == LOCKSTEP_STOPPED ? STOPPED
                                          : ENDED;
}

/* Hold a dump against isa; or, for so many bars of digit periods first, against
 * `count` levels. Its sentence is in text. */
static enum ending beside(unsigned count, unsigned bars, const char *lines,
                          const char *dump)
{
  static struct map map;
  struct dump_level *d;
  enum ending result;

  text[0] = '\0';
  if (!map_parse("m", lines, strlen(lines), &map, text))
    fail_msg("%s", text);
  d = dump_level_over(dump_source_memory(dump, strlen(dump)), "d", &map, text);
  if (d == NULL)
    return BROKEN;
  lockstep_init(&ls, level, count);
  lockstep_follow(&ls, dump_level(d));
  lockstep_clear(&ls, S, 0);
  lockstep_bars(&ls, bars);
  while (lockstep_run(&ls, 1) == LOCKSTEP_RUNNING)
    ;
  while (lockstep_rest(&ls, 1))
    ;
  result = ending(d);
  lockstep_left_out(&ls, left_out, sizeof left_out);
  dump_level(d)->ops->close(dump_level(d));
  return result;
}

static enum ending check(const char *lines, const char *dump)
{
  return beside(1, 0, lines, dump);
}

static void says(const char *part)
{
  if (strstr(text, part) == NULL)
    fail_msg("expected %s\nfound %s", part, text);
}

static void items_may_share_lines_and_comments_stand_anywhere(void **state)
{
  (void)state;
  assert_int_equal(check(MAP,
                         BEGIN "#5 1$ #7 0$ $comment #9 1$ $end " MINUS_5
                               "B10 \" #10 1$ r1.5 r\n\n#12 0$ b11 \" " MINUS_10
                               "#15 1 $\n#16 0$ #17 1$ #18"),
                   STOPPED);
}

static void a_dump_may_end_before_the_STP(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #11"),
                   ENDED);
}

static void a_boundary_that_is_missing_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(
    check(MAP, BEGIN "#5 1$ #12 0$ b11 \" " MINUS_10 "#15 1$ #18"), DIFFERS);
  says("after order 1 (01: LDN 20), time 15 (15 ns): CI: expected 2, found 3");
  says("; the state is that after order 2: 1 boundary is missing (");
  assert_int_equal(
    check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #11 0$ #99"),
    DIFFERS);
  says("after order 1 (01: LDN 20), time 10 (10 ns): expected another "
       "boundary, found none up to the end of the dump, time 99 (99 ns)");
}

static void a_boundary_too_many_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #6 0$ #7 1$ #8"), DIFFERS);
  says("; the state is that before the order: a boundary too many (");
}

static void a_state_that_changes_after_the_STP_differs(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5
                                    "b10 \" #10 1$ #12 0$ b11 \" " MINUS_10
                                    "#15 1$ #16 0$ b100 \" #17 1$ #18"),
                   DIFFERS);
  says("after order 3 (03: STP), time 17 (17 ns): CI: expected 3, found 4");
}

static void a_digit_that_is_x_differs(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "b0x00 ! #5 1$ #6"), DIFFERS);
  says("before order 1, time 5 (5 ns): A: expected 0, found digit 2 x or z");
  assert_int_equal(check(MAP, BEGIN "bx ! #5 1$ #6"), DIFFERS);
  says("A: expected 0, found every digit x or z");
}

static void orders_while_the_dump_is_off_are_passed_over(void **state)
{
  (void)state;
  assert_int_equal(check(MAP,
                         BEGIN "#5 1$ #6 $dumpoff x$ bx ! $end #14 "
                               "$dumpon 0$ b11 \" " MINUS_10 "$end #15 1$ #18"),
                   STOPPED);
}

/* What a machine does that obeys the three orders, with a gap before the STP.
 */
#define WELL BEGIN "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #12 0$ " MINUS_10
#define GAP                                                              \
  BEGIN "#5 1$ #6 $dumpoff x$ bx ! $end #14 $dumpon 0$ b11 \" " MINUS_10 \
        "$end #15 1$ #18"

static void a_dump_stands_beside_any_levels_in_any_way(void **state)
{
  (void)state;
  for (unsigned count = 1; count <= 3; count++)
    for (unsigned bars = 0; bars < (count > 1 ? 5 : 1); bars++) {
      assert_int_equal(
        beside(count, bars, MAP, WELL "b11 \" #15 1$ #16 0$ #17 1$ #18"),
        STOPPED);
      assert_int_equal(ls.orders, 3);
      assert_int_equal(ls.agreed, 4); /* that after the STP too */
      assert_int_equal(beside(count, bars, MAP, WELL "#13"), ENDED);
      assert_int_equal(ls.orders, 1);
      assert_int_equal(ls.agreed, 2);
      assert_int_equal(beside(count, bars, MAP, GAP), STOPPED);
      assert_int_equal(ls.orders, 3);
      assert_int_equal(ls.unseen, 1);
      assert_int_equal(beside(count, bars, MAP, WELL "b11 \" #15 1$ #99"),
                       STOPPED); /* nothing is due after the STP */
      assert_int_equal(beside(count, bars, MAP, WELL "#99"), DIFFERS);
      says("after order 1 (01: LDN 20), time 10 (10 ns): expected another "
           "boundary, found none up to the end of the dump, time 99 (99 ns)");
    }
}

static void all_levels_are_expected_and_the_dump_is_found(void **state)
{
  (void)state;
  for (unsigned bars = 0; bars < 4; bars++) {
    assert_int_equal(beside(3, bars, MAP, WELL "b101 \" #15 1$ #18"), DIFFERS);
    says("after order 2 (02: SUB 20), time 15 (15 ns): CI: expected 3, found 5 "
         "(expected: isa, serial and waves, found: d)\n"
         "  order 1 (01: LDN 20)\n  order 2 (02: SUB 20)");
    assert_int_equal(ls.orders, 2);
  }
}

/* After the gap A is -9, which it never is. */
static void a_gap_that_hides_a_fault_is_told_where_it_was(void **state)
{
  (void)state;
  for (unsigned bars = 0; bars < 4; bars++) {
    assert_int_equal(beside(3, bars, MAP,
                            BEGIN "#5 1$ #6 $dumpoff x$ bx ! $end #14 $dumpon "
                                  "0$ b11 \" b1 ! $end #15 1$ #18"),
                     DIFFERS);
    says("after order 1 (01: LDN 20), time 15 (15 ns): CI: expected 2, found "
         "3; 1 more differ (expected: isa, serial and waves, found: d)\n"
         "  order 1 (01: LDN 20)");
    assert_int_equal(ls.orders, 1);
  }
}

static void what_the_map_leaves_out_is_told(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, WELL "#13"), ENDED);
  assert_string_equal(
    left_out, "; CI in digits 0 to 4 only; the store is not in the map");
}

/* The store as one value, digit 31 of line 31 first; with digit 3 of line
 * `wrong` turned over if there is such a line. */
static void add_packed(char *dump, unsigned wrong)
{
  char *at = dump + strlen(dump);

  *at++ = 'b';
  for (unsigned line = SSEM_LINES; line-- > 0;)
    for (unsigned p = SSEM_DIGITS; p-- > 0;) {
      const bool flip = line == wrong && p == 3;

      *at++ = (S[line] >> p & 1) != flip ? '1' : '0';
    }
  strcpy(at, " ' ");
}

static enum ending packed(unsigned wrong)
{
  char dump[8192] = "$timescale 10 us $end $scope module t $end $var wire 32 "
                    "! A $end $var wire 8 \" c $end $var wire 1 $ k $end $var "
                    "wire 1024 ' s $end $upscope $end $enddefinitions $end "
                    "#0 b0 ! b1 \" 0$ ";

  add_packed(dump, SSEM_LINES);
  strcat(dump,
         "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #12 0$ " MINUS_10 "b11 \" ");
  add_packed(dump, wrong);
  strcat(dump, "#15 1$ #16 0$ #17 1$ #18");
  return check(MAP "S = t.s\n", dump);
}

static void every_line_of_a_packed_store_is_compared(void **state)
{
  (void)state;
  assert_int_equal(packed(SSEM_LINES), STOPPED);
  assert_string_equal(left_out, "; CI in digits 0 to 4 only");
  for (unsigned line = 0; line < SSEM_LINES; line++) {
    char said[64];

    snprintf(said, sizeof said,
             "time 15 (150 us): line %02u: expected %u, found %u", line,
             (unsigned)S[line], (unsigned)(S[line] ^ 8));
    assert_int_equal(packed(line), DIFFERS);
    says(said);
  }
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
    { HEAD "#1 #0 ", "found '#0', expected #1 or later" },
    { HEAD "#x", "found '#x', expected # and a time" },
    { "$timescale ns $end", "d:1:12: found 'ns', expected 1, 10 or 100 and" },
    { "$timescale 1 n $end", "d:1:14: found 'n', expected a unit of time" },
    { HEAD "#0 b !", "found 'b', expected b and 1 to 65536 digits" },
    { HEAD "#0 b2 !", "found 'b2', expected b and digits 0 1 x z" },
    { HEAD "#0 b101010101 \"", "found a value of 9 digits, expected 8 at" },
    { HEAD "#0 1?", "found '1?', expected an identifier code" },
    { HEAD "#0 b1", "found the end of the file, expected an identifier" },
    { HEAD "#0 q", "found 'q', expected a change, #time or $keyword" },
    { HEAD "#0 $comment", "found the end of the file, expected $end" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    assert_int_equal(check(MAP, broken[i].dump), BROKEN);
    says(broken[i].sentence);
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
    cmocka_unit_test(orders_while_the_dump_is_off_are_passed_over),
    cmocka_unit_test(a_dump_stands_beside_any_levels_in_any_way),
    cmocka_unit_test(all_levels_are_expected_and_the_dump_is_found),
    cmocka_unit_test(a_gap_that_hides_a_fault_is_told_where_it_was),
    cmocka_unit_test(what_the_map_leaves_out_is_told),
    cmocka_unit_test(every_line_of_a_packed_store_is_compared),
    cmocka_unit_test(a_dump_is_known_by_the_end_of_its_name),
    cmocka_unit_test(broken_dumps_are_refused_with_their_place),
  };

  return cmocka_run_group_tests(tests, open_all, close_all);
}
