// SPDX-License-Identifier: MIT
/*
 * test_ssem.c - the machine digit by digit: what is seen, in which digit
 * period. What the functions do is in test_orders.c.
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

static void a_cleared_machine_begins_an_active_bar(void **state)
{
  (void)state;
  assert_int_equal(b.m.beat, BEAT_S1);
  assert_int_equal(b.m.p, 0);
  assert_true(b.m.active);
  assert_false(b.m.stop);
  assert_int_equal(b.m.CI, 0);
}

static void a_bar_is_144_digit_periods_for_every_function(void **state)
{
  (void)state;
  for (unsigned f = FN_JMP; f <= FN_STP; f++) {
    bench_clear(&b);
    b.m.S[1] = order((enum ssem_function)f, 2);
    bench_ticks(&b, SSEM_BAR);
    assert_int_equal(b.m.beat, BEAT_S1);
    assert_int_equal(b.m.p, 0);
  }
}

static void the_first_order_is_taken_from_line_1(void **state)
{
  (void)state;
  b.m.S[0] = order(FN_LDN, 30);
  b.m.S[1] = order(FN_LDN, 31);
  b.m.S[30] = 5;
  b.m.S[31] = 7;
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, (word)-7);
  assert_int_equal(b.m.CI, 1);
}

static void ci_is_incremented_at_the_end_of_s1_digit_by_digit(void **state)
{
  (void)state;
  b.m.CI = 7; /* 0111: the carry ripples through three digits */
  bench_ticks(&b, 1);
  assert_int_equal(b.m.CI, 6);
  bench_ticks(&b, 2);
  assert_int_equal(b.m.CI, 0);
  bench_ticks(&b, 1);
  assert_int_equal(b.m.CI, 8);
}

static void the_carry_out_of_digit_31_is_lost(void **state)
{
  (void)state;
  b.m.CI = 0xffffffff;
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.CI, 0);
  assert_false(b.m.carry);
}

static void fetch_brings_the_order_to_pi_in_a1(void **state)
{
  (void)state;
  b.m.S[1] = 0xdeadbeef;
  b.m.PI = 0x12345678; /* the old PI is erased */
  bench_ticks(&b, 2 * SSEM_BEAT);
  assert_int_equal(b.m.PI, 0xdeadbeef);
  assert_int_equal(b.m.CI, 1);
}

static void pi_is_staticised_in_s2_at_its_own_digits(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_SUB5, 21);
  bench_ticks(&b, 2 * SSEM_BEAT + 1);
  assert_int_equal(b.m.L & 1, 1); /* digit 0 has passed */
  bench_ticks(&b, 4);
  assert_int_equal(b.m.L, 21);
  assert_int_equal(b.m.F, 0);
  bench_ticks(&b, 11);
  assert_int_equal(b.m.F, 5);
}

static void black_out_holds_the_tubes_and_reads_nothing(void **state)
{
  struct ssem_wires w;

  (void)state;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    b.m.S[n] = 0xffffffff;
  b.m.A = b.m.PI = 0xffffffff;
  for (unsigned i = 0; i < SSEM_BAR; i++) {
    const struct ssem before = b.m;

    ssem_settle(&b.m, &b.k, &w);
    ssem_clock(&b.m, &b.k, &w);
    assert_int_equal(w.BO, i % SSEM_BEAT >= 32);
    if (!w.BO)
      continue;
    assert_false(w.s | w.bus | w.c | w.x | w.a | w.y);
    assert_int_equal(b.m.CI, before.CI);
    assert_int_equal(b.m.PI, before.PI);
    assert_int_equal(b.m.A, before.A);
    assert_memory_equal(b.m.S, before.S, sizeof b.m.S);
    assert_false(b.m.carry | b.m.borrow);
  }
}

static void a_borrow_out_of_digit_31_does_not_reach_the_next_beat(void **state)
{
  (void)state;
  b.m.S[1] = order(FN_SUB, 9);
  b.m.S[9] = 1;
  bench_ticks(&b, 3 * SSEM_BEAT + 32);
  assert_int_equal(b.m.A, 0xffffffff);
  assert_true(b.m.borrow);
  bench_ticks(&b, 1);
  assert_false(b.m.borrow);
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, 0xffffffff);
}

