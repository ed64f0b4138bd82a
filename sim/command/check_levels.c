// SPDX-License-Identifier: MIT
/* check_levels.c - one program obeyed by levels side by side, and a report. */
#include "check_levels.h"

#include "progress.h"
#include "window.h"

#include "sim/lockstep/lockstep.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
  BY_DIGIT = 20000, /* orders compared digit by digit, and by rtl */
  BARS = 256        /* between looks at progress */
};

/* One program being checked. */
struct work {
  const struct options *o;
  const struct check_levels *levels;
  const char *name; /* of the program, in full */
  struct program pr;
  struct lockstep ls;
  const char *left;    /* the level that has left the comparison, or NULL */
  uint64_t left_after; /* ... after so many orders */
  char difference[LOCKSTEP_TEXT]; /* "" if none */
};

/* All levels to the first order that is compared. */
static enum status begin(struct work *w)
{
  const struct options *const o = w->o;
  enum status status;

  lockstep_init(&w->ls, w->levels->level, w->levels->count);
  if (o->from == 1) {
    lockstep_clear(&w->ls, w->pr.S, start_CI(o));
    return STATUS_STOPPED;
  }
  status = window_enter(o, &w->pr, w->levels->level, w->levels->count, o->from,
                        SEEK_BOUNDARY);
  if (status != STATUS_STOPPED)
    return status;
  fprintf(stderr, "ssem: %s: orders 1 to %" PRIu64 " by %s\n", w->pr.name,
          o->from - 1, window_ahead(o));
  lockstep_join(&w->ls, o->from - 1);
  return STATUS_STOPPED;
}

/* More is to be compared, up to so many orders of the run. */
static bool goes_on(const struct work *w, uint64_t orders)
{
  return w->ls.outcome == LOCKSTEP_RUNNING && w->ls.orders < orders &&
         w->ls.orders < w->o->max_orders && !progress_interrupted();
}

/* So many orders more, up to order number `end`. */
static uint64_t next(const struct work *w, uint64_t end, uint64_t most)
{
  const uint64_t last = end < w->o->max_orders ? end : w->o->max_orders;
  const uint64_t left = last - w->ls.orders;

  return left < most ? left : most;
}

/* Every signal of every digit period. */
static void by_digit(struct work *w, uint64_t end)
{
  while (goes_on(w, end)) {
    lockstep_bars(&w->ls, next(w, end, BARS));
    progress_show(w->ls.orders, w->o->max_orders);
  }
}

/* Every boundary. */
static void by_boundary(struct work *w, uint64_t end)
{
  lockstep_run(&w->ls, 0);
  while (goes_on(w, end)) {
    lockstep_run(&w->ls, next(w, end, CHUNK));
    progress_show(w->ls.orders, w->o->max_orders);
  }
}

/* Nobody has asked for the Verilog, and it is slow: it stays so far only. */
static void let_rtl_leave(struct work *w)
{
  struct lockstep *const ls = &w->ls;

  if (w->o->levels_given || w->o->compare == COMPARE_DIGIT ||
      !goes_on(w, UINT64_MAX))
    return;
  for (unsigned i = 0; i < ls->count; i++) {
    if (strcmp(ls->level[i]->ops->name, "rtl") != 0)
      continue;
    w->left = "rtl";
    w->left_after = ls->orders;
    lockstep_leave(ls, i);
  }
}

static void compare(struct work *w)
{
  const uint64_t first = w->o->from - 1 + BY_DIGIT;

  if (w->o->compare == COMPARE_BOUNDARY || lockstep_ticking(&w->ls) < 2)
    by_boundary(w, first);
  else
    by_digit(w, w->o->compare == COMPARE_DIGIT ? UINT64_MAX : first);
  let_rtl_leave(w);
  by_boundary(w, UINT64_MAX);
  progress_end();
  lockstep_explain(&w->ls, w->difference, sizeof w->difference);
}

