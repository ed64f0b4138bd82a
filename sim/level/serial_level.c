// SPDX-License-Identifier: MIT
/*
 * serial_level.c - the bit-serial machine as a level: V-next as a level.
 *
 * It has two engines: "waves" runs on by beats and bars (waves.h), "tick" by
 * single digit periods, as ssem.h specifies.
 */
#include "levels.h"

#include "sim/beat.h"
#include "sim/interp.h"
#include "sim/signals.h"
#include "sim/waves.h"

#include <stdlib.h>
#include <string.h>

struct serial_level {
  struct level level;
  struct ssem m;
  bool as_built;
};

static void clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  ssem_clear(&s->m, &rest);
  s->m.as_built = s->as_built;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    s->m.S[n] = S[n];
  s->m.CI = CI;
}

static void embed_serial(struct level *l, const struct isa *t, unsigned LC)
{
  struct serial_level *const s = (struct serial_level *)l;

  embed(t, s->as_built, LC, &s->m);
}

static enum level_status advance_by_waves(struct level *l)
{
  struct serial_level *const s = (struct serial_level *)l;

  return waves_run(&s->m, 1) == 1 ? LEVEL_RUNNING : LEVEL_STOPPED;
}

static uint64_t run_by_waves(struct level *l, uint64_t orders,
                             enum level_status *status)
{
  struct serial_level *const s = (struct serial_level *)l;
  const bool idle = ssem_stopped(&s->m);
  const uint64_t reached = waves_run(&s->m, orders);

  *status = reached < orders ? LEVEL_STOPPED : LEVEL_RUNNING;
  return reached + (reached < orders && !idle); /* the STP ends at none */
}

static enum level_status advance_by_ticks(struct level *l)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  while (!ssem_stopped(&s->m)) {
    ssem_tick(&s->m, &rest);
    if (ssem_at_boundary(&s->m))
      return LEVEL_RUNNING;
  }
  return LEVEL_STOPPED;
}

static void interp_serial(const struct level *l, struct isa *t)
{
  const struct serial_level *const s = (const struct serial_level *)l;

  interp(&s->m, t);
}

static bool equals(const struct level *l, const struct isa *t)
{
  const struct serial_level *const s = (const struct serial_level *)l;
  struct isa u;

  if (ssem_at_boundary(&s->m) || ssem_stopped(&s->m))
    return s->m.CI == t->CI && s->m.A == t->A &&
           memcmp(s->m.S, t->S, sizeof t->S) == 0;
  interp(&s->m, &u);
  return interp_same(t, &u);
}

static void tick(struct level *l, const struct ssem_console *k,
                 struct signals *sig)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct ssem_wires w;

  ssem_settle(&s->m, k, &w);
  if (sig != NULL)
    signals_read(&s->m, k, &w, sig);
  ssem_clock(&s->m, k, &w);
}

static void beat(struct level *l, const struct ssem_console *k,
                 struct beat *seen)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct waves w;

  waves_settle(&s->m, k, &w);
  if (seen != NULL)
    beat_waves(seen, &s->m, k, &w);
  waves_clock(&s->m, k, &w);
}

static void close_serial(struct level *l)
{
  free(l);
}

static const struct level_ops waves_ops = {
  .name = "serial",
  .clear = clear,
  .embed = embed_serial,
  .advance = advance_by_waves,
  .run = run_by_waves,
  .interp = interp_serial,
  .equals = equals,
  .tick = tick,
  .beat = beat,
  .close = close_serial,
};

static const struct level_ops tick_ops = {
  .name = "serial",
  .clear = clear,
  .embed = embed_serial,
  .advance = advance_by_ticks,
  .run = NULL,
  .interp = interp_serial,
  .equals = equals,
  .tick = tick,
  .beat = NULL,
  .close = close_serial,
};

struct level *serial_level_open(const struct level_options *options,
                                char text[LEVEL_TEXT])
{
  struct serial_level *const s = calloc(1, sizeof *s);
  const bool by_ticks =
    options->engine != NULL && strcmp(options->engine, "tick") == 0;

  if (s == NULL) {
    snprintf(text, LEVEL_TEXT, "serial: out of memory");
    return NULL;
  }
  s->level.ops = by_ticks ? &tick_ops : &waves_ops;
  s->as_built = options->as_built;
  return &s->level;
}
