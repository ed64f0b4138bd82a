// SPDX-License-Identifier: MIT
/*
 * lockstep.h - any levels side by side, compared in full at every boundary.
 *
 * The first level is the reference. After every order the T-state of each
 * other level (all 34 words: CI, A and the store) and whether it has stopped
 * must equal the first one's. Nothing here knows which levels exist.
 *
 *   struct lockstep ls;
 *
 *   lockstep_init(&ls, levels, 2);
 *   lockstep_clear(&ls, pr.S, 0);
 *   while (lockstep_run(&ls, 1000) == LOCKSTEP_RUNNING)
 *     ;
 *   if (ls.outcome == LOCKSTEP_DIFFERS)
 *     lockstep_explain(&ls, text, sizeof text);
 */
#ifndef SSEM_LOCKSTEP_H
#define SSEM_LOCKSTEP_H

#include "sim/level/level.h"

#include <stddef.h>

enum {
  LOCKSTEP_LEVELS = 8,  /* at most so many side by side */
  LOCKSTEP_HISTORY = 4, /* orders remembered for the explanation */
  LOCKSTEP_TEXT = 1024  /* bytes that hold any explanation */
};

enum lockstep_outcome {
  LOCKSTEP_RUNNING, /* all agree, none has stopped */
  LOCKSTEP_STOPPED, /* all agree, all have obeyed STP */
  LOCKSTEP_DIFFERS  /* level number `differing` differs from the first */
};

struct lockstep {
  struct level *level[LOCKSTEP_LEVELS]; /* not owned */
  unsigned count;
  uint64_t orders; /* obeyed since the start of the run, STP included */
  uint64_t before; /* of these, how many before it joined the run */
  enum lockstep_outcome outcome;
  unsigned differing;    /* if LOCKSTEP_DIFFERS: which level */
  bool stopped[2];       /* ... and whether the first, and that one, stopped */
  struct isa state;      /* the first level's T-state at this boundary */
  const struct isa *now; /* the same, where it is; private */
  struct isa found;      /* if LOCKSTEP_DIFFERS: that level's T-state */
  struct {               /* the first level's last orders, a ring */
    word CI, PI;         /* where it stood, what it was */
  } history[LOCKSTEP_HISTORY]; /* order k at (k - 1) % LOCKSTEP_HISTORY */
};

/* Take count levels, 1 to LOCKSTEP_LEVELS, the reference first. */
void lockstep_init(struct lockstep *ls, struct level *const level[],
                   unsigned count);

/* Clear all levels, load S and CI, and compare at the first boundary. */
void lockstep_clear(struct lockstep *ls, const word S[SSEM_LINES], word CI);

/* Put all levels at T-state t, line counter LC, and compare there; `orders`
 * have been obeyed before. */
void lockstep_embed(struct lockstep *ls, const struct isa *t, unsigned LC,
                    uint64_t orders);

/* Begin where all levels stand, at the boundary after so many orders, however
 * they came there, and compare. */
void lockstep_join(struct lockstep *ls, uint64_t orders);

/* Obey up to so many more orders, one at a time, and compare after each. */
enum lockstep_outcome lockstep_run(struct lockstep *ls, uint64_t orders);

/* The first difference in words: order, bar, beat, digit, what was expected at
 * the first level and found at the other; then the last orders, one a line. */
void lockstep_explain(const struct lockstep *ls, char *text, size_t size);

#endif
