// SPDX-License-Identifier: MIT
/*
 * rows.h - rows of a trace that are no signal: words, and what a programmer
 * sees.
 *
 * Words: the order of the bar, the beat, F and PI, and by order every line of
 * the store, as a person reads them. What a programmer sees, T.line, T.CI and
 * T.A, is interp (sim/interp.h) of the V-state in each digit period, found by
 * letting the beats of sim/waves.h run on from it. Beside it may stand what a
 * reference says, and whether the two T-states differ in any of their 34 words.
 *
 * It is made of beats alone, hence alike for every level. In each beat it is
 * looked for at digit periods 0, 1 and 35, and in all of them where those tell
 * of more than T-next at a boundary, or where the operator acts.
 *
 *   struct rows rows;
 *
 *   rows_begin(&rows);
 *   rows_beat(&rows, &beat, &changes);
 *   if (rows.when[ROW_T_CI] & wave_at(1))
 *     printf("%u\n", rows.value[ROW_T_CI][1]);
 */
#ifndef TRACEGEN_ROWS_H
#define TRACEGEN_ROWS_H

#include "sim/beat.h"
#include "sim/isa.h"
#include "trace.h"

enum row {
  ROW_ORDER, /* words: ssem.timebase.order ... */
  ROW_BEAT,
  ROW_PI,
  ROW_F,
  ROW_S00, /* by order: each line as an order */
  ROW_S31 = ROW_S00 + SSEM_LINES - 1,
  ROW_T_LINE, /* what a programmer sees: ssem.T.line ... */
  ROW_T_CI,
  ROW_T_A,
  ROW_REFERENCE_LINE, /* what a reference says: ssem.reference.line ... */
  ROW_REFERENCE_CI,
  ROW_REFERENCE_A,
  ROW_DIFFERS,
  ROW_COUNT,
  ROW_OWN_SCOPE = ROW_T_LINE /* from here on, in scopes without a signal */
};

struct row_info {
  const char *unit; /* of a signal, or one of its own */
  const char *name;
  unsigned digits; /* 1 to 32; 0: words */
};

extern const struct row_info rows_info[ROW_COUNT];

enum { ROW_TEXT = 32 }; /* bytes that hold any row's words */

/* When each signal changed in a beat: digit p of in[i] says that signal i is
 * in digit period p other than in the one before. */
struct changes {
  wave in[SIGNAL_COUNT];
};

/* The rows over one beat, as a signal of several digits is in struct beat: when
 * says where a row changes, value what to; of words it is the number that they
 * are of. */
struct rows {
  wave when[ROW_COUNT];
  uint32_t value[ROW_COUNT][SSEM_BEAT];
  char order[ROW_TEXT]; /* of ROW_ORDER, from p = 0 */
  /* private */
  bool begun;
  bool touched;            /* the operator has acted in the beat before */
  uint32_t now[ROW_COUNT]; /* at the end of the beat before */
  struct isa t;            /* interp, where the rows have come to */
  struct isa expected;     /* the reference's T-state, likewise, */
  struct isa next;         /* and from digit period `from` of this beat on */
  unsigned from;
  bool has_reference;
};

/* The rows of a trace, in the order of `enum row`; returns how many. */
unsigned rows_of(const struct trace_options *o, enum row row[ROW_COUNT]);

/* Nothing has been seen. */
void rows_begin(struct rows *r);

/* The reference's T-state from digit period p of the next beat on. */
void rows_expect(struct rows *r, const struct isa *t, unsigned p);

/* The rows in the beat that follows; in the first, all change at p = 0. */
void rows_beat(struct rows *r, const struct beat *beat,
               const struct changes *changes);

/* The same at a boundary, for grain order, at p = 0 of boundary. */
void rows_boundary(struct rows *r, const struct beat *boundary,
                   const struct changes *changes);

/* What a row of words says in digit period p, where it changes. */
void row_words(const struct rows *r, enum row i, unsigned p,
               char text[ROW_TEXT]);

#endif
