// SPDX-License-Identifier: MIT
/*
 * side_vcd.c - the same bars of the first program as value change dumps, the
 * whole way from the store to the file: machine, trace, text.
 */
#include "tests/bench/bench.h"

#include "sim/beat.h"
#include "tests/bench/fprintf_vcd.h"
#include "tracegen/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BARS = 8000, SAMPLE = 40 };

#define NOWHERE "/dev/null"

bool bench_trace(struct bench *b, const char *name, struct ssem *m,
                 uint64_t beats)
{
  const struct trace_options options = { .digit_period = 100,
                                         .program = "first-2-18.asm",
                                         .level = "serial" };
  struct trace *const trace = trace_open(name, &options, b->text);
  struct ssem_console rest;
  struct beat beat;
  struct waves w;

  if (trace == NULL)
    return false;
  ssem_console_rest(&rest);
  for (uint64_t n = 0; n < beats; n++) {
    waves_settle(m, &rest, &w);
    beat_waves(&beat, m, &rest, &w);
    waves_clock(m, &rest, &w);
    trace_beat(trace, &beat);
  }
  return trace_close(trace, b->text);
}

/* The machine after so many bars: S1 of the next. What was owed then is paid
 * by letting S1 pass. */
static bool right(struct bench *b, const char *who, struct ssem *m,
                  uint64_t bars)
{
  struct ssem_console rest;
  struct isa t;

  ssem_console_rest(&rest);
  for (unsigned p = 0; p < SSEM_BEAT; p++)
    ssem_tick(m, &rest);
  memcpy(t.S, m->S, sizeof t.S);
  t.A = m->A;
  t.CI = m->CI;
  return bench_state(b, who, &t, b->first, bars);
}

bool bench_vcd(struct bench *b, double *speed)
{
  const uint64_t bars = bench_amount(b, BARS);
  struct ssem m;
  double start;

  bench_load(b->first, &m);
  start = bench_clock();
  if (!bench_trace(b, NOWHERE, &m, 4 * bars))
    return false;
  *speed = SSEM_BAR * (double)bars / (bench_clock() - start);
  return right(b, "the traced machine", &m, bars);
}

bool bench_vcd_fprintf(struct bench *b, double *speed)
{
  const uint64_t bars = bench_amount(b, BARS);
  struct ssem m;
  double start;

  bench_load(b->first, &m);
  start = bench_clock();
  if (!fprintf_vcd(NOWHERE, &m, 4 * bars)) {
    snprintf(b->text, sizeof b->text, "fprintf VCD: cannot write " NOWHERE);
    return false;
  }
  *speed = SSEM_BAR * (double)bars / (bench_clock() - start);
  return right(b, "the machine traced by fprintf", &m, bars);
}

bool bench_vcd_verilator(struct bench *b, double *speed)
{
  return bench_twin_run(b, TWIN_VCD, NOWHERE, bench_amount(b, BARS), speed);
}

/* Is that line of a dump the change of a row that is no signal? */
static bool of_a_row(const char *line, size_t length)
{
  const char *id = line + 1;

  if (line[0] == '#' || line[0] == '$')
    return false;
  for (size_t i = 1; i < length; i++)
    if (line[i] == ' ')
      id = line + i + 1;
  return length - (size_t)(id - line) != 1 ||
         (unsigned char)*id - '!' >= SIGNAL_COUNT;
}

/* Only signals are left: fprintf knows of no rows beside them. */
static void leave_signals(char *text)
{
  char *to = text;
  size_t length;

  for (const char *line = text; *line != '\0'; line += length) {
    length = strcspn(line, "\n");
    length += line[length] == '\n';
    if (of_a_row(line, length - 1))
      continue;
    memmove(to, line, length);
    to += length;
  }
  *to = '\0';
}

/* The signals of a file from "#0\n" on, to be freed; NULL if it cannot be read.
 */
static char *changes_in(const char *name)
{
  enum { MOST = 1 << 22 };
  char *const bytes = calloc(1, MOST + 1);
  FILE *const f = fopen(name, "r");
  char *start = NULL;

  if (bytes != NULL && f != NULL && fread(bytes, 1, MOST, f) < MOST)
    start = strstr(bytes, "#0\n");
  if (start != NULL)
    memmove(bytes, start, strlen(start) + 1);
  if (start != NULL)
    leave_signals(bytes);
  if (f != NULL)
    fclose(f);
  if (start != NULL)
    return bytes;
  free(bytes);
  return NULL;
}

bool bench_same_vcd(struct bench *b)
{
  char directory[] = "/tmp/ssem-bench-XXXXXX";
  char ours[64], others[64];
  struct ssem m;
  bool same = false;

  if (mkdtemp(directory) == NULL) {
    snprintf(b->text, sizeof b->text, "/tmp: no directory can be made there");
    return false;
  }
  snprintf(ours, sizeof ours, "%s/ours.vcd", directory);
  snprintf(others, sizeof others, "%s/fprintf.vcd", directory);
  bench_load(b->first, &m);
  if (bench_trace(b, ours, &m, 4 * SAMPLE)) {
    char *a, *c;

    bench_load(b->first, &m);
    fprintf_vcd(others, &m, 4 * SAMPLE);
    a = changes_in(ours);
    c = changes_in(others);
    same = a != NULL && c != NULL && strcmp(a, c) == 0;
    snprintf(b->text, sizeof b->text, "our VCD is not what fprintf writes");
    free(a);
    free(c);
  }
  remove(ours);
  remove(others);
  rmdir(directory);
  return same;
}
