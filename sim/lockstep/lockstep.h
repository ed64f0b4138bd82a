// SPDX-License-Identifier: MIT
/*
 * lockstep.h - any levels side by side, and how they differ.
 *
 * Levels that have digit periods are compared on every signal of signals.def in
 * each of them, settled, before it is rewritten; all levels on the T-state (all
 * 34 words: CI, A and the store) and on whether they have stopped, at every
 * boundary. The comparison ends at the first difference in time. Then the
 * levels that are alike are put together, and whoever stands alone against the
 * rest is what was "found", wherever it was listed; the others are "expected".
 * Nothing here knows which levels exist.
 *
 *   struct lockstep ls;
 *
 *   lockstep_init(&ls, levels, 4);
 *   lockstep_clear(&ls, pr.S, 0);
 *   lockstep_bars(&ls, 1000);                  // every signal
 *   while (lockstep_run(&ls, 1000) == LOCKSTEP_RUNNING)
 *     ;                                        // then at boundaries
 *   if (ls.outcome == LOCKSTEP_DIFFERS)
 *     lockstep_explain(&ls, text, sizeof text);
 *
 * The sentence reads "after order 3 (05: SUB 9), bar 4, beat A1, digit 33:
 * serial differs from isa, waves and rtl: ssem.accumulator.borrow: expected 0,
 * found 1; 2 more differ", or, of T-states, "... digit 0: isa differs from
 * serial: A: expected 0, found -99"; the last orders follow, one a line.
 */
#ifndef SSEM_LOCKSTEP_H
#define SSEM_LOCKSTEP_H

#include "coverage.h"
#include "sim/level/level.h"
#include "sim/period.h"
#include "sim/steps.h"
#include "sim/text/recent.h"

#include <stddef.h>

enum { LOCKSTEP_LEVELS = 8 }; /* at most so many side by side */

enum lockstep_outcome {
  LOCKSTEP_RUNNING, /* all agree, none has stopped */
  LOCKSTEP_STOPPED, /* all agree, all have obeyed STP */
  LOCKSTEP_ENDED,   /* all agree, and a level has no more to tell */
  LOCKSTEP_DIFFERS  /* lockstep_explain() says how */
};

/* The first difference. A set of levels has digit i for level i. */
struct lockstep_difference {
  unsigned expected, found; /* a level of each kind */
  unsigned right, wrong;    /* all of each kind; right 0: they are alike, and
                             * none of them comes to a boundary */
  unsigned beat, p;         /* when, in the bar */

  bool by_record;     /* the record differs; all levels are right */
  bool by_signal;     /* in a digit period; else at a boundary */
  enum signal signal; /* by_signal: what, the first in signals.def; */
  unsigned more;      /* how many others differ; */
  uint32_t value[2];  /* expected and found */

  enum level_status status[2]; /* at a boundary: expected and found */
  struct isa t[2];
};

struct lockstep {
  struct level *level[LOCKSTEP_LEVELS]; /* not owned */
  unsigned count;
  uint64_t orders;   /* obeyed since the start of the run, STP included */
  uint64_t bars;     /* in digit periods: passed, idle ones included */
  uint64_t periods;  /* digit periods in which every signal agreed */
  uint64_t borrowed; /* digit periods in which some level had nothing of its
                      * own to compare (level_ops.borrowed) */
  enum lockstep_outcome outcome;
  struct isa state; /* T-state at the last boundary, or where it stopped */
  struct recent recent;
  struct coverage coverage;              /* of the orders compared */
  struct lockstep_difference difference; /* if LOCKSTEP_DIFFERS */

  struct steps steps; /* of lockstep_tick(): whose they were */

  struct level *record; /* not owned; NULL: there is none */
  uint64_t agreed;      /* boundaries of it that did */
  uint64_t unseen;      /* orders to which it was blind */
  bool reached;         /* the STP, and does not show that it stopped there */

