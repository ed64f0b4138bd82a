// SPDX-License-Identifier: MIT
/* level.c - what any level can be asked, by what it can do. */
#include "level.h"

#include "sim/interp.h"

uint64_t level_run(struct level *l, uint64_t orders, enum level_status *status)
{
  uint64_t obeyed = 0;

  *status = LEVEL_RUNNING;
  if (l->ops->run != NULL)
    return l->ops->run(l, orders, status);
  while (obeyed < orders && *status == LEVEL_RUNNING) {
    *status = l->ops->advance(l);
    obeyed += *status == LEVEL_RUNNING || *status == LEVEL_STOPPED;
  }
  return obeyed;
}

const struct isa *level_state(const struct level *l, struct isa *t)
{
  const struct isa *const lent = l->ops->lend != NULL ? l->ops->lend(l) : NULL;

  if (lent != NULL)
    return lent;
  l->ops->interp(l, t);
  return t;
}

bool level_equals(const struct level *l, const struct isa *t)
{
  struct isa u;

  if (l->ops->equals != NULL)
    return l->ops->equals(l, t);
  l->ops->interp(l, &u);
  return interp_same(t, &u);
}
