// SPDX-License-Identifier: MIT
/* compare.c - every signal of levels side by side, in each digit period. */
#include "lockstep.h"

#include "verdict.h"

#include <string.h>

unsigned lockstep_ticking(const struct lockstep *ls)
{
  unsigned n = 0;

  for (unsigned i = 0; i < ls->count; i++)
    n += ls->level[i]->ops->tick != NULL;
  return n;
}

/* One digit period of level i; are its signals those expected? */
static bool same(struct lockstep *ls, unsigned i, const struct ssem_console *k,
                 const struct signals *expected)
{
  struct level *const l = ls->level[i];

  if (l->ops->tick_equals != NULL)
    return l->ops->tick_equals(l, k, expected, &ls->sig[i]);
  l->ops->tick(l, k, &ls->sig[i]);
  return memcmp(&ls->sig[i], expected, sizeof *expected) == 0;
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

/* One digit period of all levels that have any; do they agree? */
static bool tick_all(struct lockstep *ls, const struct ssem_console *k)
{
  const unsigned first = ls->reference;
  struct signals *const expected = &ls->sig[first];
  unsigned differ = 0, borrowed;

  ls->level[first]->ops->tick(ls->level[first], k, expected);
  for (unsigned i = 0; i < ls->count; i++)
    if (i != first && ls->level[i]->ops->tick != NULL &&
        !same(ls, i, k, expected))
      differ |= 1U << i;
  borrowed = borrowers(ls);
  ls->borrowed += borrowed != 0;
  if (borrowed >> first & 1 || (differ & ~borrowed) == 0) {
    ls->periods += borrowed == 0;
    return true;
  }
  for (unsigned i = 0; i < ls->count; i++)
    if (i != first && !(differ >> i & 1))
      ls->sig[i] = *expected;
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

/* p = 0 of a beat. */
static bool begin_beat(struct lockstep *ls)
{
  const struct signals *const sig = &ls->sig[ls->reference];
  const bool boundary = verdict_boundary(sig);
  const bool asked = ls->here;

  ls->here = false;
  if (!boundary && !(verdict_stopped(sig) && sig->value[SIGNAL_beat] == 0))
    return true;
  verdict_state(sig, &ls->state);
  ls->met = true;
  ls->idle = !boundary;
  if (!asked && !ask_others(ls, boundary ? LEVEL_RUNNING : LEVEL_STOPPED))
    return false;
  if (boundary)
    recent_add(&ls->recent, &ls->state);
  return true;
}

bool lockstep_tick(struct lockstep *ls, const struct ssem_console *k)
{
  const struct signals *const sig = &ls->sig[ls->reference];

  if (ls->outcome != LOCKSTEP_RUNNING || !tick_all(ls, k))
    return false;
  if (sig->value[SIGNAL_p] == 0)
    return begin_beat(ls);
  if (sig->value[SIGNAL_p] == SSEM_BEAT - 1 &&
      sig->value[SIGNAL_beat] == BEAT_A2) {
    ls->bars++;
    ls->orders += sig->value[SIGNAL_active];
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
  if (ls->met && ls->idle)
    ls->outcome = LOCKSTEP_STOPPED;
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