  /* private */
  unsigned reference;    /* the level that signals are held against */
  bool here;             /* all stand at a boundary that has been compared */
  bool met;              /* in this bar a boundary, or the stop, has come */
  bool idle;             /* it was the stop */
  bool told;             /* and this stop has been compared */
  bool given;            /* the first boundary is the operator's */
  const struct isa *now; /* the state, where a level keeps it */
  struct period seen[LOCKSTEP_LEVELS][SSEM_BEAT]; /* the last digit periods */
  unsigned taken;                                 /* so many */
  unsigned at;                                    /* that which differs */
  bool waiting;    /* the record stands at a boundary not yet compared */
  bool final;      /* the last one that agreed is that before an STP */
  unsigned sought; /* orders in which it has been looked for after a gap */
  struct {
    uint64_t orders, bars;
    struct recent recent;
    struct isa state;
  } gap; /* where it should have been */
};

/* Take count levels, 1 to LOCKSTEP_LEVELS. */
void lockstep_init(struct lockstep *ls, struct level *const level[],
                   unsigned count);

/* Compare a record of a machine, too (level_ops.mask), at every boundary at
 * which the levels agree: before they obey an order other than STP it must show
 * the boundary that follows. Its first boundary is that of the first order
 * compared. After a gap the levels obey up to 2^22 orders to find the boundary
 * that it shows. Call it before anything is obeyed. */
void lockstep_follow(struct lockstep *ls, struct level *record);

/* After LOCKSTEP_STOPPED: the record may show more boundaries, but not another
 * T-state. Look at up to so many of them; false: there are no more, and
 * ls->reached says whether it has only come as far as the STP, or it differs.
 */
bool lockstep_rest(struct lockstep *ls, uint64_t boundaries);

/* What the record leaves out, "; CI is compared in digits 0 to 4 only", or "".
 * Cut to size bytes. */
void lockstep_left_out(const struct lockstep *ls, char *text, size_t size);

/* Go on without level i, from a boundary or from S1. */
void lockstep_leave(struct lockstep *ls, unsigned i);

/* Clear all levels, load S and CI: S1 of bar 1. */
void lockstep_clear(struct lockstep *ls, const word S[SSEM_LINES], word CI);

/* Put all levels at T-state t, line counter LC, and compare there; `orders`
 * have been obeyed before. */
void lockstep_embed(struct lockstep *ls, const struct isa *t, unsigned LC,
                    uint64_t orders);

/* Begin where all levels stand, at the boundary after so many orders, however
 * they came there, and compare. */
void lockstep_join(struct lockstep *ls, uint64_t orders);

/* Begin where the levels stand, in one digit period; all of them have such. So
 * many orders have been obeyed before. For lockstep_tick(). */
void lockstep_begin(struct lockstep *ls, uint64_t orders);

/* By boundaries: on to the first one, if none has been, then obey up to so many
 * more orders, one at a time, and compare at each boundary. */
enum lockstep_outcome lockstep_run(struct lockstep *ls, uint64_t orders);

/* By digit periods, the console at rest: from S1 or a boundary to the end of
 * A2, up to so many times. Ends after the idle bar that follows an STP. */
enum lockstep_outcome lockstep_bars(struct lockstep *ls, uint64_t bars);

/* The levels were not cleared, or not all of them alike: where the levels
 * without digit periods stand is what the others show at the first boundary. */
void lockstep_give(struct lockstep *ls);

/* One digit period of all levels that have any, and the boundary of the others
 * if it is one. Returns false at a difference, and from then on does nothing.
 * Levels without digit periods know nothing of a console: a step that the
 * operator made (sim/steps.h) they are given as the others show it. */
bool lockstep_tick(struct lockstep *ls, const struct ssem_console *k);

/* So many of them on end, all of one beat: faster. */
bool lockstep_ticks(struct lockstep *ls, const struct ssem_console *k,
                    unsigned count);

/* The number of levels that have digit periods. */
unsigned lockstep_ticking(const struct lockstep *ls);

/* The first difference in words, then the last orders, one a line; "" if there
 * is none. Cut to size bytes. */
void lockstep_explain(const struct lockstep *ls, char *text, size_t size);

#endif
