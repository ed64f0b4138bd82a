// SPDX-License-Identifier: MIT
/*
 * tracing.h - make traces of the machine in C for tests, and read them back.
 *
 *   struct run run;
 *
 *   run_first_program(&run, 35);             // the amended one, 18 July 1948
 *   run.bars = 505;
 *   trace_run(&run, scratch("run.vcd"));
 */
#ifndef TESTS_TRACING_H
#define TESTS_TRACING_H

#include "sim/ssem.h"
#include "tracegen/trace.h"
#include "vcd_strict.h"

#include <stddef.h>

struct run {
  word S[SSEM_LINES];
  unsigned skip; /* beats that pass before the trace begins */
  unsigned bars; /* of 4 beats that are traced */
  struct ssem_console console;
  struct trace_options options;
};

/* A blank store, the console at rest, 10 us, strings, one bar. */
void run_blank(struct run *run);

/* The highest proper factor of a, in 19 orders (PRM). */
void run_first_program(struct run *run, word a);

/* Trace it at level serial into file name; true if all went well, else the
 * sentence is in text. */
bool trace_run(const struct run *run, const char *name, char text[TRACE_TEXT]);

/* A path in this test program's own directory, made on the first call. The
 * text is good until the fourth call after. */
const char *scratch(const char *file);

/* Remove the files in it; and the directory too. */
void scratch_remove_files(void);
void scratch_remove(void);

/* How many entries there are in it. */
unsigned scratch_files(void);

/* A whole file, NUL-terminated, to be freed; NULL if it cannot be read. */
char *slurp(const char *name, size_t *size);

/* Read a trace strictly (or loosely), failing the test at a fault. */
void read_trace(const char *name, enum vcd_manner manner,
                struct vcd_listener *l, struct vcd *vcd);

/* Is the command in PATH? If not, skip the test; where CI is set, fail it. */
void need(const char *command);

#endif
