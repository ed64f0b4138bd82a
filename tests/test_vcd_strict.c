// SPDX-License-Identifier: MIT
/*
 * test_vcd_strict.c - the strict VCD reader refuses what it should.
 *
 * One good file; every test breaks it in one way and expects the sentence that
 * names that way, with its line.
 */
#include "support/test.h"
#include "support/vcd_strict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char good[] = "$date 1948-06-21 $end\n"
                           "$version none $end\n"
                           "$comment a small one $end\n"
                           "$timescale 100 ns $end\n"
                           "$scope module ssem $end\n"
                           "$scope module control $end\n"
                           "$var reg 32 ! CI [31:0] $end\n"
                           "$var wire 1 \" carry $end\n"
                           "$upscope $end\n"
                           "$scope module timebase $end\n"
                           "$var string 1 # order $end\n"
                           "$upscope $end\n"
                           "$upscope $end\n"
                           "$enddefinitions $end\n"
                           "#100\n"
                           "$dumpvars\n"
                           "b0 !\n"
                           "0\"\n"
                           "s01:\\040LDN\\04024 #\n"
                           "$end\n"
                           "#200\n"
                           "b1010 !\n"
                           "1\"\n"
                           "#300\n"
                           "0\"\n"
                           "#400\n";

/* The good file with the first old replaced by new must be refused in these
 * words. */
static void refuse(const char *old, const char *new, const char *sentence)
{
  static struct vcd vcd;
  const char *const at = strstr(good, old);
  char bytes[2 * sizeof good];
  char text[VCD_TEXT] = "accepted";
  int n;

  assert_non_null(at);
  n = snprintf(bytes, sizeof bytes, "%.*s%s%s", (int)(at - good), good, new,
               at + strlen(old));
  assert_false(vcd_read(bytes, (size_t)n, VCD_STRICT, NULL, &vcd, text));
  assert_string_equal(text, sentence);
}

static void the_good_file_is_read(void **state)
{
  static struct vcd vcd;
  char text[VCD_TEXT] = "";

  (void)state;
  if (!vcd_read(good, strlen(good), VCD_STRICT, NULL, &vcd, text))
    fail_msg("%s", text);
  assert_int_equal(vcd.count, 3);
  assert_int_equal(vcd_find(&vcd, "ssem.control.carry"), 1);
  assert_string_equal(vcd.variable[0].value, "1010");
  assert_string_equal(vcd.timescale, "100 ns");
  assert_int_equal(vcd.start, 100);
  assert_int_equal(vcd.end, 400);
  assert_int_equal(vcd.changes, 3);
}

#define REFUSES(name, old, new, sentence) \
  static void name(void **state)          \
  {                                       \
    (void)state;                          \
    refuse(old, new, sentence);           \
  }

REFUSES(a_missing_end_is_refused, "small one $end", "small one",
        "line 3: $comment is not closed with $end on its line")
REFUSES(a_timescale_that_is_no_power_of_ten_is_refused, "100 ns", "8500 ns",
        "line 4: timescale 8500 ns, expected 1, 10 or 100 and a unit")
REFUSES(a_missing_timescale_is_refused, "$timescale 100 ns $end\n", "",
        "line 13: no $timescale")
REFUSES(an_unknown_identifier_is_refused, "1\"", "1%",
        "line 23: unknown identifier %")
REFUSES(an_identifier_used_twice_is_refused, "1 \" carry", "1 ! carry",
        "line 8: identifier ! is used twice")
REFUSES(a_path_declared_twice_is_refused, "wire 1 \" carry", "wire 1 \" CI",
        "line 8: ssem.control.CI is declared twice")
REFUSES(time_that_goes_backwards_is_refused, "#300", "#150",
        "line 24: time goes from 200 to 150")
REFUSES(time_that_stands_still_is_refused, "#300", "#200",
        "line 24: time goes from 200 to 200")
REFUSES(a_time_that_is_no_number_is_refused, "#300", "#3x",
        "line 24: time #3x, expected a number")
REFUSES(a_vector_that_is_too_long_is_refused, "b1010",
        "b111100001111000011110000111100001",
        "line 22: ssem.control.CI has 32 digits, value "
        "111100001111000011110000111100001 has more")
REFUSES(leading_zeros_are_refused, "b1010", "b01010",
        "line 22: ssem.control.CI has leading zeros, 01010")
REFUSES(a_blank_before_the_identifier_of_a_digit_is_refused, "1\"", "1 \"",
        "line 23: 1 stands apart from its identifier")
REFUSES(a_change_before_the_header_ends_is_refused, "$enddefinitions $end\n",
        "", "line 14: #100 before $enddefinitions")
REFUSES(a_change_before_dumpvars_is_refused, "$dumpvars\n", "",
        "line 16: a change before $dumpvars")
REFUSES(a_variable_missing_in_dumpvars_is_refused, "0\"\n", "",
        "line 19: ssem.control.carry is missing in $dumpvars")
REFUSES(a_value_that_is_no_digit_is_refused, "b1010", "b1012",
        "line 22: ssem.control.CI has value 1012, expected 0, 1, x and z")
REFUSES(a_digit_that_is_no_digit_is_refused, "1\"", "2\"",
        "line 23: 2\" is no value change")
REFUSES(a_time_without_changes_is_refused, "#300", "#250\n#300",
        "line 25: nothing changed since the last #time")
REFUSES(a_change_that_changes_nothing_is_refused, "#300\n0\"", "#300\n1\"",
        "line 25: ssem.control.carry keeps its value 1")
REFUSES(two_changes_at_one_time_are_refused, "1\"\n", "1\"\n0\"\n",
        "line 24: ssem.control.carry changes twice at one time")
