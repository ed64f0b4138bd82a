// SPDX-License-Identifier: MIT
/*
 * test_console.c - the controls of the operator's console: what each does, for
 * how long it must be held, and what it must not do. The keys that write and
 * clear are in test_console_keys.c.
 */
#include "support/machine.h"
#include "support/test.h"

#include "sim/tube.h"

#include <string.h>

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

static void cs_stop_lets_the_bar_end_and_begins_no_other(void **state)
{
  (void)state;
  bench_ticks(&b, 10);
  b.k.CS = 0;
  bench_to_beat(&b, BEAT_S1);
  assert_false(b.m.active);
  assert_false(b.m.stop);
  bench_bars(&b, 3);
  assert_int_equal(b.m.CI, 1);
  assert_int_equal(b.m.A, (word)-6);
}

static void cs_run_goes_on_with_the_next_order(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.CS = 1;
  bench_orders(&b, 1);
  assert_int_equal(b.m.S[10], (word)-6);
}

static void cs_does_nothing_while_the_stop_lamp_is_lit(void **state)
{
  (void)state;
  bench_orders(&b, 3);
  assert_true(b.m.stop);
  b.k.CS = 0;
  bench_bars(&b, 1);
  b.k.CS = 1;
  bench_bars(&b, 3);
  assert_true(b.m.stop);
  assert_int_equal(b.m.CI, 3);
}

static void kc_obeys_one_order_a_press(void **state)
{
  (void)state;
  b.k.CS = 0;
  ssem_clear(&b.m, &b.k);
  b.m.S[1] = order(FN_LDN, 9);
  b.m.S[9] = 6;
  bench_bars(&b, 2);
  assert_int_equal(b.m.CI, 0);
  bench_press_KC(&b);
  bench_bars(&b, 4);
  assert_int_equal(b.m.CI, 1);
  assert_int_equal(b.m.A, (word)-6);
}

static void kc_is_never_lost_in_whatever_digit_period_it_comes(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    clear_bench(NULL);
    bench_stop(&b);
    bench_ticks(&b, phase);
    assert_int_equal(b.m.CI, 1);
    bench_press_KC(&b);
    bench_bars(&b, 4);
    assert_int_equal(b.m.CI, 2);
  }
}

static void kc_goes_on_after_stp_at_the_next_line(void **state)
{
  (void)state;
  b.m.S[4] = order(FN_LDN, 10);
  b.m.S[5] = order(FN_STP, 0);
  bench_orders(&b, 3);
  assert_true(b.m.stop);
  bench_press_KC(&b);
  bench_orders(&b, 1);
  assert_false(b.m.stop); /* cleared, so that Run runs on */
  assert_int_equal(b.m.CI, 4);
  assert_int_equal(b.m.A, 6);
  bench_orders(&b, 1);
  assert_true(b.m.stop);
  assert_int_equal(b.m.CI, 5);
}

static void kc_during_the_bar_of_an_stp_goes_on_too(void **state)
{
  (void)state;
  b.m.S[4] = order(FN_LDN, 10);
  bench_orders(&b, 2);
  bench_ticks(&b, SSEM_BAR - 20);
  bench_press_KC(&b);
  bench_to_beat(&b, BEAT_S1);
  assert_true(b.m.active);
  bench_orders(&b, 1);
  assert_int_equal(b.m.CI, 4);
}

static void man_obeys_the_switches_and_ci_still_counts(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.MAN = 1;
  b.k.LS = 9;
  b.k.FS = FN_SUB;
  bench_press_KC(&b);
  bench_bars(&b, 3);
  assert_int_equal(b.m.A, (word)-12); /* -6 from line 1, then A - 6 */
  assert_int_equal(b.m.CI, 2);
}

static void man_regenerates_pi_in_a1(void **state)
{
  const word PI = order(FN_LDN, 9);

  (void)state;
  bench_stop(&b);
  assert_int_equal(b.m.PI, PI);
  b.k.MAN = 1;
  b.k.FS = FN_CMP;
  b.k.LS = 10;
  bench_press_KC(&b);
  bench_bars(&b, 3);
  assert_int_equal(b.m.PI, PI);
}

static void man_with_all_switches_down_is_stp(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.MAN = 1;
  bench_press_KC(&b);
  bench_bars(&b, 2);
  assert_true(b.m.stop);
}

