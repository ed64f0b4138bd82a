// SPDX-License-Identifier: MIT
/* random.c - random numbers for tests (xorshift64*). */
#include "random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t state;

void random_begin(void)
{
  const char *const given = getenv("SEED");
  const uint64_t seed =
    given != NULL ? strtoull(given, NULL, 0) : (uint64_t)time(NULL);

  printf("SEED=%" PRIu64 "\n", seed);
  state = seed * 0x9e3779b97f4a7c15U + 1;
  if (state == 0)
    state = 1;
}

uint32_t random_word(void)
{
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (uint32_t)((state * 0x2545f4914f6cdd1dU) >> 32);
}

unsigned random_below(unsigned n)
{
  return random_word() % n;
}

digit random_digit(void)
{
  return random_word() & 1;
}

word random_program_word(void)
{
  switch (random_below(8)) {
  case 0: return random_word();
  case 1: return random_below(64);
  case 2: return 0 - random_below(64);
  case 3: return (word)1 << random_below(32);
  default: return random_below(31) | random_below(8) << 13;
  }
}

void random_isa(struct isa *t, bool low_CI)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = random_program_word();
  t->A = random_program_word();
  t->CI = random_below(2) ? random_below(32) : random_word();
  if (low_CI)
    t->CI &= ~((word)7 << 13);
}

void random_ssem(struct ssem *m)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = random_program_word();
  m->CI = random_word();
  m->PI = random_word();
  m->A = random_word();
  m->L = random_below(32);
  m->F = random_below(8);
  m->LC = random_below(32);
  m->T = random_digit();
  m->stop = random_digit();
  m->active = random_digit();
  m->ksp = random_digit();
  m->carry = random_digit();
  m->borrow = random_digit();
  m->as_built = random_digit();
  m->beat = random_below(4);
  m->p = random_below(SSEM_BEAT);
}

void random_console(struct ssem_console *k)
{
  k->CS = random_digit();
  k->KC = random_below(8) == 0;
  k->MAN = random_digit();
  k->LS = random_below(2) ? 31 : random_below(32);
  k->FS = random_below(2) ? 7 : random_below(8);
  k->TW = random_below(2) ? 0 : random_word() & random_word();
  k->WRITE = random_digit();
  k->KLC = random_below(8) == 0;
  k->KSC = random_below(16) == 0;
  k->KCC = random_below(8) == 0;
}
