// SPDX-License-Identifier: MIT
/*
 * chance.h - random programs and random fingers on the console, from a seed.
 *
 *   struct chance c;
 *
 *   chance_start(&c);                    // from SEED, or the clock; printed
 *   chance_store(&c, S);
 *   chance_console(&c, &k);              // once a digit period
 */
#ifndef TESTS_SUPPORT_CHANCE_H
#define TESTS_SUPPORT_CHANCE_H

#include "sim/isa.h"
#include "sim/ssem.h"

struct chance {
  uint64_t state; /* never 0 */
};

/* Begin with the environment's SEED or, without one, the time; print it. */
void chance_start(struct chance *c);

/* Begin with a seed written in decimal; NULL is 1948. Prints nothing. */
void chance_seed(struct chance *c, const char *seed);

/* 32 random digits. */
word chance_word(struct chance *c);

/* One time in n. */
bool chance_one_in(struct chance *c, unsigned n);

/* A store of random words; of the orders in it one in 16 or so is STP. */
void chance_store(struct chance *c, word S[SSEM_LINES]);

/* A random T-state, with CI's digits 5 to 31 at 0 half the time. */
void chance_isa(struct chance *c, struct isa *t);

/* Let the operator's fingers move: now and then, one control of the console at
 * random, most often back to rest. Begin from any console. */
void chance_console(struct chance *c, struct ssem_console *k);

#endif