static void man_each_function_acts_once_a_press(void **state)
{
  (void)state;
  bench_stop(&b);
  b.k.MAN = 1;
  b.k.LS = 11;
  b.k.FS = FN_STO;
  bench_press_KC(&b);
  bench_bars(&b, 3);
  assert_int_equal(b.m.S[11], (word)-6);
  b.k.FS = FN_JMP;
  bench_press_KC(&b);
  bench_bars(&b, 3);
  assert_int_equal(b.m.CI, (word)-6);
  b.k.FS = FN_LDN;
  bench_press_KC(&b);
  bench_bars(&b, 3);
  assert_int_equal(b.m.A, 6);
}

static void line_switches_up_in_auto_take_digits_out_of_orders(void **state)
{
  (void)state;
  b.k.LS = 30; /* digit 0 up: LDN 9 is seen as LDN 8, line 1 as line 0 */
  b.m.S[0] = order(FN_LDN, 9);
  b.m.S[8] = 1;
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, (word)-1);
}

static void function_switches_up_in_auto_take_digits_out_of_orders(void **state)
{
  (void)state;
  b.k.FS = 5; /* F1 up: LDN 010 is seen as JMP 000 */
  bench_orders(&b, 1);
  assert_int_equal(b.m.A, 0);
  assert_int_equal(b.m.CI, 6);
}

static void the_display_switch_shows_s_a_or_c(void **state)
{
  word lines[SSEM_LINES];
  char text[TUBE_TEXT];

  (void)state;
  bench_orders(&b, 1);
  tube_lines(TUBE_S, b.m.S, b.m.A, b.m.CI, b.m.PI, lines);
  assert_memory_equal(lines, b.m.S, sizeof lines);
  tube_lines(TUBE_A, b.m.S, b.m.A, b.m.CI, b.m.PI, lines);
  assert_int_equal(lines[0], (word)-6);
  assert_int_equal(lines[31], (word)-6);
  tube_lines(TUBE_C, b.m.S, b.m.A, b.m.CI, b.m.PI, lines);
  assert_int_equal(lines[0], 1);
  assert_int_equal(lines[1], order(FN_LDN, 9));
  tube_text(lines, text);
  assert_non_null(strstr(text, "00  #..............................."));
  assert_non_null(strstr(text, "01  #..#..........#................."));
  assert_non_null(strstr(text, "LDN 9"));
}

/* 1948: a program keyed in digit by digit, then cleared and run. */
static void a_program_can_be_keyed_in_from_every_phase(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    bench_clear(&b);
    b.m.S[0] = 0x5a5a5a5a; /* rubbish, loops for ever */
    b.m.S[7] = 0xffffffff;
    bench_stop(&b);
    bench_ticks(&b, phase);
    bench_key_in(&b, 1, order(FN_LDN, 7));
    bench_key_in(&b, 2, order(FN_STO, 8));
    bench_key_in(&b, 3, order(FN_STP, 0));
    bench_key_in(&b, 7, 41);
    bench_ticks(&b, 72);
    bench_clear_control(&b);
    b.k.CS = 1;
    if (b.m.stop)
      bench_press_KC(&b);
    bench_bars(&b, 6);
    assert_true(b.m.stop);
    assert_int_equal(b.m.CI, 3);
    assert_int_equal(b.m.S[8], (word)-41);
  }
}

#define test(name) cmocka_unit_test_setup(name, clear_bench)

int main(void)
{
  const struct CMUnitTest tests[] = {
    test(cs_stop_lets_the_bar_end_and_begins_no_other),
    test(cs_run_goes_on_with_the_next_order),
    test(cs_does_nothing_while_the_stop_lamp_is_lit),
    test(kc_obeys_one_order_a_press),
    test(kc_is_never_lost_in_whatever_digit_period_it_comes),
    test(kc_goes_on_after_stp_at_the_next_line),
    test(kc_during_the_bar_of_an_stp_goes_on_too),
    test(man_obeys_the_switches_and_ci_still_counts),
    test(man_regenerates_pi_in_a1),
    test(man_with_all_switches_down_is_stp),
    test(man_each_function_acts_once_a_press),
    test(line_switches_up_in_auto_take_digits_out_of_orders),
    test(function_switches_up_in_auto_take_digits_out_of_orders),
    test(the_display_switch_shows_s_a_or_c),
    test(a_program_can_be_keyed_in_from_every_phase),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