static void print_names(const char *key, const char *const name[],
                        unsigned count)
{
  printf("\"%s\":[", key);
  for (unsigned i = 0; i < count; i++)
    printf("%s\"%s\"", i == 0 ? "" : ",", name[i]);
  fputs("],", stdout);
}

/* The levels that differ from the rest. */
static unsigned found(const struct work *w, const char *name[OPTIONS_LEVELS])
{
  unsigned count = 0;

  for (unsigned i = 0; i < w->ls.count; i++)
    if (w->ls.outcome == LOCKSTEP_DIFFERS &&
        (w->ls.difference.wrong >> i & 1) != 0)
      name[count++] = w->ls.level[i]->ops->name;
  return count;
}

static void print_json(const struct work *w)
{
  const char *name[OPTIONS_LEVELS];

  fputs("{\"program\":", stdout);
  print_json_string(w->name);
  putchar(',');
  for (unsigned i = 0; i < w->levels->count; i++)
    name[i] = w->levels->level[i]->ops->name;
  print_names("levels", name, w->levels->count);
  print_names("absent", w->levels->absent, w->levels->absent_count);
  print_names("left", &w->left, w->left != NULL);
  printf("\"agree\":%s,\"stopped\":%s,\"orders\":%" PRIu64
         ",\"digit_periods\":%" PRIu64 ",\"digit_periods_compared\":%" PRIu64
         ",",
         w->difference[0] ? "false" : "true",
         w->ls.outcome == LOCKSTEP_STOPPED ? "true" : "false", w->ls.orders,
         w->ls.orders * SSEM_BAR, w->ls.periods);
  print_names("found", name, found(w, name));
  fputs("\"difference\":", stdout);
  if (w->difference[0] == '\0')
    fputs("null", stdout);
  else
    print_json_string(w->difference);
  puts("}");
}

/* The levels with " = " between them; of those left, or of all that have digit
 * periods. */
static void print_equal(const struct work *w, bool ticking)
{
  const char *between = "";

  for (unsigned i = 0; i < w->levels->count; i++) {
    const struct level_ops *const ops = w->levels->level[i]->ops;

    if (ticking ? ops->tick == NULL
                : w->left != NULL && strcmp(w->left, ops->name) == 0)
      continue;
    printf("%s%s", between, ops->name);
    between = " = ";
  }
}

static void print_report(const struct work *w)
{
  printf("%s: ", w->pr.name);
  if (w->difference[0] != '\0') {
    puts(w->difference);
    return;
  }
  print_equal(w, false);
  printf(" at every boundary, %" PRIu64 " orders, ", w->ls.orders);
  if (w->ls.outcome == LOCKSTEP_STOPPED)
    printf("stopped by STP in line %02u\n", (unsigned)(w->ls.state.CI & 31));
  else
    puts(progress_interrupted() ? "interrupted" : "not stopped");
  if (w->ls.periods > 0) {
    fputs("  and ", stdout);
    print_equal(w, true);
    printf(" on every signal in %" PRIu64 " digit periods\n", w->ls.periods);
  }
  if (w->left != NULL)
    printf("  %s up to order %" PRIu64 " only; named in --levels it stays\n",
           w->left, w->left_after);
}

enum status check_program(const struct options *o,
                          const struct check_levels *levels, const char *name)
{
  struct work w = { .o = o, .levels = levels, .name = name };
  enum status status;

  if (!load(name, &w.pr))
    return STATUS_USAGE;
  status = begin(&w);
  if (status != STATUS_STOPPED)
    return status;
  compare(&w);
  (o->json ? print_json : print_report)(&w);
  if (w.difference[0] != '\0' && o->trace != NULL &&
      window_difference(o, &w.pr, levels->level, w.ls.orders) != STATUS_STOPPED)
    return STATUS_OUTPUT;
  return w.difference[0] != '\0'            ? STATUS_DIFFERS
         : progress_interrupted()           ? STATUS_INTERRUPTED
         : w.ls.outcome == LOCKSTEP_STOPPED ? STATUS_STOPPED
                                            : STATUS_LIMIT;
}
