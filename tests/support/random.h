// SPDX-License-Identifier: MIT
/*
 * random.h - random numbers for tests, repeatable: words, states of the
 * machine, positions of its console.
 *
 * The seed comes from the environment variable SEED, else from the clock, and
 * is printed: SEED=123 make check repeats what failed.
 *
 *   random_begin();                       // once, in main()
 *   random_ssem(&m);                      // junk in every register
 *   random_console(&k);
 */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include "sim/isa.h"
#include "sim/ssem.h"

/* Begin, and print the seed. */
void random_begin(void);

/* Begin with SEED, else with this one; print nothing. */
void random_begin_with(uint64_t otherwise);

uint32_t random_word(void);        /* any 32 digits */
unsigned random_below(unsigned n); /* 0 to n - 1 */
digit random_digit(void);
bool random_one_in(unsigned n); /* one time in n */

/* Any digits, or few, or many, or an edge of two's complement. */
word random_edge_word(void);

/* A word that a program may hold: an order, a small number or anything. */
word random_program_word(void);

/* A store of random words; of the orders in it one in 16 or so is STP. */
void random_store(word S[SSEM_LINES]);

/* Any T-state at all. With low_CI, digits 13 to 15 of CI are 0. */
void random_isa(struct isa *t, bool low_CI);

/* A T-state that runs on for a while: a random store, CI's digits 5 to 31 at 0
 * half the time. */
void random_running_isa(struct isa *t);

/* Any V-state at all, reachable or not: every register, flip-flop, beat, p. */
void random_ssem(struct ssem *m);

/* Any console, most of its keys up in most of them. */
void random_console(struct ssem_console *k);

/* Let the operator's fingers move, once a digit period: now and then, one
 * control of the console at random, most often back to rest. Begin from any
 * console. */
void random_fingers(struct ssem_console *k);

#endif
