// SPDX-License-Identifier: MIT
/* player.c - a stimulus played. */
#include "player.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LOST_AFTER = 3 * SSEM_BAR }; /* a boundary comes, or nothing will */

void player_begin(struct player *p, const struct stimulus *st,
                  const struct ssem_console *k)
{
  memset(p, 0, sizeof *p);
  p->k = *k;
  p->st = st;
  p->most = UINT64_MAX;
}

static void reach_boundary(struct player *p, const struct ssem *m)
{
  p->counted = true;
  steps_boundary(&p->steps, (m->S[m->CI & 31] >> 13 & 7) == FN_STP);
}

void player_resume(struct player *p, const struct ssem *m, uint64_t orders,
                   uint64_t time)
{
  p->orders = orders;
  p->time = time;
  if (ssem_at_boundary(m))
    reach_boundary(p, m);
}

uint64_t player_orders(const struct player *p, const struct ssem *m)
{
  return p->orders + (ssem_at_boundary(m) && !p->counted);
}

void player_hold(struct player *p, struct ssem *m)
{
  while (p->next < p->st->acts && p->st->act[p->next].kind == ACT_SET) {
    const struct act *const act = &p->st->act[p->next++];

    input_set(&p->k, act->input, act->value);
  }
  m->active = p->k.CS;
}

