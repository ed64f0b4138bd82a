// SPDX-License-Identifier: MIT
/*
 * level.h - a level of abstraction: one way of being the machine.
 *
 * Every level obeys the same programs and can be asked, at each instruction
 * boundary, for its T-state. The tools know levels only through this page, so
 * a new one joins by filling in a struct level_ops. A level is a struct whose
 * first member is a struct level; the caller opens it by name (levels.h) and
 * closes it.
 *
 *   serial->ops->clear(serial, pr.S, 0);         // after clear, CI = 0
 *   status = serial->ops->advance(serial);       // to order 1's boundary
 *   status = serial->ops->advance(serial);       // order 1 obeyed
 *   serial->ops->interp(serial, &t);             // T-state
 *   serial->ops->close(serial);
 */
#ifndef SSEM_LEVEL_H
#define SSEM_LEVEL_H

#include "sim/isa.h"
#include "sim/ssem.h"
#include "sim/text/text.h"

struct signals; /* sim/signals.h: every signal's value */
struct period;  /* sim/period.h: the same, for comparison */
struct beat;    /* sim/beat.h: every signal over a beat */
struct level;

enum level_status {
  LEVEL_RUNNING, /* at the boundary before the next order */
  LEVEL_STOPPED, /* STP has been obeyed: final, T-state as at its boundary */
  LEVEL_LOST,    /* a broken machine: two bars have passed, LEVEL_LOST_AFTER
                  * digit periods, and neither of these has come */
  LEVEL_ENDED    /* a record of a machine that has no more to tell */
};

enum { LEVEL_LOST_AFTER = 2 * SSEM_BAR };

struct level_options {
  bool as_built;      /* the second reading of the F staticisor, where there
                       * is one */
  const char *engine; /* how isa is run: "translate" or "interpret"; NULL: the
                       * first, if the host can. Both give the same results */
};

struct level_ops {
  const char *name; /* "isa", "serial", ... */

  /* Clear the machine, then load the 32 lines of S and set the control tube's
   * CI: S1 of the first bar, before its increment. */
  void (*clear)(struct level *l, const word S[SSEM_LINES], word CI);

  /* Put the level at the boundary whose T-state is t; LC, 0 to 31, is the line
   * counter where there is one. */
  void (*embed)(struct level *l, const struct isa *t, unsigned LC);

  /* Run on to the next boundary, or until STP has stopped the machine. After
   * clear() this is the rest of S1; then it is one order a call. */
  enum level_status (*advance)(struct level *l);

  /* From a boundary, obey so many orders on end, fewer if STP comes. Returns
   * how many were obeyed, the STP included. Equal to as many advance(); NULL
   * where there is nothing faster than those. */
  uint64_t (*run)(struct level *l, uint64_t orders, enum level_status *status);

  /* interp: the T-state that this level is in. */
  void (*interp)(const struct level *l, struct isa *t);

  /* That T-state where the level keeps it, good until the level moves; NULL
   * where it keeps none, or not now: ask interp(). */
  const struct isa *(*lend)(const struct level *l);

  /* Is that T-state, all 34 words of it, t? NULL: ask interp(). */
  bool (*equals)(const struct level *l, const struct isa *t);

  /* The V-state, every register and the strap, out and in, at any p. NULL where
   * a level has no digit periods. */
  void (*save)(const struct level *l, struct ssem *m);
  void (*restore)(struct level *l, const struct ssem *m);

  /* One digit period. If sig is not NULL it receives every signal as it is,
   * settled, during this period. NULL where a level has no digit periods. */
  void (*tick)(struct level *l, const struct ssem_console *k,
               struct signals *sig);

  /* So many digit periods, 1 or more, the console held over them, as they are
   * compared: seen[0] and so on receive every signal but the console's. NULL
   * where a level has no digit periods. */
  void (*periods)(struct level *l, const struct ssem_console *k, unsigned count,
                  struct period *seen);

  /* Was the last digit period not of the level's own making, so that there is
   * nothing to compare in it? NULL: never. */
  bool (*borrowed)(const struct level *l);

  /* One beat, 36 digit periods, from p = 0, the console held over it. If seen
   * is not NULL it receives every signal in every one of them. Equal to 36
   * calls of tick; NULL where there is nothing faster than those. */
  void (*beat)(struct level *l, const struct ssem_console *k,
               struct beat *seen);

  /* Of a record of a machine, such as a dump; NULL for a machine. It cannot be
   * cleared or embedded and has no digit periods; advance() goes on to the next
   * boundary that it holds.
   *
   * mask: the digits of the T-state that it gives are ones. */
  void (*mask)(const struct level *l, struct isa *given);

  /* Was it blind since the boundary before, so that some may be missing? */
  bool (*gap)(const struct level *l);

  /* After its last boundary, which is that before an STP: does it show that the
   * machine stopped there? */
  bool (*stopped)(const struct level *l);

  /* How it differs from T-state t, which was expected after so many orders:
   * where in the record, and what. With LEVEL_LOST: no boundary came. It may
   * read on, and then stands elsewhere. */
  void (*explain)(struct level *l, const struct isa *t, uint64_t orders,
                  enum level_status status, struct text *out);

  /* Free everything, l included. */
  void (*close)(struct level *l);
};

struct level {
  const struct level_ops *ops;
};

/* run() of a level, or advance() over and over where it has none. */
uint64_t level_run(struct level *l, uint64_t orders, enum level_status *status);

/* lend() of a level, or interp() into *t and t. */
const struct isa *level_state(const struct level *l, struct isa *t);

/* equals() of a level, or interp() and a comparison. */
bool level_equals(const struct level *l, const struct isa *t);

#endif
