// SPDX-License-Identifier: MIT
/*
 * state.h - a moment of the machine, kept as text: state files.
 *
 * All that the machine and its operator are at the beginning of a digit period:
 * every register, the strap, every switch and key, how many boundaries have
 * been reached since clear and how much time has passed. A register a line,
 * under the names of signals.def, in a fixed order; the last line is a sum over
 * all the others' values, so that a damaged file is refused. It may be loaded
 * at any level: docs/reference/states.md.
 *
 *   struct state now = { .orders = p.orders, .time = p.time, .k = p.k };
 *
 *   l->ops->save(l, &now.m);
 *   state_write(&now, out);
 *   ...
 *   if (!state_load("half.state", &now, text))
 *     fprintf(stderr, "%s\n", text);       // half.state:9:1: found ..., ...
 */
#ifndef SSEM_STATE_H
#define SSEM_STATE_H

#include "sim/isa.h"
#include "sim/text/text.h"

#include <stdio.h>

enum {
  STATE_VERSION = 1,
  STATE_LARGEST = 1 << 16 /* bytes in the largest file that is read */
};

struct state {
  uint64_t orders; /* boundaries reached since clear */
  uint64_t time;   /* digit periods since clear */
  struct ssem_console k;
  struct ssem m;
};

/* Write a state as text. Whether it could be is left in ferror(out). */
void state_write(const struct state *state, FILE *out);

/* Read the file called name ("-": standard input), or size bytes in memory. On
 * failure returns false, *state is untouched, and text is one sentence,
 * "file:line:column: found ..., expected ...", or "file: reason". */
bool state_load(const char *name, struct state *state,
                char text[TEXT_SENTENCE]);
bool state_parse(const char *name, const char *bytes, size_t size,
                 struct state *state, char text[TEXT_SENTENCE]);

/* The number of the order in whose bar m stands, so many boundaries having been
 * reached; 0: the bar is idle. */
uint64_t state_bar(const struct ssem *m, uint64_t orders);

/* The T-state (interp.h), for a level that has no other. *state moves on to the
 * boundary to which interp ran, and counts it. False: the machine has stopped,
 * there or on the way, and t is as it then stands. */
bool state_to_isa(struct state *state, struct isa *t);

/* The inverse: the V-state of a boundary (embed), reached as number `orders` of
 * a run from clear that nobody touched. */
void state_from_isa(const struct isa *t, bool as_built, uint64_t orders,
                    struct state *state);

#endif
