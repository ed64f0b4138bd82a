// SPDX-License-Identifier: MIT
/* interp.c - from V-state to T-state, and back. */
#include "interp.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void project(const struct ssem *m, struct isa *t)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = m->S[n];
  t->A = m->A;
  t->CI = m->CI;
}

void interp(const struct ssem *m, struct isa *t)
{
  struct ssem v = *m;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  while (!ssem_at_boundary(&v) & !ssem_stopped(&v))
    ssem_tick(&v, &rest);
  project(&v, t);
}

void embed(const struct isa *t, digit as_built, word LC, struct ssem *m)
{
  struct ssem_console rest;

  ssem_console_rest(&rest);
  ssem_clear(m, &rest);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = t->S[n];
  m->A = t->A;
  m->CI = t->CI;
  m->L = t->CI & 31;
  m->as_built = as_built;
  if (as_built)
    m->F = (t->CI >> 13) & 7;
  m->LC = LC;
  m->beat = BEAT_A1;
}

bool interp_same(const struct isa *t, const struct isa *u)
{
  return memcmp(t, u, sizeof *t) == 0;
}

unsigned interp_difference(const struct isa *expected, const struct isa *found,
                           char *text, size_t size)
{
  unsigned differ = 0;
  int end = 0;

  if (size > 0)
    text[0] = '\0';
  for (unsigned i = 0; i < SSEM_LINES + 2; i++) {
    const word e = i == 0   ? expected->CI
                   : i == 1 ? expected->A
                            : expected->S[i - 2];
    const word f = i == 0 ? found->CI : i == 1 ? found->A : found->S[i - 2];
    char name[16];

    if (e == f)
      continue;
    if (differ++ > 0)
      continue;
    snprintf(name, sizeof name,
             i == 0   ? "CI"
             : i == 1 ? "A"
                      : "line %02u",
             i - 2);
    end = snprintf(text, size, "%s: expected %" PRId32 ", found %" PRId32, name,
                   (int32_t)e, (int32_t)f);
  }
  if (differ > 1 && end > 0 && (size_t)end < size)
    snprintf(text + end, size - (size_t)end, "; %u more differ", differ - 1);
  return differ;
}
