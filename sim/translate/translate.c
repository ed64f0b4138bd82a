// SPDX-License-Identifier: MIT
/*
 * translate.c - choose an engine: machine code where the host can run it, else
 * the portable one, which stands here: isa_next() in a loop, the state in local
 * variables. Orders decoded beforehand were tried, and were slower: two digit
 * fields of a word cost less than a second table.
 */
#include "translate.h"

#include "translate_x86.h"

#include <stdio.h>
#include <stdlib.h>

/* The one place that asks what the host is. */
#if defined(__x86_64__) && defined(__unix__) && !defined(__ILP32__)
enum { HOST_IS_X86_64 = 1 };
#else
enum { HOST_IS_X86_64 = 0 };
#endif

struct translate {
  struct translate_x86 *x86; /* NULL: interpret */
  struct translate_statistics statistics;
};

static bool interpret(struct isa *t, uint64_t max_orders, uint64_t *orders)
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
  return stopped;
}

static struct translate_x86 *open_x86(struct translate *x,
                                      char text[TEXT_SENTENCE])
{
  if (HOST_IS_X86_64)
    return translate_x86_open(&x->statistics, text);
  snprintf(text, TEXT_SENTENCE,
           "translate: this host is not an x86-64 one; interpret instead");
  return NULL;
}

struct translate *translate_open(enum translate_engine engine,
                                 char text[TEXT_SENTENCE])
{
  struct translate *const x = calloc(1, sizeof *x);

  if (x == NULL) {
    snprintf(text, TEXT_SENTENCE, "translate: out of memory");
    return NULL;
  }
  if (engine != TRANSLATE_INTERPRET)
    x->x86 = open_x86(x, text);
  if (engine != TRANSLATE_X86_64 || x->x86 != NULL)
    return x;
  free(x);
  return NULL;
}

const char *translate_name(const struct translate *x)
{
  return x->x86 != NULL ? "x86-64" : "interpret";
}

bool translate_run(struct translate *x, struct isa *t, uint64_t max_orders,
                   uint64_t *orders)
{
  bool stopped;

  if (x->x86 != NULL)
    return translate_x86_run(x->x86, t, max_orders, orders);
  stopped = interpret(t, max_orders, orders);
  x->statistics.interpreted += *orders;
  return stopped;
}

void translate_statistics(const struct translate *x,
                          struct translate_statistics *statistics)
{
  *statistics = x->statistics;
}

void translate_close(struct translate *x)
{
  if (x == NULL)
    return;
  translate_x86_close(x->x86);
  free(x);
}
