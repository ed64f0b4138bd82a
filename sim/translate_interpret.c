// SPDX-License-Identifier: MIT
/*
 * translate_interpret.c - the portable engine: orders decoded beforehand.
 *
 * Each line is kept decoded beside its word; STO decodes the line it writes.
 * The state lives in local variables while it runs.
 */
#include "translate_engine.h"

#include <stdio.h>
#include <stdlib.h>

struct decoded {
  unsigned char function; /* 0 to 7 */
  unsigned char line;     /* 0 to 31 */
};

static struct decoded decode(word w)
{
  return (struct decoded){ .function = (w >> 13) & 7, .line = w & 31 };
}

static bool run(struct translate *x, struct isa *t, uint64_t max_orders,
                uint64_t *orders)
{
  struct decoded plan[SSEM_LINES];
  word *const S = t->S;
  word A = t->A, CI = t->CI;
  uint64_t left = max_orders;
  bool stopped = false;

  for (unsigned n = 0; n < SSEM_LINES; n++)
    plan[n] = decode(S[n]);
  while (left > 0 && !stopped) {
    const struct decoded d = plan[CI & 31];

    left--;
    CI++;
    switch (d.function) {
    case FN_JMP: CI = S[d.line] + 1; break;
    case FN_JRP: CI += S[d.line]; break;
    case FN_LDN: A = 0 - S[d.line]; break;
    case FN_STO:
      S[d.line] = A;
      plan[d.line] = decode(A);
      break;
    case FN_SUB:
    case FN_SUB5: A -= S[d.line]; break;
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
