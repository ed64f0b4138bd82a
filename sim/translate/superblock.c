// SPDX-License-Identifier: MIT
/* superblock.c - obey on a copy, and write down what was obeyed. */
#include "superblock.h"

/* Note what the order of bead d, about to be obeyed in s, reads and writes.
 * False if it would store into a line that is trusted: the recording cannot
 * know what becomes of it. */
static bool note(struct superblock *b, struct bead *d, const struct isa *s,
                 const struct belief *belief)
{
  const word line = d->CI & 31, n = d->PI & 31;
  const bool doubted = has_line(belief->doubted, line);

  if (!doubted)
    b->reads |= line_set(line);
  switch (order_function(d->PI)) {
  case FN_JMP:
  case FN_JRP:
    d->value = s->S[n];
    if (!doubted && !has_line(belief->doubted, n))
      b->reads |= line_set(n);
    return true;
  case FN_CMP: d->skips = read_digit(s->A, 31); return true;
  case FN_STO:
    b->asks |= doubted;
    if (has_line(belief->trusted | b->reads, n))
      return !doubted && s->S[n] == s->A;
    if (doubted)
      b->scribbles |= line_set(n);
    else
      b->writes |= line_set(n);
    return true;
  }
  return true;
}

void superblock_record(struct superblock *b, const struct isa *t,
                       const struct belief *belief)
{
  const word head = t->CI & 31;
  const unsigned function = order_function(isa_order(t));
  struct isa s = *t;
  unsigned rounds = 0; /* beads up to the last return to the head */
  bool on = true;

  b->length = 0;
  b->asks = false;
  b->reads = b->writes = b->scribbles = 0;
  while (on && rounds < SUPERBLOCK_UNROLL && b->length < SUPERBLOCK_ORDERS) {
    struct bead *const d = &b->bead[b->length++];

    d->CI = s.CI;
    d->PI = isa_order(&s);
    d->value = 0;
    d->skips = false;
    on = note(b, d, &s, belief) && !isa_final(&s);
    if (on)
      isa_next(&s);
    b->next = s.CI + !on;
    if (on && (s.CI & 31) == head && order_function(isa_order(&s)) == function)
      rounds = b->length;
  }
  b->loops = rounds > 0;
  if (b->loops && rounds < b->length) {
    b->next = b->bead[rounds].CI;
    b->length = rounds;
  }
}
