// SPDX-License-Identifier: MIT
/*
 * faults.h - what the faults of faults.txt are made of, where one place of the
 * page is not enough. tests/formal/refute has it read before a page with a
 * fault in it.
 *
 * upset() turns every register over: where a machine does that, each claim
 * about each digit of each register must be found false.
 *
 *   upset(m, k->KC);                        // where KC is pressed
 *
 * Needles are faults that show in one state of all only. Needle i, 0 to 31, is
 * a state drawn by hashing: each digit of it is 0 or 1 as it happens. A machine
 * that goes wrong in those 32 states, each time in another digit, is refuted
 * digit by digit if a statement looks at every state. If one of its variables
 * is not free, or two of them are the same variable, it can no longer be in
 * some of them, and the fault there is not found.
 *
 *   needles(m, k, NEEDLE_STATE | NEEDLE_CONSOLE);
 */
#ifndef FORMAL_FAULTS_H
#define FORMAL_FAULTS_H

#include "sim/ssem.h"

/* Turn over every digit of the store, CI, PI and A. */
static inline void upset_tubes(struct ssem *m, digit where)
{
  const word every = 0 - (word)where;

  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = m->S[n] ^ every;
  m->CI = m->CI ^ every;
  m->PI = m->PI ^ every;
  m->A = m->A ^ every;
}

/* The same, and all other registers and the time with them. */
static inline void upset(struct ssem *m, digit where)
{
  upset_tubes(m, where);
  m->L = (m->L ^ (0 - (word)where)) & 31;
  m->F = (m->F ^ (0 - (word)where)) & 7;
  m->LC = (m->LC ^ (0 - (word)where)) & 31;
  m->T = m->T ^ where;
  m->stop = m->stop ^ where;
  m->active = m->active ^ where;
  m->ksp = m->ksp ^ where;
  m->carry = m->carry ^ where;
  m->borrow = m->borrow ^ where;
  m->as_built = m->as_built ^ where;
  if (where) {
    m->beat = m->beat ^ 3;
    m->p = m->p ^ 63;
  }
}

/* What a needle looks at; the rest may be anything. */
enum {
  NEEDLE_STORE = 1,     /* S and CI */
  NEEDLE_A = 2,         /* the accumulator */
  NEEDLE_PI = 4,        /* the old PI */
  NEEDLE_ksp = 8,       /* is a press waiting? */
  NEEDLE_LC = 16,       /* the line counter */
  NEEDLE_as_built = 32, /* the strap */
  NEEDLE_CONTROL = 64,  /* L, F, T and active */
  NEEDLE_LOOPS = 128,   /* stop, carry and borrow */
  NEEDLE_CS_KC = 256,   /* of the console */
  NEEDLE_KSC = 512,     /* likewise */
  NEEDLE_KEYS = 1024,   /* all the rest of it */
  NEEDLE_BOUNDARY = NEEDLE_STORE | NEEDLE_A | NEEDLE_PI | NEEDLE_ksp,
  NEEDLE_STATE = NEEDLE_BOUNDARY | NEEDLE_LC | NEEDLE_as_built |
                 NEEDLE_CONTROL | NEEDLE_LOOPS,
  NEEDLE_CONSOLE = NEEDLE_CS_KC | NEEDLE_KSC | NEEDLE_KEYS
};

/* Digits of signal n in needle i. */
static inline unsigned needle_digits(unsigned i, unsigned n)
{
  unsigned h = 32 * n + i + 2049;

  h = (h ^ h >> 16) * 0x85ebca6b;
  h = (h ^ h >> 13) * 0xc2b2ae35;
  return h ^ h >> 16;
}

/* Is this needle i? k may be null if at names no part of the console. Digits
 * are compared in an order that keeps a formula small. */
static inline digit needle(unsigned i, const struct ssem *m,
                           const struct ssem_console *k, unsigned at)
{
  word value[SSEM_LINES + 24];
  unsigned digits[SSEM_LINES + 24], n = 0;
  digit is = 1;

#define LOOK(part, signal, length) \
  digits[n] = 0;                   \
  if (at & NEEDLE_##part) {        \
    value[n] = signal;             \
    digits[n] = length;            \
  }                                \
  n++;
  for (unsigned line = 0; line < SSEM_LINES; line++) {
    LOOK(STORE, m->S[line], 32)
  }
  LOOK(STORE, m->CI, 32)
  LOOK(A, m->A, 32)
  LOOK(PI, m->PI, 32)
  LOOK(ksp, m->ksp, 1)
  LOOK(LC, m->LC, 5)
  LOOK(as_built, m->as_built, 1)
  LOOK(CONTROL, m->L, 5)
  LOOK(CONTROL, m->F, 3)
  LOOK(CONTROL, m->T, 1)
  LOOK(CONTROL, m->active, 1)
  LOOK(LOOPS, m->stop, 1)
  LOOK(LOOPS, m->carry, 1)
  LOOK(LOOPS, m->borrow, 1)
  LOOK(CS_KC, k->CS, 1)
  LOOK(CS_KC, k->KC, 1)
  LOOK(KSC, k->KSC, 1)
  LOOK(KEYS, k->MAN, 1)
  LOOK(KEYS, k->LS, 5)
  LOOK(KEYS, k->FS, 3)
  LOOK(KEYS, k->TW, 32)
  LOOK(KEYS, k->WRITE, 1)
  LOOK(KEYS, k->KLC, 1)
  LOOK(KEYS, k->KCC, 1)
#undef LOOK
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    for (unsigned v = n; v-- > 0;)
      if (p < digits[v])
        is = is & (read_digit(value[v], p) ^ !(needle_digits(i, v) >> p & 1));
  return is;
}

/* Turn digit i of line 31 over in needle i. */
static inline void needles(struct ssem *m, const struct ssem_console *k,
                           unsigned at)
{
  for (unsigned i = 0; i < SSEM_DIGITS; i++)
    m->S[31] = m->S[31] ^ (word)needle(i, m, k, at) << i;
}

#endif
