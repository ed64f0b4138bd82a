// SPDX-License-Identifier: MIT
/* compare.c - every signal of levels side by side, in each digit period. */
#include "lockstep.h"

#include "follow.h"
#include "verdict.h"

unsigned lockstep_ticking(const struct lockstep *ls)
{
  unsigned n = 0;

  for (unsigned i = 0; i < ls->count; i++)
    n += ls->level[i]->ops->tick != NULL;
  return n;
}

/* The levels whose last digit period was not of their own making. */
static unsigned borrowers(const struct lockstep *ls)
{
  unsigned set = 0;

  for (unsigned i = 0; i < ls->count; i++)
    if (ls->level[i]->ops->borrowed != NULL &&
        ls->level[i]->ops->borrowed(ls->level[i]))
      set |= 1U << i;
  return set;
}

/* One digit period of all levels that have any; returns the set of those that
 * are not as the reference. */
static unsigned look(struct lockstep *ls, const struct ssem_console *k)
{
  struct level *const first = ls->level[ls->reference];
  const struct period *const expected = &ls->seen[ls->reference];
  unsigned differ = 0;

  first->ops->period(first, k, &ls->seen[ls->reference]);
  for (unsigned i = 0; i < ls->count; i++) {
    struct level *const l = ls->level[i];

    if (l == first || l->ops->period == NULL)
      continue;
    l->ops->period(l, k, &ls->seen[i]);
    if (!period_same(expected, &ls->seen[i]))
      differ |= 1U << i;
  }
  return differ;
}

/* The same; do they agree? */
static bool tick_all(struct lockstep *ls, const struct ssem_console *k)
{
  const unsigned differ = look(ls, k);
  const unsigned borrowed = borrowers(ls);

  ls->borrowed += borrowed != 0;
  if (borrowed >> ls->reference & 1 || (differ & ~borrowed) == 0) {
    ls->periods += borrowed == 0;
    return true;
  }
  ls->outcome = LOCKSTEP_DIFFERS;
  verdict_signals(ls, k, borrowed);
  return false;
}

/* A boundary, or the stop, or neither where one was due: ask the levels that
 * have nothing in between. */
static bool ask_others(struct lockstep *ls, enum level_status due)
{
  enum level_status status[LOCKSTEP_LEVELS];
  struct isa t[LOCKSTEP_LEVELS];
  bool alike = due != LEVEL_LOST;

  for (unsigned i = 0; i < ls->count; i++) {
    struct level *const l = ls->level[i];

    status[i] = due;
    t[i] = ls->state;
    if (l->ops->tick != NULL)
      continue;
    status[i] = l->ops->advance(l);
    if (status[i] == LEVEL_ENDED)
      ls->outcome = LOCKSTEP_ENDED;
    alike &= status[i] == due && level_equals(l, &ls->state);
    l->ops->interp(l, &t[i]);
  }
  if (alike || ls->outcome == LOCKSTEP_ENDED)
    return ls->outcome == LOCKSTEP_RUNNING;
  verdict_states(ls, status, t);
  if (due == LEVEL_STOPPED)
    ls->difference.beat = BEAT_S1; /* an idle bar has begun */
  return false;
}

/* At a boundary on which the levels agree: does the record, and has it the
 * boundary after the order? */
static bool begin_order(struct lockstep *ls, bool asked)
{
  ls->now = &ls->state;
  if (!asked)
    follow_compare(ls, &ls->state);
  if (ls->outcome != LOCKSTEP_RUNNING || !follow_ready(ls))
    return false;
  recent_add(&ls->recent, &ls->state);
  return true;
}

/* p = 0 of a beat. */
static bool begin_beat(struct lockstep *ls)
{
  const struct period *const seen = &ls->seen[ls->reference];
  const bool boundary = period_at_boundary(seen->byte);
  const bool asked = ls->here;

  ls->here = false;
  if (!boundary &&
      !(period_stopped(seen->byte) && seen->byte[PERIOD_beat] == BEAT_S1))
    return true;
  verdict_state(seen, &ls->state);
  ls->met = true;
  ls->idle = !boundary;
  if (!asked && !ask_others(ls, boundary ? LEVEL_RUNNING : LEVEL_STOPPED))
    return false;
  return !boundary || begin_order(ls, asked);
}

bool lockstep_tick(struct lockstep *ls, const struct ssem_console *k)
{
  const struct period *const seen = &ls->seen[ls->reference];

  if (ls->outcome != LOCKSTEP_RUNNING || !tick_all(ls, k))
    return false;
  if (seen->byte[PERIOD_p] == 0)
    return begin_beat(ls);
  if (seen->byte[PERIOD_p] == SSEM_BEAT - 1 &&
      seen->byte[PERIOD_beat] == BEAT_A2) {
    ls->bars++;
    ls->orders += seen->byte[PERIOD_active];
  }
  return true;
}

/* To the end of A2 of this bar. */
static void bar(struct lockstep *ls, const struct ssem_console *rest)
{
  const unsigned periods = ls->here ? SSEM_BAR - SSEM_BEAT : SSEM_BAR;
  const uint64_t number = ls->bars;

  ls->met = false;
  for (unsigned i = 0; i < periods; i++)
    if (!lockstep_tick(ls, rest))
      return;
  if (ls->met && ls->idle) {
    ls->outcome = LOCKSTEP_STOPPED;
    follow_compare(ls, &ls->state);
  }
  if (ls->met)
    return;
  ls->bars = number; /* in this one a boundary was due */
  ask_others(ls, LEVEL_LOST);
}

enum lockstep_outcome lockstep_bars(struct lockstep *ls, uint64_t bars)
{
  struct ssem_console rest;

  ssem_console_rest(&rest);
  for (; bars > 0 && ls->outcome == LOCKSTEP_RUNNING; bars--)
    bar(ls, &rest);
  return ls->outcome;
}