/* splitmix64 of S. Vigna, 2015. */
static uint64_t next_random(uint64_t *state)
{
  uint64_t z = *state += 0x9e3779b97f4a7c15;

  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

void player_power_up(const struct stimulus *st, struct ssem *m)
{
  uint64_t state = st->seed;

  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = (word)next_random(&state);
  m->CI = (word)next_random(&state);
  m->PI = (word)next_random(&state);
  m->A = (word)next_random(&state);
}

static bool fault(struct player *p, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* The sentence, pointing at the statement that is played. */
static bool fault(struct player *p, const char *format, ...)
{
  const struct stimulus_statement *const at =
    &p->st->statement[p->st->act[p->next].statement];
  const int n = snprintf(p->text, sizeof p->text, "%s:%u:%u: ", p->st->name,
                         at->line, at->column);
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(p->text + n, sizeof p->text - (size_t)n, format, arguments);
  va_end(arguments);
  p->status = PLAYER_FAULT;
  return false;
}

/* Idle, and no bar will begin unless the console changes. */
static bool stands(const struct player *p, const struct ssem *m)
{
  return !m->active && !m->ksp && !p->press && (!p->k.CS || m->stop);
}

/* Are two V-states at boundaries alike in all that bears on what comes? Of CI
 * the five digits that address the store, and as built those that reach F. */
static bool alike(const struct ssem *a, const struct ssem *b)
{
  const word reach = a->as_built ? 0xffff : 31;

  return ((a->CI ^ b->CI) & reach) == 0 && a->A == b->A &&
         memcmp(a->S, b->S, sizeof a->S) == 0 && a->PI == b->PI &&
         a->LC == b->LC && a->L == b->L && a->F == b->F && a->T == b->T &&
         a->stop == b->stop && a->ksp == b->ksp;
}

/* The machine is where it was before in this wait, so that it will be there
 * again: R. P. Brent's way of finding a loop. */
static bool loops(struct player *p, const struct ssem *m)
{
  if (!ssem_at_boundary(m) || (p->looks > 0 && p->looked_at == p->time))
    return false;
  p->looked_at = p->time;
  if (p->looks++ > 0 && alike(&p->seen, m))
    return true;
  if (p->looks >= p->kept) {
    p->seen = *m;
    p->kept = 2 * p->looks;
  }
  return false;
}

/* A machine that no boundary comes from, or nothing else, ever. */
static bool lost(struct player *p, const struct ssem *m)
{
  if (stands(p, m))
    p->quiet = 0;
  if (p->quiet <= LOST_AFTER)
    return false;
  p->status = PLAYER_LOST;
  return true;
}

/* Waits for the machine. Each returns whether it is over; if not, it may be a
 * fault. */
static bool over_orders(struct player *p, const struct ssem *m)
{
  if (p->orders >= p->left)
    return true;
  if (stands(p, m))
    return fault(
      p, "found a machine that stands still, expected %" PRIu64 " more orders",
      p->left - p->orders);
  return false;
}

static bool over_idle(struct player *p, const struct ssem *m)
{
  if (!m->active && !m->ksp)
    return true;
  if (loops(p, m))
    return fault(p, "found a machine that goes round in a loop, expected one "
                    "that becomes idle");
  return false;
}

static bool over_stop(struct player *p, const struct ssem *m)
{
  if (ssem_stopped(m))
    return true;
  if (stands(p, m))
    return fault(p, "found a machine that stands still without a stop lamp, "
                    "expected one that stops");
  if (loops(p, m))
    return fault(p, "found a machine that goes round in a loop, expected one "
                    "that stops");
  if (p->left > 0 && p->orders > p->left)
    return fault(p, "found no stop after %" PRIu64 " orders, expected one",
                 p->st->act[p->next].count);
  return false;
}

/* An act begins. */
static void begin(struct player *p, const struct act *act)
{
  p->waiting = true;
  p->looks = 0;
  p->kept = 0;
  p->quiet = 0;
  switch (act->kind) {
  case ACT_PRESS:
  case ACT_PRESS_LIT:
    p->press = true;
    p->left = 1;
    break;
  case ACT_WAIT: p->left = stimulus_periods(act); break;
  case ACT_WAIT_ORDERS: p->left = p->orders + act->count; break;
  case ACT_WAIT_STOP:
    p->left = act->count == 0 ? 0 : p->orders + act->count;
    break;
  default: break;
  }
}

static bool needs_idle(struct player *p, const struct ssem *m)
{
  if (stands(p, m))
    return true;
  return fault(p,
               "found a machine that is not idle, expected 'stop' before '%s'",
               p->st->statement[p->st->act[p->next].statement].text);
}

static bool needs_held(struct player *p)
{
  if (!p->k.CS)
    return true;
  return fault(p, "found CS 1, expected 'stop' before '%s'",
               p->st->statement[p->st->act[p->next].statement].text);
}

/* Is this act over, or does it take no time? */
static bool over(struct player *p, const struct ssem *m, const struct act *act)
{
  switch (act->kind) {
  case ACT_SET: input_set(&p->k, act->input, act->value); return true;
  case ACT_NEED_IDLE: return needs_idle(p, m);
  case ACT_NEED_HELD: return needs_held(p);
  case ACT_PRESS_LIT:
    if (!p->waiting && !m->stop)
      return true;
    break;
  default: break;
  }
  if (!p->waiting)
    begin(p, act);
  switch (act->kind) {
  case ACT_WAIT_ORDERS: return over_orders(p, m);
  case ACT_WAIT_IDLE: return over_idle(p, m);
  case ACT_WAIT_STOP: return over_stop(p, m);
  default: return p->left == 0;
  }
}

/* Note when the statements up to that of the next act began. */
static void reach(struct player *p)
{
  const unsigned end = p->next == p->st->acts
                         ? p->st->statements
                         : p->st->act[p->next].statement + 1;

  for (; p->reached < end; p->reached++)
    if (p->began != NULL)
      p->began[p->reached] = p->time;
}

/* Acts, up to the first that is not over. */
static void act(struct player *p, const struct ssem *m)
{
  while (p->next < p->st->acts && over(p, m, &p->st->act[p->next])) {
    p->next++;
    p->quiet = 0;
    p->waiting = false;
    p->press = false;
  }
  reach(p);
  p->k.KC = p->press;
  if (p->status == PLAYER_PLAYING && p->next == p->st->acts)
    p->status = PLAYER_ENDED;
}

static void count_boundary(struct player *p, const struct ssem *m)
{
  if (p->counted || !ssem_at_boundary(m))
    return;
  p->orders++;
  p->quiet = 0;
  reach_boundary(p, m);
}

/* The stimulus is over. The machine ends with a bar. */
static void end(struct player *p, const struct ssem *m)
{
  if (stands(p, m) && m->beat == BEAT_S1 && m->p == 0)
    p->status = m->stop ? PLAYER_STOPPED : PLAYER_HALTED;
}

unsigned player_settle(struct player *p, const struct ssem *m)
{
  const unsigned beat = SSEM_BEAT - m->p;
  bool timed;

  if (p->status != PLAYER_PLAYING && p->status != PLAYER_ENDED)
    return 0;
  p->beat = m->beat;
  p->p = m->p;
  count_boundary(p, m);
  if (p->orders >= p->most) {
    p->status = PLAYER_LIMIT;
    return 0;
  }
  act(p, m);
  if (p->status == PLAYER_ENDED)
    end(p, m);
  timed = p->waiting && (p->st->act[p->next].kind == ACT_WAIT || p->press);
  if (!timed && lost(p, m))
    return 0;
  if (p->status != PLAYER_PLAYING && p->status != PLAYER_ENDED)
    return 0;
  return timed && p->left < beat ? (unsigned)p->left : beat;
}

void player_pass(struct player *p, unsigned periods)
{
  const bool timed =
    p->waiting && (p->st->act[p->next].kind == ACT_WAIT || p->press);

  steps_period(&p->steps, &p->k, p->beat, p->p);
  p->counted = false;
  p->time += periods;
  p->quiet += periods;
  if (timed)
    p->left -= periods;
}
