// SPDX-License-Identifier: MIT
/* test_time_unit.c - units of time, and durations in words. */
#include "support/test.h"

#include "sim/text/time_unit.h"

#include <string.h>

static void a_unit_is_known_by_its_whole_name(void **state)
{
  static const struct {
    const char *name;
    double seconds;
  } units[] = { { "s", 1 },     { "ms", 1e-3 },  { "us", 1e-6 },
                { "ns", 1e-9 }, { "ps", 1e-12 }, { "fs", 1e-15 },
                { "", 0 },      { "m", 0 },      { "nsx", 0 },
                { "MS", 0 } };

  (void)state;
  for (unsigned i = 0; i < sizeof units / sizeof units[0]; i++)
    assert_true(time_unit(units[i].name, strlen(units[i].name)) ==
                units[i].seconds);
}

static void a_duration_is_told_in_the_largest_unit_that_fits(void **state)
{
  static const struct {
    double seconds;
    const char *words;
  } times[] = {
    { 0.0042, "4.2 ms" },
    { 1, "1 s" },
    { 3600.5, "3600.5 s" },
    { 25 * 1e-6, "25 us" },
    { 1000 * 1e-9, "1 us" },
    { 999 * 1e-9, "999 ns" },
    { 2e-15, "2 fs" },
    { 0, "0 fs" },
    { 123456789e-9, "123.456789 ms" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof times / sizeof times[0]; i++) {
    char words[TIME_WORDS];

    time_words(times[i].seconds, words);
    assert_string_equal(words, times[i].words);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_unit_is_known_by_its_whole_name),
    cmocka_unit_test(a_duration_is_told_in_the_largest_unit_that_fits),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
