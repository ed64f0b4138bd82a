// SPDX-License-Identifier: MIT
/*
 * test_mutants.c - the checks fail when they should: eight single faults, half
 * in C and half in Verilog, are each told from the machine. make mutants tries
 * the whole table.
 */
#include "sim/level/levels.h"
#include "support/need.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>

/* Run tests/mutants/run, or skip where there is no Verilator. */
static int run_mutants(const char *which)
{
  const char *const build = getenv("BUILD");
  char text[TEXT_SENTENCE], command[512];
  struct level *const rtl =
    level_open("rtl", &(const struct level_options){ .as_built = false }, text);

  if (rtl == NULL)
    missing(text);
  rtl->ops->close(rtl);
  snprintf(command, sizeof command, "B=%s tests/mutants/run %s 2>&1",
           build != NULL ? build : "build", which);
  return system(command);
}

static void eight_faults_are_caught(void **state)
{
  (void)state;
  assert_int_equal(run_mutants("check"), 0);
}

/* A fault that no behaviour shows must live: then the others die for cause. */
static void a_fault_without_effect_is_not_caught(void **state)
{
  (void)state;
  assert_int_equal(run_mutants("one-and-bus-by-xor"), 0);
}

static void every_fault_fits_its_page(void **state)
{
  (void)state;
  assert_int_equal(run_mutants("fit"), 0);
}

static void a_fault_that_fits_nowhere_is_an_error(void **state)
{
  (void)state;
  assert_int_not_equal(run_mutants("no-such-fault"), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(eight_faults_are_caught),
    cmocka_unit_test(a_fault_without_effect_is_not_caught),
    cmocka_unit_test(every_fault_fits_its_page),
    cmocka_unit_test(a_fault_that_fits_nowhere_is_an_error),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
