// SPDX-License-Identifier: MIT
/*
 * test_waves.c - a beat of waves.c is 36 digit periods of ssem.c.
 *
 * Compared: every one-digit signal of signals.def in every digit period, by
 * ssem_settle(); the line under the beam; every register after the beat. The
 * machine is in any state at all with p = 0 (carry and borrow set, stop lamp
 * lit in an active bar, F left over from nowhere), the console in any position,
 * held over the beat. waves_run() is compared after whole bars, from any digit
 * period, with the console at rest.
 */
#include "sim/interp.h"
#include "sim/level/levels.h"
#include "sim/signals.h"
#include "sim/waves.h"
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

enum { BEATS = 100000, RUNS = 20000 };

/* One beat of both machines from m, under k; m is then 36 periods on. */
static void compare_beat(struct ssem *m, const struct ssem_console *k)
{
  const struct ssem start = *m;
  struct ssem fast = *m;
  struct waves w;
  const char *name = NULL;

  waves_settle(&fast, k, &w);
  assert_null(ssem_difference(&start, &fast)); /* settle is pure */
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    struct ssem_wires now;

    ssem_settle(m, k, &now);
#define TIME(unit, signal, digits, meaning)
#define HELD(unit, signal, digits, meaning) PERIOD_##digits(m->signal, signal)
#define LINE(unit, signal, n, meaning)
#define WIRE(unit, signal, digits, meaning) PERIOD_##digits(now.signal, signal)
#define KEY(unit, signal, digits, meaning)
#define PERIOD_1(expected, signal)         \
  if (expected != wave_digit(w.signal, p)) \
    name = #signal;
#define PERIOD_3(expected, signal)
#define PERIOD_5(expected, signal)
#define PERIOD_32(expected, signal)
#include "sim/signals.def"
    if (now.line != w.line)
      name = "line";
    if (name != NULL)
      fail_msg("%s differs in beat %u at p = %u", name, start.beat, p);
    ssem_clock(m, k, &now);
  }
#define TIME(unit, signal, digits, meaning)
#define HELD(unit, signal, digits, meaning) FITS_##digits(signal)
#define LINE(unit, signal, n, meaning)
#define WIRE(unit, signal, digits, meaning) FITS_##digits(signal)
#define KEY(unit, signal, digits, meaning)
#define FITS_1(signal) assert_true(w.signal >> SSEM_BEAT == 0);
#define FITS_3(signal)
#define FITS_5(signal)
#define FITS_32(signal)
#include "sim/signals.def"
  waves_clock(&fast, k, &w);
  name = ssem_difference(m, &fast);
  if (name != NULL)
    fail_msg("%s differs after beat %u", name, start.beat);
}

static void a_beat_is_36_digit_periods_from_any_state(void **unused)
{

  (void)unused;
  for (unsigned i = 0; i < BEATS; i++) {
    struct ssem m;
    struct ssem_console k;

    random_ssem(&m);
    random_console(&k);
    m.p = 0;
    compare_beat(&m, &k);
  }
}

static void a_program_worked_from_the_console_is_the_same(void **unused)
{
  struct ssem m;
  struct ssem_console k;

  (void)unused;
  random_ssem(&m);
  m.p = 0;
  for (unsigned i = 0; i < BEATS / 10; i++) {
    if (random_below(2) == 0)
      ssem_console_rest(&k);
    else
      random_console(&k);
    compare_beat(&m, &k);
  }
}

static void a_beat_at_rest_has_the_same_wires_and_end(void **unused)
{
  struct ssem_console rest;

  (void)unused;
  ssem_console_rest(&rest);
  for (unsigned i = 0; i < BEATS; i++) {
    struct waves expected, found;
    struct ssem slow, fast;

    random_ssem(&slow);
    slow.p = 0;
    fast = slow;
    waves_settle(&slow, &rest, &expected);
    waves_clock(&slow, &rest, &expected);
    waves_rest(&fast, &found);
    assert_null(ssem_difference(&slow, &fast));
#define TIME(unit, signal, digits, meaning)
#define HELD(unit, signal, digits, meaning) SAME_##digits(signal)
#define LINE(unit, signal, n, meaning)
#define WIRE(unit, signal, digits, meaning) SAME_##digits(signal)
#define KEY(unit, signal, digits, meaning)
#define SAME_1(signal) assert_true(expected.signal == found.signal);
#define SAME_3(signal)
#define SAME_5(signal)
#define SAME_32(signal)
#include "sim/signals.def"
    assert_int_equal(expected.line, found.line);
  }
}

