// SPDX-License-Identifier: MIT
/*
 * gtkw.h - the view: a GTKWave save file beside a trace.
 *
 * One view serves every level, because every level's trace has the same paths;
 * it is made from signals.def, so it names no signal that a trace lacks. It
 * holds no directory: trace and view may be moved together.
 *
 *   options.marker[GTKW_FETCH] = 36 * 100;      // A1 of the first bar
 *   options.marker[GTKW_STORE] = GTKW_ABSENT;
 *   options.marker[GTKW_STOP] = GTKW_ABSENT;
 *   if (!gtkw_write(&out, "run.gtkw", "run.vcd", &options, text))
 *     fprintf(stderr, "%s\n", text);
 */
#ifndef TRACEGEN_GTKW_H
#define TRACEGEN_GTKW_H

#include "trace.h"

/* What the named markers A, B and C stand on. */
enum gtkw_marker { GTKW_FETCH, GTKW_STORE, GTKW_STOP, GTKW_MARKERS };

/* Markers D to Z are for moments with a name. */
enum { GTKW_NAMED = 26 - GTKW_MARKERS };

#define GTKW_ABSENT UINT64_MAX /* a marker that the trace does not reach */

struct gtkw_options {
  uint64_t start;                /* of the first order shown, in 100 ns */
  unsigned digit_period;         /* in 100 ns, as in struct trace_options */
  unsigned beats;                /* to fill the window; 0, or over 4: a bar */
  bool strings;                  /* does the trace have orders in words? */
  enum trace_grain grain;        /* of the trace */
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
