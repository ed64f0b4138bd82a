// SPDX-License-Identifier: MIT
/* trace.c - ssem trace: waveforms of a window of bars, for GTKWave. */
#include "common.h"
#include "progress.h"

#include "tracegen/gtkw.h"
#include "tracegen/trace.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { DEFAULT_ORDERS = 2000 }; /* without --orders, at most so many bars */

/* A trace being made. */
struct work {
  const struct options *o;
  struct level *level;
  struct ssem_console rest;
  struct trace *trace;
  struct trace_beat beat;
  struct gtkw_options view;
  uint64_t bars; /* active bars in the file */
  bool stopped;  /* the machine has stopped within the window */
};

/* The markers of the view: first fetch, first store, STP. */
static void mark(struct work *w, const struct signals *sig, uint64_t period)
{
  const uint32_t *const v = sig->value;

  const bool seen[GTKW_MARKERS] = {
    [GTKW_FETCH] = v[SIGNAL_A1],
    [GTKW_STORE] = v[SIGNAL_A2] && v[SIGNAL_ITG],
    [GTKW_STOP] = v[SIGNAL_active] && v[SIGNAL_stop],
  };

  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    if (seen[i] && w->view.marker[i] == GTKW_ABSENT)
      w->view.marker[i] = period * w->o->digit_period;
}

/* Trace the bar that begins at digit period `at`. */
static void bar(struct work *w, uint64_t at)
{
  struct signals sig;
  bool active = false;

  for (unsigned i = 0; i < SSEM_BAR; i++) {
    w->level->ops->tick(w->level, &w->rest, &sig);
    mark(w, &sig, at + i);
    trace_beat_digit(&w->beat, i % SSEM_BEAT, &sig);
    if (i % SSEM_BEAT == SSEM_BEAT - 1)
      trace_beat(w->trace, &w->beat);
    active = sig.value[SIGNAL_active];
  }
  w->bars += active;
  w->stopped = !active;
}

/* From clear to S1 of bar --from. False: it never begins. */
static bool skip(struct work *w)
{
  for (uint64_t k = 1; k < w->o->from; k++) {
    struct signals sig;

    for (unsigned i = 1; i < SSEM_BAR; i++)
      w->level->ops->tick(w->level, &w->rest, NULL);
    w->level->ops->tick(w->level, &w->rest, &sig);
    if (!sig.value[SIGNAL_PP]) {
      fprintf(stderr,
              "ssem: --from: found %" PRIu64 ", expected at most %" PRIu64
              ", the order that stops the program\n",
              w->o->from, k);
      return false;
    }
    if (k % CHUNK == 0) {
      if (progress_interrupted())
        return false;
      progress_show(k, w->o->from);
    }
  }
  progress_end();
  return true;
}

/* The window itself: so many orders, or to the STP and one idle bar. */
static void window(struct work *w)
{
  const struct options *const o = w->o;
  const uint64_t asked = o->orders != 0 ? o->orders : DEFAULT_ORDERS;
  const uint64_t allowed = o->max_orders - (o->from - 1);
  const uint64_t most = asked < allowed ? asked : allowed;

  while (w->bars < most && !w->stopped && !progress_interrupted()) {
    bar(w, (o->from - 1 + w->bars) * SSEM_BAR);
    if (w->bars % 16 == 0)
      progress_show(w->bars, most);
  }
  progress_end();
  if (w->stopped || progress_interrupted() || o->orders != 0)
    return;
  fprintf(stderr,
          "ssem: traced %" PRIu64 " orders, the program goes on; --from N "
          "--orders M choose a window\n",
          w->bars);
}

/* run.vcd: run.gtkw */
static bool view_name(const char *output, char *name, size_t size)
{
  const char *const dot = strrchr(output, '.');
  const char *const slash = strrchr(output, '/');
  const size_t stem = dot != NULL && (slash == NULL || dot > slash)
                        ? (size_t)(dot - output)
                        : strlen(output);

  return snprintf(name, size, "%.*s.gtkw", (int)stem, output) < (int)size;
}

