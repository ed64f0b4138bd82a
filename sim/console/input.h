// SPDX-License-Identifier: MIT
/*
 * input.h - the inputs of the console by name: switches, keys, the typewriter.
 *
 * Their names and widths are those of signals.def; struct ssem_console
 * (ssem.h) holds them.
 *
 *   input_set(&k, INPUT_LS, 9);
 *   printf("%s %u\n", input_name(INPUT_LS), input_get(&k, INPUT_LS));
 */
#ifndef SSEM_INPUT_H
#define SSEM_INPUT_H

#include "sim/ssem.h"

enum input {
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) INPUT_##name,
#include "sim/signals.def"
  INPUT_COUNT
};

/* The name of an input, as in signals.def, and the largest value it takes. */
const char *input_name(enum input input);
word input_most(enum input input);

/* Its value in k; a value given must be no more than input_most(). */
word input_get(const struct ssem_console *k, enum input input);
void input_set(struct ssem_console *k, enum input input, word value);

#endif
