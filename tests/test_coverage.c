// SPDX-License-Identifier: MIT
/*
 * test_coverage.c - each row of coverage.h: what comes by it, and what comes
 * near it and does not.
 */
#include "sim/lockstep/coverage.h"
#include "support/test.h"

#define ORDER(f, n) ((word)(f) << 13 | (n))
#define CMP ORDER(FN_CMP, 0)
#define LEAST 0x80000000U

/* T-states about to obey: the order in line CI, and what its operand line, 20,
 * and A are. `near` differs and does not come by the row. */
struct before {
  word CI, PI, A, s;
};

static const struct {
  unsigned row;
  struct before by, near;
} cases[] = {
  { COVERAGE_SKIP, { 1, CMP, LEAST, 0 }, { 1, CMP, 7, 0 } },
  { COVERAGE_NO_SKIP, { 1, CMP, 7, 0 }, { 1, CMP, LEAST, 0 } },
  { COVERAGE_ZERO, { 1, CMP, 0, 0 }, { 1, CMP, 1, 0 } },
  { COVERAGE_NEXT,
    { 19, ORDER(FN_STO, 20), 0, 0 },
    { 18, ORDER(FN_STO, 20), 0, 0 } },
  { COVERAGE_NEXT,
    { 31, ORDER(FN_STO, 0), 0, 0 },
    { 0, ORDER(FN_STO, 31), 0, 0 } },
  { COVERAGE_SELF,
    { 20, ORDER(FN_STO, 20), 0, 0 },
    { 20, ORDER(FN_LDN, 20), 0, 0 } },
  { COVERAGE_OVER_31,
    { 1, ORDER(FN_JMP, 20), 0, 31 },
    { 1, ORDER(FN_JMP, 20), 0, 30 } },
  { COVERAGE_OVER_31,
    { 1, ORDER(FN_JRP, 20), 0, 30 },
    { 1, ORDER(FN_JRP, 20), 0, 29 } },
  { COVERAGE_OVER_31, { 1, ORDER(FN_JMP, 20), 0, LEAST }, { 40, CMP, 0, 0 } },
  { COVERAGE_WRAP,
    { 31, ORDER(FN_LDN, 20), 0, 0 },
    { 30, ORDER(FN_LDN, 20), 0, 0 } },
  { COVERAGE_WRAP,
    { 63, ORDER(FN_SUB, 20), 0, 0 },
    { 31, ORDER(FN_JMP, 20), 0, 0 } },
  { COVERAGE_WRAP, { 30, CMP, LEAST, 0 }, { 31, ORDER(FN_STP, 0), 0, 0 } },
  { COVERAGE_SKIP_WRAP, { 30, CMP, LEAST, 0 }, { 30, CMP, 0, 0 } },
  { COVERAGE_SKIP_WRAP, { 31, CMP, LEAST, 0 }, { 29, CMP, LEAST, 0 } },
  { COVERAGE_JMP_BACK,
    { 1, ORDER(FN_JMP, 20), 0, UINT32_MAX },
    { 1, ORDER(FN_JMP, 20), 0, 31 } },
  { COVERAGE_LEAST,
    { 1, ORDER(FN_LDN, 20), 0, LEAST },
    { 1, ORDER(FN_LDN, 20), 0, 1 } },
  { COVERAGE_OVERFLOW,
    { 1, ORDER(FN_SUB, 20), LEAST, 1 },
    { 1, ORDER(FN_SUB, 20), LEAST, LEAST } },
  { COVERAGE_OVERFLOW,
    { 1, ORDER(FN_SUB5, 20), 0, LEAST },
    { 1, ORDER(FN_SUB5, 20), UINT32_MAX, LEAST } },
  { COVERAGE_IGNORED,
    { 1, ORDER(FN_LDN, 20) | 1U << 16, 0, 0 },
    { 1, ORDER(FN_LDN, 20), 0, 0 } },
  { COVERAGE_IGNORED, { 1, CMP | 1, 0, 0 }, { 1, CMP, 0, 0 } },
  { COVERAGE_BLANK, { 1, 0, 0, 0 }, { 1, ORDER(FN_JMP, 20), 0, 0 } },
};

/* Is the row lacking, if every function but none of the edges were obeyed
 * before? */
static bool lacks_after(unsigned row, const struct before *b)
{
  struct coverage c = { .functions = 0xff };
  char text[COVERAGE_TEXT];
  struct isa t;

  isa_clear(&t, b->CI);
  t.A = b->A;
  t.S[20] = b->s;
  t.S[b->CI & 31] = b->PI;
  coverage_add(&c, &t);
  return coverage_lacks(&c, row, text);
}

static void each_row_is_come_by_as_its_words_say(void **state)
{
  bool seen[COVERAGE_ROWS] = { [COVERAGE_FUNCTIONS] = true };

  (void)state;
  for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    seen[cases[i].row] = true;
    if (lacks_after(cases[i].row, &cases[i].by))
      fail_msg("case %u does not come by row %u", i, cases[i].row);
    if (!lacks_after(cases[i].row, &cases[i].near))
      fail_msg("what is near case %u comes by row %u", i, cases[i].row);
  }
  for (unsigned i = 0; i < COVERAGE_ROWS; i++)
    assert_true(seen[i]);
}

static void the_functions_are_listed(void **state)
{
  struct coverage c = { 0 };
  char text[COVERAGE_TEXT];
  struct isa t;

  (void)state;
  assert_true(coverage_lacks(&c, COVERAGE_FUNCTIONS, text));
  assert_string_equal(text, "never obeyed: JMP, JRP, LDN, STO, SUB, SUB by 5, "
                            "CMP, STP");
  isa_clear(&t, 1);
  for (unsigned f = 0; f < 8; f++) {
    t.S[1] = ORDER(f, 20);
    if (f != FN_JRP && f != FN_SUB5)
      coverage_add(&c, &t);
  }
  assert_true(coverage_lacks(&c, COVERAGE_FUNCTIONS, text));
  assert_string_equal(text, "never obeyed: JRP, SUB by 5");
  t.S[1] = ORDER(FN_JRP, 20);
  coverage_add(&c, &t);
  t.S[1] = ORDER(FN_SUB5, 20);
  coverage_add(&c, &t);
  assert_false(coverage_lacks(&c, COVERAGE_FUNCTIONS, text));
}

static void the_edges_of_a_function_not_obeyed_are_not_told(void **state)
{
  const struct coverage only_stp = { .functions = 1 << FN_STP };
  char text[COVERAGE_TEXT];
  unsigned told = 0;

  (void)state;
  for (unsigned i = 1; i < COVERAGE_ROWS; i++)
    told += coverage_lacks(&only_stp, i, text);
  assert_int_equal(told, 2); /* wrapped, and digits ignored */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_row_is_come_by_as_its_words_say),
    cmocka_unit_test(the_functions_are_listed),
    cmocka_unit_test(the_edges_of_a_function_not_obeyed_are_not_told),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
