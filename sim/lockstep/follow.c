// SPDX-License-Identifier: MIT
/* follow.c - a record of a machine beside the levels. */
#include "follow.h"

#include <string.h>

enum { SEEK = 1 << 22 }; /* orders looked through after a gap */

void lockstep_follow(struct lockstep *ls, struct level *record)
{
  ls->record = record;
  follow_begin(ls);
}

void follow_begin(struct lockstep *ls)
{
  ls->agreed = 0;
  ls->unseen = 0;
  ls->reached = false;
  ls->waiting = false;
  ls->final = false;
  ls->sought = 0;
}

static void differ(struct lockstep *ls, enum level_status status,
                   const struct isa *t)
{
  struct lockstep_difference *const d = &ls->difference;

  memset(d, 0, sizeof *d);
  ls->outcome = LOCKSTEP_DIFFERS;
  d->by_record = true;
  d->right = (1U << ls->count) - 1;
  d->status[1] = status;
  d->t[0] = *t;
  ls->record->ops->interp(ls->record, &d->t[1]);
}

bool follow_ready(struct lockstep *ls)
{
  enum level_status status;

  if (ls->record == NULL || ls->waiting || ls->final)
    return true;
  status = ls->record->ops->advance(ls->record);
  ls->waiting = status == LEVEL_RUNNING;
  if (status == LEVEL_LOST)
    differ(ls, status, ls->now);
  else if (status != LEVEL_RUNNING)
    ls->outcome = LOCKSTEP_ENDED;
  return ls->waiting;
}

/* The record shows another T-state than t, after a gap: will the levels come to
 * it? */
static bool seek(struct lockstep *ls, const struct isa *t)
{
  if (ls->sought == 0) {
    if (ls->agreed == 0 || !ls->record->ops->gap(ls->record))
      return false;
    ls->gap.orders = ls->orders;
    ls->gap.bars = ls->bars;
    ls->gap.recent = ls->recent;
    ls->gap.state = *t;
  }
  if (ls->outcome == LOCKSTEP_RUNNING && ls->sought++ < SEEK)
    return true;
  ls->orders = ls->gap.orders;
  ls->bars = ls->gap.bars;
  ls->recent = ls->gap.recent;
  differ(ls, LEVEL_RUNNING, &ls->gap.state);
  return true;
}

void follow_compare(struct lockstep *ls, const struct isa *t)
{
  if (ls->record == NULL)
    return;
  if (!ls->waiting) {
    if (ls->outcome == LOCKSTEP_STOPPED)
      return;
    ls->final = false;
    if (!follow_ready(ls))
      return;
  }
  if (level_equals(ls->record, t)) {
    ls->agreed++;
    ls->unseen += ls->sought;
    ls->sought = 0;
    ls->waiting = false;
    ls->final = isa_final(t);
  } else if (!seek(ls, t)) {
    differ(ls, LEVEL_RUNNING, t);
  }
}

bool lockstep_rest(struct lockstep *ls, uint64_t boundaries)
{
  if (ls->record == NULL || ls->outcome != LOCKSTEP_STOPPED)
    return false;
  for (; boundaries > 0; boundaries--) {
    if (ls->record->ops->advance(ls->record) != LEVEL_RUNNING) {
      ls->reached = !ls->record->ops->stopped(ls->record);
      return false;
    }
    if (!level_equals(ls->record, &ls->state)) {
      differ(ls, LEVEL_RUNNING, &ls->state);
      return false;
    }
    ls->agreed++;
  }
  return true;
}
