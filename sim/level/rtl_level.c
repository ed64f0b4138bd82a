// SPDX-License-Identifier: MIT
/* rtl_level.c - the machine in Verilog, and its gates, as two levels. */
#include "openers.h"

#include "rtl.h"
#include "sim/interp.h"
#include "sim/signals.h"

#include <stdlib.h>

struct rtl_level {
  struct level level;
  struct rtl *r;
  bool as_built;
};

static struct rtl *rtl_of(const struct level *l)
{
  return ((const struct rtl_level *)l)->r;
}

static void clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  struct ssem_console rest;
  struct ssem m;

  ssem_console_rest(&rest);
  rtl_reset(rtl_of(l), &rest);
  rtl_read(rtl_of(l), &m);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m.S[n] = S[n];
  m.CI = CI;
  rtl_write(rtl_of(l), &m);
}

static void embed_rtl(struct level *l, const struct isa *t, unsigned LC)
{
  const struct rtl_level *const v = (struct rtl_level *)l;
  struct ssem m;

  embed(t, v->as_built, LC, &m);
  rtl_write(v->r, &m);
}

static enum level_status advance(struct level *l)
{
  return rtl_run(rtl_of(l));
}

/* interp on the Verilog itself: run it on, project, and put it back. */
static void interp_rtl(const struct level *l, struct isa *t)
{
  struct ssem before, after;

  rtl_read(rtl_of(l), &before);
  after = before;
  if (!ssem_at_boundary(&before) && !ssem_stopped(&before)) {
    rtl_run(rtl_of(l));
    rtl_read(rtl_of(l), &after);
    rtl_write(rtl_of(l), &before);
  }
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = after.S[n];
  t->A = after.A;
  t->CI = after.CI;
}

static void save(const struct level *l, struct ssem *m)
{
  rtl_read(rtl_of(l), m);
}

static void restore(struct level *l, const struct ssem *m)
{
  rtl_write(rtl_of(l), m);
}

static void periods(struct level *l, const struct ssem_console *k,
                    unsigned count, struct period *seen)
{
  rtl_periods(rtl_of(l), k, count, seen);
}

static void tick(struct level *l, const struct ssem_console *k,
                 struct signals *sig)
{
  struct period seen;

  rtl_settle(rtl_of(l), k, sig != NULL ? &seen : NULL);
  rtl_clock(rtl_of(l));
  if (sig != NULL)
    period_signals(&seen, k, sig);
}

static void close_rtl(struct level *l)
{
  rtl_close(rtl_of(l));
  free(l);
}

static const struct level_ops rtl_ops = {
  .name = "rtl",
  .clear = clear,
  .embed = embed_rtl,
  .advance = advance,
  .interp = interp_rtl,
  .save = save,
  .restore = restore,
  .tick = tick,
  .periods = periods,
  .close = close_rtl,
};

static const struct level_ops gates_ops = {
  .name = "gates",
  .clear = clear,
  .embed = embed_rtl,
  .advance = advance,
  .interp = interp_rtl,
  .save = save,
  .restore = restore,
  .tick = tick,
  .periods = periods,
  .close = close_rtl,
};

static struct level *level_of(struct rtl *r, const struct level_ops *ops,
                              bool as_built, char text[TEXT_SENTENCE])
{
  struct rtl_level *v;

  if (r == NULL)
    return NULL;
  v = calloc(1, sizeof *v);
  if (v == NULL) {
    rtl_close(r);
    snprintf(text, TEXT_SENTENCE, "%s: out of memory", ops->name);
    return NULL;
  }
  v->level.ops = ops;
  v->r = r;
  v->as_built = as_built;
  return &v->level;
}

struct level *rtl_level_open(const struct level_options *options,
                             char text[TEXT_SENTENCE])
{
  return level_of(rtl_open(options->as_built, text), &rtl_ops,
                  options->as_built, text);
}

struct level *gates_level_open(const struct level_options *options,
                               char text[TEXT_SENTENCE])
{
  return level_of(gates_open(options->as_built, text), &gates_ops,
                  options->as_built, text);
}
