// SPDX-License-Identifier: MIT
/*
 * isa_level.c - the instruction level: T-next as a level.
 *
 * One order is isa_next(). Orders on end go through one of two engines of
 * translate.h: machine code ("translate") or portable C ("interpret").
 */
#include "openers.h"

#include "sim/translate/translate.h"

#include <stdlib.h>
#include <string.h>

struct isa_level {
  struct level level;
  struct isa t;
  bool cleared; /* CI has not yet been incremented */
  struct translate *engine;
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

static uint64_t run(struct level *l, uint64_t orders, enum level_status *status)
{
  struct isa_level *const i = (struct isa_level *)l;
  uint64_t obeyed;

  *status = translate_run(i->engine, &i->t, orders, &obeyed) ? LEVEL_STOPPED
                                                             : LEVEL_RUNNING;
  return obeyed;
}

static void interp_isa(const struct level *l, struct isa *t)
{
  const struct isa_level *const i = (const struct isa_level *)l;

  *t = i->t;
  t->CI += i->cleared;
}

static const struct isa *lend(const struct level *l)
{
  const struct isa_level *const i = (const struct isa_level *)l;

  return i->cleared ? NULL : &i->t;
}

static void close_isa(struct level *l)
{
  translate_close(((struct isa_level *)l)->engine);
  free(l);
}

static const struct level_ops ops = {
  .name = "isa",
  .clear = clear,
  .embed = embed_isa,
  .advance = advance,
  .run = run,
  .interp = interp_isa,
  .lend = lend,
  .equals = NULL,
  .tick = NULL,
  .close = close_isa,
};

struct level *isa_level_open(const struct level_options *options,
                             char text[TEXT_SENTENCE])
{
  struct isa_level *const i = calloc(1, sizeof *i);
  const bool interpret =
    options->engine != NULL && strcmp(options->engine, "interpret") == 0;

  if (i == NULL) {
    snprintf(text, TEXT_SENTENCE, "isa: out of memory");
    return NULL;
  }
  i->engine =
    translate_open(interpret ? TRANSLATE_INTERPRET : TRANSLATE_BEST, text);
  if (i->engine == NULL) {
    free(i);
    return NULL;
  }
  i->level.ops = &ops;
  i->cleared = true;
  return &i->level;
}
