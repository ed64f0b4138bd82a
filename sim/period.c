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

/* Digit period p of the walk. */
static void look(struct period_walk *walk)
{
  struct period *const now = &walk->now;

  memcpy(now->byte, walk->byte[walk->p], sizeof now->byte);
  now->byte[PERIOD_p] = (uint8_t)walk->p;
  now->byte[PERIOD_L] = (uint8_t)walk->L;
  now->byte[PERIOD_F] = (uint8_t)walk->F;
}

void period_walk_begin(struct period_walk *walk, const struct ssem *m,
                       const struct ssem_console *k, const struct waves *w)
{
  walk->p = 0;
  walk->line = w->line;
  walk->L = m->L;
  walk->F = m->F;
  walk->after = *m;
  waves_clock(&walk->after, k, w);
  read_beat(m, w, walk->byte);
  put_rest(&walk->now);
  walk->now.held[PERIOD_WORD_CI] = m->CI;
  walk->now.held[PERIOD_WORD_PI] = m->PI;
  walk->now.held[PERIOD_WORD_A] = m->A;
  memcpy(walk->now.S, m->S, sizeof m->S);
  look(walk);
}

/* Digit n of a word, if it has one, becomes as it is afterwards. */
static void pass(word *now, word after, unsigned n)
{
  const word spot = n < 32 ? (word)1 << n : 0;

  *now = (*now & ~spot) | (after & spot);
}

void period_walk_next(struct period_walk *walk)
{
  const unsigned p = walk->p++;
  const struct ssem *const after = &walk->after;

  pass(&walk->now.S[walk->line], after->S[walk->line], p);
  pass(&walk->now.held[PERIOD_WORD_CI], after->CI, p);
  pass(&walk->now.held[PERIOD_WORD_PI], after->PI, p);
  pass(&walk->now.held[PERIOD_WORD_A], after->A, p);
  pass(&walk->L, after->L, p);
  pass(&walk->F, after->F, p - 13);
  look(walk);
}
