// SPDX-License-Identifier: MIT
/*
 * bench.c - how fast the levels are, each beside what others would do.
 *
 *   bench [--tiny] [--rounds N] [--row N] [--ssem COMMAND] [--json FILE]
 *
 * Run at the top of the tree. Both sides of a row are measured in turn, round
 * by round, in this one process; a row is the median of the rounds' ratios.
 * docs/reference/bench.md tells what each row is.
 */
#include "tests/bench/bench.h"

#include "sim/program/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 7, MOST_ROUNDS = 101 };

/* A row: speeds are shown in so many to the unit, or their inverse. */
struct row {
  const char *name;
  const char *unit;
  bool cost; /* the unit is a time: less is better */
  double scale;
  bench_side *ours;
  bench_side *other; /* NULL: the target is the other */
  const char *other_name;
  double target; /* the least ratio that we want; or the most */
  bool at_most;  /* the ratio is our time over the other's, else how many times
                  * faster we are */
};

/* What was measured of one. */
struct figures {
  double ours, other;     /* medians, speeds */
  double ratio, min, max; /* of the rounds' ratios: median and extremes */
};

static const struct row rows[] = {
  { "waves, every wire available", "M digit periods/s", false, 1e-6,
    bench_waves, bench_twin, "Verilator", 50, false },
  { "serial state only", "M digit periods/s", false, 1e-6, bench_serial,
    bench_twin, "Verilator", 400, false },
  { "VCD", "ns/digit period", true, 1e9, bench_vcd, bench_vcd_fprintf,
    "fprintf", 11, false },
  { "VCD", "ns/digit period", true, 1e9, bench_vcd, bench_vcd_verilator,
    "Verilator --trace", 8, false },
  { "FST", "ns/digit period", true, 1e9, bench_fst, bench_fstapi, "fstapi", 5,
    false },
  { "FST", "bytes/digit period", true, 1, bench_fst_size, bench_fstapi_size,
    "fstapi", 1, false },
  { "translation, first program", "M orders/s", false, 1e-6,
    bench_translate_first, bench_textbook_first, "textbook loop", 15, false },
  { "translation, orders rewritten", "M orders/s", false, 1e-6,
    bench_translate_walk, bench_textbook_walk, "textbook loop", 7, false },
  { "lockstep, waves and isa", "M orders/s", false, 1e-6, bench_lockstep,
    bench_twin_orders, "Verilator alone", 100, false },
  { "serial, ssem.c a period a time", "ns/digit period", true, 1e9, bench_page,
    bench_twin, "Verilator alone", 1.5, false },
  { "serial = rtl, every signal", "ns/digit period", true, 1e9,
    bench_serial_rtl, bench_twin, "Verilator alone", 2.5, true },
  { "waves = rtl, every signal", "ns/digit period", true, 1e9, bench_waves_rtl,
    bench_twin, "Verilator alone", 1.8, true },
  { "gates bare", "ns/digit period", true, 1e9, bench_gates, bench_rtl,
    "rtl bare", 6, true },
  { "ssem check, whole first program", "s", true, 1, bench_check, NULL,
    "a second", 1, false },
  { "2^18 run, back to any moment", "s, the slowest", true, 1, bench_back, NULL,
    "a second", 3.4, false },
};

enum { ROWS = sizeof rows / sizeof rows[0] };

