// SPDX-License-Identifier: MIT
/* liar.c - a level that is wrong once. */
#include "liar.h"

#include "sim/period.h"

struct liar *liar_of(struct level *l)
{
  return (struct liar *)l;
}

void liar_clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  liar_of(l)->ticks = 0;
  liar_of(l)->honest->ops->clear(liar_of(l)->honest, S, CI);
}

enum level_status liar_advance(struct level *l)
{
  return liar_of(l)->honest->ops->advance(liar_of(l)->honest);
}

void liar_interp(const struct level *l, struct isa *t)
{
  const struct level *const honest = ((const struct liar *)l)->honest;

  honest->ops->interp(honest, t);
}

/* A digit period begins; is it one that is spoilt? */
static bool liar_begin(struct liar *liar)
{
  const bool now =
    liar->ticks == liar->at || (liar->for_ever && liar->ticks > liar->at);
  struct ssem m;

  liar->ticks++;
  if (now && liar->spoil != NULL) {
    liar->honest->ops->save(liar->honest, &m);
    liar->spoil(&m);
    liar->honest->ops->restore(liar->honest, &m);
  }
  return now;
}

static void liar_tick(struct level *l, const struct ssem_console *k,
                      struct signals *sig)
{
  struct liar *const liar = liar_of(l);

  liar_begin(liar);
  liar->honest->ops->tick(liar->honest, k, sig);
}

static void liar_period(struct level *l, const struct ssem_console *k,
                        struct period *seen)
{
  struct liar *const liar = liar_of(l);
  const bool now = liar_begin(liar);
  struct ssem_wires w;
  struct ssem m;

  liar->honest->ops->periods(liar->honest, k, 1, seen);
  if (!now || liar->tell == NULL)
    return;
  period_write(seen, &m, &w);
  liar->tell(&w);
  period_read(&m, &w, seen);
}

static void liar_periods(struct level *l, const struct ssem_console *k,
                         unsigned count, struct period *seen)
{
  for (unsigned i = 0; i < count; i++)
    liar_period(l, k, &seen[i]);
}

const struct level_ops liar_ops = { .name = "liar",
                                    .clear = liar_clear,
                                    .advance = liar_advance,
                                    .interp = liar_interp,
                                    .tick = liar_tick,
                                    .periods = liar_periods };
