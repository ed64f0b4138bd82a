// SPDX-License-Identifier: MIT
/*
 * twin.h - the machine in Verilog at its best: Verilated without viewing
 * rights, compiled for this processor, driven through its ports alone.
 *
 * sim/level/rtl.h is the same Verilog with every net public, which costs it
 * most of its speed. Here a program is keyed in on the typewriter, as in 1948,
 * and the T-state is read off the monitor tube.
 *
 *   struct twin *w = twin_open(TWIN_PLAIN, NULL, text);
 *
 *   twin_key_in(w, pr.S);                // the machine is cleared, CI = 0
 *   twin_run(w, 1000);                   // 144,000 digit periods
 *   twin_read(w, t.S, &t.A, &CI);        // ends the run: 16 idle bars
 *   twin_close(w);
 */
#ifndef SSEM_TWIN_H
#define SSEM_TWIN_H

#include "sim/ssem.h"
#include "sim/text/text.h"

enum twin_kind {
  TWIN_PLAIN, /* no trace in it at all */
  TWIN_VCD    /* made with --trace */
};

struct twin;

/* Make one. vcd is the trace's file for TWIN_VCD, else NULL. On failure, such
 * as Verilator being missing when this was built, returns NULL and a sentence.
 */
struct twin *twin_open(enum twin_kind kind, const char *vcd,
                       char text[TEXT_SENTENCE]);

/* Key in all 32 lines, then clear control and accumulator and switch to run. */
void twin_key_in(struct twin *w, const word S[SSEM_LINES]);

/* Obey so many orders (at least 1), 144 digit periods each, none of them STP,
 * and let no further bar begin. A trace holds exactly these. */
void twin_run(struct twin *w, uint64_t orders);

/* The store, the accumulator and the control instruction, not yet incremented,
 * by watching the beam for 16 idle bars. */
void twin_read(struct twin *w, word S[SSEM_LINES], word *A, word *CI);

/* End its trace and free it. NULL is allowed. */
void twin_close(struct twin *w);

#endif
