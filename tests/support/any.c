// SPDX-License-Identifier: MIT
/* any.c - any state of the machine and any position of the console. */
#include "any.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void any_begin(struct any *any)
{
  const char *const seed = getenv("SEED");

  any->seed = seed ? strtoull(seed, NULL, 0) : (uint64_t)time(NULL);
  any->state = any->seed;
  printf("SEED=%" PRIu64 "\n", any->seed);
}

/* splitmix64: any seed will do, 0 included. */
static uint64_t draw(struct any *any)
{
  uint64_t z = any->state += 0x9e3779b97f4a7c15;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

uint32_t any_below(struct any *any, uint64_t below)
{
  return (uint32_t)((draw(any) >> 32) * below >> 32);
}

word any_word(struct any *any)
{
  static const word edge[] = { 0, 1, 0x7fffffff, 0x80000000, 0xffffffff };
  const uint64_t r = draw(any);

  switch (any_below(any, 6)) {
  case 0: return (word)(r & (r >> 32) & draw(any));
  case 1: return (word)(r | (r >> 32) | draw(any));
  case 2: return edge[any_below(any, 5)];
  default: return (word)r;
  }
}

static digit any_digit(struct any *any)
{
  return any_below(any, 2) == 1;
}

static digit seldom(struct any *any)
{
  return any_below(any, 8) == 0;
}

void any_machine(struct any *any, struct ssem *m)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = any_word(any);
  m->CI = any_word(any);
  m->PI = any_word(any);
  m->A = any_word(any);
  m->L = any_below(any, 32);
  m->F = any_below(any, 8);
  m->LC = any_below(any, 32);
  m->T = any_digit(any);
  m->stop = any_digit(any);
  m->active = any_below(any, 4) > 0;
  m->ksp = any_digit(any);
  m->carry = any_digit(any);
  m->borrow = any_digit(any);
  m->as_built = any_digit(any);
  m->beat = any_below(any, 4);
  m->p = any_below(any, SSEM_BEAT);
}

void any_console(struct any *any, struct ssem_console *k)
{
  k->CS = any_digit(any);
  k->KC = seldom(any);
  k->MAN = seldom(any);
  k->LS = any_digit(any) ? 31 : any_below(any, 32);
  k->FS = any_digit(any) ? 7 : any_below(any, 8);
  k->TW = any_digit(any) ? 0 : any_word(any);
  k->WRITE = any_digit(any);
  k->KLC = seldom(any);
  k->KSC = seldom(any);
  k->KCC = seldom(any);
}

const char *any_difference(const struct ssem *expected,
                           const struct ssem *found)
{
#define TIME(unit, name, digits, meaning) SAME(name, name)
#define HELD(unit, name, digits, meaning) SAME(name, name)
#define LINE(unit, name, n, meaning) SAME(name, S[n])
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#define SAME(name, field)              \
  if (expected->field != found->field) \
    return #name;
#include "tracegen/signals.def"
#undef SAME
  return NULL;
}
