// SPDX-License-Identifier: MIT
/* verdict.c - which levels are alike, and who stands alone. */
#include "verdict.h"

#include "sim/interp.h"

#include <string.h>

void verdict_state(const struct period *seen, struct isa *t)
{
  t->CI = seen->held[PERIOD_WORD_CI];
  t->A = seen->held[PERIOD_WORD_A];
  memcpy(t->S, seen->S, sizeof t->S);
}

static unsigned size_of(unsigned set)
{
  return (unsigned)__builtin_popcount(set);
}

static unsigned first_of(unsigned set)
{
  return (unsigned)__builtin_ctz(set);
}

/* The level that most are like, and of several the first; alike[i] is the set
 * of those like level i. */
static unsigned most(const unsigned alike[], unsigned among)
{
  unsigned best = first_of(among);

  for (unsigned i = 0; i < LOCKSTEP_LEVELS; i++)
    if ((among >> i & 1) && size_of(alike[i]) > size_of(alike[best]))
      best = i;
  return best;
}

/* How each level stands at a boundary. */
struct stand {
  enum level_status status;
  struct isa t;
};

static bool stand_alike(const struct stand *a, const struct stand *b)
{
  return a->status == b->status && interp_same(&a->t, &b->t);
}

void verdict_states(struct lockstep *ls, const enum level_status *status,
                    const struct isa *t)
{
  struct lockstep_difference *const d = &ls->difference;
  const unsigned all = (1U << ls->count) - 1;
  unsigned alike[LOCKSTEP_LEVELS] = { 0 };

  memset(d, 0, sizeof *d);
  ls->outcome = LOCKSTEP_DIFFERS;
  for (unsigned i = 0; i < ls->count; i++)
    for (unsigned j = 0; j < ls->count; j++)
      if (status[i] == status[j] && interp_same(&t[i], &t[j]))
        alike[i] |= 1U << j;
  d->expected = most(alike, all);
  d->right = alike[d->expected];
  d->wrong = all & ~d->right;
  if (d->wrong == 0) {
    d->wrong = all;
    d->right = 0;
  }
  d->found = first_of(d->wrong);
  for (unsigned i = 0; i < 2; i++) {
    d->status[i] = status[i == 0 ? d->expected : d->found];
    d->t[i] = t[i == 0 ? d->expected : d->found];
  }
  d->beat = d->status[0] == LEVEL_STOPPED && d->status[1] == LEVEL_STOPPED
              ? BEAT_S1
              : BEAT_A1;
}

/* On from the digit period that differs to the next boundary of level i. */
static void run_on(struct lockstep *ls, const struct ssem_console *k,
                   unsigned i, struct stand *stand)
{
  struct level *const l = ls->level[i];
  const struct period *now = NULL;
  unsigned at = ls->at + ls->here;
  struct period next;

  stand->status = LEVEL_LOST;
  for (unsigned n = 0; n < LEVEL_LOST_AFTER; n++, at++) {
    now = at < ls->taken ? &ls->seen[i][at] : &next;
    if (now == &next)
      l->ops->periods(l, k, 1, &next);
    if (period_at_boundary(now->byte))
      stand->status = LEVEL_RUNNING;
    else if (period_stopped(now->byte))
      stand->status = LEVEL_STOPPED;
    else
      continue;
    break;
  }
  verdict_state(now, &stand->t);
}

/* The levels without digit periods, each with those whose next boundary is the
 * same as its own. */
static void hear_others(struct lockstep *ls, const struct ssem_console *k,
                        unsigned among, unsigned alike[])
{
  struct stand stand[LOCKSTEP_LEVELS];

  if (lockstep_ticking(ls) == ls->count || !steps_is_next(&ls->steps))
    return;
  for (unsigned i = 0; i < ls->count; i++) {
    struct level *const l = ls->level[i];

    if (l->ops->tick != NULL) {
      run_on(ls, k, i, &stand[i]);
      continue;
    }
    stand[i].status = l->ops->advance(l);
    l->ops->interp(l, &stand[i].t);
  }
  for (unsigned i = 0; i < ls->count; i++)
    for (unsigned j = 0; j < ls->count; j++)
      if ((among >> i & 1) && ls->level[j]->ops->tick == NULL &&
          stand_alike(&stand[i], &stand[j]))
        alike[i] |= 1U << j;
}

/* What differs first of two levels, in the order of signals.def. */
static void find_signal(const struct lockstep *ls, const struct ssem_console *k,
                        struct lockstep_difference *d)
{
  struct signals expected = { { 0 } }, found = { { 0 } };
  unsigned differ = 0;

  period_signals(&ls->seen[d->expected][ls->at], k, &expected);
  period_signals(&ls->seen[d->found][ls->at], k, &found);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    if (expected.value[i] == found.value[i] || differ++ > 0)
      continue;
    d->signal = (enum signal)i;
    d->value[0] = expected.value[i];
    d->value[1] = found.value[i];
  }
  d->more = differ - 1;
  d->beat = expected.value[SIGNAL_beat];
  d->p = expected.value[SIGNAL_p];
}

void verdict_signals(struct lockstep *ls, const struct ssem_console *k,
                     unsigned borrowed)
{
  struct lockstep_difference *const d = &ls->difference;
  unsigned alike[LOCKSTEP_LEVELS] = { 0 };
  unsigned among = 0;

  memset(d, 0, sizeof *d);
  for (unsigned i = 0; i < ls->count; i++)
    if (ls->level[i]->ops->tick != NULL && !(borrowed >> i & 1))
      among |= 1U << i;
  for (unsigned i = 0; i < ls->count; i++)
    for (unsigned j = 0; j < ls->count; j++)
      if ((among >> i & among >> j & 1) &&
          period_same(&ls->seen[i][ls->at], &ls->seen[j][ls->at]))
        alike[i] |= 1U << j;
  hear_others(ls, k, among, alike);
  d->by_signal = true;
  d->expected = most(alike, among);
  d->found = first_of(among & ~alike[d->expected]);
  d->right = alike[d->expected] & ~alike[d->found];
  d->wrong = (among | alike[d->found]) & ~alike[d->expected];
  find_signal(ls, k, d);
}
