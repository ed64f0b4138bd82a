// SPDX-License-Identifier: MIT
/* write_trace.c - a window of bars, written as a trace. */
#include "write_trace.h"

#include "progress.h"
#include "trace_files.h"
#include "window.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* A trace being made. */
struct work {
  const struct options *o;
  const struct trace_window *window;
  struct level *level;
  struct ssem_console rest;
  struct trace *trace;
  struct beat beat;
  struct gtkw_options view;
  struct traced *done;
};

/* The markers of the view: the first time that a signal is 1 in some beat. */
static void mark(struct work *w, uint64_t at)
{
  const uint64_t *const seen_in = w->beat.wave;
  const uint64_t seen[GTKW_MARKERS] = {
    [GTKW_FETCH] = seen_in[SIGNAL_A1],
    [GTKW_STORE] = seen_in[SIGNAL_A2] & seen_in[SIGNAL_ITG],
    [GTKW_STOP] = seen_in[SIGNAL_active] & seen_in[SIGNAL_stop],
  };

  for (unsigned i = 0; i < GTKW_MARKERS; i++) {
    uint64_t p = 0;

    if (seen[i] == 0 || w->view.marker[i] != GTKW_ABSENT)
      continue;
    while (!(seen[i] >> p & 1))
      p++;
    w->view.marker[i] = (at + p) * w->o->digit_period;
  }
}

/* One beat of the level, seen by the trace. */
static void see_beat(struct work *w)
{
  struct signals sig;

  if (w->level->ops->beat != NULL) {
    w->level->ops->beat(w->level, &w->rest, &w->beat);
    return;
  }
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    w->level->ops->tick(w->level, &w->rest, &sig);
    beat_digit(&w->beat, p, &sig);
  }
}

/* Is the beat that begins at this digit period one of those asked for? */
static bool in_window(const struct trace_window *window, uint64_t period)
{
  const uint64_t bar = (window->from - 1) * SSEM_BAR;

  return period >= bar + (uint64_t)window->first_beat * SSEM_BEAT &&
         period < bar + (window->most - 1) * SSEM_BAR +
                    ((uint64_t)window->last_beat + 1) * SSEM_BEAT;
}

/* Trace the bar that begins at digit period `at`. */
static void trace_bar(struct work *w, uint64_t at)
{
  for (unsigned i = 0; i < SSEM_BAR; i += SSEM_BEAT) {
    see_beat(w);
    if (!in_window(w->window, at + i))
      continue;
    mark(w, at + i);
    trace_beat(w->trace, &w->beat);
  }
  w->done->stopped = !(w->beat.wave[SIGNAL_active] & 1);
  w->done->bars += !w->done->stopped;
}

static void trace_bars(struct work *w)
{
  struct traced *const done = w->done;
  const uint64_t most = w->window->most + w->window->last_beat / 4;

  while (done->bars < most && !done->stopped && !progress_interrupted()) {
    trace_bar(w, (w->window->from - 1 + done->bars) * SSEM_BAR);
    if (done->bars % 16 == 0)
      progress_show(done->bars, most);
  }
  progress_end();
}

enum status write_trace(const struct options *o, const struct program *pr,
                        struct level *l, const struct trace_window *window,
                        struct traced *done)
{
  const struct trace_options options = {
    .start =
      (window->from - 1) * SSEM_BAR + (uint64_t)window->first_beat * SSEM_BEAT,
    .choice = window->choice,
    .digit_period = o->digit_period,
    .strings = o->strings,
    .program = pr->name,
    .level = l->ops->name
  };
  struct work w = { .o = o, .window = window, .level = l, .done = done };
  char text[TRACE_TEXT];

  memset(done, 0, sizeof *done);
  ssem_console_rest(&w.rest);
  if (!window_enter(o, pr, l, window->from, false))
    return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_USAGE;
  w.trace = trace_open(window->output, &options, text);
  if (w.trace == NULL) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  w.view.start = options.start * o->digit_period;
  w.view.digit_period = o->digit_period;
  if (window->most <= 2)
    w.view.beats = (unsigned)(window->most - 1) * 4 + window->last_beat + 1 -
                   window->first_beat;
  w.view.strings = o->strings;
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    w.view.marker[i] = GTKW_ABSENT;
  trace_bars(&w);
  if (!finish_files(w.trace, window->output, &w.view))
    return STATUS_OUTPUT;
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_STOPPED;
}

enum status write_difference(const struct options *o, const struct program *pr,
                             struct level *const level[], uint64_t orders)
{
  enum { BEFORE = 4, AFTER = 1 };
  enum status status = STATUS_STOPPED;

  for (unsigned i = 0; i < o->level_count; i++) {
    char name[PATH_MAX];
    const struct trace_window window = {
      .output = name,
      .from = orders > BEFORE ? orders - BEFORE + 1 : 1,
      .most = BEFORE + 1 + AFTER,
      .last_beat = BEAT_A2,
    };
    struct traced done;

    if (level[i]->ops->tick == NULL)
      continue;
    level_file_name(o->trace, level[i]->ops->name, name, sizeof name);
    status = status_worse(status, write_trace(o, pr, level[i], &window, &done));
  }
  return status;
}
