// SPDX-License-Identifier: MIT
/* side_back.c - going back to a moment of a long run. */
#include "tests/bench/bench.h"

#include "sim/console/history.h"

#include <stdio.h>

enum { MOMENTS = 100, MOST_BYTES = 64 << 20 };

/* From the end to moments all over the run; the slowest, in seconds. */
static double slowest(struct history *h)
{
  const uint64_t end = h->end;
  double worst = 0;

  for (uint64_t i = 0; i < MOMENTS; i++) {
    const double start = bench_clock();
    double took;

    history_goto(h, end / MOMENTS * i + i);
    took = bench_clock() - start;
    worst = took > worst ? took : worst;
    history_goto(h, end);
  }
  return worst;
}

bool bench_back(struct bench *b, double *speed)
{
  const uint64_t orders = bench_amount(b, 2000000);
  struct ssem_console rest;
  struct history h;
  struct isa t;
  struct ssem m;
  bool small;

  ssem_console_rest(&rest);
  bench_load(b->first, &m);
  if (!history_begin(&h, &m, &rest)) {
    snprintf(b->text, sizeof b->text, "out of memory");
    return false;
  }
  history_forward(&h, orders * SSEM_BAR + SSEM_BEAT);
  *speed = 1 / (slowest(&h) + 1e-9);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t.S[n] = h.now.m.S[n];
  t.A = h.now.m.A;
  t.CI = h.now.m.CI;
  small = history_size(&h) < MOST_BYTES;
  history_end(&h);
  if (!small)
    snprintf(b->text, sizeof b->text, "more than %d bytes", MOST_BYTES);
  return small && bench_state(b, "history", &t, b->first, orders);
}
