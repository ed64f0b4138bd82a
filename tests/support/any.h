// SPDX-License-Identifier: MIT
/*
 * any.h - any state of the machine and any position of the console.
 *
 * Random numbers from one seed: that in the environment variable SEED, or else
 * one from the clock. any_begin() prints it, so that a failure can be repeated.
 *
 *   struct any any;
 *
 *   any_begin(&any);
 *   any_machine(&any, &m);                // junk in every register
 *   any_console(&any, &k);
 */
#ifndef TESTS_SUPPORT_ANY_H
#define TESTS_SUPPORT_ANY_H

#include "sim/ssem.h"

struct any {
  uint64_t seed;
  uint64_t state;
};

/* Seed from SEED or the clock, and print it. */
void any_begin(struct any *any);

/* A random number, 0 to below - 1; below from 1 to 2^32. */
uint32_t any_below(struct any *any, uint64_t below);

/* A random line: any digits, or few, or many, or an edge of two's complement.
 */
word any_word(struct any *any);

/* Any V-state: every register any value that fits its digits, reachable or not.
 * beat and p are 0 to 3 and 0 to 35. */
void any_machine(struct any *any, struct ssem *m);

/* Any console, most of its keys up in most of them. */
void any_console(struct any *any, struct ssem_console *k);

/* The first difference between two V-states, by name, or NULL. */
const char *any_difference(const struct ssem *expected,
                           const struct ssem *found);

#endif
