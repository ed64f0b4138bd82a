// SPDX-License-Identifier: MIT
/* find.c - the first order of a run before which a trigger holds. */
#include "find.h"

void find_begin(struct find *f, struct level *l, const word S[SSEM_LINES],
                word CI, const struct trigger *trigger, uint64_t from,
                uint64_t most)
{
  *f = (struct find){ .status = FIND_RUNNING,
                      .order = 1,
                      .level = l,
                      .trigger = trigger,
                      .from = from,
                      .most = most };
  l->ops->clear(l, S, CI);
  l->ops->advance(l);
}

/* Look before the next order; else obey it. */
static void look(struct find *f)
{
  const struct isa *now;
  struct isa t;

  if (f->order > f->most) {
    f->order = f->most;
    f->status = FIND_NONE;
    return;
  }
  now = level_state(f->level, &t);
  if (f->order >= f->from && trigger_holds(f->trigger, now, f->order))
    f->status = FIND_FOUND;
  else if (f->level->ops->advance(f->level) != LEVEL_RUNNING)
    f->status = FIND_NONE;
  else
    f->order++;
}

enum find_status find_step(struct find *f, uint64_t orders)
{
  for (; orders > 0 && f->status == FIND_RUNNING; orders--)
    look(f);
  return f->status;
}
