// SPDX-License-Identifier: MIT
/*
 * trigger.h - an expression over the T-state: when to look.
 *
 * The language is that of expression.h, values with their sign. Names: A and
 * CI; line = CI mod 32; f and n, the function (0 to 7) and line of the order
 * about to be obeyed; order, its number in the run, from 1; S[i], line i of the
 * store, mod 32 if i is computed. JMP to STP (SUB5 for 5) are the functions'
 * codes.
 *
 *   struct trigger tr;
 *
 *   if (!trigger_parse("f==STP && A<0", &tr, text))
 *     fprintf(stderr, "%s\n", text);     // column 3: found ..., expected ...
 *   if (trigger_holds(&tr, &t, 12))      // before order 12
 */
#ifndef SSEM_TRIGGER_H
#define SSEM_TRIGGER_H

#include "expression.h"
#include "sim/isa.h"

struct trigger {
  struct expression expression; /* private to trigger.c */
};

/* Read an expression. On failure returns false and text says in which column
 * what was found and what was expected. */
bool trigger_parse(const char *expression, struct trigger *tr,
                   char text[TEXT_SENTENCE]);

/* Is it true (not 0) of T-state t, before order number `order`? */
bool trigger_holds(const struct trigger *tr, const struct isa *t,
                   uint64_t order);

#endif
