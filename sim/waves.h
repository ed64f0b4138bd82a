// SPDX-License-Identifier: MIT
/*
 * waves.h - the machine one beat at a time: every wire as a word of time.
 *
 * ssem.h is the specification; this is the same machine, faster. A serial loop
 * does to its digits one after another what a parallel machine does to a word
 * at once, so one addition gives all 36 digits of a carry flip-flop, and one &
 * all 36 digits of a gate. waves_settle() and waves_clock() are the twins of
 * ssem_settle() and ssem_clock(), line by line; a beat of them equals 36 calls
 * of ssem_tick() on every wire and every register, from every state, if the
 * console is held over the beat.
 *
 *   struct waves w;
 *
 *   while (!ssem_stopped(&m)) {
 *     waves_settle(&m, &k, &w);            // m.p must be 0
 *     if (wave_digit(w.ITG, 0))
 *       ...                                // a line is stored in this beat
 *     waves_clock(&m, &k, &w);             // m.p is 0 again, 36 periods on
 *   }
 *
 * docs/explanation/beat-is-a-word.md tells why this is right.
 */
#ifndef SSEM_WAVES_H
#define SSEM_WAVES_H

#include "ssem.h"
#include "wave.h"

#include <stdint.h>

/* What happens in one beat: every one-digit signal, digit p of the wave being
 * its value in digit period p, settled, before it is rewritten. Names are those
 * of struct ssem_wires and struct ssem. The wider registers need no wave: the
 * tube under the beam takes c_w, a_w or s_w, digit by digit, and digit p is
 * new from period p + 1 on; L and F likewise take digits of X. */
struct waves {
  wave HA, BO, scan, last; /* timebase */
  wave S1, A1, S2, A2, decide, PP;
  wave key, CY, ACT, OTG, CEN, AEN, ACE, ITG; /* gates */
  wave SE, s, bus, s_w;                       /* store */
  wave TU, c, x, c_w;                         /* control */
  wave a, y, a_w;                             /* accumulator */
  wave X, clean;                              /* staticisor */
  wave T, stop, active, ksp, carry, borrow;   /* the flip-flops */
  wave as_built;                              /* and the strap */
  word line; /* store line under the beam, 0 to 31, all the beat long */
};

/* The gates of the beat that begins here. m->p must be 0; everything else in m
 * and k may be anything that fits its digits. Pure: fills all of w. */
void waves_settle(const struct ssem *m, const struct ssem_console *k,
                  struct waves *w);

/* The end of the beat: what remembers takes what w decided. m and k must be
 * those that w was settled from. */
void waves_clock(struct ssem *m, const struct ssem_console *k,
                 const struct waves *w);

/* One beat with the console at rest: waves_settle(), then waves_clock(), at
 * twice the speed, because the console is known. m->p must be 0; w is filled
 * with what has happened in the beat that is now over. */
void waves_rest(struct ssem *m, struct waves *w);

/* Run on, with the console at rest, until so many boundaries have been reached
 * or the machine is stopped (ssem_stopped()); returns how many were reached.
 * From a boundary that is so many orders obeyed. m may be any V-state, p
 * included; a stopped machine is left as it is. Equals ssem_tick() called over
 * and over. */
uint64_t waves_run(struct ssem *m, uint64_t boundaries);

#endif
