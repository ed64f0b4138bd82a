// SPDX-License-Identifier: MIT
/*
 * gtkw.h - the view: a GTKWave save file beside a trace.
 *
 * One view serves every level and format, because every trace has the same
 * paths; it is made from signals.def and rows.h, so it names nothing that a
 * trace lacks. It fits a screen of 1366 x 768, and opens where the question is:
 * the marker stands there, so that values are read at once. It holds no
 * directory: trace and view may be moved together.
 *
 *   options.shown = 144 * 100;                  // a bar
 *   options.marker[GTKW_FETCH] = 36 * 100;      // A1 of the first bar
 *   options.marker[GTKW_STORE] = GTKW_ABSENT;   // and the others
 *   if (!gtkw_write(&out, "run.gtkw", "run.vcd", &options, text))
 *     fprintf(stderr, "%s\n", text);
 */
#ifndef TRACEGEN_GTKW_H
#define TRACEGEN_GTKW_H

#include "trace.h"

/* What the named markers A to E stand on: the first fetch, store and STP from
 * the question on; the bar asked for; where the T-state begins to differ. */
enum gtkw_marker {
  GTKW_FETCH,
  GTKW_STORE,
  GTKW_STOP,
  GTKW_ASKED,
  GTKW_DIFFERS,
  GTKW_MARKERS
};

/* Markers F to Z are for moments with a name. */
enum { GTKW_NAMED = 26 - GTKW_MARKERS };

#define GTKW_ABSENT UINT64_MAX /* a marker that the trace does not reach */

struct gtkw_options {
  uint64_t start;                /* of what is shown first, in 100 ns */
  uint64_t shown;                /* how much of it, likewise */
  uint64_t question;             /* where values are read, likewise */
  unsigned digit_period;         /* in 100 ns, as in struct trace_options */
  bool strings;                  /* does the trace have words? */
  bool reference;                /* and a reference? */
  enum trace_grain grain;        /* of the trace */
  uint32_t obeyed;               /* grain order: digit n: line n was obeyed; */
  uint32_t changed;              /* it did not stay as it was */
  uint64_t marker[GTKW_MARKERS]; /* in 100 ns, or GTKW_ABSENT */
  bool played;                   /* by a stimulus: the console comes first */
  unsigned named_count;          /* at most GTKW_NAMED */
  struct {
    uint64_t at;      /* in 100 ns */
    const char *name; /* cut to what GTKWave shows */
  } named[GTKW_NAMED];
};

/* Write the view for file name ("run.gtkw"), of the trace called dumpfile, a
 * name without a directory ("run.vcd"); output_appear() lets it appear. On
 * failure returns false, text says why, and there is nothing to discard. */
bool gtkw_write(struct output *out, const char *name, const char *dumpfile,
                const struct gtkw_options *options, char text[TEXT_SENTENCE]);

#endif
