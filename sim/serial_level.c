// SPDX-License-Identifier: MIT
/* serial_level.c - the bit-serial machine as a level: V-next as a level. */
#include "levels.h"

#include "interp.h"
#include "tracegen/signals.h"

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

static enum level_status advance(struct level *l)
{
  struct serial_level *const s = (struct serial_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  do {
    ssem_tick(&s->m, &rest);
  } while (!ssem_at_boundary(&s->m) && !ssem_stopped(&s->m));
  return ssem_stopped(&s->m) ? LEVEL_STOPPED : LEVEL_RUNNING;
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

static void close_serial(struct level *l)
{
  free(l);
}

static const struct level_ops ops = {
  .name = "serial",
  .clear = clear,
  .embed = embed_serial,
  .advance = advance,
  .interp = interp_serial,
  .tick = tick,
  .close = close_serial,
};

struct level *serial_level_open(bool as_built, char text[LEVEL_TEXT])
{
  struct serial_level *const s = calloc(1, sizeof *s);

  if (s == NULL) {
    snprintf(text, LEVEL_TEXT, "serial: out of memory");
    return NULL;
  }
  s->level.ops = &ops;
  s->as_built = as_built;
  return &s->level;
}
