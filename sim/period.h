// SPDX-License-Identifier: MIT
/*
 * period.h - one digit period, packed: every signal of it but the console's.
 *
 * What is to be compared in each digit period, at any level, is packed tight:
 * signals of fewer than 32 digits one after the other, in the order of
 * signals.def, the others a word each. Two machines are alike in a digit period
 * if period_same() says so; only where they are not need anyone take a period
 * apart. sim/level/probe.v packs the nets of rtl/ in the same way.
 *
 *   struct period a, b;
 *
 *   ssem_settle(&m, &k, &w);
 *   period_pack(&m, &w, &a);
 *   ...
 *   if (!period_same(&a, &b))
 *     period_signals(&b, &k, &sig);
 */
#ifndef SSEM_PERIOD_H
#define SSEM_PERIOD_H

#include "signals.h"
#include "waves.h"

#include <string.h>

/* Where each signal is: one of fewer than 32 digits at PERIOD_AT_name and up, a
 * longer one in word PERIOD_WORD_name. (A signal that is not of a list takes no
 * room in it.) */
enum period_place {
#define PLACE(name, digits) \
  PERIOD_AT_##name, PERIOD_END_##name = PERIOD_AT_##name + (digits) % 32 - 1,
#define TIME(unit, name, digits, meaning) PLACE(name, digits)
#define HELD(unit, name, digits, meaning) PLACE(name, digits)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PLACE(name, digits)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
#undef PLACE
  PERIOD_DIGITS,
  PERIOD_ROWS = (PERIOD_DIGITS + 63) / 64
};

enum period_word {
#define PLACE(name, digits) \
  PERIOD_WORD_##name,       \
    PERIOD_LAST_##name = PERIOD_WORD_##name + (digits) / 32 - 1,
#define TIME(unit, name, digits, meaning) PLACE(name, digits)
#define HELD(unit, name, digits, meaning) PLACE(name, digits)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PLACE(name, digits)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
#undef PLACE
  PERIOD_WORDS
};

struct period {
  longword row[PERIOD_ROWS]; /* digit n of all is digit n % 64 of row n / 64 */
  word held[PERIOD_WORDS];   /* the words, the store excepted */
  word S[SSEM_LINES];
};

/* Pack one digit period; w must be settled from m. */
void period_pack(const struct ssem *m, const struct ssem_wires *w,
                 struct period *period);

/* The inverse: fills all of m and w. */
void period_unpack(const struct period *period, struct ssem *m,
                   struct ssem_wires *w);

/* Every signal of signals.h in that period: what was packed, and the console.
 */
void period_signals(const struct period *period, const struct ssem_console *k,
                    struct signals *sig);

/* Pack all 36 digit periods of a beat at once, from waves settled from m and k,
 * m at p = 0, before waves_clock(). */
void period_pack_waves(const struct ssem *m, const struct ssem_console *k,
                       const struct waves *w, struct period seen[SSEM_BEAT]);

/* Is every signal the same? */
static inline bool period_same(const struct period *a, const struct period *b)
{
  return memcmp(a->row, b->row, sizeof a->row) == 0 &&
         memcmp(a->held, b->held, sizeof a->held) == 0 &&
         memcmp(a->S, b->S, sizeof a->S) == 0;
}

/* A signal of fewer than 32 digits, out of a period: at is PERIOD_AT_name. */
static inline word period_digits(const struct period *period, unsigned at,
                                 unsigned digits)
{
  const longword low = period->row[at / 64] >> at % 64;
  const bool parted = at % 64 + digits > 64;
  const longword high = parted ? period->row[at / 64 + 1] << (64 - at % 64) : 0;

  return (word)(low | high) & (((word)1 << digits) - 1);
}

/* A signal of fewer than 32 digits by its name. */
#define PERIOD_VALUE(period, name)        \
  period_digits(period, PERIOD_AT_##name, \
                PERIOD_END_##name - PERIOD_AT_##name + 1)

/* ssem_at_boundary() and ssem_stopped(). */
static inline bool period_at_boundary(const struct period *period)
{
  return PERIOD_VALUE(period, active) == 1 &&
         PERIOD_VALUE(period, beat) == BEAT_A1 && PERIOD_VALUE(period, p) == 0;
}

static inline bool period_stopped(const struct period *period)
{
  return PERIOD_VALUE(period, active) == 0 && PERIOD_VALUE(period, stop) == 1 &&
         PERIOD_VALUE(period, ksp) == 0;
}

#endif
