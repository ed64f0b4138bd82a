// SPDX-License-Identifier: MIT
/* side.c - what all sides of the bench have in common. */
#include "tests/bench/bench.h"

#include "sim/interp.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

double bench_clock(void)
{
  struct timespec t;

  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

uint64_t bench_amount(const struct bench *b, uint64_t whole)
{
  return b->tiny ? whole / 1000 + 1 : whole;
}

bool bench_state(struct bench *b, const char *who, const struct isa *found,
                 const word S[SSEM_LINES], uint64_t orders)
{
  struct isa t;
  char difference[128];

  isa_clear(&t, 1);
  memcpy(t.S, S, sizeof t.S);
  for (uint64_t k = 0; k < orders && !isa_final(&t); k++)
    isa_next(&t);
  if (interp_difference(&t, found, difference, sizeof difference) == 0)
    return true;
  snprintf(b->text, sizeof b->text, "%s after %" PRIu64 " orders: %s", who,
           orders, difference);
  return false;
}

word bench_behind(const word S[SSEM_LINES], uint64_t orders)
{
  struct isa t;

  isa_clear(&t, 1);
  memcpy(t.S, S, sizeof t.S);
  for (uint64_t k = 1; k < orders; k++)
    isa_next(&t);
  return ((isa_order(&t) >> 13) & 7) == FN_CMP ? 1 + (t.A >> 31) : 1;
}

void bench_load(const word S[SSEM_LINES], struct ssem *m)
{
  struct ssem_console rest;

  ssem_console_rest(&rest);
  ssem_clear(m, &rest);
  memcpy(m->S, S, sizeof m->S);
}

bool bench_twin_run(struct bench *b, enum twin_kind kind, const char *vcd,
                    uint64_t orders, double *speed)
{
  struct twin *const w = twin_open(kind, vcd, b->text);
  struct isa t;
  double start;

  if (w == NULL)
    return false;
  twin_key_in(w, b->first);
  start = bench_clock();
  twin_run(w, orders);
  *speed = SSEM_BAR * (double)orders / (bench_clock() - start);
  twin_read(w, t.S, &t.A, &t.CI);
  twin_close(w);
  t.CI += bench_behind(b->first, orders);
  return bench_state(b,
                     kind == TWIN_VCD ? "the Verilated twin with a trace"
                                      : "the Verilated twin",
                     &t, b->first, orders);
}
