// SPDX-License-Identifier: MIT
/*
 * serial_level.c - the bit-serial machine as a level: V-next as a level.
 *
 * It is opened under two names, one for each engine: "serial" runs on by beats
 * and bars (waves.h), "tick" by single digit periods, as ssem.h specifies.
 */
#include "levels.h"

#include "interp.h"
#include "tracegen/beat_waves.h"
#include "tracegen/signals.h"
#include "waves.h"

#include <stdlib.h>

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
                 struct trace_beat *seen)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct waves w;

  waves_settle(&s->m, k, &w);
  if (seen != NULL)
    trace_beat_waves(seen, &s->m, k, &w);
  waves_clock(&s->m, k, &w);
}

static void close_serial(struct level *l)
{
  free(l);
}

static const struct level_ops serial_ops = {
  .name = "serial",
  .clear = clear,
  .embed = embed_serial,
  .advance = advance_by_waves,
  .interp = interp_serial,
  .tick = tick,
  .beat = beat,
  .close = close_serial,
};

static const struct level_ops tick_ops = {
  .name = "tick",
  .clear = clear,
  .embed = embed_serial,
  .advance = advance_by_ticks,
  .interp = interp_serial,
  .tick = tick,
  .beat = NULL,
  .close = close_serial,
};

static struct level *open_level(const struct level_ops *ops, bool as_built,
                                char text[LEVEL_TEXT])
{
  struct serial_level *const s = calloc(1, sizeof *s);

  if (s == NULL) {
    snprintf(text, LEVEL_TEXT, "%s: out of memory", ops->name);
    return NULL;
  }
  s->level.ops = ops;
  s->as_built = as_built;
  return &s->level;
}

struct level *serial_level_open(bool as_built, char text[LEVEL_TEXT])
{
  return open_level(&serial_ops, as_built, text);
}

struct level *tick_level_open(bool as_built, char text[LEVEL_TEXT])
{
  return open_level(&tick_ops, as_built, text);
}
