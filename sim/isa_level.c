// SPDX-License-Identifier: MIT
/* isa_level.c - the instruction level: T-next as a level. */
#include "levels.h"

#include <stdlib.h>

struct isa_level {
  struct level level;
  struct isa t;
  bool cleared; /* CI has not yet been incremented */
};

static void clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  struct isa_level *const i = (struct isa_level *)l;

  for (unsigned n = 0; n < SSEM_LINES; n++)
    i->t.S[n] = S[n];
  i->t.A = 0;
  i->t.CI = CI;
  i->cleared = true;
}

static void embed_isa(struct level *l, const struct isa *t, unsigned LC)
{
  struct isa_level *const i = (struct isa_level *)l;

  (void)LC;
  i->t = *t;
  i->cleared = false;
}

static enum level_status advance(struct level *l)
{
  struct isa_level *const i = (struct isa_level *)l;

  if (i->cleared) {
    i->t.CI++;
    i->cleared = false;
    return LEVEL_RUNNING;
  }
  if (isa_final(&i->t))
    return LEVEL_STOPPED;
  isa_next(&i->t);
  return LEVEL_RUNNING;
}

static void interp_isa(const struct level *l, struct isa *t)
{
  const struct isa_level *const i = (const struct isa_level *)l;

  *t = i->t;
  t->CI += i->cleared;
}

static void close_isa(struct level *l)
{
  free(l);
}

static const struct level_ops ops = {
  .name = "isa",
  .clear = clear,
  .embed = embed_isa,
  .advance = advance,
  .interp = interp_isa,
  .tick = NULL,
  .close = close_isa,
};

struct level *isa_level_open(bool as_built, char text[LEVEL_TEXT])
{
  struct isa_level *const i = calloc(1, sizeof *i);

  (void)as_built; /* T-next is what both readings are held against */
  if (i == NULL) {
    snprintf(text, LEVEL_TEXT, "isa: out of memory");
    return NULL;
  }
  i->level.ops = &ops;
  i->cleared = true;
  return &i->level;
}
