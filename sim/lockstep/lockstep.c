// SPDX-License-Identifier: MIT
/* lockstep.c - any levels side by side, boundary by boundary. */
#include "lockstep.h"

#include "follow.h"
#include "verdict.h"

#include <string.h>

/* The level that signals are held against: the first that has any and never
 * borrows them, or else the first that has any. */
static unsigned reference(const struct lockstep *ls)
{
  unsigned best = 0;

  for (unsigned i = ls->count; i-- > 0;) {
    const struct level_ops *const ops = ls->level[i]->ops;
    const struct level_ops *const so_far = ls->level[best]->ops;

    if (ops->tick != NULL && (ops->borrowed == NULL || so_far->tick == NULL ||
                              so_far->borrowed != NULL))
      best = i;
  }
  return best;
}

void lockstep_init(struct lockstep *ls, struct level *const level[],
                   unsigned count)
{
  memset(ls, 0, sizeof *ls);
  ls->count = count;
  for (unsigned i = 0; i < count; i++)
    ls->level[i] = level[i];
  ls->reference = reference(ls);
}

void lockstep_leave(struct lockstep *ls, unsigned i)
{
  ls->count--;
  for (; i < ls->count; i++)
    ls->level[i] = ls->level[i + 1];
  ls->reference = reference(ls);
}

void lockstep_begin(struct lockstep *ls, uint64_t orders)
{
  ls->orders = orders;
  ls->bars = orders;
  ls->periods = 0;
  ls->borrowed = 0;
  ls->outcome = LOCKSTEP_RUNNING;
  ls->here = false;
  ls->met = false;
  ls->idle = false;
  ls->told = false;
  ls->given = false;
  ls->steps = (struct steps){ .next = 0 };
  recent_begin(&ls->recent, orders);
  ls->coverage = (struct coverage){ 0 };
  follow_begin(ls);
}

void lockstep_give(struct lockstep *ls)
{
  ls->given = true;
}

static void differ(struct lockstep *ls, const enum level_status *status)
{
  struct isa t[LOCKSTEP_LEVELS];

  for (unsigned i = 0; i < ls->count; i++)
    ls->level[i]->ops->interp(ls->level[i], &t[i]);
  verdict_states(ls, status, t);
}

/* All levels stand at a boundary with the status given: compare. */
static void compare(struct lockstep *ls, const enum level_status *status)
{
  ls->now = level_state(ls->level[0], &ls->state);
  for (unsigned i = 0; i < ls->count; i++) {
    if (status[i] == LEVEL_ENDED) {
      ls->outcome = LOCKSTEP_ENDED;
      return;
    }
    if (status[i] != status[0] || status[i] == LEVEL_LOST ||
        (i > 0 && !level_equals(ls->level[i], ls->now))) {
      differ(ls, status);
      return;
    }
  }
  ls->outcome =
    status[0] == LEVEL_STOPPED ? LOCKSTEP_STOPPED : LOCKSTEP_RUNNING;
  if (ls->outcome == LOCKSTEP_RUNNING)
    steps_boundary(&ls->steps, isa_final(ls->now));
  follow_compare(ls, ls->now);
}

/* What ls->now lends, kept. */
static void keep_state(struct lockstep *ls)
{
  if (ls->now != &ls->state)
    ls->state = *ls->now;
}

static void advance_all(struct lockstep *ls)
{
  enum level_status status[LOCKSTEP_LEVELS] = { LEVEL_RUNNING };

  for (unsigned i = 0; i < ls->count; i++)
    status[i] = ls->level[i]->ops->advance(ls->level[i]);
  compare(ls, status);
}

void lockstep_clear(struct lockstep *ls, const word S[SSEM_LINES], word CI)
{
  lockstep_begin(ls, 0);
  for (unsigned i = 0; i < ls->count; i++)
    ls->level[i]->ops->clear(ls->level[i], S, CI);
}

void lockstep_join(struct lockstep *ls, uint64_t orders)
{
  const enum level_status status[LOCKSTEP_LEVELS] = { LEVEL_RUNNING };

  lockstep_begin(ls, orders);
  ls->here = true;
  compare(ls, status);
  keep_state(ls);
}

void lockstep_embed(struct lockstep *ls, const struct isa *t, unsigned LC,
                    uint64_t orders)
{
  for (unsigned i = 0; i < ls->count; i++)
    ls->level[i]->ops->embed(ls->level[i], t, LC);
  lockstep_join(ls, orders);
}

enum lockstep_outcome lockstep_run(struct lockstep *ls, uint64_t orders)
{
  if (ls->outcome != LOCKSTEP_RUNNING)
    return ls->outcome;
  ls->now = &ls->state;
  if (!ls->here)
    advance_all(ls);
  ls->here = true;
  for (; orders > 0 && ls->outcome == LOCKSTEP_RUNNING; orders--) {
    if (!follow_ready(ls))
      break;
    recent_add(&ls->recent, ls->now);
    coverage_add(&ls->coverage, ls->now);
    ls->orders++;
    ls->bars++;
    advance_all(ls);
  }
  keep_state(ls);
  return ls->outcome;
}
