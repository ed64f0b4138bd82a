// SPDX-License-Identifier: MIT
/*
 * Each theorem of tests/formal, proved; and a broken machine, refuted.
 *
 * The prover is its own program, $BUILD/prove/prove (make prove shows all that
 * it says). A theorem must be proved, and of a mutant it must be refuted, by a
 * case that the mutant confirms; make refute tries a whole table of mutants.
 */
#include "support/need.h"
#include "support/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *build(void)
{
  const char *const b = getenv("BUILD");

  return b != NULL ? b : "build";
}

/* The exit status of a command; 127 if it cannot be run. */
static int status_of(const char *command)
{
  const int status = system(command);

  return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

/* A theorem is proved, in as many cases and equations as the golden file says;
 * with GOLDEN set that file is written. */
static void proved(unsigned theorem)
{
  const bool golden = getenv("GOLDEN") != NULL;
  char prover[512], command[2048];
  int status = 127;

  snprintf(prover, sizeof prover, "%s/prove/prove", build());
  snprintf(command, sizeof command, "$RUN %s %s/prove %s %u", prover, build(),
           golden ? "-" : "tests/golden", theorem);
  if (access(prover, X_OK) == 0)
    status = status_of(command);
  if (status == 77 || status == 127)
    missing(status == 77 ? "yosys is missing" : "a C++ compiler is missing");
  assert_int_equal(status, 0);
  snprintf(command, sizeof command,
           "cp %s/prove/theorem%u.txt tests/golden/theorem%u.txt", build(),
           theorem, theorem);
  if (golden)
    assert_int_equal(status_of(command), 0);
}

static void serial_refines_isa_from_every_state(void **state)
{
  (void)state;
  proved(1);
}

static void every_tick_moves_interp_by_one_t_next_or_none(void **state)
{
  (void)state;
  proved(2);
}

static void a_beat_of_waves_is_36_ticks(void **state)
{
  (void)state;
  proved(3);
}

static void a_tick_is_a_clock_edge_of_the_verilog(void **state)
{
  (void)state;
  proved(4);
}

static void the_gates_are_the_verilog(void **state)
{
  (void)state;
  proved(5);
}

static void as_built_fetch_is_clean_only_if_digits_13_to_15_are_0(void **state)
{
  (void)state;
  proved(6);
}

/* One fault of the table that make refute tries, circuit being what its
 * theorem needs. */
static void refuted(const char *fault, const char *circuit)
{
  char needed[512], command[512];

  snprintf(needed, sizeof needed, "%s/prove/%s", build(), circuit);
  if (access(needed, R_OK) != 0)
    missing(needed);
  snprintf(command, sizeof command, "B=%s tests/formal/refute %s", build(),
           fault);
  assert_int_equal(status_of(command), 0);
}

static void a_test_on_digit_30_refutes_theorem_1(void **state)
{
  (void)state;
  refuted("test-on-digit-30", "prove");
}

static void a_lost_press_refutes_theorem_2(void **state)
{
  (void)state;
  refuted("press-lost", "prove");
}

static void a_sum_taken_for_its_carries_refutes_theorem_3(void **state)
{
  (void)state;
  refuted("waves-carry-without-u", "prove");
}

static void a_digit_early_in_verilog_refutes_theorems_4_and_5(void **state)
{
  (void)state;
  refuted("F-a-digit-early", "gates.aag");
}

static void a_fault_without_effect_is_proved_to_have_none(void **state)
{
  (void)state;
  refuted("one-and-bus-by-xor", "rtl.aag");
}

/* The tables of faults against the golden files of the theorems. */
static void every_claim_has_a_fault_that_it_must_find(void **state)
{
  char command[512];

  (void)state;
  snprintf(command, sizeof command, "B=%s tests/formal/refute named", build());
  assert_int_equal(status_of(command), 0);
}

static void a_claim_that_no_fault_names_is_told(void **state)
{
  (void)state;
  assert_int_equal(status_of("grep -v '^by: 1.4 ' tests/formal/faults.txt | "
                             "awk -f tests/formal/named.awk - "
                             "tests/golden/theorem1.txt >/dev/null"),
                   1);
}

/* What CI tries of make refute names every statement; without one fault of it,
 * in a copy, it does not. */
static void every_statement_has_a_fault_that_ci_tries(void **state)
{
  char command[1024];

  (void)state;
  snprintf(command, sizeof command, "B=%s tests/formal/refute sampled",
           build());
  assert_int_equal(status_of(command), 0);
  snprintf(command, sizeof command,
           "B=$(realpath %s) && rm -rf $B/unsampled && mkdir $B/unsampled && "
           "cp -r --parents tests/formal tests/golden tests/mutants "
           "$B/unsampled && cd $B/unsampled && sed -i "
           "'/^name: isa-final/,/^$/s/^check:.*//' tests/formal/faults.txt && "
           "B=$B tests/formal/refute sampled | grep -qx "
           "'none of check names 1.4'",
           build());
  assert_int_equal(status_of(command), 0);
}

/* A golden file in which one number differs is no golden file. */
static void a_proof_that_shrinks_shows(void **state)
{
  char command[1600];

  (void)state;
  snprintf(command, sizeof command, "%s/prove/prove", build());
  if (access(command, X_OK) != 0)
    missing("a C++ compiler is missing");
  snprintf(
    command, sizeof command,
    "mkdir -p %s/shrunk && sed 's/9216/9215/' tests/golden/theorem6.txt "
    ">%s/shrunk/theorem6.txt && $RUN %s/prove/prove %s/prove %s/shrunk 6",
    build(), build(), build(), build(), build());
  assert_int_equal(status_of(command), 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(serial_refines_isa_from_every_state),
    cmocka_unit_test(every_tick_moves_interp_by_one_t_next_or_none),
    cmocka_unit_test(a_beat_of_waves_is_36_ticks),
    cmocka_unit_test(a_tick_is_a_clock_edge_of_the_verilog),
    cmocka_unit_test(the_gates_are_the_verilog),
    cmocka_unit_test(as_built_fetch_is_clean_only_if_digits_13_to_15_are_0),
    cmocka_unit_test(a_test_on_digit_30_refutes_theorem_1),
    cmocka_unit_test(a_lost_press_refutes_theorem_2),
    cmocka_unit_test(a_sum_taken_for_its_carries_refutes_theorem_3),
    cmocka_unit_test(a_digit_early_in_verilog_refutes_theorems_4_and_5),
    cmocka_unit_test(a_fault_without_effect_is_proved_to_have_none),
    cmocka_unit_test(every_claim_has_a_fault_that_it_must_find),
    cmocka_unit_test(a_claim_that_no_fault_names_is_told),
    cmocka_unit_test(every_statement_has_a_fault_that_ci_tries),
    cmocka_unit_test(a_proof_that_shrinks_shows),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
