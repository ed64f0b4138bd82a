// SPDX-License-Identifier: MIT
/* random.c - random numbers for tests. */
#include "random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t state; /* never 0 */

static uint64_t begin(uint64_t otherwise)
{
  const char *const given = getenv("SEED");
  const uint64_t seed = given != NULL ? strtoull(given, NULL, 0) : otherwise;

  state = seed * 2 + 1;
  for (int i = 0; i < 8; i++)
    random_word();
  return seed;
}

void random_begin(void)
{
  printf("SEED=%" PRIu64 "\n", begin((uint64_t)time(NULL)));
}

void random_begin_with(uint64_t otherwise)
{
  begin(otherwise);
}

/* xorshift64*, S. Vigna, 2016. */
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

bool random_one_in(unsigned n)
{
  return random_below(n) == 0;
}

word random_edge_word(void)
{
  static const word edge[] = { 0, 1, 0x7fffffff, 0x80000000, 0xffffffff };

  switch (random_below(6)) {
  case 0: return random_word() & random_word() & random_word();
  case 1: return random_word() | random_word() | random_word();
  case 2: return edge[random_below(5)];
  default: return random_word();
  }
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

void random_store(word S[SSEM_LINES])
{
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    S[n] = random_word();
    if (((S[n] >> 13) & 7) == FN_STP && random_one_in(2))
      S[n] &= ~(word)(1 << 15);
    if (random_one_in(8))
      S[n] = random_below(32); /* a small number: a jump's target */
    if (random_one_in(16))
      S[n] = 0 - random_below(32);
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

void random_running_isa(struct isa *t)
{
  random_store(t->S);
  t->A = random_one_in(8) ? 0 : random_word();
  t->CI = random_word();
  if (random_one_in(2))
    t->CI &= 31;
}

void random_ssem(struct ssem *m)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = random_digit() ? random_edge_word() : random_program_word();
  m->CI = random_edge_word();
  m->PI = random_edge_word();
  m->A = random_edge_word();
  m->L = random_below(32);
  m->F = random_below(8);
  m->LC = random_below(32);
  m->T = random_digit();
  m->stop = random_digit();
  m->active = !random_one_in(4);
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
  k->KC = random_one_in(8);
  k->MAN = random_one_in(8);
  k->LS = random_digit() ? 31 : random_below(32);
  k->FS = random_digit() ? 7 : random_below(8);
  k->TW = random_digit() ? 0 : random_edge_word();
  k->WRITE = random_digit();
  k->KLC = random_one_in(8);
  k->KSC = random_one_in(8);
  k->KCC = random_one_in(8);
}

/* A control that is seldom touched, and soon let go. */
static digit finger(digit rest)
{
  return random_one_in(3) ? !rest : rest;
}

void random_fingers(struct ssem_console *k)
{
  k->KC = random_one_in(200);
  if (!random_one_in(24))
    return;
  switch (random_below(10)) {
  case 0: k->CS = finger(1); break;
  case 1: k->MAN = finger(0); break;
  case 2: k->LS = finger(0) ? random_below(32) : 31; break;
  case 3: k->FS = finger(0) ? random_below(8) : 7; break;
  case 4: k->TW = finger(0) ? random_word() & random_word() : 0; break;
  case 5: k->WRITE = finger(0); break;
  case 6: k->KLC = random_one_in(12); break;
  case 7: k->KSC = random_one_in(24); break;
  case 8: k->KCC = random_one_in(12); break;
  default: ssem_console_rest(k); break;
  }
}
