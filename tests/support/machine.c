// SPDX-License-Identifier: MIT
/* machine.c - a machine on the bench. */
#include "machine.h"

#include <stddef.h>

word order(enum ssem_function f, unsigned n)
{
  return (word)f << 13 | n;
}

void bench_clear(struct bench *b)
{
  ssem_console_rest(&b->k);
  ssem_clear(&b->m, &b->k);
}

void bench_ticks(struct bench *b, unsigned n)
{
  for (; n > 0; n--)
    ssem_tick(&b->m, &b->k);
}

void bench_bars(struct bench *b, unsigned n)
{
  bench_ticks(b, n * SSEM_BAR);
}

void bench_to_beat(struct bench *b, enum ssem_beat beat)
{
  do {
    ssem_tick(&b->m, &b->k);
  } while (b->m.beat != (unsigned)beat || b->m.p != 0);
}

void bench_orders(struct bench *b, unsigned n)
{
  while (n > 0) {
    n -= b->m.active;
    bench_to_beat(b, BEAT_S1);
  }
}

void bench_press_KC(struct bench *b)
{
  b->k.KC = 1;
  bench_ticks(b, 1);
  b->k.KC = 0;
}

void bench_stop(struct bench *b)
{
  b->k.CS = 0;
  while (b->m.active)
    bench_ticks(b, 1);
}

void bench_clear_control(struct bench *b)
{
  b->k.KCC = 1;
  bench_ticks(b, 2 * SSEM_BEAT);
  b->k.KCC = 0;
}

void bench_key_in(struct bench *b, unsigned line, word w)
{
  b->k.LS = line;
  bench_ticks(b, 72);
  b->k.KLC = 1;
  bench_ticks(b, 72);
  b->k.KLC = 0;
  b->k.WRITE = 1;
  b->k.TW = w;
  bench_ticks(b, 72);
  b->k.TW = 0;
  b->k.LS = 31;
}

const char *ssem_difference(const struct ssem *expected,
                            const struct ssem *found)
{
#define TIME(unit, name, digits, meaning) SAME(name, name)
#define HELD(unit, name, digits, meaning) SAME(name, name)
#define LINE(unit, name, n, meaning) SAME(name, S[n])
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#define SAME(name, field)              \
  if (expected->field != found->field) \
    return #name;
#include "sim/signals.def"
#undef SAME
  return NULL;
}
