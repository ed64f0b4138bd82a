// SPDX-License-Identifier: MIT
/* recent.c - the last orders that were obeyed, in words. */
#include "recent.h"

#include "sim/order.h"

#include <inttypes.h>

/* The number of the oldest one that is remembered. */
static uint64_t oldest(const struct recent *r)
{
  const uint64_t known = r->last - r->before;

  return r->last + 1 - (known < RECENT_ORDERS ? known : RECENT_ORDERS);
}

void recent_words(const struct recent *r, uint64_t k, struct text *out)
{
  const unsigned slot = (unsigned)(k % RECENT_ORDERS);
  char words[ORDER_TEXT];

  if (k < oldest(r) || k > r->last)
    return;
  order_words(r->order[slot].PI, words);
  text_add(out, "order %" PRIu64 " (%02u: %s)", k,
           (unsigned)(r->order[slot].CI & 31), words);
}

void recent_list(const struct recent *r, struct text *out)
{
  for (uint64_t k = oldest(r); k <= r->last; k++) {
    text_add(out, "\n  ");
    recent_words(r, k, out);
  }
}
