// SPDX-License-Identifier: MIT
/*
 * serial_level.c - the machine as a level: V-next as a level.
 *
 * This is sim/ssem.c, one digit period at a time, and nothing else: whoever
 * edits that page sees it in every command. It may therefore be broken, and
 * come to no boundary.
 */
#include "machine_level.h"
#include "openers.h"

#include "sim/interp.h"
#include "sim/period.h"
#include "sim/signals.h"

static enum level_status advance(struct level *l)
{
  struct machine_level *const v = (struct machine_level *)l;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  for (unsigned n = 0; n < LEVEL_LOST_AFTER; n++) {
    if (ssem_stopped(&v->m))
      return LEVEL_STOPPED;
    ssem_tick(&v->m, &rest);
    if (ssem_at_boundary(&v->m))
      return LEVEL_RUNNING;
  }
  v->lost = !ssem_stopped(&v->m);
  return v->lost ? LEVEL_LOST : LEVEL_STOPPED;
}

/* interp.h, within bounds: this machine may come to no boundary. */
static void interp_serial(const struct level *l, struct isa *t)
{
  struct machine_level v = *(const struct machine_level *)l;

  if (!machine_stands(&v))
    advance(&v.level);
  machine_project(&v, t);
}

static bool equals(const struct level *l, const struct isa *t)
{
  const struct machine_level *const v = (const struct machine_level *)l;
  struct isa u;

  if (machine_stands(v))
    return machine_equals(v, t);
  interp_serial(l, &u);
  return interp_same(t, &u);
}

static void tick(struct level *l, const struct ssem_console *k,
                 struct signals *sig)
{
  struct ssem *const m = &((struct machine_level *)l)->m;
  struct ssem_wires w;

  ssem_settle(m, k, &w);
  if (sig != NULL)
    signals_read(m, k, &w, sig);
  ssem_clock(m, k, &w);
}

static void periods(struct level *l, const struct ssem_console *k,
                    unsigned count, struct period *seen)
{
  struct ssem *const m = &((struct machine_level *)l)->m;
  struct ssem_wires w;

  for (unsigned i = 0; i < count; i++) {
    ssem_settle(m, k, &w);
    period_read(m, &w, &seen[i]);
    ssem_clock(m, k, &w);
  }
}

static const struct level_ops ops = {
  .name = "serial",
  .clear = machine_clear,
  .embed = machine_embed,
  .save = machine_save,
  .restore = machine_restore,
  .advance = advance,
  .interp = interp_serial,
  .equals = equals,
  .tick = tick,
  .periods = periods,
  .close = machine_close,
};

struct level *serial_level_open(const struct level_options *options,
                                char text[TEXT_SENTENCE])
{
  return machine_open(sizeof(struct machine_level), &ops, options, text);
}
