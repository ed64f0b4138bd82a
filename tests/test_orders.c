// SPDX-License-Identifier: MIT
/*
 * test_orders.c - what each function does to the machine of ssem.c, and the
 * edge cases of orders that other models get wrong.
 */
#include "support/machine.h"
#include "support/test.h"

static struct bench b;

static int clear_bench(void **state)
{
  (void)state;
  bench_clear(&b);
  return 0;
}

static void sto_leaves_the_accumulator_intact(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_STO, 9);
  b.m.S[9] = 0x0f0f0f0f;
  b.m.A = 0x80000001;
  bench_orders(&b, 1);
  assert_int_equal(b.m.S[9], 0x80000001);
  assert_int_equal(b.m.A, 0x80000001);
}

static void function_5_is_sub(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_SUB5, 9);
  b.m.S[9] = 3;
  b.m.A = 10;
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, 7);
}

static void minus_two_to_the_31_negated_is_itself(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_LDN, 9);
  b.m.S[9] = 0x80000000;
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, 0x80000000);
}

static void jmp_loads_all_32_digits_of_ci(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_JMP, 9);
  b.m.S[9] = 0xabcd0123;
  bench_orders(&b, 1);
  assert_int_equal(b.m.CI, 0xabcd0123);
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.CI, 0xabcd0124);
  assert_int_equal(b.m.L, 0x04); /* but five digits address the store */
}

static void jmp_to_minus_1_goes_to_line_0(void **state)
{
  (void)state;
  b.m.S[0] = order(FN_LDN, 9);
  b.m.S[1] = order(FN_JMP, 9);
  b.m.S[9] = 0xffffffff;
  bench_orders(&b, 2);
  assert_int_equal(b.m.CI, 0);
  assert_int_equal(b.m.A, 1);
}

static void jrp_adds_modulo_two_to_the_32(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_JRP, 9);
  b.m.S[9] = (word)-3;
  bench_orders(&b, 1);
  assert_int_equal(b.m.CI, (word)-2);
}

static void cmp_owes_its_skip_to_the_next_s1(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_CMP, 0);
  b.m.A = 0x80000000;
  bench_orders(&b, 1);
  assert_true(b.m.T); /* seen between CMP and the next S1 */
  assert_int_equal(b.m.CI, 1);
  bench_ticks(&b, SSEM_BEAT - 1);
  assert_true(b.m.T);
  assert_int_equal(b.m.CI, 3);
  bench_ticks(&b, 1);
  assert_false(b.m.T);
}

static void zero_is_not_negative(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_CMP, 0);
  bench_orders(&b, 1);
  assert_false(b.m.T);
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.CI, 2);
}

static void cmp_in_line_30_skips_to_line_0(void **state)
{
  (void)state;
  b.m.CI = 29;
  b.m.S[30] = order(FN_CMP, 0);
  b.m.S[31] = order(FN_STP, 0);
  b.m.S[0] = order(FN_SUB, 9);
  b.m.S[9] = 1;
  b.m.A = 0xffffffff;
  bench_orders(&b, 2);
  assert_int_equal(b.m.A, (word)-2);
  assert_int_equal(b.m.CI, 32);
  assert_false(b.m.stop);
}

static void line_31_runs_on_into_line_0(void **state)
{
  (void)state;
  b.m.CI = 30;
  b.m.S[31] = order(FN_LDN, 9);
  b.m.S[0] = order(FN_STO, 10);
  b.m.S[9] = 4;
  bench_orders(&b, 2);
  assert_int_equal(b.m.S[10], (word)-4);
  assert_int_equal(b.m.CI, 32);
}

static void a_blank_line_is_jmp_0(void **state)
{
  (void)state;
  b.m.S[0] = 8;
  bench_orders(&b, 1);
  assert_int_equal(b.m.CI, 8);
}

static void sto_to_the_line_of_the_next_order_is_obeyed(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_STO, 2);
  b.m.S[2] = order(FN_STP, 0);
  b.m.A = order(FN_LDN, 9);
  b.m.S[9] = 1;
  bench_orders(&b, 2);
  assert_int_equal(b.m.A, 0xffffffff);
  assert_false(b.m.stop);
}

static void an_order_may_store_over_itself(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_STO, 1);
  b.m.A = order(FN_STP, 0);
  bench_orders(&b, 1);
  assert_int_equal(b.m.S[1], order(FN_STP, 0));
  assert_false(b.m.stop); /* it was obeyed as STO */
}

static void ignored_digits_are_ignored(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_LDN, 9) | 0xffff1fe0;
  b.m.S[9] = 2;
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, (word)-2);
}

#define test(name) cmocka_unit_test_setup(name, clear_bench)

int main(void)
{
  const struct CMUnitTest tests[] = {
    test(sto_leaves_the_accumulator_intact),
    test(function_5_is_sub),
    test(minus_two_to_the_31_negated_is_itself),
    test(jmp_loads_all_32_digits_of_ci),
    test(jmp_to_minus_1_goes_to_line_0),
    test(jrp_adds_modulo_two_to_the_32),
    test(cmp_owes_its_skip_to_the_next_s1),
    test(zero_is_not_negative),
    test(cmp_in_line_30_skips_to_line_0),
    test(line_31_runs_on_into_line_0),
    test(a_blank_line_is_jmp_0),
    test(sto_to_the_line_of_the_next_order_is_obeyed),
    test(an_order_may_store_over_itself),
    test(ignored_digits_are_ignored),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
