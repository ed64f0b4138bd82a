// SPDX-License-Identifier: MIT
/*
 * test_running.c - tests/run counts what began: programs that say what cmocka
 * would, and end as they should not, are told from one that ends well.
 */
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct said said;

/* What a program of two tests prints first. */
#define BEGIN "[==========] Running 2 test(s).\\n[ RUN      ] one\\n"
#define ONE_OK "[       OK ] one\\n"
#define TWO_OK "[ RUN      ] two\\n[       OK ] two\\n"

/* Let tests/run, CI being ci, run a program that prints text and ends with a
 * status. */
static void run_one(const char *ci, const char *text, unsigned status)
{
  char line[1024];

  snprintf(line, sizeof line,
           "printf '#!/bin/sh\\nprintf \"%%s\"\\nexit %u\\n' '%s' >$TMP/test; "
           "chmod +x $TMP/test; RUN= CI=%s tests/run $TMP/test",
           status, text, ci);
  shell(&said, line);
}

static void a_program_that_ends_well_passes(void **state)
{
  (void)state;
  run_one("", BEGIN ONE_OK TWO_OK, 0);
  assert_int_equal(said.status, 0);
  assert_non_null(strstr(said.out, "2 passed, 0 failed\n"));
}

static void a_program_that_ends_in_a_test_fails(void **state)
{
  (void)state;
  run_one("", BEGIN ONE_OK "[ RUN      ] two\\n", 0);
  assert_int_equal(said.status, 1);
  assert_non_null(strstr(said.out, "of 2 tests 2 began and 1 ended"));
}

static void a_program_that_ends_between_tests_fails(void **state)
{
  (void)state;
  run_one("", BEGIN ONE_OK, 0);
  assert_int_equal(said.status, 1);
  assert_non_null(strstr(said.out, "of 2 tests 1 began and 1 ended"));
}

static void a_program_that_begins_no_test_fails(void **state)
{
  (void)state;
  run_one("", "nothing\\n", 0);
  assert_int_equal(said.status, 1);
}

static void an_exit_status_fails_though_every_test_passed(void **state)
{
  (void)state;
  run_one("", BEGIN ONE_OK TWO_OK, 3);
  assert_int_equal(said.status, 1);
}

static void a_failed_test_fails_though_the_exit_status_is_0(void **state)
{
  (void)state;
  run_one("", BEGIN "[  FAILED  ] one\\n" TWO_OK, 0);
  assert_int_equal(said.status, 1);
  assert_non_null(strstr(said.out, "1 passed, 1 failed\n"));
}

static void a_skipped_test_is_named_with_what_is_missing(void **state)
{
  (void)state;
  run_one("", BEGIN "yosys is missing\\n[  SKIPPED ] one\\n" TWO_OK, 0);
  assert_int_equal(said.status, 0);
  assert_non_null(strstr(said.out, "skipped: one: yosys is missing\n"));
  assert_non_null(strstr(said.out, "make deps"));
  assert_non_null(strstr(said.out, "1 passed, 0 failed, 1 skipped\n"));
}

static void a_skipped_test_fails_in_ci(void **state)
{
  (void)state;
  run_one("1", BEGIN "yosys is missing\\n[  SKIPPED ] one\\n" TWO_OK, 0);
  assert_int_equal(said.status, 1);
  assert_non_null(strstr(said.out, "1 tests skipped: in CI that is a failure"));
  assert_non_null(strstr(said.out, "1 passed, 1 failed\n"));
}

static void no_program_at_all_fails(void **state)
{
  (void)state;
  shell(&said, "tests/run");
  assert_int_equal(said.status, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_program_that_ends_well_passes),
    cmocka_unit_test(a_program_that_ends_in_a_test_fails),
    cmocka_unit_test(a_program_that_ends_between_tests_fails),
    cmocka_unit_test(a_program_that_begins_no_test_fails),
    cmocka_unit_test(an_exit_status_fails_though_every_test_passed),
    cmocka_unit_test(a_failed_test_fails_though_the_exit_status_is_0),
    cmocka_unit_test(a_skipped_test_is_named_with_what_is_missing),
    cmocka_unit_test(a_skipped_test_fails_in_ci),
    cmocka_unit_test(no_program_at_all_fails),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
