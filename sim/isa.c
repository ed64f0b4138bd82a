// SPDX-License-Identifier: MIT
/* isa.c - what each order means, without saying how it is done. */
#include "isa.h"

void isa_clear(struct isa *t, unsigned first)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = 0;
  t->A = 0;
  t->CI = first;
}

word isa_order(const struct isa *t)
{
  return t->S[t->CI & 31];
}

digit isa_final(const struct isa *t)
{
  return ((isa_order(t) >> 13) & 7) == FN_STP;
}

void isa_next(struct isa *t)
{
  const word PI = isa_order(t);
  word *const s = &t->S[PI & 31];

  switch ((PI >> 13) & 7) {
  case FN_JMP: t->CI = *s; break;
  case FN_JRP: t->CI = t->CI + *s; break;
  case FN_LDN: t->A = 0 - *s; break;
  case FN_STO: *s = t->A; break;
  case FN_SUB:
  case FN_SUB5: t->A = t->A - *s; break;
  case FN_CMP: t->CI = t->CI + read_digit(t->A, 31); break;
  case FN_STP: return;
  }
  t->CI = t->CI + 1;
}
