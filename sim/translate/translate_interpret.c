// SPDX-License-Identifier: MIT
/*
 * translate_interpret.c - the portable engine: isa_next() in a loop, the state
 * in local variables. Orders decoded beforehand were tried, and were slower:
 * two digit fields of a word cost less than a second table.
 */
#include "translate_engine.h"

#include <stdio.h>
#include <stdlib.h>

static bool run(struct translate *x, struct isa *t, uint64_t max_orders,
                uint64_t *orders)
{
  word *const S = t->S;
  word A = t->A, CI = t->CI;
  uint64_t left = max_orders;
  bool stopped = false;

  while (left > 0 && !stopped) {
    const word PI = S[CI & 31], n = PI & 31;

    left--;
    CI++;
    switch ((PI >> 13) & 7) {
    case FN_JMP: CI = S[n] + 1; break;
    case FN_JRP: CI += S[n]; break;
    case FN_LDN: A = 0 - S[n]; break;
    case FN_STO: S[n] = A; break;
    case FN_SUB:
    case FN_SUB5: A -= S[n]; break;
    case FN_CMP: CI += A >> 31; break;
    case FN_STP:
      CI--;
      stopped = true;
      break;
    }
  }
  t->A = A;
  t->CI = CI;
  *orders = max_orders - left;
  x->account.singly += *orders;
  return stopped;
}

static void close_interpret(struct translate *x)
{
  free(x);
}

static const struct translate_ops ops = {
  .name = "interpret",
  .run = run,
  .close = close_interpret,
};

struct translate *translate_interpret_open(char text[TRANSLATE_TEXT])
{
  struct translate *const x = calloc(1, sizeof *x);

  if (x == NULL)
    snprintf(text, TRANSLATE_TEXT, "translate: out of memory");
  else
    x->ops = &ops;
  return x;
}
