// SPDX-License-Identifier: MIT
/* check_play.c - a stimulus played on levels side by side. */
#include "check_levels.h"

#include "progress.h"

#include <inttypes.h>
#include <stdio.h>

/* Is an order being obeyed, its boundary behind it? */
static bool under_way(const struct ssem *m)
{
  return m->active && m->beat != BEAT_S1;
}

/* All levels at clear, those with a console held; the player is that of the
 * level returned, which it looks at. */
static struct level *begin(struct check_work *w, struct player *p)
{
  struct lockstep *const ls = &w->ls;
  struct level *looked = NULL;

  lockstep_clear(ls, w->pr.S, start_CI(&w->pr));
  if (w->play->resumed)
    lockstep_begin(ls, w->play->state.orders - under_way(&w->play->state.m));
  if (w->play->resumed || w->play->st.power_up)
    lockstep_give(ls);
  for (unsigned i = ls->count; i-- > 0;)
    if (ls->level[i]->ops->tick != NULL) {
      play_begin(w->play, p, ls->level[i]);
      looked = ls->level[i];
    }
  return looked;
}

/* S1 of an active bar, the stimulus over, the console at rest, and nothing the
 * operator's under way: what comes is as without a stimulus. */
static bool at_rest(const struct lockstep *ls, const struct player *p,
                    const struct ssem *m)
{
  return p->status == PLAYER_ENDED && m->active && m->beat == BEAT_S1 &&
         m->p == 0 && p->k.CS && !steps_console_touched(&p->k) &&
         steps_is_next(&ls->steps) && !m->stop && !m->ksp;
}

/* The player has ended: how, for the report. */
static enum status ended(struct check_work *w, const struct player *p,
                         const struct level *l)
{
  if (w->ls.outcome != LOCKSTEP_RUNNING)
    return STATUS_STOPPED;
  w->halted = p->status == PLAYER_HALTED;
  w->ls.orders = p->orders;
  if (p->status == PLAYER_STOPPED)
    w->ls.outcome = LOCKSTEP_STOPPED;
  return play_told(p, l);
}

bool check_play(struct check_work *w, enum status *status)
{
  struct lockstep *const ls = &w->ls;
  struct player p;
  struct level *const l = begin(w, &p);
  unsigned periods = 0;
  uint64_t look_up = 0;
  struct ssem m;

  *status = STATUS_USAGE;
  if (l == NULL) {
    play_allowed(ls->level, ls->count);
    return false;
  }
  *status = STATUS_STOPPED;
  do {
    l->ops->save(l, &m);
    if (at_rest(ls, &p, &m) && ls->orders < p.most)
      return true;
    periods = player_settle(&p, &m);
    if (periods > 0)
      lockstep_ticks(ls, &p.k, periods);
    player_pass(&p, periods);
    play_show(&p, p.most, &look_up);
  } while (periods > 0 && ls->outcome == LOCKSTEP_RUNNING &&
           !progress_interrupted());
  progress_end();
  *status = ended(w, &p, l);
  return false;
}
