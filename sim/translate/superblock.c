// SPDX-License-Identifier: MIT
/* superblock.c - obey on a copy, and write down what was obeyed. */
#include "superblock.h"

/* Note what operation o, about to be obeyed in s, reads and writes. False if
 * it would store into a guarded line: the recording cannot know what becomes
 * of it. */
static bool note(struct superblock *b, struct operation *o, const struct isa *s,
                 const struct lines *lines)
{
  const word line = o->CI & 31, n = o->PI & 31;
  const bool dirty = has_line(lines->dirty, line);

  if (!dirty)
    b->reads |= line_set(line);
  switch (order_function(o->PI)) {
  case FN_JMP:
  case FN_JRP:
    o->value = s->S[n];
    if (!dirty && !has_line(lines->dirty, n))
      b->reads |= line_set(n);
    return true;
  case FN_CMP: o->skips = read_digit(s->A, 31); return true;
  case FN_STO:
    b->dirty_sto |= dirty;
    if (has_line(lines->guarded | b->reads, n))
      return !dirty && s->S[n] == s->A;
    if (dirty)
      b->dirty_writes |= line_set(n);
    else
      b->writes |= line_set(n);
    return true;
  }
  return true;
}

void superblock_record(struct superblock *b, const struct isa *t,
                       const struct lines *lines)
{
  const word head = t->CI & 31;
  const unsigned function = order_function(isa_order(t));
  struct isa s = *t;
  unsigned round = 0; /* operations up to the last return to the head */
  bool on = true;

  b->length = 0;
  b->dirty_sto = false;
  b->reads = b->writes = b->dirty_writes = 0;
  while (on && round < SUPERBLOCK_UNROLL && b->length < SUPERBLOCK_ORDERS) {
    struct operation *const o = &b->operation[b->length++];

    o->CI = s.CI;
    o->PI = isa_order(&s);
    o->value = 0;
    o->skips = false;
    on = note(b, o, &s, lines) && !isa_final(&s);
    if (on)
      isa_next(&s);
    b->next = s.CI + !on;
    if (on && (s.CI & 31) == head && order_function(isa_order(&s)) == function)
      round = b->length;
  }
  b->loops = round > 0;
  if (b->loops && round < b->length) {
    b->next = b->operation[round].CI;
    b->length = round;
  }
}

word superblock_reads(const struct superblock *b, const struct lines *lines,
                      unsigned reads[SSEM_LINES])
{
  word before = 0, written = 0;

  for (unsigned i = 0; i < b->length; i++) {
    const struct operation *const o = &b->operation[i];
    const unsigned function = order_function(o->PI);
    const bool dirty = has_line(lines->dirty, o->CI);
    const word n = dirty ? o->CI & 31 : o->PI & 31;
    const bool jumps = function == FN_JMP || function == FN_JRP;

    if (!dirty && function == FN_STO && !has_line(lines->guarded, n)) {
      written |= line_set(n);
      continue;
    }
    if (!dirty && (function >= FN_CMP || (jumps && !has_line(lines->dirty, n))))
      continue;
    reads[n]++;
    before |= line_set(n) & ~written;
  }
  return before;
}
