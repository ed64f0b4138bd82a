// SPDX-License-Identifier: MIT
/*
 * side_fst.c - the same bars of the first program as a fast signal trace, the
 * whole way from the store to the file, and how large the file is.
 */
#include "tests/bench/bench.h"

#include "tests/bench/fstapi.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BARS = 8000 };

typedef bool tracer(struct bench *b, const char *name, struct ssem *m,
                    uint64_t beats);

static bool their_trace(struct bench *b, const char *name, struct ssem *m,
                        uint64_t beats)
{
  if (fstapi_trace(name, m, beats))
    return true;
  snprintf(b->text, sizeof b->text,
           "fstapi was missing in this build: Verilator's package has it, or "
           "had it");
  return false;
}

/* Trace into a file that is then removed; its bytes, and the seconds. */
static bool trace(struct bench *b, tracer *by, double *bytes, double *seconds)
{
  char directory[] = "/tmp/ssem-bench-XXXXXX";
  struct stat made = { .st_size = 0 };
  char name[64];
  struct ssem m;
  double start;
  bool good;

  if (mkdtemp(directory) == NULL) {
    snprintf(b->text, sizeof b->text, "/tmp: no directory can be made there");
    return false;
  }
  snprintf(name, sizeof name, "%s/run.fst", directory);
  bench_load(b->first, &m);
  start = bench_clock();
  good = by(b, name, &m, 4 * bench_amount(b, BARS));
  *seconds = bench_clock() - start;
  good = good && stat(name, &made) == 0 && made.st_size > 0;
  *bytes = (double)made.st_size;
  remove(name);
  rmdir(directory);
  return good;
}

static bool measure(struct bench *b, tracer *by, bool size, double *speed)
{
  const double periods = SSEM_BAR * (double)bench_amount(b, BARS);
  double bytes, seconds;

  if (!trace(b, by, &bytes, &seconds))
    return false;
  *speed = periods / (size ? bytes : seconds);
  return true;
}

bool bench_fst(struct bench *b, double *speed)
{
  return measure(b, bench_trace, false, speed);
}

bool bench_fstapi(struct bench *b, double *speed)
{
  return measure(b, their_trace, false, speed);
}

bool bench_fst_size(struct bench *b, double *speed)
{
  return measure(b, bench_trace, true, speed);
}

bool bench_fstapi_size(struct bench *b, double *speed)
{
  return measure(b, their_trace, true, speed);
}
