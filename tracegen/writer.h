// SPDX-License-Identifier: MIT
/*
 * writer.h - what a trace format has to do, seen from trace.c.
 *
 * trace.c chooses a format by file name and finds what changed in each beat,
 * in signals and in the rows beside them (rows.h); a writer spells that out in
 * its own format. A writer is a struct whose first member is a struct writer.
 */
#ifndef TRACEGEN_WRITER_H
#define TRACEGEN_WRITER_H

#include "output.h"
#include "rows.h"
#include "trace.h"

struct writer;

struct writer_ops {
  const char *suffix; /* of the file names that ask for it, ".vcd" */
  bool drawing;       /* see trace_is_drawing() */
  bool own_file;      /* it is written here and there: not to a pipe */

  /* Make a writer; the header may be written. NULL and a sentence on failure.
   * out remains the caller's, who closes it after this writer. */
  struct writer *(*open)(struct output *out, const struct trace_options *o,
                         char text[TEXT_SENTENCE]);

  /* The first values, at time (in 100 ns): period 0 of the beat, all signals
   * of the grain, all rows of the trace. Comes once, before the first beat. */
  void (*begin)(struct writer *w, uint64_t time, const struct beat *beat,
                const struct rows *rows);

  /* The changes of one beat that begins at time. */
  void (*beat)(struct writer *w, uint64_t time, const struct beat *beat,
               const struct changes *changes, const struct rows *rows);

  /* The trace ends at time: write what is left, and free the writer. */
  void (*close)(struct writer *w, uint64_t time);

  /* Free the writer and write nothing more. */
  void (*discard)(struct writer *w);
};

struct writer {
  const struct writer_ops *ops;
};

extern const struct writer_ops vcd_writer, vcd_gz_writer, fst_writer,
  svg_writer;

/* Is the signal in traces of this grain? */
bool trace_has(enum trace_grain grain, enum signal i);

/* The date of the trace, or the one that reproducible builds ask for. */
enum { TRACE_DATE = 64 };
void trace_date(char text[TRACE_DATE]);

/* What was run, and what obeyed the orders before, with every byte that could
 * end a VCD comment as "_". */
void trace_comment(const struct trace_options *o, char *text, size_t size);

#endif
