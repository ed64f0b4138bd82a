// SPDX-License-Identifier: MIT
/*
 * side_levels.c - levels side by side, every signal compared in every digit
 * period, and levels bare; digit periods a second.
 */
#include "tests/bench/bench.h"

#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"

#include <stdio.h>

/* Is that where the first program comes to in so many orders? */
static bool right(struct bench *b, const struct level *l, uint64_t orders)
{
  struct isa t;

  l->ops->interp(l, &t);
  return bench_state(b, l->ops->name, &t, b->first, orders);
}

static bool compared(struct bench *b, const char *name, uint64_t orders,
                     double *speed)
{
  static const struct level_options plain = { .as_built = false };
  struct level *const level[] = { level_open(name, &plain, b->text),
                                  level_open("rtl", &plain, b->text) };
  static struct lockstep ls;
  bool good = level[0] != NULL && level[1] != NULL;

  if (good) {
    double start;

    lockstep_init(&ls, level, 2);
    lockstep_clear(&ls, b->first, 0);
    start = bench_clock();
    lockstep_bars(&ls, orders);
    *speed = (double)ls.periods / (bench_clock() - start);
    lockstep_explain(&ls, b->text, sizeof b->text);
    good = ls.periods == SSEM_BAR * orders && right(b, level[0], orders) &&
           right(b, level[1], orders);
  }
  for (unsigned i = 0; i < 2; i++)
    if (level[i] != NULL)
      level[i]->ops->close(level[i]);
  return good;
}

bool bench_serial_rtl(struct bench *b, double *speed)
{
  return compared(b, "serial", bench_amount(b, 30000), speed);
}

bool bench_waves_rtl(struct bench *b, double *speed)
{
  return compared(b, "waves", bench_amount(b, 30000), speed);
}

static bool bare(struct bench *b, const char *name, uint64_t orders,
                 double *speed)
{
  static const struct level_options plain = { .as_built = false };
  struct level *const l = level_open(name, &plain, b->text);
  double start;
  bool good;

  if (l == NULL)
    return false;
  l->ops->clear(l, b->first, 0);
  l->ops->advance(l);
  start = bench_clock();
  for (uint64_t n = 0; n < orders; n++)
    l->ops->advance(l);
  *speed = SSEM_BAR * (double)orders / (bench_clock() - start);
  good = right(b, l, orders);
  l->ops->close(l);
  return good;
}

bool bench_page(struct bench *b, double *speed)
{
  return bare(b, "serial", bench_amount(b, 60000), speed);
}

bool bench_rtl(struct bench *b, double *speed)
{
  return bare(b, "rtl", bench_amount(b, 60000), speed);
}

bool bench_gates(struct bench *b, double *speed)
{
  return bare(b, "gates", bench_amount(b, 12000), speed);
}
