// SPDX-License-Identifier: MIT
/*
 * choice.h - a choice of signals, by name: what a drawing shows.
 *
 *   struct choice choice;
 *
 *   if (!choice_read("CI,c,carry,accumulator", &choice, text))
 *     fprintf(stderr, "%s\n", text);
 */
#ifndef TRACEGEN_CHOICE_H
#define TRACEGEN_CHOICE_H

#include "sim/signals.h"
#include "sim/text/text.h"

#include <stdbool.h>

/* Signals in the order asked for, each once. */
struct choice {
  unsigned count;
  enum signal signal[SIGNAL_COUNT];
};

/* Read a list of names, comma between them: of signals ("CI") or of units
 * ("control": all of its signals). On failure returns false, and text names
 * what was found, and what there is that looks like it. */
bool choice_read(const char *list, struct choice *choice,
                 char text[TEXT_SENTENCE]);

/* What shows one order well: gates, loops and staticisors. */
void choice_default(struct choice *choice);

#endif