static const char *without_directory(const char *name)
{
  const char *const slash = strrchr(name, '/');

  return slash == NULL ? name : slash + 1;
}

static enum status finish(struct work *w)
{
  const char *const output = w->o->output;
  char text[TRACE_TEXT];
  char name[PATH_MAX];

  if (!trace_close(w->trace, text)) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  if (strcmp(output, "-") != 0 && view_name(output, name, sizeof name) &&
      !gtkw_write(name, without_directory(output), &w->view, text)) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_STOPPED;
}

static enum status trace_window(struct work *w, const struct program *pr)
{
  const struct options *const o = w->o;
  const struct trace_options options = { .start = (o->from - 1) * SSEM_BAR,
                                         .digit_period = o->digit_period,
                                         .strings = o->strings,
                                         .program = pr->name,
                                         .level = o->levels[0] };
  char text[TRACE_TEXT];

  w->level->ops->clear(w->level, pr->S, start_CI(o));
  if (!skip(w))
    return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_USAGE;
  w->trace = trace_open(o->output, &options, text);
  if (w->trace == NULL) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  w->view.start = options.start * o->digit_period;
  w->view.digit_period = o->digit_period;
  w->view.strings = o->strings;
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    w->view.marker[i] = GTKW_ABSENT;
  window(w);
  return finish(w);
}

static bool usable(const struct options *o)
{
  if (o->output == NULL) {
    fputs("ssem trace: no -o FILE.vcd given; see ssem trace --help\n", stderr);
    return false;
  }
  if (o->from > o->max_orders) {
    fprintf(stderr,
            "ssem: --from: found %" PRIu64
            ", expected no more than --max-orders\n",
            o->from);
    return false;
  }
  return true;
}

static enum status trace(const struct options *o)
{
  struct work w = { .o = o };
  struct program pr;
  enum status status;

  if (!usable(o) || !load(o->programs[0], &pr))
    return STATUS_USAGE;
  if (!open_levels(o, &w.level, &status))
    return status;
  ssem_console_rest(&w.rest);
  if (w.level->ops->tick != NULL)
    status = trace_window(&w, &pr);
  else {
    fprintf(stderr,
            "ssem: --level: %s has no digit periods to trace, expected "
            "serial\n",
            o->levels[0]);
    status = STATUS_USAGE;
  }
  close_levels(&w.level, 1);
  return status;
}

const struct command command_trace = {
  .name = "trace",
  .accepts = "eolsFnbfmd",
  .levels = "serial",
  .obey = trace,
  .help =
    "ssem trace PROGRAM -o FILE.vcd - write waveforms to read in GTKWave\n"
    "\n"
    "Writes every signal of the machine in every digit period, and beside the\n"
    "trace a view, FILE.gtkw, that lays it out. Open both with\n"
    "\n"
    "  gtkwave FILE.vcd FILE.gtkw\n"
    "\n"
    "  -o FILE.vcd       where to; - is standard output (and no view)\n"
    "  --level L         serial (default)\n"
    "  --engine E        waves, a beat at a time (default), or tick\n"
    "  --from N          begin with order N (default 1), at S1 of its bar\n"
    "  --orders M        trace M orders (default: to the STP and one idle "
    "bar,\n"
    "                    2,000 orders at most)\n"
    "  --no-strings      leave out the order in words, GTKWave's extension to\n"
    "                    IEEE 1364, for readers that refuse it\n"
    "  --as-built        sample the function staticisor in S1 too, as in 1948\n"
    "  --first-line N    the first order is in line N, 0 to 31 (default 1)\n"
    "  --max-orders N    obey at most N orders in all, those before --from "
    "too\n"
    "  --digit-period T  such as 8.5us (1948) or 10us (default), a multiple "
    "of\n"
    "                    100 ns: the unit of time of the file\n"
    "\n"
    "  ssem trace programs/first-35.asm -o first.vcd\n"
    "  ssem trace programs/first-989.asm -o window.vcd --from 1000 --orders 4\n"
    "\n"
    "Exit status: 0 written, 2 bad usage or program, 4 output failed or level\n"
    "missing, 130 interrupted (the file is complete up to there).\n",
};
