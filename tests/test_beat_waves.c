// SPDX-License-Identifier: MIT
/*
 * test_beat_waves.c - a trace's beat made from waves is the one that 36 digit
 * periods make.
 *
 * Compared with signals_read() in every digit period, by the rule of trace.h: a
 * one-digit signal's wave is its value; a wider signal's wave says where it
 * differs from the period before (always at p = 0), and value is looked at
 * there. Any state with p = 0, any console. The beat read again, a digit period
 * after the other, is what went in.
 */
#include "sim/beat.h"
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

enum { BEATS = 20000 };

static void compare(const struct beat *beat, unsigned p,
                    const struct signals *now, const struct signals *before)
{
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const uint32_t value = now->value[i];
    const digit here = wave_digit(beat->wave[i], p);
    const digit one = signals_info[i].digits == 1;

    if (here != (one ? value : (p == 0 || value != before->value[i])))
      fail_msg("wave of %s, p = %u", signals_info[i].name, p);
    if (!one && here && beat->value[i][p] != value)
      fail_msg("value of %s, p = %u", signals_info[i].name, p);
  }
}

static void a_beat_read_again_is_what_went_in(void **unused)
{
  static struct beat beat;
  static struct beat_walk walk;

  (void)unused;
  for (unsigned i = 0; i < BEATS; i++) {
    struct signals sig[SSEM_BEAT];
    struct ssem states[SSEM_BEAT], m;
    struct ssem_console k;

    random_ssem(&m);
    random_console(&k);
    m.p = 0;
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      struct ssem_wires wires;

      ssem_settle(&m, &k, &wires);
      signals_read(&m, &k, &wires, &sig[p]);
      states[p] = m;
      beat_digit(&beat, p, &sig[p]);
      ssem_clock(&m, &k, &wires);
    }
    beat_walk_begin(&walk, &beat);
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      assert_int_equal(walk.p, p);
      assert_memory_equal(&walk.sig, &sig[p], sizeof sig[p]);
      beat_state(&beat, p, &m);
      assert_null(ssem_difference(&states[p], &m));
      if (p < SSEM_BEAT - 1)
        beat_walk_next(&walk);
    }
  }
}

static void a_beat_of_waves_is_36_digits_of_every_signal(void **unused)
{
  static struct beat beat;

  (void)unused;
  for (unsigned i = 0; i < BEATS; i++) {
    struct ssem m;
    struct ssem_console k;
    struct waves w;
    struct signals now = { { 0 } }, before;

    random_ssem(&m);
    random_console(&k);
    m.p = 0;
    waves_settle(&m, &k, &w);
    beat_waves(&beat, &m, &k, &w);
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      struct ssem_wires wires;

      before = now;
      ssem_settle(&m, &k, &wires);
      signals_read(&m, &k, &wires, &now);
      compare(&beat, p, &now, &before);
      ssem_clock(&m, &k, &wires);
    }
    for (unsigned s = 0; s < SIGNAL_COUNT; s++)
      assert_true(beat.wave[s] >> SSEM_BEAT == 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_beat_of_waves_is_36_digits_of_every_signal),
    cmocka_unit_test(a_beat_read_again_is_what_went_in),
  };

  random_begin();
  return cmocka_run_group_tests_name("beat_waves", tests, NULL, NULL);
}
