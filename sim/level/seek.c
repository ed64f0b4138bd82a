// SPDX-License-Identifier: MIT
/* seek.c - levels brought to any bar of a run from clear. */
#include "seek.h"

#include "sim/signals.h"

#include <string.h>

/* From the boundary of a bar to the end of its A2: does another bar begin? */
static bool end_bar(struct level *l)
{
  struct ssem_console rest;
  struct signals sig;

  ssem_console_rest(&rest);
  for (unsigned i = 1; i < 3 * SSEM_BEAT; i++)
    l->ops->tick(l, &rest, NULL);
  l->ops->tick(l, &rest, &sig);
  return sig.value[SIGNAL_PP] != 0;
}

/* The level ahead stands at the boundary of entry: keep what it hands over. */
static void arrive(struct seek *s)
{
  struct level *const ahead = s->ahead;
  const bool registers = ahead->ops->save != NULL;
  bool begins = true;

  ahead->ops->interp(ahead, &s->t);
  if (s->place == SEEK_S1) {
    begins =
      registers ? end_bar(ahead) : ahead->ops->advance(ahead) == LEVEL_RUNNING;
    s->orders++;
  }
  if (registers)
    ahead->ops->save(ahead, &s->m);
  s->status = begins || s->idle ? SEEK_READY : SEEK_STOPPED;
}

void seek_begin(struct seek *s, struct level *ahead, const word S[SSEM_LINES],
                word CI, uint64_t bar, enum seek_place place)
{
  memset(s, 0, sizeof *s);
  s->ahead = ahead;
  s->place = place;
  memcpy(s->S, S, sizeof s->S);
  s->CI = CI;
  s->before = bar - 1;
  s->status = SEEK_READY;
  if (bar == 1)
    return;
  s->entry = place == SEEK_S1 ? bar - 2 : bar - 1;
  s->status = SEEK_RUNNING;
  ahead->ops->clear(ahead, S, CI);
  ahead->ops->advance(ahead);
}

enum seek_status seek_step(struct seek *s, uint64_t orders)
{
  const uint64_t left = s->entry - s->orders;
  enum level_status status = LEVEL_RUNNING;

  if (s->status != SEEK_RUNNING)
    return s->status;
  if (left > 0)
    s->orders += level_run(s->ahead, left < orders ? left : orders, &status);
  if (status != LEVEL_RUNNING)
    s->status = SEEK_STOPPED;
  else if (s->orders == s->entry)
    arrive(s);
  return s->status;
}

bool seek_put(const struct seek *s, struct level *l)
{
  /* LC counts every S1 and S2; it is 1 at the first boundary. */
  const unsigned LC = (unsigned)(2 * s->entry + 1) % SSEM_LINES;

  if (s->before == 0) {
    l->ops->clear(l, s->S, s->CI);
    if (s->place == SEEK_BOUNDARY)
      l->ops->advance(l);
    return true;
  }
  if (l == s->ahead)
    return true;
  if (s->ahead->ops->save != NULL && l->ops->restore != NULL) {
    l->ops->restore(l, &s->m);
    return true;
  }
  l->ops->embed(l, &s->t, LC);
  return s->place == SEEK_BOUNDARY || end_bar(l) || s->idle;
}
