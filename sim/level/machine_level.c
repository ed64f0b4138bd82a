// SPDX-License-Identifier: MIT
/* machine_level.c - what the levels that keep a struct ssem do alike. */
#include "machine_level.h"

#include "sim/interp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void machine_clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  struct machine_level *const v = (struct machine_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  ssem_clear(&v->m, &rest);
  v->m.as_built = v->as_built;
  memcpy(v->m.S, S, sizeof v->m.S);
  v->m.CI = CI;
  v->lost = false;
}

void machine_embed(struct level *l, const struct isa *t, unsigned LC)
{
  struct machine_level *const v = (struct machine_level *)l;

  embed(t, v->as_built, LC, &v->m);
  v->lost = false;
}

void machine_save(const struct level *l, struct ssem *m)
{
  *m = ((const struct machine_level *)l)->m;
}

void machine_restore(struct level *l, const struct ssem *m)
{
  struct machine_level *const v = (struct machine_level *)l;

  v->m = *m;
  v->lost = false;
}

void machine_project(const struct machine_level *v, struct isa *t)
{
  memcpy(t->S, v->m.S, sizeof t->S);
  t->A = v->m.A;
  t->CI = v->m.CI;
}

bool machine_equals(const struct machine_level *v, const struct isa *t)
{
  return v->m.CI == t->CI && v->m.A == t->A &&
         memcmp(v->m.S, t->S, sizeof t->S) == 0;
}

bool machine_stands(const struct machine_level *v)
{
  return v->lost || ssem_at_boundary(&v->m) || ssem_stopped(&v->m);
}

struct level *machine_open(size_t size, const struct level_ops *ops,
                           const struct level_options *options,
                           char text[TEXT_SENTENCE])
{
  struct machine_level *const v = calloc(1, size);

  if (v == NULL) {
    snprintf(text, TEXT_SENTENCE, "%s: out of memory", ops->name);
    return NULL;
  }
  v->level.ops = ops;
  v->as_built = options->as_built;
  return &v->level;
}

void machine_close(struct level *l)
{
  free(l);
}
