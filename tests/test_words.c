// SPDX-License-Identifier: MIT
/*
 * test_words.c - every word of a stimulus, begun in each of the 144 digit
 * periods of a bar (clear store: in each of the 2304 of a scan), does what it
 * says. What is refused: test_words_refused.c.
 *
 * What it says is everything that remembers: the words are held against a store
 * of random digits in which only the line named may change.
 */
#include "support/machine.h"
#include "support/playing.h"
#include "support/random.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct ssem before;

static void idle(unsigned phase)
{
  play_idle(phase);
  before = played.m;
}

static void running(unsigned phase)
{
  play_running(phase);
  before = played.m;
}

/* Let everything but time and the staticisors, which follow the switches, be as
 * it was before. */
static void as_before(unsigned phase)
{
  const char *differs;

  before.L = played.m.L;
  before.F = played.m.F;
  before.LC = played.m.LC;
  before.beat = played.m.beat;
  before.p = played.m.p;
  differs = ssem_difference(&before, &played.m);
  if (differs != NULL)
    fail_msg("begun in digit period %u: %s", phase, differs);
}

/* A word played on an idle machine in every phase of a bar; check() puts into
 * `before` what it is to have done. */
static void in_every_phase(const char *what, uint64_t time,
                           void (*check)(unsigned phase))
{
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    play(what);
    assert_true(played.p.status == PLAYER_ENDED ||
                played.p.status == PLAYER_HALTED);
    assert_int_equal(played.time, time);
    play("wait 2 bars"); /* whatever it began is over */
    check(phase);
    as_before(phase);
  }
}

static void line_5_is_clear(unsigned phase)
{
  (void)phase;
  before.S[5] = 0;
}

static void clear_line_clears_that_line_only(void **state)
{
  (void)state;
  in_every_phase("clear line 5", 144, line_5_is_clear);
}

static void line_5_has_digits_0_and_31_more(unsigned phase)
{
  (void)phase;
  before.S[5] |= 0x80000001;
}

static void key_writes_those_digits_of_that_line_only(void **state)
{
  (void)state;
  in_every_phase("key 5 digits 0 31", 144, line_5_has_digits_0_and_31_more);
}

static void line_31_is_an_order(unsigned phase)
{
  (void)phase;
  before.S[31] = order(FN_LDN, 24);
}

static void enter_makes_that_line_the_order(void **state)
{
  (void)state;
  in_every_phase("enter 31 LDN 24", 288, line_31_is_an_order);
}

static void line_0_is_a_number(unsigned phase)
{
  (void)phase;
  before.S[0] = (word)-35;
}

static void enter_makes_that_line_the_number(void **state)
{
  (void)state;
  in_every_phase("enter 0 NUM -35", 288, line_0_is_a_number);
}

static void control_is_clear(unsigned phase)
{
  (void)phase;
  before.CI = 0;
  before.A = 0;
  before.T = 0;
}

static void clear_control_clears_ci_a_and_the_owed_test(void **state)
{
  (void)state;
  in_every_phase("clear control", 36, control_is_clear);
}

static void ldn_24_keyed_without_the_first_wait_errs_in_98_phases(void **state)
{
  unsigned errs = 0;

  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    memset(played.m.S, 0, sizeof played.m.S);
    before = played.m;
    play("LS 5\nWRITE 1\nTW 0x4018\nwait 72 digits\nTW 0\nwait 2 bars");
    before.S[5] = 0x4018;
    errs += memcmp(before.S, played.m.S, sizeof before.S) != 0;
  }
  assert_int_equal(errs, 98);
}

static void clear_store_clears_every_line_from_any_phase_of_a_scan(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < PLAY_SCAN; phase++) {
    idle(phase);
    play("clear store");
    play_ends(phase % SSEM_BAR == 143 ? PLAYER_HALTED : PLAYER_ENDED, phase);
    assert_int_equal(played.time, PLAY_SCAN);
    memset(before.S, 0, sizeof before.S);
    as_before(phase);
  }
}

