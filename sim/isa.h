// SPDX-License-Identifier: MIT
/*
 * isa.h - the target machine: T-state and T-next, one order at a time.
 *
 * The T-state is the store, the accumulator and CI, taken immediately after CI
 * has been incremented, so that CI mod 32 is the line of the order about to be
 * obeyed [G. Lettieri, Virtualization: Introduction, Pisa 2018/19]. T-next
 * obeys that order and increments CI. A state whose order is STP is final:
 * T-next leaves it as it is.
 *
 *   struct isa t;
 *
 *   isa_clear(&t, 1);                    // blank store; line 1 comes first
 *   while (!isa_final(&t))
 *     isa_next(&t);
 *
 * All arithmetic is modulo 2^32; no overflow is detected, as in 1948. The
 * lecture's C indexes the store unmasked; the machine looked at five digits.
 */
#ifndef SSEM_ISA_H
#define SSEM_ISA_H

#include "digit.h"
#include "ssem.h"

struct isa {
  word S[SSEM_LINES]; /* store, 32 lines of 32 digits */
  word A;             /* accumulator */
  word CI;            /* control instruction, 32 digits; 0 to 4 address S */
};

/* A blank store, A = 0, and first (0 to 31) the line of the first order. */
void isa_clear(struct isa *t, unsigned first);

/* The present instruction: the word in line CI mod 32. */
word isa_order(const struct isa *t);

/* 1 if the present instruction is STP: a final state. */
digit isa_final(const struct isa *t);

/* T-next: obey the present instruction, then increment CI. */
void isa_next(struct isa *t);

#endif
