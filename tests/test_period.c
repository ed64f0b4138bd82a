// SPDX-License-Identifier: MIT
/*
 * test_period.c - a digit period is every signal of it and no more.
 *
 * Any V-state, reachable or not, under any console. What is read comes out
 * again; two periods are the same only if every digit of every signal is; the
 * periods of a beat of waves are those of 36 digit periods.
 */
#include "sim/period.h"
#include "sim/signals.h"
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

enum { TIMES = 20000 };

static void any_period(struct ssem *m, struct ssem_console *k,
                       struct ssem_wires *w)
{
  random_ssem(m);
  random_console(k);
  ssem_settle(m, k, w);
}

static void what_is_read_comes_out_again(void **state)
{
  (void)state;
  for (unsigned i = 0; i < TIMES; i++) {
    struct ssem m, n;
    struct ssem_console k;
    struct ssem_wires w, v;
    struct signals before, after, direct;
    struct period period;

    any_period(&m, &k, &w);
    signals_read(&m, &k, &w, &before);
    period_read(&m, &w, &period);
    period_write(&period, &n, &v);
    signals_read(&n, &k, &v, &after);
    assert_memory_equal(&before, &after, sizeof after);
    period_signals(&period, &k, &direct);
    assert_memory_equal(&before, &direct, sizeof direct);
    assert_null(ssem_difference(&m, &n));
  }
}

/* Change one digit of one signal; n counts them all. False: there is none. */
static bool change(unsigned n, struct ssem *m, struct ssem_wires *w)
{
#define CHANGE(what, digits) \
  if (n < (digits)) {        \
    what ^= (word)1 << n;    \
    return true;             \
  }                          \
  n -= (digits);
#define TIME(unit, name, digits, meaning) CHANGE(m->name, digits)
#define HELD(unit, name, digits, meaning) CHANGE(m->name, digits)
#define LINE(unit, name, line, meaning) CHANGE(m->S[line], 32)
#define WIRE(unit, name, digits, meaning) CHANGE(w->name, digits)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  return false;
}

static void a_single_digit_anywhere_is_seen(void **state)
{
  struct ssem m;
  struct ssem_console k;
  struct ssem_wires w;
  struct period before, after;
  unsigned n = 0;

  (void)state;
  any_period(&m, &k, &w);
  period_read(&m, &w, &before);
  for (;; n++) {
    struct ssem v = m;
    struct ssem_wires x = w;

    if (!change(n, &v, &x))
      break;
    period_read(&v, &x, &after);
    assert_false(period_same(&before, &after));
  }
  assert_true(n > PERIOD_BYTES + 32 * (PERIOD_WORDS + SSEM_LINES));
  period_read(&m, &w, &after);
  assert_true(period_same(&before, &after));
}

static void a_beat_of_waves_is_36_digit_periods(void **state)
{
  (void)state;
  for (unsigned i = 0; i < TIMES / 10; i++) {
    struct ssem m;
    struct ssem_console k;
    struct waves waves;
    struct period_beat beat;

    random_ssem(&m);
    random_console(&k);
    m.p = 0;
    waves_settle(&m, &k, &waves);
    period_beat_read(&beat, &m, &k, &waves);
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      struct ssem_wires w;
      struct period expected, seen;

      ssem_settle(&m, &k, &w);
      period_read(&m, &w, &expected);
      period_of_beat(&beat, p, &seen);
      assert_true(period_same(&expected, &seen));
      ssem_clock(&m, &k, &w);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_read_comes_out_again),
    cmocka_unit_test(a_single_digit_anywhere_is_seen),
    cmocka_unit_test(a_beat_of_waves_is_36_digit_periods),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
