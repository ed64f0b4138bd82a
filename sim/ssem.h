// SPDX-License-Identifier: MIT
/*
 * ssem.h - the Small-Scale Experimental Machine, one digit period at a time.
 *
 * The caller owns a struct ssem (what remembers) and a struct ssem_console
 * (what the operator holds). ssem_tick() lets one digit period pass. Nothing
 * here allocates, prints, or keeps state of its own.
 *
 *   struct ssem m;
 *   struct ssem_console k;
 *
 *   ssem_console_rest(&k);                  // Auto, running, no key pressed
 *   ssem_clear(&m, &k);                     // a blank store, CI = 0
 *   m.S[1] = 0xe000;                        // STP in line 1
 *   while (!m.stop)
 *     ssem_tick(&m, &k);
 *
 * Names are those of the 1948 block diagram and of Burton's Programmer's
 * Reference Manual (PRM); rtl/ and every trace use the same ones, capitals
 * included. docs/reference/signals.md lists them all.
 */
#ifndef SSEM_SSEM_H
#define SSEM_SSEM_H

#include "digit.h"

/* Time: 36 digit periods a beat (32 digits and 4 of black-out), 4 beats a bar,
 * one order a bar [Williams, Kilburn, Tootill 1951]. */
enum {
  SSEM_LINES = 32,
  SSEM_DIGITS = 32,
  SSEM_BEAT = 36, /* digit periods in a beat */
  SSEM_BAR = 144  /* digit periods in a bar */
};

/* The beats of a bar: scan, action, scan, action. */
enum ssem_beat { BEAT_S1, BEAT_A1, BEAT_S2, BEAT_A2 };

/* The eight functions, by the value of digits 13 to 15. FN_SUB5 is the second
 * code of SUB: digit 13 only selects the erase of A, and SUB erases nothing. */
enum ssem_function {
  FN_JMP,
  FN_JRP,
  FN_LDN,
  FN_STO,
  FN_SUB,
  FN_SUB5,
  FN_CMP,
  FN_STP
};

/* What remembers: the V-state. */
struct ssem {
  word S[SSEM_LINES]; /* store tube */
  word CI;            /* control tube: control instruction */
  word PI;            /* control tube: present instruction */
  word A;             /* accumulator tube */
  word L;             /* line staticisor, 5 digits */
  word F;             /* function staticisor, 3 digits: F0 F1 F2 = 13 14 15 */
  word LC;        /* line counter, 5 digits: the line scan beats regenerate */
  digit T;        /* test flip-flop: the next S1 adds 2 instead of 1 */
  digit stop;     /* stop flip-flop and lamp */
  digit active;   /* a prepulse began this bar; else the bar is idle */
  digit ksp;      /* a single prepulse (KC) has been asked for */
  digit carry;    /* of the adder in the control loop */
  digit borrow;   /* of the subtractor in the accumulator loop */
  digit as_built; /* strap, not state: 1 = F is sampled in S1 too [PRM A1.4] */
  unsigned beat;  /* enum ssem_beat, 0 to 3 */
  unsigned p;     /* digit period in the beat, 0 to 35 */
};

/* What the operator holds. */
struct ssem_console {
  digit CS;    /* 1 = run: a prepulse after each order */
  digit KC;    /* one prepulse; a pulse of one digit period a press */
  digit MAN;   /* 1 = Manual: the L and F switches are the order */
  word LS;     /* line switches, 5; 1 = down */
  word FS;     /* function switches, 3; 1 = down */
  word TW;     /* typewriter, one key a digit; 1 = pressed */
  digit WRITE; /* what the typewriter puts there: 1 = Write, 0 = Erase */
  digit KLC;   /* clear the action line */
  digit KSC;   /* clear the store */
  digit KCC;   /* clear control line, accumulator and test flip-flop */
};

/* What happens: every gate, settled, in one digit period. */
struct ssem_wires {
  digit HA;             /* halver: action beat (A1 or A2), active or idle */
  digit BO;             /* black-out: p 32 to 35 */
  digit scan;           /* scan beat (S1 or S2), active or idle */
  digit last;           /* last digit period of the beat */
  digit S1, A1, S2, A2; /* the four beats of an active bar */
  digit decide;         /* p35 of A2: whether the next bar is active */
  digit PP;             /* prepulse: at p35 of A2, the next bar is active */
  digit key;            /* the typewriter key of this digit is pressed */
  digit CY;             /* control tube shows PI, else CI */
  digit ACT;            /* action: the staticised order acts */
  digit OTG;            /* outward transfer gate: store to bus */
  digit CEN;            /* control takes the bus */
  digit AEN;            /* accumulator takes the bus */
  digit ACE;            /* erase: C with CEN, A with AEN */
  digit ITG;            /* inward transfer gate: accumulator to store */
  word line;            /* store line under the beam, 0 to 31 */
  digit SE;             /* store erase */
  digit s, bus, s_w;    /* store digit read; on the bus; written */
  digit TU;             /* the one that S1 adds */
  digit c, x, c_w;      /* control digit read; added to it; written */
  digit a, y, a_w;      /* accumulator digit read; taken from it; written */
  digit X;              /* to the staticisors, in series with the switches */
  digit clean;          /* zeros go into F: A1 is a clean fetch */
};

/* The console at rest: Auto, CS = run, all L and F switches down, no key. */
void ssem_console_rest(struct ssem_console *k);

/* Clear the machine: beat S1, p = 0, everything 0 (store and strap included),
 * active = CS, as if a prepulse had just been decided. The real tubes came up
 * random; clear is what we chose. */
void ssem_clear(struct ssem *m, const struct ssem_console *k);

/* The gates of this digit period. Pure: reads m and k, fills all of w. */
void ssem_settle(const struct ssem *m, const struct ssem_console *k,
                 struct ssem_wires *w);

/* The end of this digit period: what remembers takes what w decided. */
void ssem_clock(struct ssem *m, const struct ssem_console *k,
                const struct ssem_wires *w);

/* One digit period: ssem_settle(), then ssem_clock(). */
void ssem_tick(struct ssem *m, const struct ssem_console *k);

/* 1 at the instruction boundary: p = 0 of A1 of an active bar, when CI has just
 * been incremented and any owed test has been paid. */
digit ssem_at_boundary(const struct ssem *m);

/* 1 in an idle bar with the stop lamp lit and no single prepulse asked for:
 * no boundary comes unless KC is pressed. */
digit ssem_stopped(const struct ssem *m);

#endif
