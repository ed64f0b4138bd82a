// SPDX-License-Identifier: MIT
/* chance.c - random programs and random fingers on the console. */
#include "chance.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void chance_seed(struct chance *c, const char *seed)
{
  c->state = (seed != NULL ? strtoull(seed, NULL, 10) : 1948) * 2 + 1;
  for (int i = 0; i < 8; i++)
    chance_word(c);
}

void chance_start(struct chance *c)
{
  const char *seed = getenv("SEED");
  char now[24];

  if (seed == NULL) {
    snprintf(now, sizeof now, "%" PRIu64, (uint64_t)time(NULL));
    seed = now;
  }
  printf("SEED=%s\n", seed);
  chance_seed(c, seed);
}

/* xorshift64*, S. Vigna, 2016. */
word chance_word(struct chance *c)
{
  c->state ^= c->state >> 12;
  c->state ^= c->state << 25;
  c->state ^= c->state >> 27;
  return (word)((c->state * 0x2545f4914f6cdd1d) >> 32);
}

bool chance_one_in(struct chance *c, unsigned n)
{
  return chance_word(c) % n == 0;
}

void chance_store(struct chance *c, word S[SSEM_LINES])
{
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    S[n] = chance_word(c);
    if (((S[n] >> 13) & 7) == FN_STP && chance_one_in(c, 2))
      S[n] &= ~(word)(1 << 15);
    if (chance_one_in(c, 8))
      S[n] = chance_word(c) & 31; /* a small number: a jump's target */
    if (chance_one_in(c, 16))
      S[n] = 0 - (chance_word(c) & 31);
  }
}

void chance_isa(struct chance *c, struct isa *t)
{
  chance_store(c, t->S);
  t->A = chance_one_in(c, 8) ? 0 : chance_word(c);
  t->CI = chance_word(c);
  if (chance_one_in(c, 2))
    t->CI &= 31;
}

/* A control that is seldom touched, and soon let go. */
static digit finger(struct chance *c, digit rest)
{
  return chance_one_in(c, 3) ? !rest : rest;
}

void chance_console(struct chance *c, struct ssem_console *k)
{
  k->KC = chance_one_in(c, 200);
  if (!chance_one_in(c, 24))
    return;
  switch (chance_word(c) % 10) {
  case 0: k->CS = finger(c, 1); break;
  case 1: k->MAN = finger(c, 0); break;
  case 2: k->LS = finger(c, 0) ? chance_word(c) & 31 : 31; break;
  case 3: k->FS = finger(c, 0) ? chance_word(c) & 7 : 7; break;
  case 4: k->TW = finger(c, 0) ? chance_word(c) & chance_word(c) : 0; break;
  case 5: k->WRITE = finger(c, 0); break;
  case 6: k->KLC = chance_one_in(c, 12); break;
  case 7: k->KSC = chance_one_in(c, 24); break;
  case 8: k->KCC = chance_one_in(c, 12); break;
  default: ssem_console_rest(k); break;
  }
}
