// SPDX-License-Identifier: MIT
/*
 * test_words.c - every word of a stimulus, begun in each of the 144 digit
 * periods of a bar (clear store: in each of the 2304 of a scan), does what it
 * says, or is refused.
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

enum { SCAN = 2304 };

static struct ssem before;

/* An idle machine, CS at 0, in digit period `phase` of a scan, its tubes full
 * of random digits. */
static void idle(unsigned phase)
{
  char file[64];

  play_clear("CS 0");
  random_store(played.m.S);
  played.m.CI = random_word();
  played.m.PI = random_word();
  played.m.A = random_word();
  played.m.T = random_digit();
  snprintf(file, sizeof file, "wait %u digits", phase + 1);
  play(file);
  before = played.m;
}

/* The same, running a program that never stops. */
static void running(unsigned phase)
{
  char file[64];

  play_clear("");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    played.m.S[n] = order(FN_LDN, n);
  snprintf(file, sizeof file, "wait %u digits", SCAN + phase);
  play(file);
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

static void ends(enum player_status expected, unsigned phase)
{
  if (played.p.status != expected)
    fail_msg("begun in digit period %u: ended with %d, expected %d; %s", phase,
             (int)played.p.status, (int)expected, played.p.text);
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
    if (check != NULL)
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
  for (unsigned phase = 0; phase < SCAN; phase++) {
    idle(phase);
    play("clear store");
    ends(phase % SSEM_BAR == 143 ? PLAYER_HALTED : PLAYER_ENDED, phase);
    assert_int_equal(played.time, SCAN);
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

/* Refused, and the machine as it was. */
static void words_for_an_idle_machine_are_refused_else(void **state)
{
  static const char *const words[] = {
    "clear store", "clear line 5",  "clear control", "key 5 digits 1",
    "enter 5 STP", "enter 5 NUM 1", "manual STO 4",  "auto",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
    for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
      char sentence[128];

      snprintf(sentence, sizeof sentence,
               "s:1:1: found a machine that is not idle, expected 'stop' "
               "before '%s'",
               words[i]);
      running(phase);
      play(words[i]);
      ends(PLAYER_FAULT, phase);
      assert_string_equal(played.p.text, sentence);
      assert_int_equal(played.time, 0);
      assert_null(ssem_difference(&before, &played.m));
      idle(phase);
      play("KC"); /* a press is owed */
      play(words[i]);
      ends(PLAYER_FAULT, phase);
      idle(phase);
      play("CS 1"); /* a bar is about to begin */
      play(words[i]);
      ends(PLAYER_FAULT, phase);
    }
}

static void step_is_refused_while_cs_is_1(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    running(phase);
    play("\n step 2");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:2:2: found CS 1, expected 'stop' "
                                       "before 'step 2'");
  }
}

/* From any phase: a wait that cannot end says so, and where. */
static void a_wait_that_cannot_end_is_refused(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    idle(phase);
    play("\nwait 3 orders");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:2:1: found a machine that stands "
                                       "still, expected 3 more orders");
    idle(phase);
    play("wait stop");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that stands still without a "
                        "stop lamp, expected one that stops");
    running(phase);
    play("wait stop");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that goes round in a loop, "
                        "expected one that stops");
    running(phase);
    play("wait idle");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that goes round in a loop, "
                        "expected one that becomes idle");
    running(phase);
    play("wait stop at most 7 orders");
    ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:1:1: found no stop after 7 orders, "
                                       "expected one");
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
    cmocka_unit_test(words_for_an_idle_machine_are_refused_else),
    cmocka_unit_test(step_is_refused_while_cs_is_1),
    cmocka_unit_test(a_wait_that_cannot_end_is_refused),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
