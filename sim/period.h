// SPDX-License-Identifier: MIT
/*
 * period.h - one digit period as it is compared: every signal of it but the
 * console's, in a few bytes.
 *
 * A signal of up to 8 digits is a byte, a longer one a word, each list in the
 * order of signals.def; the store stands apart. Two machines are alike in a
 * digit period if period_same() says so; only where they are not need anyone
 * name a signal. sim/level/probe.v shows the nets of rtl/ in the same form.
 *
 *   struct period a, b;
 *
 *   ssem_settle(&m, &k, &w);
 *   period_read(&m, &w, &a);
 *   ...
 *   if (!period_same(&a, &b))
 *     period_signals(&b, &k, &sig);
 */
#ifndef SSEM_PERIOD_H
#define SSEM_PERIOD_H

#include "signals.h"
#include "waves.h"

#include <string.h>

/* PERIOD_name is where a signal stands in its list, PERIOD_WORD_name in the
 * other. (A signal that is not of the list takes no room in it.) */
enum period_byte {
#define PLACE(name, digits) \
  PERIOD_##name, PERIOD_END_##name = PERIOD_##name + ((digits) <= 8) - 1,
#define TIME(unit, name, digits, meaning) PLACE(name, digits)
#define HELD(unit, name, digits, meaning) PLACE(name, digits)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PLACE(name, digits)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
#undef PLACE
  PERIOD_BYTES
};

enum period_word {
#define PLACE(name, digits) \
  PERIOD_WORD_##name,       \
    PERIOD_LAST_##name = PERIOD_WORD_##name + ((digits) > 8) - 1,
#define TIME(unit, name, digits, meaning) PLACE(name, digits)
#define HELD(unit, name, digits, meaning) PLACE(name, digits)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) PLACE(name, digits)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
#undef PLACE
  PERIOD_WORDS
};

/* Room for each list, so that a period is whole 16 bytes; what is left of it is
 * 0. */
enum {
  PERIOD_BYTE_ROOM = (PERIOD_BYTES + 15) / 16 * 16,
  PERIOD_WORD_ROOM = (PERIOD_WORDS + 3) / 4 * 4
};

struct period {
  uint8_t byte[PERIOD_BYTE_ROOM];
  word held[PERIOD_WORD_ROOM];
  word S[SSEM_LINES];
};

/* Take one digit period down; w must be settled from m. */
void period_read(const struct ssem *m, const struct ssem_wires *w,
                 struct period *period);

/* The inverse: fills all of m and w. */
void period_write(const struct period *period, struct ssem *m,
                  struct ssem_wires *w);

/* Every signal of signals.h in that period: what was read, and the console. */
void period_signals(const struct period *period, const struct ssem_console *k,
                    struct signals *sig);

/* Is every signal the same? */
static inline bool period_same(const struct period *a, const struct period *b)
{
  return memcmp(a, b, sizeof *a) == 0;
}

/* ssem_at_boundary() and ssem_stopped(), of a period's bytes. */
static inline bool period_at_boundary(const uint8_t byte[PERIOD_BYTES])
{
  return byte[PERIOD_active] && byte[PERIOD_p] == 0 &&
         byte[PERIOD_beat] == BEAT_A1;
}

static inline bool period_stopped(const uint8_t byte[PERIOD_BYTES])
{
  return !byte[PERIOD_active] && byte[PERIOD_stop] && !byte[PERIOD_ksp];
}

/* All digit periods of a beat, from its waves. The contents are private. */
struct period_beat {
  struct ssem before, after;
  word line;                                 /* under the beam */
  uint8_t byte[SSEM_BEAT][PERIOD_BYTE_ROOM]; /* but p, L and F */
};

/* Of the beat that waves were settled for from m and k, m at p = 0, before
 * waves_clock(). */
void period_beat_read(struct period_beat *beat, const struct ssem *m,
                      const struct ssem_console *k, const struct waves *w);

/* Its digit period p, 0 to 35. */
void period_of_beat(const struct period_beat *beat, unsigned p,
                    struct period *period);

#endif
