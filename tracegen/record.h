// SPDX-License-Identifier: MIT
/*
 * record.h - a window of bars of a level, recorded: a trace, its view beside
 * it.
 *
 * The level stands where the window begins (sim/level/seek.h): at S1 of its
 * first bar for grain digit, at that bar's boundary for grain order. Recording
 * goes bar by bar in the caller's loop, so when to look up, and whether to end
 * early, stay the caller's; what was recorded till then is complete.
 *
 *   const struct record_window window = {
 *     .output = "run.vcd", .from = 1000, .most = 4, .last_beat = BEAT_A2 };
 *   const struct trace_options options = {
 *     .digit_period = 100, .strings = true, .program = "a.asm", .ahead = "isa"
 * }; struct record r;
 *
 *   if (!record_begin(&r, serial, &window, &options, text))
 *     return false;
 *   while (record_bar(&r))
 *     ;
 *   return record_end(&r, text);             // run.vcd and run.gtkw are there
 */
#ifndef TRACEGEN_RECORD_H
#define TRACEGEN_RECORD_H

#include "gtkw.h"
#include "sim/level/level.h"
#include "trace.h"

/* What is recorded. */
struct record_window {
  const char *output; /* file name; "-" is standard output, without a view */
  uint64_t from;      /* the first bar, from 1 */
  uint64_t most;  /* bars, 1 or more; fewer if STP comes, then an idle one, */
  bool past_stop; /* unless idle bars are to be recorded too, up to most */
  unsigned first_beat; /* of the first bar: 0 to 3, S1 to A2 */
  bool no_view;        /* no view beside the trace */
  uint64_t asked;      /* the bar that it is about: the view opens there, and
                        * a marker stands on it; but if there is a reference,
                        * on the bar that goes wrong. 0: none, the first */
  struct level *reference; /* at the boundary of the first bar, to stand beside
                            * what the level's programmer sees; NULL: none.
                            * Grain digit, first_beat 0. Not owned */
  unsigned last_beat; /* of the last bar: to 6, 4 being S1 of the next; beats
                       * are looked at for grain digit only */
  bool played;        /* grain digit: the caller hands over each beat, with
                       * record_beat(), the first being that at ... */
  uint64_t start;     /* ... so many digit periods since the start of the
                       * run; of the rest only output and no_view count */
};

/* A moment with a name, for the view: a statement of a stimulus. */
struct record_mark {
  uint64_t time; /* digit periods since the start of the run */
  const char *name;
};

struct record {
  uint64_t bars;            /* active bars recorded so far, */
  uint64_t idle;            /* and idle ones after them */
  bool stopped;             /* the last one was idle */
  char note[TEXT_SENTENCE]; /* of record_end(): where the view is; or "" */
  /* private */
  struct level *level;         /* not owned */
  enum level_status reference; /* where window.reference stands */
  struct record_window window;
  enum trace_grain grain;
  struct ssem_console rest;
  struct trace *trace;
  struct gtkw_options view;
  uint64_t asked; /* window.asked, or the bar where the two begin to differ */
  uint64_t in_bar[GTKW_ASKED]; /* as view.marker, but of this bar alone */
  word S[SSEM_LINES]; /* grain order: the store at the first boundary */
  struct beat beat;
  uint64_t beats; /* of record_beat() */
};

/* Begin to record l. Of options, start and level are set here. What the two
 * pointers lead to is needed until record_end(), and no name in them is copied.
 * On failure returns false, text says why, and nothing is written: the file
 * cannot be, or l has no digit periods for grain digit. */
bool record_begin(struct record *r, struct level *l,
                  const struct record_window *window,
                  const struct trace_options *options,
                  char text[TEXT_SENTENCE]);

/* Record the next bar, at least one: for grain digit its digit periods, for
 * grain order the T-state after it. Returns true while there are more, and what
 * was recorded could be written. */
bool record_bar(struct record *r);

/* Of a window that is played: record the next beat, every signal of it. False
 * when it cannot be written. */
bool record_beat(struct record *r, const struct beat *beat);

/* Name moments in the view, as many as it has room for; before record_end(),
 * and they must stay until then. */
void record_marks(struct record *r, const struct record_mark *marks,
                  unsigned count);

/* End the trace, and write the view beside it: beside a name that says a
 * format, not beside "-", a device or a drawing. Where gtkw_place.h puts it not
 * at its first place, r->note says so. On failure returns false, text says why,
 * and neither is there. */
bool record_end(struct record *r, char text[TEXT_SENTENCE]);

#endif
