// SPDX-License-Identifier: MIT
/*
 * trigger.h - an expression over the T-state: when to look.
 *
 *   expression = sums compared, joined by && and ||, ! and ( ) as in C
 *   compared   = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum]
 *   sum        = term {("+" | "-") term}        term = value {"&" value}
 *   value      = number | name | S "[" sum "]" | "-" value | "!" value
 *
 * Names: A and CI, signed; line = CI mod 32; f and n, the function (0 to 7)
 * and line of the order about to be obeyed; order, its number in the run, from
 * 1; S[i], line i mod 32 of the store, signed. JMP to STP (SUB5 for 5) are the
 * functions' codes. Numbers are decimal or 0x; arithmetic has 64 digits.
 *
 *   struct trigger tr;
 *
 *   if (!trigger_parse("f==STP && A<0", &tr, text))
 *     fprintf(stderr, "%s\n", text);     // column 3: found ..., expected ...
 *   if (trigger_holds(&tr, &t, 12))      // before order 12
 */
#ifndef SSEM_TRIGGER_H
#define SSEM_TRIGGER_H

#include "sim/isa.h"

enum {
  TRIGGER_TEXT = 160, /* bytes that hold any error sentence */
  TRIGGER_STEPS = 128 /* steps in the longest expression */
};

/* An expression in postfix form; private to trigger.c. */
struct trigger {
  struct {
    int what;      /* enum step */
    int64_t value; /* of a number */
  } step[TRIGGER_STEPS];
  unsigned count;
};

/* Read an expression. On failure returns false and text says in which column
 * what was found and what was expected. */
bool trigger_parse(const char *expression, struct trigger *tr,
                   char text[TRIGGER_TEXT]);

/* Is it true (not 0) of T-state t, before order number `order`? */
bool trigger_holds(const struct trigger *tr, const struct isa *t,
                   uint64_t order);

#endif
