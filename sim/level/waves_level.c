// SPDX-License-Identifier: MIT
/*
 * waves_level.c - the machine a beat at a time, as a level.
 *
 * Its digit periods are read off a beat that waves_settle() has made of the
 * machine as it stood at p = 0; nothing here ticks. There is one exception: a
 * beat is settled for a console that is held over it, so that if a key moves
 * within one the rest of that beat is ticked by ssem.h. What those digit
 * periods show is borrowed(), and not to be compared with ssem.h's.
 */
#include "machine_level.h"
#include "openers.h"

#include "sim/beat.h"
#include "sim/interp.h"
#include "sim/period.h"
#include "sim/signals.h"

struct waves_level {
  struct machine_level
    machine;     /* at p = 0 of this beat; at p if it is ticked */
  unsigned p;    /* digit period that comes next, 0 to 35 */
  bool ticked;   /* a key has moved within this beat */
  bool borrowed; /* the last digit period was ticked */

  /* From p = 1 on, of a beat that is not ticked. */
  struct ssem_console k; /* what it was settled for */
  struct waves w;
  bool made; /* someone has looked: beat and walk are there */
  struct beat beat;
  struct beat_walk walk;
  bool read; /* someone has compared: periods is there */
  struct period_beat periods;
};

static void stand(struct waves_level *v)
{
  v->p = v->machine.m.p;
  v->ticked = v->p != 0;
  v->borrowed = false;
}

static void clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  machine_clear(l, S, CI);
  stand((struct waves_level *)l);
}

static void embed_waves(struct level *l, const struct isa *t, unsigned LC)
{
  machine_embed(l, t, LC);
  stand((struct waves_level *)l);
}

static void restore(struct level *l, const struct ssem *m)
{
  machine_restore(l, m);
  stand((struct waves_level *)l);
}

/* Every signal of the beat, for whoever looks into it. */
static void make(struct waves_level *v)
{
  if (v->made)
    return;
  beat_waves(&v->beat, &v->machine.m, &v->k, &v->w);
  beat_walk_begin(&v->walk, &v->beat);
  v->made = true;
}

/* The V-state at p. */
static void save(const struct level *l, struct ssem *m)
{
  const struct waves_level *const v = (const struct waves_level *)l;
  struct beat beat;

  if (v->p == 0 || v->ticked) {
    *m = v->machine.m;
    return;
  }
  beat_waves(&beat, &v->machine.m, &v->k, &v->w);
  beat_state(&beat, v->p, m);
}

/* Settle the beat that begins here, or tick on within it. */
static void begin_period(struct waves_level *v, const struct ssem_console *k)
{
  if (v->p == 0) {
    waves_settle(&v->machine.m, k, &v->w);
    v->k = *k;
    v->made = false;
    v->read = false;
  } else if (!v->ticked && !signals_keys_same(&v->k, k)) {
    save(&v->machine.level, &v->machine.m);
    v->ticked = true;
  }
  v->borrowed = v->ticked;
}

/* A digit period of ssem.h: the exception. */
static void tick_once(struct waves_level *v, const struct ssem_console *k,
                      struct ssem_wires *w)
{
  ssem_settle(&v->machine.m, k, w);
  ssem_clock(&v->machine.m, k, w);
  v->p = v->machine.m.p;
  v->ticked = v->p != 0;
}

/* Every signal in this digit period of the beat that is settled. */
static const struct signals *look(struct waves_level *v)
{
  make(v);
  while (v->walk.p < v->p)
    beat_walk_next(&v->walk);
  return &v->walk.sig;
}

static void look_at_period(struct waves_level *v, struct period *seen)
{
  if (!v->read)
    period_beat_read(&v->periods, &v->machine.m, &v->k, &v->w);
  v->read = true;
  period_of_beat(&v->periods, v->p, seen);
}

/* The end of this digit period of the beat that is settled. */
static void end_period(struct waves_level *v)
{
  if (++v->p < SSEM_BEAT)
    return;
  waves_clock(&v->machine.m, &v->k, &v->w);
  v->p = 0;
}

static void tick(struct level *l, const struct ssem_console *k,
                 struct signals *sig)
{
  struct waves_level *const v = (struct waves_level *)l;
  struct ssem m;
  struct ssem_wires w;

