// SPDX-License-Identifier: MIT
/*
 * test_foreign_forms.c - dumps in the forms that simulators write, and what a
 * machine does that is not an order: boundaries missing, boundaries too many.
 *
 * A machine of one line: CI and A in one dump in memory, LDN 20 (line 1), SUB
 * 20 (line 2), STP (line 3); line 20 is 5.
 */
#include "sim/waveform/foreign_check.h"
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

static char text[FOREIGN_TEXT];

/* The outcome of checking a dump; its sentence is in text. */
static enum foreign_outcome check(const char *lines, const char *dump)
{
  static struct map map;
  static struct mapped f;
  static struct foreign_check c;
  struct dump *reader;

  text[0] = '\0';
  if (!map_parse("m", lines, strlen(lines), &map, text))
    fail_msg("%s", text);
  reader = dump_open(dump_source_memory(dump, strlen(dump)), "d", text);
  if (reader == NULL)
    return FOREIGN_FAULT;
  if (!mapped_open(&f, reader, &map, text))
    fail_msg("%s", text);
  foreign_check_begin(&c, &f, S, 1);
  while (foreign_check_run(&c, 1) == FOREIGN_AGREES)
    ;
  foreign_check_explain(&c, "d", text, sizeof text);
  if (c.outcome == FOREIGN_FAULT)
    snprintf(text, sizeof text, "%s", dump_text(reader));
  dump_close(reader);
  return c.outcome;
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
                   FOREIGN_STOPPED);
}

static void a_dump_may_end_before_the_STP(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #11"),
                   FOREIGN_ENDED);
}

static void a_boundary_that_is_missing_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(
    check(MAP, BEGIN "#5 1$ #12 0$ b11 \" " MINUS_10 "#15 1$ #18"),
    FOREIGN_DIFFERS);
  says("after order 1 (01: LDN 20), time 15 (15 ns): CI: expected 2, found 3");
  says("; the state is that after order 2: 1 boundary is missing (");
  assert_int_equal(
    check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5 "b10 \" #10 1$ #11 0$ #99"),
    FOREIGN_MISSING);
  says("after order 1 (01: LDN 20), time 10 (10 ns): expected another "
       "boundary, found none up to the end of the dump, time 99 (99 ns)");
}

static void a_boundary_too_many_is_said_so(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #6 0$ #7 1$ #8"), FOREIGN_DIFFERS);
  says("; the state is that before the order: a boundary too many (");
}

static void a_state_that_changes_after_the_STP_differs(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "#5 1$ #7 0$ " MINUS_5
                                    "b10 \" #10 1$ #12 0$ b11 \" " MINUS_10
                                    "#15 1$ #16 0$ b100 \" #17 1$ #18"),
                   FOREIGN_DIFFERS);
  says("after order 3 (03: STP), time 17 (17 ns): CI: expected 3, found 4");
}

static void a_digit_that_is_x_differs(void **state)
{
  (void)state;
  assert_int_equal(check(MAP, BEGIN "b0x00 ! #5 1$ #6"), FOREIGN_DIFFERS);
  says("before order 1, time 5 (5 ns): A: expected 0, found digit 2 x or z");
  assert_int_equal(check(MAP, BEGIN "bx ! #5 1$ #6"), FOREIGN_DIFFERS);
  says("A: expected 0, found every digit x or z");
}

static void orders_while_the_dump_is_off_are_passed_over(void **state)
{
  (void)state;
  assert_int_equal(check(MAP,
                         BEGIN "#5 1$ #6 $dumpoff x$ bx ! $end #14 "
                               "$dumpon 0$ b11 \" " MINUS_10 "$end #15 1$ #18"),
                   FOREIGN_STOPPED);
}

static void broken_dumps_are_refused_with_their_place(void **state)
{
  static const struct {
    const char *dump, *sentence;
  } broken[] = {
    { "", "d:1:1: found the end of the file, expected a $keyword" },
    { "$scope module t", "d:1:16: found the end of the file, expected $end" },
    { "$upscope $end", "d:1:1: found $upscope, expected a $scope before it" },
    { "$var wire 99999999 ! a $end", "d:1:11: found '99999999', expected" },
    { "$var wire 1 ! $end", "expected a name" },
    { "\n  hello", "d:2:3: found 'hello', expected a $keyword" },
    { HEAD "#1 #0 ", "found '#0', expected #1 or later" },
    { HEAD "#x", "found '#x', expected # and a time" },
    { HEAD "#0 b2 !", "found 'b2', expected b and digits 0 1 x z" },
    { HEAD "#0 b101010101 \"", "found a value of 9 digits, expected 8 at" },
    { HEAD "#0 1?", "found '1?', expected an identifier code" },
    { HEAD "#0 b1", "found the end of the file, expected an identifier" },
    { HEAD "#0 q", "found 'q', expected a change, #time or $keyword" },
    { HEAD "#0 $comment", "found the end of the file, expected $end" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    assert_int_equal(check(MAP, broken[i].dump), FOREIGN_FAULT);
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
    cmocka_unit_test(broken_dumps_are_refused_with_their_place),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
