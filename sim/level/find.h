// SPDX-License-Identifier: MIT
/*
 * find.h - the first order of a run before which a trigger holds.
 *
 * The T-state before each order is asked, at its boundary, of one level; so any
 * level will do, and isa is the fastest. The work goes in steps, so that the
 * caller can look up between them.
 *
 *   struct find f;
 *
 *   find_begin(&f, isa, pr.S, 0, &trigger, 1, 1000000);
 *   while (find_step(&f, 65536) == FIND_RUNNING)
 *     ;                                    // look up: Ctrl-C, progress
 *   if (f.status == FIND_FOUND)
 *     printf("before order %" PRIu64 "\n", f.order);
 */
#ifndef SSEM_FIND_H
#define SSEM_FIND_H

#include "level.h"
#include "sim/text/trigger.h"

enum find_status {
  FIND_RUNNING, /* before no order looked at so far */
  FIND_FOUND,   /* before order number `order` */
  FIND_NONE     /* before none of `order` orders: the program has stopped, or
                 * no more are to be looked at */
};

struct find {
  enum find_status status;
  uint64_t order; /* the next to be looked at, from 1 */
  /* private */
  struct level *level;           /* not owned */
  const struct trigger *trigger; /* not owned */
  uint64_t from, most;
};

/* Begin: l is cleared with S and CI, as level_ops.clear takes them. Orders
 * number `from`, 1 or more, to number `most` are looked at. */
void find_begin(struct find *f, struct level *l, const word S[SSEM_LINES],
                word CI, const struct trigger *trigger, uint64_t from,
                uint64_t most);

/* Look at up to so many orders more. */
enum find_status find_step(struct find *f, uint64_t orders);

#endif
