// SPDX-License-Identifier: MIT
/*
 * random.h - random numbers for tests, repeatable.
 *
 * The seed comes from the environment variable SEED, else from the clock, and
 * is printed: SEED=123 make check repeats what failed.
 */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include "sim/isa.h"
#include "sim/ssem.h"

/* Begin, and print the seed. */
void random_begin(void);

uint32_t random_word(void);        /* any 32 digits */
unsigned random_below(unsigned n); /* 0 to n - 1 */
digit random_digit(void);

/* A word that a program may hold: an order, a small number or anything. */
word random_program_word(void);

/* Any T-state at all. With low_CI, digits 13 to 15 of CI are 0. */
void random_isa(struct isa *t, bool low_CI);

/* Any V-state at all, reachable or not: every register, flip-flop, beat, p. */
void random_ssem(struct ssem *m);

/* A console with anything pressed. */
void random_console(struct ssem_console *k);

#endif