  begin_period(v, k);
  if (v->ticked) {
    m = v->machine.m;
    tick_once(v, k, &w);
    if (sig != NULL)
      signals_read(&m, k, &w, sig);
    return;
  }
  if (sig != NULL)
    *sig = *look(v);
  end_period(v);
}

static void period(struct level *l, const struct ssem_console *k,
                   struct period *seen)
{
  struct waves_level *const v = (struct waves_level *)l;
  struct ssem m;
  struct ssem_wires w;

  begin_period(v, k);
  if (v->ticked) {
    m = v->machine.m;
    tick_once(v, k, &w);
    period_read(&m, &w, seen);
    return;
  }
  look_at_period(v, seen);
  end_period(v);
}

static void periods(struct level *l, const struct ssem_console *k,
                    unsigned count, struct period *seen)
{
  for (unsigned i = 0; i < count; i++)
    period(l, k, &seen[i]);
}

static bool borrowed(const struct level *l)
{
  return ((const struct waves_level *)l)->borrowed;
}

static void beat(struct level *l, const struct ssem_console *k,
                 struct beat *seen)
{
  struct waves_level *const v = (struct waves_level *)l;
  struct ssem *const m = &v->machine.m;

  waves_settle(m, k, &v->w);
  if (seen != NULL)
    beat_waves(seen, m, k, &v->w);
  waves_clock(m, k, &v->w);
}

/* On to the end of this beat, the console at rest. */
static void finish_beat(struct level *l)
{
  struct waves_level *const v = (struct waves_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  while (v->p != 0)
    tick(l, &rest, NULL);
}

/* From p = 0 of any beat to the next boundary, by single beats. */
static enum level_status walk(struct machine_level *v)
{
  struct waves w;

  for (unsigned n = 0; n < LEVEL_LOST_AFTER / SSEM_BEAT; n++) {
    if (ssem_stopped(&v->m))
      return LEVEL_STOPPED;
    waves_rest(&v->m, &w);
    if (ssem_at_boundary(&v->m))
      return LEVEL_RUNNING;
  }
  v->lost = !ssem_stopped(&v->m);
  return v->lost ? LEVEL_LOST : LEVEL_STOPPED;
}

static enum level_status advance(struct level *l)
{
  struct waves_level *const v = (struct waves_level *)l;
  struct ssem *const m = &v->machine.m;

  if (v->p != 0) {
    struct ssem now;

    save(l, &now);
    if (ssem_stopped(&now))
      return LEVEL_STOPPED;
    finish_beat(l);
    if (ssem_at_boundary(m))
      return LEVEL_RUNNING;
  }
  if (!ssem_at_boundary(m))
    return walk(&v->machine);
  return waves_run(m, 1) == 1 ? LEVEL_RUNNING : LEVEL_STOPPED;
}

static uint64_t run(struct level *l, uint64_t orders, enum level_status *status)
{
  struct ssem *const m = &((struct waves_level *)l)->machine.m;
  const bool idle = ssem_stopped(m);
  const uint64_t reached = waves_run(m, orders);

  *status = reached < orders ? LEVEL_STOPPED : LEVEL_RUNNING;
  return reached + (reached < orders && !idle); /* the STP ends at none */
}

/* interp.h: a stopped machine stands where it is, within a beat as well. */
static void interp_waves(const struct level *l, struct isa *t)
{
  struct waves_level v = *(const struct waves_level *)l;
  struct machine_level now = v.machine;

  save(l, &now.m);
  if (machine_stands(&now)) {
    machine_project(&now, t);
    return;
  }
  advance(&v.machine.level);
  machine_project(&v.machine, t);
}

static bool equals(const struct level *l, const struct isa *t)
{
  const struct waves_level *const v = (const struct waves_level *)l;
  struct isa u;

  if (v->p == 0 && machine_stands(&v->machine))
    return machine_equals(&v->machine, t);
  interp_waves(l, &u);
  return interp_same(t, &u);
}

static const struct level_ops ops = {
  .name = "waves",
  .clear = clear,
  .embed = embed_waves,
  .save = save,
  .restore = restore,
  .advance = advance,
  .run = run,
  .interp = interp_waves,
  .equals = equals,
  .tick = tick,
  .periods = periods,
  .borrowed = borrowed,
  .beat = beat,
  .close = machine_close,
};

struct level *waves_level_open(const struct level_options *options,
                               char text[TEXT_SENTENCE])
{
  return machine_open(sizeof(struct waves_level), &ops, options, text);
}
