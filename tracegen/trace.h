// SPDX-License-Identifier: MIT
/*
 * trace.h - a trace: every signal over time, in a file for a waveform viewer.
 *
 * The value at time t is what holds during that digit period, settled, before
 * it is rewritten. A trace is fed beat by beat, in order; format follows from
 * the file's name. The file appears under its name only when it is complete,
 * or when the run was cut short and trace_close() was reached.
 *
 *   struct trace *t = trace_open("run.vcd", &options, text);
 *
 *   for (p = 0; p < SSEM_BEAT; p++) {
 *     level->ops->tick(level, &k, &sig);
 *     beat_digit(&beat, p, &sig);
 *   }
 *   trace_beat(t, &beat);
 *   if (!trace_close(t, text))
 *     fprintf(stderr, "%s\n", text);
 */
#ifndef TRACEGEN_TRACE_H
#define TRACEGEN_TRACE_H

#include "choice.h"
#include "output.h"
#include "sim/beat.h"
#include "sim/isa.h"

/* The longest window of a drawing: 8 bars and a beat. */
enum { TRACE_DRAWN_BEATS = 33 };

/* How fine a trace is. */
enum trace_grain {
  GRAIN_DIGIT, /* every signal, every digit period: trace_beat() */
  GRAIN_ORDER  /* the T-state before each order: trace_order() */
};

struct trace_options {
  uint64_t start;        /* digit periods since the start of the run */
  unsigned digit_period; /* in units of 100 ns: 100 is 10 us */
  bool strings;          /* orders and beats in words, GTKWave's extension */
  bool reference;        /* a reference beside it: trace_expect() */
  enum trace_grain grain;
  const char *program;         /* for the header: what was run */
  const char *level;           /* for the header: at which level, and which */
  const char *ahead;           /* obeyed the orders before; NULL: not told */
  const struct choice *choice; /* what a drawing shows; NULL: the default */
};

struct trace;

/* Does a file name say what format it is to have? */
bool trace_named(const char *name);

/* Is it clear what format a trace of that name is to have: by the name, or as
 * VCD, for "-", a pipe or a device? If not, text says what was expected. */
bool trace_understood(const char *name, char text[TEXT_SENTENCE]);

/* Does this file name ask for a drawing (.svg), to be looked at as it is? One
 * of more than TRACE_DRAWN_BEATS beats fails in trace_close(). */
bool trace_is_drawing(const char *name);

/* Begin a trace in file name ("-" is standard output). On failure returns NULL,
 * text says why, and nothing has been written. */
struct trace *trace_open(const char *name, const struct trace_options *options,
                         char text[TEXT_SENTENCE]);

/* What a reference's T-state is from digit period p of the next beat on; if
 * options.reference is set, before the first beat and wherever it changes. */
void trace_expect(struct trace *t, const struct isa *state, unsigned p);

/* In which digit period of the last beat appended did the T-state begin to
 * differ from the reference's? SSEM_BEAT: in none. */
unsigned trace_differs(const struct trace *t);

/* Append a beat; grain digit. */
void trace_beat(struct trace *t, const struct beat *beat);

/* Append a boundary; grain order. state is the T-state, at p = 0 of A1 of the
 * next bar, before its order is obeyed; stopped says that STP has been obeyed
 * and the bar is idle. options.start is the start of the first one's bar. */
void trace_order(struct trace *t, const struct isa *state, bool stopped);

/* Has a write failed? Then nothing more is written, and to go on is no use. */
bool trace_failed(const struct trace *t);

/* Give up: free the trace, and leave no file. */
void trace_discard(struct trace *t);

/* End the trace and free it. Returns false with a sentence in text if any of
 * it could not be written; no file of that name is then left or changed. */
bool trace_close(struct trace *t, char text[TEXT_SENTENCE]);

/* The same, and let the trace appear together with beside, a finished output:
 * both or neither. */
bool trace_close_with(struct trace *t, struct output *beside,
                      char text[TEXT_SENTENCE]);

#endif
