// SPDX-License-Identifier: MIT
/* interp.c - from V-state to T-state, and back. */
#include "interp.h"

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
