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
bool trace_run(const struct run *run, const char *name,
               char text[TEXT_SENTENCE]);

/* Read a trace strictly (or loosely), failing the test at a fault. */
void read_trace(const char *name, enum vcd_manner manner,
                struct vcd_listener *l, struct vcd *vcd);

#endif
