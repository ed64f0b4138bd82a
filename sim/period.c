// SPDX-License-Identifier: MIT
/* period.c - digit periods, taken down one by one or read off waves. */
#include "period.h"

/* A signal in its list, and out of it. Which list it is is a constant, so that
 * one move of a byte or a word remains. */
#define PUT(period, name, digits, value) \
  put(period, PERIOD_##name, PERIOD_WORD_##name, digits, value);
#define TAKE(period, name, digits)               \
  ((digits) <= 8 ? (period)->byte[PERIOD_##name] \
                 : (period)->held[PERIOD_WORD_##name])

static inline void put(struct period *period, unsigned byte, unsigned held,
                       unsigned digits, word value)
{
  if (digits <= 8)
    period->byte[byte] = (uint8_t)value;
  else
    period->held[held] = value;
}

static void put_rest(struct period *period)
{
  for (unsigned i = PERIOD_BYTES; i < PERIOD_BYTE_ROOM; i++)
    period->byte[i] = 0;
  for (unsigned i = PERIOD_WORDS; i < PERIOD_WORD_ROOM; i++)
    period->held[i] = 0;
}

void period_read(const struct ssem *m, const struct ssem_wires *w,
                 struct period *period)
{
#define TIME(unit, name, digits, meaning) PUT(period, name, digits, m->name)
#define HELD(unit, name, digits, meaning) PUT(period, name, digits, m->name)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PUT(period, name, digits, w->name)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
  memcpy(period->S, m->S, sizeof m->S);
  put_rest(period);
}

void period_write(const struct period *period, struct ssem *m,
                  struct ssem_wires *w)
{
#define TIME(unit, name, digits, meaning) m->name = TAKE(period, name, digits);
#define HELD(unit, name, digits, meaning) m->name = TAKE(period, name, digits);
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) w->name = TAKE(period, name, digits);
#define KEY(unit, name, digits, meaning)
#include "signals.def"
  memcpy(m->S, period->S, sizeof m->S);
}

void period_signals(const struct period *period, const struct ssem_console *k,
                    struct signals *sig)
{
  struct ssem m;
  struct ssem_wires w;

  period_write(period, &m, &w);
  signals_read(&m, k, &w, sig);
}

/* The waves of all one-digit signals, each at its place. */
static void waves_of(const struct waves *w, wave all[PERIOD_BYTE_ROOM])
{
#define FLIP_FLOP(name) all[PERIOD_##name] = w->name;
  FLIP_FLOP(T)
  FLIP_FLOP(stop)
  FLIP_FLOP(active)
  FLIP_FLOP(ksp)
  FLIP_FLOP(carry)
  FLIP_FLOP(borrow)
  FLIP_FLOP(as_built)
#undef FLIP_FLOP
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) \
  if ((digits) == 1)                      \
    all[PERIOD_##name] = w->name;
#define KEY(unit, name, digits, meaning)
#include "signals.def"
}

/* The bytes of all the beat's periods, those of p, L and F excepted. */
static void read_beat(const struct ssem *m, const struct waves *w,
                      uint8_t byte[SSEM_BEAT][PERIOD_BYTE_ROOM])
{
  wave all[PERIOD_BYTE_ROOM] = { 0 };
  uint8_t still[PERIOD_BYTE_ROOM] = { 0 };

  waves_of(w, all);
  still[PERIOD_beat] = (uint8_t)m->beat;
  still[PERIOD_LC] = (uint8_t)m->LC;
  still[PERIOD_line] = (uint8_t)w->line;
  for (unsigned p = 0; p < SSEM_BEAT; p++)
    for (unsigned i = 0; i < PERIOD_BYTE_ROOM; i++)
      byte[p][i] = still[i] | ((all[i] >> p) & 1);
}

void period_beat_read(struct period_beat *beat, const struct ssem *m,
                      const struct ssem_console *k, const struct waves *w)
{
  beat->before = beat->after = *m;
  waves_clock(&beat->after, k, w);
  beat->line = w->line;
  read_beat(m, w, beat->byte);
}

/* A word of which the first n digits are already as they are afterwards. */
static word passing(word before, word after, unsigned n)
{
  const word passed = n < 32 ? ((word)1 << n) - 1 : ~(word)0;

  return (before & ~passed) | (after & passed);
}

void period_of_beat(const struct period_beat *beat, unsigned p,
                    struct period *period)
{
  const struct ssem *const before = &beat->before;
  const struct ssem *const after = &beat->after;
  const word line = beat->line;

  memcpy(period->byte, beat->byte[p], sizeof period->byte);
  memcpy(period->S, before->S, sizeof period->S);
  put_rest(period);
  period->byte[PERIOD_p] = (uint8_t)p;
  period->byte[PERIOD_L] = (uint8_t)passing(before->L, after->L, p);
  period->byte[PERIOD_F] =
    (uint8_t)passing(before->F, after->F, p > 13 ? p - 13 : 0);
  period->held[PERIOD_WORD_CI] = passing(before->CI, after->CI, p);
  period->held[PERIOD_WORD_PI] = passing(before->PI, after->PI, p);
  period->held[PERIOD_WORD_A] = passing(before->A, after->A, p);
  period->S[line] = passing(before->S[line], after->S[line], p);
}
