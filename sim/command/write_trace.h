// SPDX-License-Identifier: MIT
/*
 * write_trace.h - a window of bars of one level, written as a trace with its
 * view beside it.
 */
#ifndef COMMAND_WRITE_TRACE_H
#define COMMAND_WRITE_TRACE_H

#include "common.h"

#include "tracegen/trace.h"

struct trace_window {
  const char *output;  /* file name; "-" is standard output, without a view */
  uint64_t from;       /* the first bar, from 1 */
  uint64_t most;       /* bars at most; fewer if STP comes, then one idle bar */
  unsigned first_beat; /* of the first bar: 0 to 3, S1 to A2 */
  unsigned last_beat;  /* of the last bar: to 6, 4 being S1 of the next */
  const struct choice *choice; /* what a drawing shows; NULL: the default */
};

/* What was written. */
struct traced {
  uint64_t bars; /* active bars */
  bool stopped;  /* and an idle one after the STP */
};

/* Bring l to the window, trace it and write the view. Reasons go to stderr:
 * STATUS_USAGE if the window begins after the STP, STATUS_OUTPUT if it cannot
 * be written, STATUS_INTERRUPTED after Ctrl-C (the file is complete up to the
 * end of a bar), else STATUS_STOPPED. */
enum status write_trace(const struct options *o, const struct program *pr,
                        struct level *l, const struct trace_window *window,
                        struct traced *done);

/* The same, but only the T-state before each order (--grain order), at any
 * level, and that after the last. */
enum status write_orders(const struct options *o, const struct program *pr,
                         struct level *l, const struct trace_window *window,
                         struct traced *done);

/* The bars around a difference that was found after so many orders, from four
 * before it to one after, of each level that has digit periods:
 * run.vcd becomes run-serial.vcd, run-rtl.vcd and so on. */
enum status write_difference(const struct options *o, const struct program *pr,
                             struct level *const level[], uint64_t orders);

#endif