static void stp_lights_the_lamp_and_leaves_everything(void **state)
{
  (void)state;
  b.m.CI = 6;
  b.m.S[7] = order(FN_STP, 3);
  b.m.S[3] = 9;
  b.m.A = 5;
  bench_orders(&b, 1);
  assert_true(b.m.stop);
  assert_false(b.m.active);
  assert_true(ssem_stopped(&b.m));
  assert_int_equal(b.m.CI, 7);
  assert_int_equal(b.m.A, 5);
  assert_int_equal(b.m.S[3], 9);
}

static void idle_bars_regenerate_and_count_lines(void **state)
{
  struct ssem before;

  (void)state;
  b.m.S[1] = order(FN_STP, 0);
  b.m.S[5] = 0x13579bdf;
  b.m.A = 0x2468ace0;
  bench_orders(&b, 1);
  before = b.m;
  bench_bars(&b, 3);
  assert_memory_equal(b.m.S, before.S, sizeof before.S);
  assert_int_equal(b.m.A, before.A);
  assert_int_equal(b.m.CI, before.CI);
  assert_int_equal(b.m.PI, before.PI);
  assert_int_equal(b.m.LC, (before.LC + 6) & 31);
  assert_int_equal(b.m.L, 31); /* the switches, all down */
}

static void the_whole_store_is_scanned_in_32_scan_beats(void **state)
{
  struct ssem_wires w;
  uint32_t seen = 0;

  (void)state;
  for (unsigned i = 0; i < 2304; i++) {
    ssem_settle(&b.m, &b.k, &w);
    if (!w.HA)
      seen |= (uint32_t)1 << w.line;
    ssem_clock(&b.m, &b.k, &w);
  }
  assert_int_equal(seen, 0xffffffff);
  assert_int_equal(b.m.LC, 0);
}

static void as_built_a_ci_with_digit_13_spoils_the_fetch(void **state)
{
  (void)state;
  b.m.as_built = 1;
  b.m.CI = (4 << 13) | 0; /* 100: A1 adds to the old PI, as SUB adds nothing */
  b.m.S[1] = order(FN_LDN, 9);
  b.m.PI = 0x7;
  bench_ticks(&b, SSEM_BEAT);
  assert_int_equal(b.m.F, 4);
  bench_ticks(&b, SSEM_BEAT);
  assert_int_not_equal(b.m.PI, order(FN_LDN, 9));

  bench_clear(&b); /* the default reading holds F at 0 */
  b.m.CI = (4 << 13) | 0;
  b.m.S[1] = order(FN_LDN, 9);
  b.m.PI = 0x7;
  bench_ticks(&b, 2 * SSEM_BEAT);
  assert_int_equal(b.m.PI, order(FN_LDN, 9));
}

static void as_built_function_100_adds_to_the_old_pi(void **state)
{
  (void)state;
  b.m.as_built = 1;
  b.m.CI = 1 << 13; /* digits 13 14 15 = 100 as the tube shows them */
  b.m.S[1] = order(FN_STO, 9);
  b.m.PI = 3;
  bench_ticks(&b, 2 * SSEM_BEAT);
  assert_int_equal(b.m.PI, order(FN_STO, 9) + 3);
}

#define test(name) cmocka_unit_test_setup(name, clear_bench)

int main(void)
{
  const struct CMUnitTest tests[] = {
    test(a_cleared_machine_begins_an_active_bar),
    test(a_bar_is_144_digit_periods_for_every_function),
    test(the_first_order_is_taken_from_line_1),
    test(ci_is_incremented_at_the_end_of_s1_digit_by_digit),
    test(the_carry_out_of_digit_31_is_lost),
    test(fetch_brings_the_order_to_pi_in_a1),
    test(pi_is_staticised_in_s2_at_its_own_digits),
    test(black_out_holds_the_tubes_and_reads_nothing),
    test(a_borrow_out_of_digit_31_does_not_reach_the_next_beat),
    test(stp_lights_the_lamp_and_leaves_everything),
    test(idle_bars_regenerate_and_count_lines),
    test(the_whole_store_is_scanned_in_32_scan_beats),
    test(as_built_a_ci_with_digit_13_spoils_the_fetch),
    test(as_built_function_100_adds_to_the_old_pi),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
