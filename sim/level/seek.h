// SPDX-License-Identifier: MIT
/*
 * seek.h - levels brought to any bar of a run from clear.
 *
 * The orders before the bar are obeyed by a level that runs ahead. If that is
 * isa, the T-state that it comes to is embedded in the level sought for: interp
 * and embed make that the same as having ticked all the way, a thousand times
 * faster. A bar begins in S1, a beat before its boundary, and a T-state can
 * only be embedded at a boundary; so the level is put at that of the bar
 * before, and obeys that one order too on its way to S1.
 *
 * If the level that runs ahead has digit periods, every register of it is
 * handed over. It may be the level sought for, which then goes by itself.
 *
 *   struct seek s;
 *
 *   seek_begin(&s, isa, pr.S, 0, 1000, SEEK_S1);
 *   while (seek_step(&s, 65536) == SEEK_RUNNING)
 *     ;                                    // look up: Ctrl-C, progress
 *   if (s.status == SEEK_READY && seek_put(&s, serial))
 *     serial->ops->tick(serial, &k, &sig); // p = 0 of S1 of bar 1000
 */
#ifndef SSEM_SEEK_H
#define SSEM_SEEK_H

#include "level.h"

enum seek_place {
  SEEK_S1,      /* p = 0 of S1 of the bar: levels that have digit periods */
  SEEK_BOUNDARY /* the bar's boundary, p = 0 of A1: any level */
};

enum seek_status {
  SEEK_RUNNING, /* the level that runs ahead has not come to the bar */
  SEEK_READY,   /* it has: seek_put() */
  SEEK_STOPPED  /* it obeyed an STP before, or is lost: the bar never
                 * begins */
};

struct seek {
  enum seek_status status;
  uint64_t orders; /* obeyed so far, an STP included */
  bool idle; /* set after seek_begin(): with SEEK_S1 the idle bar that follows
              * an STP will do, too */
  /* private */
  struct level *ahead; /* not owned */
  enum seek_place place;
  word S[SSEM_LINES], CI; /* to clear with */
  uint64_t before;        /* all orders before the bar */
  uint64_t entry;         /* those before the boundary that t is of */
  struct isa t;           /* what is embedded, or ... */
  struct ssem m;          /* ... every register, at the place itself */
};

/* Begin: `ahead` is cleared with S and CI, as level_ops.clear takes them, and
 * is to obey the orders before bar number `bar`, from 1. For bar 1 there are
 * none, and the status is SEEK_READY at once. ahead is needed until the last
 * seek_put(). */
void seek_begin(struct seek *s, struct level *ahead, const word S[SSEM_LINES],
                word CI, uint64_t bar, enum seek_place place);

/* Let up to so many orders more be obeyed, 1 or more. */
enum seek_status seek_step(struct seek *s, uint64_t orders);

/* With SEEK_READY: bring l to the place; then another level, if there is one.
 * Returns false if l begins no such bar though the level ahead does. */
bool seek_put(const struct seek *s, struct level *l);

#endif
