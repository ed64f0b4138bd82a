// SPDX-License-Identifier: MIT
/*
 * write_orders.c - ssem trace --grain order: the T-state before each order.
 *
 * Whole runs, at any level: a change set an order, at the boundary, p = 0 of A1
 * of its bar, where CI has just been incremented; and one after the last.
 */
#include "common.h"
#include "progress.h"
#include "trace_files.h"
#include "window.h"
#include "write_trace.h"

#include "sim/interp.h"

#include <stdio.h>
#include <string.h>

enum { LOOK_UP = 1 << 12 }; /* orders between looks at progress */

struct run {
  const struct options *o;
  const struct trace_window *window;
  struct level *level;
  struct trace *trace;
  struct gtkw_options view;
  struct traced *done;
};

static void mark(struct run *r, enum gtkw_marker marker, uint64_t orders_before)
{
  if (r->view.marker[marker] == GTKW_ABSENT)
    r->view.marker[marker] =
      (orders_before * SSEM_BAR + SSEM_BEAT) * r->o->digit_period;
}

/* The boundary before the next order, or after the STP. */
static void boundary(struct run *r)
{
  const uint64_t before = r->window->from - 1 + r->done->bars;
  struct isa t;

  r->level->ops->interp(r->level, &t);
  trace_order(r->trace, &t, r->done->stopped);
  if (r->done->stopped)
    return;
  mark(r, GTKW_FETCH, before);
  if ((isa_order(&t) >> 13 & 7) == FN_STO)
    mark(r, GTKW_STORE, before);
  if (isa_final(&t))
    mark(r, GTKW_STOP, before);
}

static void follow(struct run *r)
{
  const uint64_t most = r->window->most;

  boundary(r);
  while (r->done->bars < most && !r->done->stopped) {
    r->done->stopped = r->level->ops->advance(r->level) == LEVEL_STOPPED;
    r->done->bars++;
    boundary(r);
    if (r->done->bars % LOOK_UP == 0) {
      if (progress_interrupted())
        break;
      progress_show(r->done->bars, most);
    }
  }
  progress_end();
}

enum status write_orders(const struct options *o, const struct program *pr,
                         struct level *l, const struct trace_window *window,
                         struct traced *done)
{
  const struct trace_options options = { .start = (window->from - 1) * SSEM_BAR,
                                         .digit_period = o->digit_period,
                                         .strings = o->strings,
                                         .grain = GRAIN_ORDER,
                                         .program = pr->name,
                                         .level = l->ops->name };
  struct run r = { .o = o, .window = window, .level = l, .done = done };
  char text[TRACE_TEXT];

  memset(done, 0, sizeof *done);
  if (!window_enter(o, pr, l, window->from, true))
    return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_USAGE;
  r.trace = trace_open(window->output, &options, text);
  if (r.trace == NULL) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  r.view.start = options.start * o->digit_period;
  r.view.digit_period = o->digit_period;
  r.view.strings = o->strings;
  r.view.grain = GRAIN_ORDER;
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    r.view.marker[i] = GTKW_ABSENT;
  follow(&r);
  if (!finish_files(r.trace, window->output, &r.view))
    return STATUS_OUTPUT;
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_STOPPED;
}
