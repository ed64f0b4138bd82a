// SPDX-License-Identifier: MIT
/*
 * bench.h - two sides of a row: how fast we are, and how fast another is.
 *
 * A side does a piece of work, holds its end state against T-next (isa.h), and
 * tells its speed by the processor's own clock for this process, so that other
 * work on the same processor counts little. What is asked for is the work, not
 * the set-up before it and not the check after it.
 */
#ifndef SSEM_BENCH_H
#define SSEM_BENCH_H

#include "sim/isa.h"
#include "tests/bench/twin.h"

struct bench {
  bool tiny;                /* a thousandth of the work: does it run at all? */
  const char *ssem;         /* the command */
  word first[SSEM_LINES];   /* programs/first-2-18.asm */
  word walk[SSEM_LINES];    /* tests/bench/walk.asm */
  char text[TEXT_SENTENCE]; /* why a side has failed */
};

/* Do the work once; *speed receives how much of it passed in a second. False:
 * text says what was wrong. */
typedef bool bench_side(struct bench *b, double *speed);

/* Digit periods a second, the first program. */
bench_side bench_waves;  /* every wire of every beat */
bench_side bench_serial; /* the V-state only */
bench_side bench_twin;   /* the Verilog, Verilated */

/* Digit periods a second: two levels, every signal compared; a level bare. */
bench_side bench_serial_rtl, bench_waves_rtl;
bench_side bench_page; /* ssem.c, by the serial level */
bench_side bench_rtl, bench_gates;

/* Digit periods a second, every signal of them written as VCD. */
bench_side bench_vcd;
bench_side bench_vcd_fprintf;
bench_side bench_vcd_verilator;

/* The same as FST, by us and by fstapi; and digit periods a byte of the file.
 */
bench_side bench_fst, bench_fstapi;
bench_side bench_fst_size, bench_fstapi_size;

/* Orders a second. */
bench_side bench_translate_first, bench_textbook_first;
bench_side bench_translate_walk, bench_textbook_walk;
bench_side bench_lockstep, bench_twin_orders;

/* First programs (2^18) a second, by ssem check and the clock on the wall. */
bench_side bench_check;

/* Times a second that a moment of the first program (2^18), which has been
 * played, comes back: the slowest of some. It must take less than 64 MB. */
bench_side bench_back;

/* Seconds that this process has computed. */
double bench_clock(void);

/* So much work, or in a tiny bench a thousandth of it. */
uint64_t bench_amount(const struct bench *b, uint64_t whole);

/* Is that the T-state of program S after so many orders? If not, false, and
 * text says that `who` went wrong. */
bool bench_state(struct bench *b, const char *who, const struct isa *found,
                 const word S[SSEM_LINES], uint64_t orders);

/* How far a machine's CI is then behind that of the T-state, if S1 is still to
 * come: one, or two if the last order was a test that A has met. orders >= 1.
 */
word bench_behind(const word S[SSEM_LINES], uint64_t orders);

/* The machine as it stands before the program's first order. */
void bench_load(const word S[SSEM_LINES], struct ssem *m);

/* Let a twin obey so many orders of the first program, and check where it came
 * to; *speed receives digit periods a second. */
bool bench_twin_run(struct bench *b, enum twin_kind kind, const char *vcd,
                    uint64_t orders, double *speed);

/* Let m pass so many beats, and write every signal of them to file name. */
bool bench_trace(struct bench *b, const char *name, struct ssem *m,
                 uint64_t beats);

/* Two VCD files, ours and fprintf's, of 40 bars from S1: the same text from
 * the first #time on? */
bool bench_same_vcd(struct bench *b);

#endif
