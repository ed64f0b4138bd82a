// SPDX-License-Identifier: MIT
/*
 * window.h - a level brought to the first digit period of any bar.
 *
 * What comes before the bar is obeyed at the instruction level, and embedded:
 * interp and embed make that the same as having ticked all the way, and a
 * thousand times faster. As built, where that is not so, the level runs itself.
 */
#ifndef COMMAND_WINDOW_H
#define COMMAND_WINDOW_H

#include "common.h"

#include "sim/text/trigger.h"

enum window {
  WINDOW_READY,      /* the level stands at S1, p = 0, of the bar */
  WINDOW_STOPPED,    /* the program stops before it */
  WINDOW_INTERRUPTED /* Ctrl-C */
};

/* Run reference on from a boundary until so many orders more have been obeyed;
 * *orders counts those that have. */
enum window window_obey(struct level *reference, uint64_t count,
                        uint64_t *orders);

/* Bring l, which must have digit periods, to S1 of bar number `bar`, 1 or
 * more. *orders receives how many orders have been obeyed before: bar - 1, or
 * all that there are (WINDOW_STOPPED). */
enum window window_seek(const struct options *o, const struct program *pr,
                        struct level *l, uint64_t bar, uint64_t *orders);

/* The same for a person: bring l to S1 of the bar that --from names or, with
 * boundary, to its p = 0 of A1; false, with the reason on stderr unless it is
 * Ctrl-C, if it never begins. */
bool window_enter(const struct options *o, const struct program *pr,
                  struct level *l, uint64_t bar, bool boundary);

/* The number of the first order, from --from on and up to --max-orders, before
 * which the trigger holds. WINDOW_STOPPED: none; *order is then how many there
 * were. Level l is run for it as built, else isa is. */
enum window window_find(const struct options *o, const struct program *pr,
                        struct level *l, const struct trigger *tr,
                        uint64_t *order);

/* The LC of the machine at the boundary of a bar of a run from clear. */
static inline unsigned window_LC(uint64_t bar)
{
  return (unsigned)(2 * (bar - 1) + 1) & 31;
}

#endif