/* What waves_run() does, in digit periods. */
static uint64_t run_ticks(struct ssem *m, uint64_t boundaries)
{
  uint64_t reached = 0;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  while (reached < boundaries && !ssem_stopped(m)) {
    do
      ssem_tick(m, &rest);
    while (!ssem_at_boundary(m) && !ssem_stopped(m));
    reached += ssem_at_boundary(m);
  }
  return reached;
}

static void compare_run(const struct ssem *start)
{
  struct ssem slow = *start, fast = *start;
  const uint64_t boundaries = random_below(12);
  const char *name;

  assert_int_equal(waves_run(&fast, boundaries), run_ticks(&slow, boundaries));
  name = ssem_difference(&slow, &fast);
  if (name != NULL)
    fail_msg("%s differs after %u boundaries from beat %u, p = %u", name,
             (unsigned)boundaries, start->beat, start->p);
}

static void runs_agree_from_any_state_in_any_digit_period(void **unused)
{

  (void)unused;
  for (unsigned i = 0; i < RUNS; i++) {
    struct ssem m;

    random_ssem(&m);
    compare_run(&m);
  }
}

static void runs_agree_from_boundaries_clean_or_not(void **unused)
{

  (void)unused;
  for (unsigned i = 0; i < RUNS; i++) {
    struct ssem m, junk;
    struct isa t;

    random_ssem(&junk);
    for (unsigned n = 0; n < SSEM_LINES; n++)
      t.S[n] = junk.S[n];
    t.A = junk.A;
    t.CI = random_below(2) ? junk.CI : junk.CI & 31;
    embed(&t, junk.as_built, junk.LC, &m);
    switch (random_below(16)) { /* one register not as a bar leaves it */
    case 0: m.L = junk.L; break;
    case 1: m.F = junk.F; break;
    case 2: m.T = 1; break;
    case 3: m.stop = 1; break;
    case 4: m.ksp = 1; break;
    case 5: m.carry = 1; break;
    case 6: m.borrow = 1; break;
    default: break;
    }
    m.PI = junk.PI;
    compare_run(&m);
  }
}

static void a_stopped_machine_is_left_as_it_is(void **unused)
{
  struct ssem m;

  (void)unused;
  random_ssem(&m);
  m.active = 0;
  m.stop = 1;
  m.ksp = 0;

  const struct ssem start = m;

  assert_int_equal(waves_run(&m, 3), 0);
  assert_null(ssem_difference(&start, &m));
}

static void the_worked_borrows_of_the_explanation(void **unused)
{
  (void)unused;
  assert_true(wave_borrows(wave_of(12), wave_of(7), 0) == 14);
  assert_true((12 ^ 7 ^ 14) == 5);
  assert_true(wave_borrows(wave_of(3), wave_of(5), 0) ==
              (wave_from(3) & ~wave_from(33)));
}

static void the_first_program_finds_131072(void **unused)
{
  static const word orders[] = {
    0,     16408, 24602, 16410, 24603, 16407, 32795, 49152, 8212,  32794,
    24601, 16409, 49152, 57344, 16410, 32789, 24603, 16411, 24602, 22,
  };
  struct ssem_console rest;
  struct ssem m;

  (void)unused;
  ssem_console_rest(&rest);
  ssem_clear(&m, &rest);
  for (unsigned n = 0; n < 20; n++)
    m.S[n] = orders[n];
  m.S[20] = (word)-3;
  m.S[21] = 1;
  m.S[22] = 4;
  m.S[23] = (word) - (1 << 18);
  m.S[24] = (1 << 18) - 1;
  assert_int_equal(waves_run(&m, 1 << 22), 2097154);
  assert_true(ssem_stopped(&m));
  assert_int_equal(m.S[27], 131072);
  assert_int_equal(m.CI, 13);
  assert_int_equal(m.A, 0);
  assert_int_equal(m.LC, 2 * 2097154 % 32);
}

/* The two levels, from one random state, at S1 or at a boundary. */
static void open_both(struct level *level[2])
{
  const struct level_options options = { .as_built = random_below(2) };
  char text[TEXT_SENTENCE];
  struct ssem m;
  struct isa t;

  random_ssem(&m);
  interp(&m, &t);
  level[0] = level_open("serial", &options, text);
  level[1] = level_open("waves", &options, text);
  assert_non_null(level[0]);
  assert_non_null(level[1]);
  for (unsigned i = 0, kind = random_below(3); i < 2; i++) {
    if (kind == 0)
      level[i]->ops->clear(level[i], t.S, t.CI);
    else if (kind == 1)
      level[i]->ops->embed(level[i], &t, m.LC);
    else
      level[i]->ops->restore(level[i], &m);
  }
}

