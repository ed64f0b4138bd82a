// SPDX-License-Identifier: MIT
/*
 * stimuli.h - random stimuli, and levels that play one side by side.
 *
 *   char file[STIMULI_TEXT];
 *
 *   random_stimulus(file, 40);
 *   if (!stimuli_play(&ls, file, S, CI, &p))   // they differ
 *     lockstep_explain(&ls, text, sizeof text);
 */
#ifndef TESTS_STIMULI_H
#define TESTS_STIMULI_H

#include "sim/console/player.h"
#include "sim/lockstep/lockstep.h"

enum { STIMULI_TEXT = 1 << 14 };

/* A stimulus of so many statements, at most 400: every input and every word,
 * waits of any length up to a few bars. */
void random_stimulus(char file[STIMULI_TEXT], unsigned statements);

/* All levels of ls play it from clear, and a few bars on. Returns whether they
 * agree; p is how the player ended. */
bool stimuli_play(struct lockstep *ls, const char *file,
                  const word S[SSEM_LINES], word CI, struct player *p);

#endif
