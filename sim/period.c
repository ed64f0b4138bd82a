// SPDX-License-Identifier: MIT
/*
 * period.c - digit periods packed and taken apart; those of a beat all at once.
 *
 * A wave is a row of 36 digits, a period a column of all the rows. So the waves
 * of all one-digit signals, one below the other, are turned about: 64 rows by
 * 64 columns in six passes, each of which exchanges the halves of ever smaller
 * squares [H. S. Warren, Hacker's Delight, 2nd ed., 7-3]. What is wider than a
 * digit is rewritten digit by digit, as the beam passes.
 */
#include "period.h"

/* One signal, in and out. Where it stands is a constant, so that little more
 * than a shift remains of each. */
static inline void put(struct period *period, unsigned at, unsigned place,
                       unsigned digits, word value)
{
  if (digits == 32) {
    period->held[place] = value;
    return;
  }
  period->row[at / 64] |= (longword)value << at % 64;
  if (at % 64 + digits > 64)
    period->row[at / 64 + 1] |= (longword)value >> (64 - at % 64);
}

static inline word take(const struct period *period, unsigned at,
                        unsigned place, unsigned digits)
{
  return digits == 32 ? period->held[place] : period_digits(period, at, digits);
}

#define PUT(period, name, digits, value) \
  put(period, PERIOD_AT_##name, PERIOD_WORD_##name, digits, value)
#define TAKE(period, name, digits) \
  take(period, PERIOD_AT_##name, PERIOD_WORD_##name, digits)

void period_pack(const struct ssem *m, const struct ssem_wires *w,
                 struct period *period)
{
  struct period packed;

  memset(packed.row, 0, sizeof packed.row);
#define TIME(unit, name, digits, meaning) PUT(&packed, name, digits, m->name);
#define HELD(unit, name, digits, meaning) PUT(&packed, name, digits, m->name);
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PUT(&packed, name, digits, w->name);
#define KEY(unit, name, digits, meaning)
#include "signals.def"
  memcpy(period->row, packed.row, sizeof packed.row);
  memcpy(period->held, packed.held, sizeof packed.held);
  memcpy(period->S, m->S, sizeof m->S);
}

void period_unpack(const struct period *period, struct ssem *m,
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

  period_unpack(period, &m, &w);
  signals_read(&m, k, &w, sig);
}

enum { SIDE = 64 };

/* Digit j of row i becomes digit i of row j. */
static void turn(longword row[SIDE])
{
  longword mask = 0xffffffff;

  for (unsigned half = SIDE / 2; half > 0; half /= 2, mask ^= mask << half)
    for (unsigned i = 0; i < SIDE; i += 2 * half)
      for (unsigned j = i; j < i + half; j++) {
        const longword moved = ((row[j] >> half) ^ row[j + half]) & mask;

        row[j] ^= moved << half;
        row[j + half] ^= moved;
      }
}

/* The waves of all one-digit signals, each at its place. */
static void waves_of(const struct waves *w, longword row[])
{
#define FLIP_FLOP(name) row[PERIOD_AT_##name] = w->name;
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
    row[PERIOD_AT_##name] = w->name;
#define KEY(unit, name, digits, meaning)
#include "signals.def"
}

/* Digit n of a word, if it has one, becomes as it is afterwards. */
static void pass(word *now, word after, unsigned n)
{
  const word spot = n < 32 ? (word)1 << n : 0;

  *now = (*now & ~spot) | (after & spot);
}

/* The end of a digit period, in what is wider than a digit. */
static void rewrite(struct ssem *now, const struct ssem *after, word line)
{
  const unsigned p = now->p++;

  pass(&now->S[line], after->S[line], p);
  pass(&now->CI, after->CI, p);
  pass(&now->PI, after->PI, p);
  pass(&now->A, after->A, p);
  pass(&now->L, after->L, p);
  pass(&now->F, after->F, p - 13);
}

static void put_wide(const struct ssem *m, word line, struct period *period)
{
#define TIME(unit, name, digits, meaning) PUT(period, name, digits, m->name);
#define HELD(unit, name, digits, meaning) \
  if ((digits) > 1)                       \
    PUT(period, name, digits, m->name);
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
  PUT(period, line, 5, line);
  memcpy(period->S, m->S, sizeof m->S);
}

void period_pack_waves(const struct ssem *m, const struct ssem_console *k,
                       const struct waves *w, struct period seen[SSEM_BEAT])
{
  longword row[PERIOD_ROWS * SIDE] = { 0 };
  struct ssem now = *m, after = *m;

  waves_clock(&after, k, w);
  waves_of(w, row);
  for (unsigned i = 0; i < PERIOD_ROWS; i++)
    turn(row + (size_t)i * SIDE);
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    for (unsigned i = 0; i < PERIOD_ROWS; i++)
      seen[p].row[i] = row[i * SIDE + p];
    put_wide(&now, w->line, &seen[p]);
    rewrite(&now, &after, w->line);
  }
}