static void close_both(struct level *level[2])
{
  level[0]->ops->close(level[0]);
  level[1]->ops->close(level[1]);
}

static void the_waves_level_runs_as_serial_does(void **unused)
{
  struct ssem_console rest;

  (void)unused;
  ssem_console_rest(&rest);
  for (unsigned i = 0; i < RUNS / 100; i++) {
    char text[TEXT_SENTENCE];
    struct isa expected, found;
    struct level *level[2];

    open_both(level);
    for (unsigned n = random_below(2 * SSEM_BAR); n > 0; n--) {
      level[0]->ops->tick(level[0], &rest, NULL);
      level[1]->ops->tick(level[1], &rest, NULL);
    }
    for (unsigned n = 0; n < 10; n++) {
      level[0]->ops->interp(level[0], &expected);
      level[1]->ops->interp(level[1], &found);
      assert_int_equal(interp_difference(&expected, &found, text, sizeof text),
                       0);
      assert_true(level[1]->ops->equals(level[1], &expected));
      assert_int_equal(level[1]->ops->advance(level[1]),
                       level[0]->ops->advance(level[0]));
    }
    close_both(level);
  }
}

/* Every signal, with fingers on the console now and then, and some digit
 * periods at which nobody looks; and the V-state in between. */
static void the_waves_level_has_the_digit_periods_of_serial(void **unused)
{
  (void)unused;
  for (unsigned i = 0; i < RUNS / 500; i++) {
    struct level *level[2];
    struct ssem_console k;

    open_both(level);
    ssem_console_rest(&k);
    for (unsigned n = 0; n < 8 * SSEM_BAR; n++) {
      const bool looks = !random_one_in(4);
      struct signals sig[2];
      struct ssem expected, found;

      if (random_one_in(20))
        random_fingers(&k);
      level[0]->ops->save(level[0], &expected);
      level[1]->ops->save(level[1], &found);
      assert_null(ssem_difference(&expected, &found));
      for (unsigned l = 0; l < 2; l++)
        level[l]->ops->tick(level[l], &k, looks ? &sig[l] : NULL);
      if (looks)
        assert_memory_equal(&sig[0], &sig[1], sizeof sig[0]);
    }
    close_both(level);
  }
}

/* From the digit period in which a key moves to the end of its beat. */
static void only_a_beat_in_which_a_key_moves_is_borrowed(void **unused)
{
  const struct level_options plain = { .as_built = false };
  const word S[SSEM_LINES] = { 0 };
  char text[TEXT_SENTENCE];
  struct level *const waves = level_open("waves", &plain, text);
  struct ssem_console k;

  (void)unused;
  assert_non_null(waves);
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    ssem_console_rest(&k);
    waves->ops->clear(waves, S, 0);
    for (unsigned n = 0; n < SSEM_BAR; n++) {
      if (n == SSEM_BEAT + p)
        k.KSC = 1;
      waves->ops->tick(waves, &k, NULL);
      assert_int_equal(waves->ops->borrowed(waves),
                       p > 0 && n >= SSEM_BEAT + p && n < 2 * SSEM_BEAT);
    }
  }
  waves->ops->close(waves);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_beat_is_36_digit_periods_from_any_state),
    cmocka_unit_test(a_program_worked_from_the_console_is_the_same),
    cmocka_unit_test(a_beat_at_rest_has_the_same_wires_and_end),
    cmocka_unit_test(runs_agree_from_any_state_in_any_digit_period),
    cmocka_unit_test(runs_agree_from_boundaries_clean_or_not),
    cmocka_unit_test(a_stopped_machine_is_left_as_it_is),
    cmocka_unit_test(the_worked_borrows_of_the_explanation),
    cmocka_unit_test(the_first_program_finds_131072),
    cmocka_unit_test(the_waves_level_runs_as_serial_does),
    cmocka_unit_test(the_waves_level_has_the_digit_periods_of_serial),
    cmocka_unit_test(only_a_beat_in_which_a_key_moves_is_borrowed),
  };

  random_begin();
  return cmocka_run_group_tests_name("waves", tests, NULL, NULL);
}
