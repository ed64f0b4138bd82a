// SPDX-License-Identifier: MIT
/* compare.c - every signal of levels side by side, in each digit period. */
#include "lockstep.h"

#include "follow.h"
#include "verdict.h"

#include <string.h>

unsigned lockstep_ticking(const struct lockstep *ls)
{
  unsigned n = 0;

  for (unsigned i = 0; i < ls->count; i++)
    n += ls->level[i]->ops->tick != NULL;
  return n;
}

/* Was the last digit period not of the level's own making? */
static bool borrows(const struct level *l)
{
  return l->ops->borrowed != NULL && l->ops->borrowed(l);
}

/* The levels of which that is so. */
static unsigned borrowers(const struct lockstep *ls)
{
  unsigned set = 0;

  for (unsigned i = 0; i < ls->count; i++)
    if (borrows(ls->level[i]))
      set |= 1U << i;
  return set;
}

/* The first of count digit periods in which two levels are not the same, or
 * count. */
static unsigned first_other(const struct period a[], const struct period b[],
                            unsigned count)
{
  unsigned i = 0;

  if (memcmp(a, b, count * sizeof *a) == 0)
    return count;
  while (period_same(&a[i], &b[i]))
    i++;
  return i;
}

/* The next digit periods of all levels that have any; returns how many of them
 * pass before one is not as the reference. */
static unsigned look(struct lockstep *ls, const struct ssem_console *k,
                     unsigned count)
{
  struct level *const first = ls->level[ls->reference];
  unsigned alike = count;

  first->ops->periods(first, k, count, ls->seen[ls->reference]);
  for (unsigned i = 0; i < ls->count; i++) {
    struct level *const l = ls->level[i];
    unsigned same;

    if (l == first || l->ops->periods == NULL)
      continue;
    l->ops->periods(l, k, count, ls->seen[i]);
    same = first_other(ls->seen[ls->reference], ls->seen[i], count);
    if (same < alike && !borrows(l))
      alike = same;
  }
  return borrows(first) ? count : alike;
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

/* The step to this boundary was the operator's: the levels that know nothing of
 * a console take it over. */
static void give_others(struct lockstep *ls)
{
  for (unsigned i = 0; i < ls->count; i++)
    if (ls->level[i]->ops->tick == NULL)
      ls->level[i]->ops->embed(ls->level[i], &ls->state, 0);
}

/* A boundary that has not been compared. */
static bool meet(struct lockstep *ls)
{
  const bool given = ls->given;

  ls->given = false;
  ls->told = false;
  if (!steps_boundary(&ls->steps, isa_final(&ls->state)) && !given)
    return ask_others(ls, LEVEL_RUNNING);
  give_others(ls);
  return true;
}

/* The machine stands stopped: by an STP that T-next knows, unless the operator
 * had a hand in it. */
static bool stand(struct lockstep *ls)
{
  if (ls->told || ls->given || !steps_is_next(&ls->steps))
    return true;
  ls->told = true;
  return ask_others(ls, LEVEL_STOPPED);
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
  coverage_add(&ls->coverage, &ls->state);
  return true;
}

/* p = 0 of a beat. */
static bool begin_beat(struct lockstep *ls, const struct period *seen)
{
  const bool boundary = period_at_boundary(seen->byte);
  const bool asked = ls->here;

  ls->here = false;
  if (!boundary &&
      !(period_stopped(seen->byte) && seen->byte[PERIOD_beat] == BEAT_S1))
    return true;
  verdict_state(seen, &ls->state);
  ls->met = true;
  ls->idle = !boundary;
  if (asked)
    steps_boundary(&ls->steps, isa_final(&ls->state));
  else if (!(boundary ? meet : stand)(ls))
    return false;
  return !boundary || begin_order(ls, asked);
}

/* A digit period in which all are alike has passed. */
static bool passed(struct lockstep *ls, const struct ssem_console *k,
                   const struct period *seen)
{
  const unsigned p = seen->byte[PERIOD_p], beat = seen->byte[PERIOD_beat];

  if (p == 0 && !begin_beat(ls, seen))
    return false;
  steps_period(&ls->steps, k, beat, p);
  if (p == SSEM_BEAT - 1 && beat == BEAT_A2) {
    ls->bars++;
    ls->orders += seen->byte[PERIOD_active];
  }
  return true;
}

/* So many digit periods on end, all of one beat; a level that borrows does so
 * in all of them. Returns false at a difference. */
static bool ticks(struct lockstep *ls, const struct ssem_console *k,
                  unsigned count)
{
  const unsigned alike = look(ls, k, count);
  const unsigned borrowed = borrowers(ls);

  for (unsigned i = 0; i < alike; i++) {
    if (borrowed == 0)
      ls->periods++;
    else
      ls->borrowed++;
    if (!passed(ls, k, &ls->seen[ls->reference][i]))
      return false;
  }
  if (alike == count)
    return true;
  ls->at = alike;
  ls->taken = count;
  ls->borrowed += borrowed != 0;
  ls->outcome = LOCKSTEP_DIFFERS;
  verdict_signals(ls, k, borrowed);
  return false;
}

bool lockstep_ticks(struct lockstep *ls, const struct ssem_console *k,
                    unsigned count)
{
  return ls->outcome == LOCKSTEP_RUNNING && ticks(ls, k, count);
}

bool lockstep_tick(struct lockstep *ls, const struct ssem_console *k)
{
  return lockstep_ticks(ls, k, 1);
}

/* To the end of A2 of this bar. */
static void bar(struct lockstep *ls, const struct ssem_console *rest)
{
  const unsigned beats = SSEM_BAR / SSEM_BEAT - ls->here;
  const uint64_t number = ls->bars;

  ls->met = false;
  for (unsigned i = 0; i < beats; i++)
    if (ls->outcome != LOCKSTEP_RUNNING || !ticks(ls, rest, SSEM_BEAT))
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
