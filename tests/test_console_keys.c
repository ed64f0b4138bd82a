// SPDX-License-Identifier: MIT
/*
 * test_console_keys.c - the keys of the console that write and clear: the
 * typewriter, KLC, KSC and KCC.
 */
#include "support/machine.h"
#include "support/test.h"

static struct bench b;

/* A program of three orders: -S[9], store, stop. */
static int clear_bench(void **state)
{
  (void)state;
  bench_clear(&b);
  b.m.S[1] = order(FN_LDN, 9);
  b.m.S[2] = order(FN_STO, 10);
  b.m.S[3] = order(FN_STP, 0);
  b.m.S[9] = 6;
  return 0;
}

static void typewriter_writes_and_erases_digits_of_the_action_line(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.LS = 12;
  bench_ticks(&b, 72);
  b.k.WRITE = 1;
  b.k.TW = 0x80000005;
  bench_ticks(&b, 72);
  assert_int_equal(b.m.S[12], 0x80000005);
  b.k.WRITE = 0;
  b.k.TW = 0x4;
  bench_ticks(&b, 72);
  assert_int_equal(b.m.S[12], 0x80000001);
}

static void a_keyed_digit_is_0_on_the_bus_even_when_writing(void **state)
{
  (void)state;
  b.k.WRITE = 1;
  b.k.TW = 0x4000; /* F1 of LDN: the fetch sees JMP 9 */
  bench_ticks(&b, 2 * SSEM_BEAT);
  assert_int_equal(b.m.PI, 9);
}

static void a_key_beats_sto_and_sto_beats_klc(void **state)
{
  (void)state;
  bench_orders(&b, 1);
  bench_ticks(&b, 3 * SSEM_BEAT); /* A2 of STO 10, A = -6 = ...11111010 */
  b.k.WRITE = 0;
  b.k.TW = 0x2;
  b.k.KLC = 1;
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.S[10], (word)-6 & ~(word)2);
  assert_int_equal(b.m.A, (word)-6);
}

static void klc_clears_the_action_line_only(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.LS = 9;
  b.k.KLC = 1;
  bench_ticks(&b, 72);
  b.k.KLC = 0;
  bench_ticks(&b, 72);
  assert_int_equal(b.m.S[9], 0);
  assert_int_equal(b.m.S[1], order(FN_LDN, 9));
  assert_int_equal(b.m.S[31], 0);
}

static void ksc_clears_the_store_in_one_full_scan(void **state)
{
  word any;

  (void)state;
  bench_stop(&b);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    b.m.S[n] = 0xffffffff;
  b.k.KSC = 1;
  bench_ticks(&b, 2304 - 144);
  any = 0;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    any |= b.m.S[n];
  assert_int_not_equal(any, 0);
  bench_ticks(&b, 144);
  any = 0;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    any |= b.m.S[n];
  assert_int_equal(any, 0);
  assert_int_equal(b.m.A, (word)-6);
}

static void ksc_clears_the_action_line_at_once(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.LS = 9;
  bench_ticks(&b, 72);
  b.k.KSC = 1;
  bench_ticks(&b, 72);
  assert_int_equal(b.m.S[9], 0);
}

static void kcc_clears_ci_a_and_the_owed_test(void **state)
{
  (void)state;
  b.m.S[2] = order(FN_CMP, 0);
  bench_orders(&b, 1);
  b.k.CS = 0;
  bench_orders(&b, 1);
  assert_true(b.m.T);
  b.k.KCC = 1;
  bench_ticks(&b, SSEM_BEAT);
  b.k.KCC = 0;
  assert_int_equal(b.m.CI, 0);
  assert_int_equal(b.m.A, 0);
  assert_false(b.m.T);
  b.k.CS = 1;
  bench_orders(&b, 1);
  assert_int_equal(b.m.CI, 1); /* Run starts at line 1 */
}

static void kcc_leaves_pi_and_the_stop_lamp(void **state)
{
  (void)state;
  bench_orders(&b, 3);
  b.k.KCC = 1;
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.CI, 0);
  assert_int_equal(b.m.PI, order(FN_STP, 0));
  assert_true(b.m.stop);
}

static void kcc_clears_pi_only_while_the_control_tube_shows_it(void **state)
{
  (void)state;
  bench_ticks(&b, 2 * SSEM_BEAT); /* S2 of an active bar: CY */
  b.k.KCC = 1;
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.PI, 0);
  assert_int_equal(b.m.CI, 1);
}

#define test(name) cmocka_unit_test_setup(name, clear_bench)

int main(void)
{
  const struct CMUnitTest tests[] = {
    test(typewriter_writes_and_erases_digits_of_the_action_line),
    test(a_keyed_digit_is_0_on_the_bus_even_when_writing),
    test(a_key_beats_sto_and_sto_beats_klc),
    test(klc_clears_the_action_line_only),
    test(ksc_clears_the_store_in_one_full_scan),
    test(ksc_clears_the_action_line_at_once),
    test(kcc_clears_ci_a_and_the_owed_test),
    test(kcc_leaves_pi_and_the_stop_lamp),
    test(kcc_clears_pi_only_while_the_control_tube_shows_it),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
