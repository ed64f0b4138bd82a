// SPDX-License-Identifier: MIT
/*
 * beat.h - every signal over one beat, 36 digit periods.
 *
 * Filled digit period by digit period at any level that has them, or at once
 * from words of time: a one-digit signal's wave is what waves_settle() made,
 * and a line under the beam differs from the period before wherever a digit was
 * rewritten by its opposite. Both ways give the same beat.
 *
 *   struct beat beat;
 *
 *   for (p = 0; p < SSEM_BEAT; p++) {
 *     level->ops->tick(level, &k, &sig);
 *     beat_digit(&beat, p, &sig);
 *   }
 *   if (beat_value(&beat, SIGNAL_carry, 8))
 *     ...
 */
#ifndef SSEM_BEAT_H
#define SSEM_BEAT_H

#include "signals.h"
#include "waves.h"

/* A one-digit signal is a word of time: digit p of wave is its value in digit
 * period p, settled. For a wider signal digit p of wave says that it differs
 * from the period before (p = 0: always set), and value[p] is then its value;
 * other entries of value are not looked at. */
struct beat {
  wave wave[SIGNAL_COUNT];
  uint32_t value[SIGNAL_COUNT][SSEM_BEAT];
};

/* Put digit period p's signals into a beat; p from 0 to 35 in turn. */
void beat_digit(struct beat *beat, unsigned p, const struct signals *sig);

/* Fill a beat, all signals and all 36 digit periods, from waves settled from m
 * and k, m at p = 0, before waves_clock(). Entries of value that nobody looks
 * at are not written. */
void beat_waves(struct beat *beat, const struct ssem *m,
                const struct ssem_console *k, const struct waves *w);

/* The V-state in digit period p of a beat, 0 to 35, before it is rewritten. */
void beat_state(const struct beat *beat, unsigned p, struct ssem *m);

/* A beat's digit periods in turn: the inverse of beat_digit(). sig is every
 * signal in digit period p; the rest is private: which signals change in this
 * beat, and when. */
struct beat_walk {
  struct signals sig;
  unsigned p;
  const struct beat *beat;
  unsigned ones, wide; /* how many of one digit; of several */
  struct {
    unsigned signal;
    wave when;
  } one[SIGNAL_COUNT], several[SIGNAL_COUNT];
};

/* To digit period 0 of a beat, which must stay; and on to the next. */
void beat_walk_begin(struct beat_walk *w, const struct beat *beat);
void beat_walk_next(struct beat_walk *w);

/* The value of a signal in digit period p of a beat; for a signal of several
 * digits only where wave says that it changed. */
static inline uint32_t beat_value(const struct beat *beat, unsigned i,
                                  unsigned p)
{
  return signals_info[i].digits == 1 ? (uint32_t)(beat->wave[i] >> p) & 1
                                     : beat->value[i][p];
}

#endif
