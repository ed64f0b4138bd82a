// SPDX-License-Identifier: MIT
/*
 * interp.h - interp: the map from V-state (ssem.h) to T-state (isa.h).
 *
 * In the lecture's words, the virtualizing machine is right if, for every
 * T-state t, interp(V-next(embed(t))) = T-next(t). V-next is the 144 digit
 * periods of a bar. At a boundary (p = 0 of A1 of an active bar) interp is the
 * projection on S, A and CI; from any other V-state it runs the machine on to
 * the next boundary with the console at rest, and projects there (Burch and
 * Dill's flushing). So a digit period inside a bar never moves interp, but one.
 *
 *   embed(&t, 0, 0, &m);                 // default reading, LC = 0
 *   for (int i = 0; i < SSEM_BAR; i++)
 *     ssem_tick(&m, &rest);
 *   interp(&m, &u);                      // u = T-next(t)
 */
#ifndef SSEM_INTERP_H
#define SSEM_INTERP_H

#include "isa.h"
#include "ssem.h"

#include <stddef.h>

/* The T-state of any V-state. Total: at most two bars are run on. A stopped
 * machine (stop lamp, idle, no KC) has no boundary ahead and is projected as it
 * stands. In an idle machine that is not stopped, CI is one ahead of the
 * control tube; two if a test is owed. */
void interp(const struct ssem *m, struct isa *t);

/* A V-state at a boundary whose interp is t: beat A1, p = 0, active, L = CI
 * mod 32, F = 0 (as built: CI's digits 13 to 15). LC, 0 to 31, is free; the
 * rest of the control state is 0. */
void embed(const struct isa *t, digit as_built, word LC, struct ssem *m);

/* Are two T-states the same, all 34 words of them? */
bool interp_same(const struct isa *t, const struct isa *u);

/* The words of a T-state by number, as sentences and maps go through them. */
enum {
  INTERP_CI,
  INTERP_A,
  INTERP_S, /* line n is INTERP_S + n */
  INTERP_WORDS = INTERP_S + SSEM_LINES
};

/* Word i of t, 0 to INTERP_WORDS - 1. */
word interp_word(const struct isa *t, unsigned i);

/* Its name in sentences: "CI", "A", "line 07". */
enum { INTERP_NAME = 16 };
void interp_word_name(unsigned i, char name[INTERP_NAME]);

/* The first difference between two T-states and how many there are, in words:
 * "A: expected -5, found -7 (digit 1 only); 2 more differ". Compares all 34
 * words, CI first, then A, then S. Returns how many differ; 0 leaves text
 * empty. text holds size bytes; a longer sentence is cut. */
unsigned interp_difference(const struct isa *expected, const struct isa *found,
                           char *text, size_t size);

#endif
