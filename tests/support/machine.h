// SPDX-License-Identifier: MIT
/*
 * machine.h - a machine on the bench, and a vocabulary of its cycles.
 *
 * Tests set up a machine with orders in its store and a console at rest, let
 * beats, bars or orders pass, press keys for so long, and look.
 */
#ifndef TESTS_MACHINE_H
#define TESTS_MACHINE_H

#include "sim/ssem.h"

struct bench {
  struct ssem m;
  struct ssem_console k;
};

/* The word of an order. */
word order(enum ssem_function f, unsigned n);

/* A cleared machine, running, console at rest, blank store. */
void bench_clear(struct bench *b);

void bench_ticks(struct bench *b, unsigned n);
void bench_bars(struct bench *b, unsigned n);

/* On to p = 0 of the beat given; at least one tick. */
void bench_to_beat(struct bench *b, enum ssem_beat beat);

/* On until n more orders have been obeyed: the end of A2 of the nth active bar
 * (S1, p = 0 of what follows). Start at S1, p = 0. */
void bench_orders(struct bench *b, unsigned n);

/* Press KC for one digit period, as a press does. */
void bench_press_KC(struct bench *b);

/* Stop the machine by CS and wait out the bar; press KCC; start it again. */
void bench_stop(struct bench *b);
void bench_clear_control(struct bench *b);

/* Key a word into a line with the machine stopped, as in 1948: Write, the
 * line switches and KLC, then the keys, 72 digit periods each; then all line
 * switches down again. */
void bench_key_in(struct bench *b, unsigned line, word w);

/* The first difference between two V-states, by name, or NULL. */
const char *ssem_difference(const struct ssem *expected,
                            const struct ssem *found);

#endif
