// SPDX-License-Identifier: MIT
/* player_level.c - a stimulus played on a level. */
#include "player_level.h"

void player_hold_level(struct player *p, struct level *l)
{
  struct ssem m;

  l->ops->save(l, &m);
  if (p->st->power_up)
    player_power_up(p->st, &m);
  player_hold(p, &m);
  l->ops->restore(l, &m);
}

void player_clear(struct player *p, struct level *l, const word S[SSEM_LINES],
                  word CI)
{
  l->ops->clear(l, S, CI);
  player_hold_level(p, l);
}

/* So many digit periods from digit period p on. */
static void pass(struct level *l, const struct ssem_console *k, unsigned p,
                 unsigned periods, struct beat *seen)
{
  struct signals sig;

  if (periods == SSEM_BEAT && l->ops->beat != NULL) {
    l->ops->beat(l, k, seen);
    return;
  }
  for (; periods > 0; periods--, p++) {
    l->ops->tick(l, k, seen == NULL ? NULL : &sig);
    if (seen != NULL)
      beat_digit(seen, p, &sig);
  }
}

bool player_beat(struct player *p, struct level *l, struct beat *seen)
{
  struct ssem m;
  unsigned periods;

  do {
    l->ops->save(l, &m);
    periods = player_settle(p, &m);
    if (periods == 0)
      return false;
    pass(l, &p->k, m.p, periods, seen);
    player_pass(p, periods);
  } while (m.p + periods < SSEM_BEAT);
  return true;
}

bool player_to(struct player *p, struct level *l, uint64_t time)
{
  struct ssem m;
  unsigned periods = 0;

  for (m.p = 0; p->time < time && m.p + periods < SSEM_BEAT;) {
    l->ops->save(l, &m);
    periods = player_settle(p, &m);
    if (periods == 0)
      return false;
    if (periods > time - p->time)
      periods = (unsigned)(time - p->time);
    pass(l, &p->k, m.p, periods, NULL);
    player_pass(p, periods);
  }
  return true;
}

/* From a boundary that has been counted so many orders were obeyed. The last
 * ends at a boundary that has not, or in the idle bar after an STP. */
static void account(struct player *p, uint64_t obeyed, enum level_status status)
{
  const uint64_t idle = status == LEVEL_STOPPED ? SSEM_BEAT : 0;

  p->counted = false;
  p->quiet = 0;
  p->time += obeyed * SSEM_BAR - idle;
  p->orders += obeyed - 1;
  p->steps.next += obeyed - 1;
  p->steps.final = status == LEVEL_STOPPED;
  if (status == LEVEL_LOST)
    p->status = PLAYER_LOST;
}

bool player_run(struct player *p, struct level *l, uint64_t orders)
{
  enum level_status status;
  struct ssem m;
  uint64_t obeyed;

  l->ops->save(l, &m);
  if (p->status != PLAYER_ENDED || !p->k.CS || !ssem_at_boundary(&m) ||
      steps_console_touched(&p->k) || !steps_is_next(&p->steps) || m.ksp ||
      m.stop || p->most - p->orders < 2)
    return false;
  player_settle(p, &m);
  if (orders > p->most - p->orders - 1)
    orders = p->most - p->orders - 1;
  if (p->status != PLAYER_ENDED || orders == 0)
    return false;
  obeyed = level_run(l, orders, &status);
  account(p, obeyed, status);
  return true;
}