REFUSES(a_scope_left_open_is_refused, "$upscope $end\n", "",
        "line 13: 1 scopes are not closed with $upscope")
REFUSES(an_upscope_too_many_is_refused, "$upscope $end\n$upscope $end\n",
        "$upscope $end\n$upscope $end\n$upscope $end\n",
        "line 14: $upscope without a scope")
REFUSES(a_variable_outside_every_scope_is_refused, "$scope module ssem $end\n",
        "$var wire 1 % PP $end\n$scope module ssem $end\n",
        "line 5: variable PP outside every scope")
REFUSES(a_range_that_is_not_the_size_is_refused, "[31:0]", "[15:0]",
        "line 7: variable CI of 32 digits has range [15:0]")
REFUSES(a_vector_without_a_range_is_refused, " [31:0]", "",
        "line 7: variable CI of 32 digits has no range")
REFUSES(a_name_and_range_in_one_word_is_refused, "CI [31:0]", "CI[31:0]",
        "line 7: variable CI[31:0] of 32 digits has no range")
REFUSES(a_vector_value_for_a_digit_is_refused, "1\"", "b1 \"",
        "line 23: ssem.control.carry of 1 digits has value \"")
REFUSES(a_string_for_a_digit_is_refused, "1\"", "sone \"",
        "line 23: sone for wire ssem.control.carry")
REFUSES(two_changes_on_a_line_are_refused, "#200\nb1010 !\n1\"",
        "#200\nb1010 ! 1\"", "line 22: 1\" shares a line with another item")
REFUSES(an_unknown_keyword_is_refused, "$date", "$dale",
        "line 1: unknown keyword $dale")
REFUSES(a_file_without_its_last_time_is_refused, "#400\n", "",
        "line 26: the file is cut short: no #time ends it")

/* Cut after any byte, no file is whole, but where a line "#time" happens to be
 * the last: that is a shorter trace. */
static void a_truncated_file_is_refused(void **state)
{
  static struct vcd vcd;
  char text[VCD_TEXT];
  unsigned whole = 0;

  (void)state;
  for (size_t size = 0; size < strlen(good); size++) {
    char *const copy = malloc(size + 1); /* the sanitizer sees its end */

    memcpy(copy, good, size);
    if (vcd_read(copy, size, VCD_STRICT, NULL, &vcd, text)) {
      assert_true(size > 5 && copy[size - 5] == '#' && copy[size - 1] == '\n');
      whole++;
    }
    free(copy);
  }
  assert_int_equal(whole, 2);
}

struct counter {
  struct vcd_listener listener;
  unsigned carries;
  uint64_t last;
};

static void count(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                  unsigned variable, const char *value)
{
  struct counter *const c = (struct counter *)l;

  if (strcmp(vcd->variable[variable].path, "ssem.control.carry") == 0)
    c->carries += value[0] == '1';
  c->last = time;
}

static void a_listener_hears_every_change(void **state)
{
  static struct vcd vcd;
  struct counter c = { { count }, 0, 0 };
  char text[VCD_TEXT];

  (void)state;
  assert_true(
    vcd_read(good, strlen(good), VCD_STRICT, &c.listener, &vcd, text));
  assert_int_equal(c.carries, 1);
  assert_int_equal(c.last, 300);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_good_file_is_read),
    cmocka_unit_test(a_missing_end_is_refused),
    cmocka_unit_test(a_timescale_that_is_no_power_of_ten_is_refused),
    cmocka_unit_test(a_missing_timescale_is_refused),
    cmocka_unit_test(an_unknown_identifier_is_refused),
    cmocka_unit_test(an_identifier_used_twice_is_refused),
    cmocka_unit_test(a_path_declared_twice_is_refused),
    cmocka_unit_test(time_that_goes_backwards_is_refused),
    cmocka_unit_test(time_that_stands_still_is_refused),
    cmocka_unit_test(a_time_that_is_no_number_is_refused),
    cmocka_unit_test(a_vector_that_is_too_long_is_refused),
    cmocka_unit_test(leading_zeros_are_refused),
    cmocka_unit_test(a_blank_before_the_identifier_of_a_digit_is_refused),
    cmocka_unit_test(a_change_before_the_header_ends_is_refused),
    cmocka_unit_test(a_change_before_dumpvars_is_refused),
    cmocka_unit_test(a_variable_missing_in_dumpvars_is_refused),
    cmocka_unit_test(a_value_that_is_no_digit_is_refused),
    cmocka_unit_test(a_digit_that_is_no_digit_is_refused),
    cmocka_unit_test(a_time_without_changes_is_refused),
    cmocka_unit_test(a_change_that_changes_nothing_is_refused),
    cmocka_unit_test(two_changes_at_one_time_are_refused),
    cmocka_unit_test(a_scope_left_open_is_refused),
    cmocka_unit_test(an_upscope_too_many_is_refused),
    cmocka_unit_test(a_variable_outside_every_scope_is_refused),
    cmocka_unit_test(a_range_that_is_not_the_size_is_refused),
    cmocka_unit_test(a_vector_without_a_range_is_refused),
    cmocka_unit_test(a_name_and_range_in_one_word_is_refused),
    cmocka_unit_test(a_vector_value_for_a_digit_is_refused),
    cmocka_unit_test(a_string_for_a_digit_is_refused),
    cmocka_unit_test(two_changes_on_a_line_are_refused),
    cmocka_unit_test(an_unknown_keyword_is_refused),
    cmocka_unit_test(a_file_without_its_last_time_is_refused),
    cmocka_unit_test(a_truncated_file_is_refused),
    cmocka_unit_test(a_listener_hears_every_change),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