static int in_order(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double median(double *values, unsigned count)
{
  qsort(values, count, sizeof *values, in_order);
  return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static bool measure(struct bench *b, const struct row *row, unsigned rounds,
                    struct figures *f)
{
  double ours[MOST_ROUNDS], other[MOST_ROUNDS], ratio[MOST_ROUNDS];

  for (unsigned i = 0; i < rounds; i++) {
    other[i] = 1;
    if (!row->ours(b, &ours[i]) ||
        (row->other != NULL && !row->other(b, &other[i])))
      return false;
    ratio[i] = row->at_most ? other[i] / ours[i] : ours[i] / other[i];
  }
  f->ours = median(ours, rounds);
  f->other = median(other, rounds);
  f->ratio = median(ratio, rounds);
  f->min = ratio[0];
  f->max = ratio[rounds - 1];
  return true;
}

/* A speed in the row's unit. */
static double shown(const struct row *row, double speed)
{
  return row->scale * (row->cost ? 1 / speed : speed);
}

static void print_row(const struct row *row, const struct figures *f)
{
  const bool reached =
    row->at_most ? f->ratio <= row->target : f->ratio >= row->target;

  printf("%-31s %9.4g  %-17s %9.4g %-17s %7.2f %7.2f %7.2f %s %3g%s\n",
         row->name, shown(row, f->ours), row->unit, shown(row, f->other),
         row->other_name, f->ratio, f->min, f->max,
         row->at_most ? "<=" : ">=", row->target,
         reached ? "" : "  target not reached");
  fflush(stdout);
}

static void print_json(FILE *json, const struct row *row,
                       const struct figures *f, bool comma)
{
  fprintf(json,
          "%s\n{\"name\":\"%s\",\"unit\":\"%s\",\"ours\":%.6g,\"other\":%.6g,"
          "\"other_name\":\"%s\",\"ratio\":%.4g,\"min\":%.4g,\"max\":%.4g,"
          "\"aim\":\"%s\",\"target\":%g}",
          comma ? "," : "", row->name, row->unit, shown(row, f->ours),
          shown(row, f->other), row->other_name, f->ratio, f->min, f->max,
          row->at_most ? "at most" : "at least", row->target);
}

static bool load(const char *name, word S[SSEM_LINES])
{
  char text[TEXT_SENTENCE];
  struct program pr;

  if (!program_load(name, &pr, text)) {
    fprintf(stderr, "bench: %s\n", text);
    return false;
  }
  memcpy(S, pr.S, sizeof pr.S);
  return true;
}

/* All rows, or if row is not 0 that one alone, the first being 1. */
static bool measure_all(struct bench *b, unsigned rounds, unsigned row,
                        FILE *json)
{
  bool good = true, comma = false;

  printf("%-31s %9s  %-17s %9s %-17s %7s %7s %7s %6s\n", "row", "ours", "unit",
         "other", "", "ratio", "least", "most", "target");
  fputs("{\"rows\":[", json);
  for (unsigned i = 0; i < ROWS; i++) {
    struct figures f;

    if (row != 0 && row != i + 1)
      continue;
    if (!measure(b, &rows[i], rounds, &f)) {
      printf("%-31s not measured: %s\n", rows[i].name, b->text);
      good = false;
      continue;
    }
    print_row(&rows[i], &f);
    print_json(json, &rows[i], &f, comma);
    comma = true;
  }
  fputs("\n]}\n", json);
  return good;
}

int main(int argc, char **argv)
{
  struct bench b = { .ssem = "build/ssem" };
  const char *json = "/dev/null";
  unsigned rounds = ROUNDS, row = 0;
  FILE *out;
  bool good;

  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--tiny") == 0) {
      b.tiny = true;
    } else if (i + 1 < argc && strcmp(argv[i], "--rounds") == 0) {
      rounds = (unsigned)strtoul(argv[++i], NULL, 10);
    } else if (i + 1 < argc && strcmp(argv[i], "--row") == 0) {
      row = (unsigned)strtoul(argv[++i], NULL, 10);
    } else if (i + 1 < argc && strcmp(argv[i], "--ssem") == 0) {
      b.ssem = argv[++i];
    } else if (i + 1 < argc && strcmp(argv[i], "--json") == 0) {
      json = argv[++i];
    } else {
      fprintf(stderr, "usage: bench [--tiny] [--rounds N] [--row N] "
                      "[--ssem COMMAND] [--json FILE]\n");
      return 2;
    }
  }
  if (rounds < 1 || rounds > MOST_ROUNDS) {
    fprintf(stderr, "bench: --rounds: expected 1 to %d\n", MOST_ROUNDS);
    return 2;
  }
  if (!load("programs/first-2-18.asm", b.first) ||
      !load("tests/bench/walk.asm", b.walk))
    return 2;
  if (!bench_same_vcd(&b)) {
    fprintf(stderr, "bench: %s\n", b.text);
    return 1;
  }
  out = fopen(json, "w");
  if (out == NULL) {
    perror(json);
    return 2;
  }
  good = measure_all(&b, rounds, row, out);
  return fclose(out) == 0 && good ? 0 : 1;
}
