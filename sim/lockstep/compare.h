// SPDX-License-Identifier: MIT
/*
 * compare.h - two levels side by side, every signal at every digit period.
 *
 * Both levels must have digit periods (ops->tick) and start in the same
 * V-state, by clear() or embed(). What is compared is every signal of
 * signals.def, settled, before it is rewritten; the first difference in time
 * is kept, and of several in one digit period the first in signals.def.
 *
 *   struct compare c;
 *
 *   compare_start(&c, 0);
 *   while (c.orders < 1000 && compare_tick(&c, serial, rtl, &k))
 *     ;
 *   if (c.differ)
 *     compare_sentence(&c, serial, rtl, text, sizeof text);
 *
 * The sentence reads "after 3 orders, in bar 4, beat A1, digit 7:
 * ssem.control.c: expected 1, found 0; 2 more differ (expected: serial, found:
 * rtl)"; the last orders follow, one a line.
 */
#ifndef SSEM_COMPARE_H
#define SSEM_COMPARE_H

#include "sim/level/level.h"
#include "sim/signals.h"

#include <stddef.h>

enum { COMPARE_RECENT = 4 }; /* orders that are remembered */

struct compare {
  uint64_t periods; /* digit periods in which every signal agreed */
  uint64_t orders;  /* orders obeyed to the end of their bar */
  uint64_t bars;    /* bars passed, idle ones included */

  /* The last orders begun, the present one first; of them only as many as
   * have been begun. What the first level holds in PI when A2 begins. */
  struct {
    uint64_t order; /* its number in the run, from 1 */
    word CI;        /* where it stood: CI mod 32 is the line */
    word PI;        /* what it was */
  } recent[COMPARE_RECENT];
  unsigned recents; /* 0 to COMPARE_RECENT */

  /* The first difference, once there is one. */
  bool differ;
  unsigned beat, p;       /* when, in the first level's time */
  enum signal signal;     /* what */
  unsigned more;          /* how many other signals differ there */
  uint32_t first, second; /* the signal's value in each level */
};

/* Nothing compared yet; so many orders have been obeyed before. */
void compare_start(struct compare *c, uint64_t orders);

/* Let one digit period pass in both levels, with the same console. Returns
 * false if a signal differs, and from then on does nothing. */
bool compare_tick(struct compare *c, struct level *first, struct level *second,
                  const struct ssem_console *k);

/* The difference in words, cut to size bytes; "" if there is none. */
void compare_sentence(const struct compare *c, const struct level *first,
                      const struct level *second, char *text, size_t size);

#endif
