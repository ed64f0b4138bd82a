// SPDX-License-Identifier: MIT
/* side_orders.c - orders a second: translation, lockstep, the command. */
#include "tests/bench/bench.h"

#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"
#include "sim/translate/translate.h"
#include "tests/bench/textbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FIRST = 2097154 /* orders of the first program, its STP included */ };

static bool translated(struct bench *b, const word S[SSEM_LINES],
                       uint64_t orders, unsigned times, double *speed)
{
  struct translate *const x = translate_open(TRANSLATE_BEST, b->text);
  double seconds = 0;
  uint64_t obeyed;
  struct isa t;

  if (x == NULL)
    return false;
  for (unsigned i = 0; i < times; i++) {
    double start;

    isa_clear(&t, 1);
    memcpy(t.S, S, sizeof t.S);
    start = bench_clock();
    translate_run(x, &t, orders, &obeyed);
    seconds += bench_clock() - start;
  }
  translate_close(x);
  *speed = (double)times * (double)orders / seconds;
  return bench_state(b, "translate_run()", &t, S, orders);
}

static bool textbook(struct bench *b, const word S[SSEM_LINES], uint64_t orders,
                     double *speed)
{
  uint64_t obeyed;
  struct isa t;
  double start;

  isa_clear(&t, 1);
  memcpy(t.S, S, sizeof t.S);
  start = bench_clock();
  textbook_run(&t, orders, &obeyed);
  *speed = (double)orders / (bench_clock() - start);
  return bench_state(b, "the textbook's loop", &t, S, orders);
}

bool bench_translate_first(struct bench *b, double *speed)
{
  return translated(b, b->first, bench_amount(b, FIRST), 40, speed);
}

bool bench_textbook_first(struct bench *b, double *speed)
{
  return textbook(b, b->first, bench_amount(b, FIRST), speed);
}

bool bench_translate_walk(struct bench *b, double *speed)
{
  return translated(b, b->walk, bench_amount(b, 20000000), 3, speed);
}

bool bench_textbook_walk(struct bench *b, double *speed)
{
  return textbook(b, b->walk, bench_amount(b, 20000000), speed);
}

bool bench_lockstep(struct bench *b, double *speed)
{
  static const struct level_options plain = { .as_built = false };
  const uint64_t orders = bench_amount(b, FIRST);
  struct level *const level[] = { level_open("isa", &plain, b->text),
                                  level_open("waves", &plain, b->text) };
  enum lockstep_outcome outcome = LOCKSTEP_DIFFERS;
  struct lockstep ls;

  if (level[0] != NULL && level[1] != NULL) {
    double start;

    lockstep_init(&ls, level, 2);
    lockstep_clear(&ls, b->first, 0);
    start = bench_clock();
    outcome = lockstep_run(&ls, orders);
    *speed = (double)ls.orders / (bench_clock() - start);
    if (outcome == LOCKSTEP_DIFFERS)
      lockstep_explain(&ls, b->text, sizeof b->text);
  }
  for (unsigned i = 0; i < 2; i++)
    if (level[i] != NULL)
      level[i]->ops->close(level[i]);
  return outcome != LOCKSTEP_DIFFERS && ls.orders == orders &&
         bench_state(b, "the lockstep", &ls.state, b->first, orders);
}

bool bench_check(struct bench *b, double *speed)
{
  struct timespec start, end;
  char command[400];
  int status;

  snprintf(command, sizeof command,
           "'%s' check --levels isa,waves programs/%s >/dev/null", b->ssem,
           b->tiny ? "first-35.asm" : "first-2-18.asm");
  clock_gettime(CLOCK_MONOTONIC, &start);
  status = system(command);
  clock_gettime(CLOCK_MONOTONIC, &end);
  *speed = 1 / ((double)(end.tv_sec - start.tv_sec) +
                1e-9 * (double)(end.tv_nsec - start.tv_nsec));
  snprintf(b->text, sizeof b->text, "%s: status %d", command, status);
  return status == 0;
}
