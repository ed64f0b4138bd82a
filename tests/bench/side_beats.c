// SPDX-License-Identifier: MIT
/*
 * side_beats.c - the machine alone, digit periods a second. Nothing of isa.h is
 * called while the clock runs.
 */
#include "tests/bench/bench.h"

#include "sim/waves.h"

#include <stddef.h>

enum { TIMES = 8 /* that the whole first program is obeyed by waves_run() */ };

static bool right(struct bench *b, const char *who, const struct ssem *m,
                  uint64_t orders)
{
  struct isa t = { .A = m->A, .CI = m->CI };

  for (unsigned n = 0; n < SSEM_LINES; n++)
    t.S[n] = m->S[n];
  return bench_state(b, who, &t, b->first, orders);
}

bool bench_waves(struct bench *b, double *speed)
{
  const uint64_t orders = bench_amount(b, 2000000);
  struct ssem m;
  struct waves w;
  double start;

  bench_load(b->first, &m);
  start = bench_clock();
  for (uint64_t n = 0; n < 4 * orders + 1; n++)
    waves_rest(&m, &w);
  *speed = SSEM_BEAT * (double)(4 * orders + 1) / (bench_clock() - start);
  return right(b, "waves_rest()", &m, orders);
}

bool bench_serial(struct bench *b, double *speed)
{
  const uint64_t orders = bench_amount(b, 2000000);
  double seconds = 0;
  struct ssem m;

  for (unsigned i = 0; i < TIMES; i++) {
    double start;

    bench_load(b->first, &m);
    start = bench_clock();
    waves_run(&m, orders + 1);
    seconds += bench_clock() - start;
  }
  *speed = SSEM_BAR * TIMES * (double)orders / seconds;
  return right(b, "waves_run()", &m, orders);
}

bool bench_twin(struct bench *b, double *speed)
{
  return bench_twin_run(b, TWIN_PLAIN, NULL, bench_amount(b, 60000), speed);
}

bool bench_twin_orders(struct bench *b, double *speed)
{
  const bool good = bench_twin(b, speed);

  *speed /= SSEM_BAR;
  return good;
}