static void manual_and_auto_set_switches_and_press_nothing(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    play("manual STO 4");
    assert_int_equal(played.time, 0);
    assert_true(played.p.k.MAN && !played.p.k.KC);
    assert_int_equal(played.p.k.FS, FN_STO);
    assert_int_equal(played.p.k.LS, 4);
    play("wait 3 bars");
    as_before(phase);
    play("auto\nwait 3 bars");
    assert_false(played.p.k.MAN);
    assert_int_equal(played.p.k.FS, 7);
    assert_int_equal(played.p.k.LS, 31);
    as_before(phase);
  }
}

static void a_manual_order_is_obeyed_by_one_step(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    play("manual STO 4\nstep\nauto\nwait 2 bars");
    before.S[4] = before.A;
    before.CI += 1 + before.T;
    before.T = 0;
    as_before(phase);
  }
}

static void step_obeys_one_order_in_146_to_289_digit_periods(void **state)
{
  uint64_t least = UINT64_MAX, most = 0;

  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    played.m.T = 0;
    played.m.CI = 6;
    played.m.S[7] = order(FN_LDN, 9);
    play("step");
    assert_int_equal(played.m.CI, 7);
    assert_int_equal(played.m.A, 0 - played.m.S[9]);
    assert_int_equal(played.p.orders, 1);
    assert_false(played.m.active | played.m.ksp);
    least = played.time < least ? played.time : least;
    most = played.time > most ? played.time : most;
  }
  assert_int_equal(least, 146);
  assert_int_equal(most, 289);
}

static void step_n_obeys_n_orders_and_goes_on_from_an_stp(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    played.m.T = 0;
    played.m.CI = 0;
    for (unsigned n = 0; n < SSEM_LINES; n++)
      played.m.S[n] = order(n % 2 ? FN_STP : FN_SUB, 9);
    play("step 5");
    assert_int_equal(played.m.CI, 5);
    assert_int_equal(played.p.orders, 5);
    assert_true(played.m.stop);
  }
}

static void stop_ends_the_bar_that_is_under_way(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    running(phase);
    play("stop");
    assert_true(played.time <= 144 && played.time >= 1);
    assert_false(played.m.active | played.m.ksp | played.m.stop);
    before = played.m;
    play("wait 3 bars");
    as_before(phase);
  }
}

static void run_begins_and_leads_on_from_a_lit_lamp(void **state)
{
  (void)state;
  for (unsigned lamp = 0; lamp < 2; lamp++)
    for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
      idle(phase);
      for (unsigned n = 0; n < SSEM_LINES; n++)
        played.m.S[n] = order(FN_LDN, n);
      played.m.T = 0;
      played.m.CI = 0;
      played.m.stop = lamp;
      play("run");
      assert_int_equal(played.time, lamp);
      play("wait 3 orders");
      assert_int_equal(played.m.CI, 3);
      assert_true(ssem_at_boundary(&played.m));
    }
}

static void switches_down_is_what_auto_needs(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    play("LS 3\nFS 2\nwait 50 digits\nswitches down\nwait 2 bars");
    as_before(phase);
    assert_int_equal(played.m.L, 31);
    assert_int_equal(played.m.F, 7);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(clear_line_clears_that_line_only),
    cmocka_unit_test(key_writes_those_digits_of_that_line_only),
    cmocka_unit_test(enter_makes_that_line_the_order),
    cmocka_unit_test(enter_makes_that_line_the_number),
    cmocka_unit_test(clear_control_clears_ci_a_and_the_owed_test),
    cmocka_unit_test(ldn_24_keyed_without_the_first_wait_errs_in_98_phases),
    cmocka_unit_test(clear_store_clears_every_line_from_any_phase_of_a_scan),
    cmocka_unit_test(manual_and_auto_set_switches_and_press_nothing),
    cmocka_unit_test(a_manual_order_is_obeyed_by_one_step),
    cmocka_unit_test(step_obeys_one_order_in_146_to_289_digit_periods),
    cmocka_unit_test(step_n_obeys_n_orders_and_goes_on_from_an_stp),
    cmocka_unit_test(stop_ends_the_bar_that_is_under_way),
    cmocka_unit_test(run_begins_and_leads_on_from_a_lit_lamp),
    cmocka_unit_test(switches_down_is_what_auto_needs),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
