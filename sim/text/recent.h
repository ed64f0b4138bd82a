// SPDX-License-Identifier: MIT
/*
 * recent.h - the last orders that were obeyed, for a sentence about the next.
 *
 *   struct recent r;
 *
 *   recent_begin(&r, 0);
 *   recent_add(&r, &t);                     // order 1 is that of T-state t
 *   recent_words(&r, 1, &out);              // "order 1 (01: LDN 24)"
 */
#ifndef SSEM_RECENT_H
#define SSEM_RECENT_H

#include "sim/isa.h"
#include "text.h"

enum { RECENT_ORDERS = 4 }; /* so many are remembered */

struct recent {
  uint64_t last;   /* the number of the last one in the run, from 1 */
  uint64_t before; /* orders of the run that were over when this began */
  struct {
    word CI, PI;          /* where it stood, what it was */
  } order[RECENT_ORDERS]; /* order k at k % RECENT_ORDERS */
};

/* None yet; so many orders have been obeyed before. */
static inline void recent_begin(struct recent *r, uint64_t before)
{
  r->last = before;
  r->before = before;
}

/* The next one is the order that T-state t is about to obey. */
static inline void recent_add(struct recent *r, const struct isa *t)
{
  const unsigned slot = (unsigned)(++r->last % RECENT_ORDERS);

  r->order[slot].CI = t->CI;
  r->order[slot].PI = isa_order(t);
}

/* Order number k in words, if it is remembered: "order 3 (02: LDN 9)". */
void recent_words(const struct recent *r, uint64_t k, struct text *out);

/* All that are remembered, oldest first, each on a line of its own that begins
 * with two blanks; a line feed before each. */
void recent_list(const struct recent *r, struct text *out);

#endif
