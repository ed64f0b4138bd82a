// SPDX-License-Identifier: MIT
/* check_levels.c - one program obeyed by levels side by side, and a report. */
#include "check_levels.h"

#include "progress.h"
#include "window.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
  BY_DIGIT = 20000, /* orders compared digit by digit, and by rtl */
  BARS = 256        /* between looks at progress */
};

/* All levels to the first order that is compared. */
static enum status begin(struct check_work *w)
{
  const struct options *const o = w->o;
  enum status status;

  lockstep_init(&w->ls, w->levels->level, w->levels->count);
  if (w->levels->dump != NULL)
    lockstep_follow(&w->ls, dump_level(w->levels->dump));
  if (o->from == 1) {
    lockstep_clear(&w->ls, w->pr.S, start_CI(&w->pr));
    return STATUS_STOPPED;
  }
  status = window_enter(o, &w->pr, w->levels->level, w->levels->count, o->from,
                        SEEK_BOUNDARY);
  if (status != STATUS_STOPPED)
    return status;
  if (o->vcd == NULL)
    fprintf(stderr, "ssem: %s: orders 1 to %" PRIu64 " by %s\n", w->pr.name,
            o->from - 1, window_ahead(o));
  lockstep_join(&w->ls, o->from - 1);
  return STATUS_STOPPED;
}

/* More is to be compared, up to so many orders of the run. */
static bool goes_on(const struct check_work *w, uint64_t orders)
{
  return w->ls.outcome == LOCKSTEP_RUNNING && w->ls.orders < orders &&
         w->ls.orders < w->o->max_orders && !progress_interrupted();
}

/* So many orders more, up to order number `end`. */
static uint64_t next(const struct check_work *w, uint64_t end, uint64_t most)
{
  const uint64_t last = end < w->o->max_orders ? end : w->o->max_orders;
  const uint64_t left = last - w->ls.orders;

  return left < most ? left : most;
}

/* Every signal of every digit period. */
static void by_digit(struct check_work *w, uint64_t end)
{
  while (goes_on(w, end)) {
    lockstep_bars(&w->ls, next(w, end, BARS));
    progress_show(w->ls.orders, w->o->max_orders);
  }
}

/* Every boundary. */
static void by_boundary(struct check_work *w, uint64_t end)
{
  lockstep_run(&w->ls, 0);
  while (goes_on(w, end)) {
    lockstep_run(&w->ls, next(w, end, CHUNK));
    progress_show(w->ls.orders, w->o->max_orders);
  }
}

/* Nobody has asked for the Verilog, and it is slow: it stays so far only. */
static void let_rtl_leave(struct check_work *w)
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

static void compare(struct check_work *w)
{
  const uint64_t first = w->o->from - 1 + BY_DIGIT;

  if (w->o->compare == COMPARE_BOUNDARY || lockstep_ticking(&w->ls) < 2)
    by_boundary(w, first);
  else
    by_digit(w, w->o->compare == COMPARE_DIGIT ? UINT64_MAX : first);
  let_rtl_leave(w);
  by_boundary(w, UINT64_MAX);
  while (lockstep_rest(&w->ls, CHUNK) && !progress_interrupted())
    ;
  progress_end();
  lockstep_explain(&w->ls, w->difference, sizeof w->difference);
}

/* The dump has no boundary, or is broken: said, and true. */
static bool no_dump(const struct check_work *w)
{
  const struct dump_level *const dump = w->levels->dump;

  if (dump == NULL || w->ls.outcome == LOCKSTEP_DIFFERS)
    return false;
  if (dump_level_broken(dump)[0] != '\0')
    fprintf(stderr, "%s\n", dump_level_broken(dump));
  else if (w->ls.outcome == LOCKSTEP_ENDED && w->ls.agreed == 0)
    fprintf(stderr,
            "%s: found no boundary in %s, expected at least one; look at "
            "'boundary = ' and 'first = '\n",
            w->o->map, w->ls.record->ops->name);
  else
    return false;
  return true;
}

bool check_stopped(const struct check_work *w)
{
  return w->ls.outcome == LOCKSTEP_STOPPED && !w->ls.reached;
}

/* What all this has come to, once compared. */
static enum status finish(struct check_work *w)
{
  const struct options *const o = w->o;

  if (no_dump(w))
    return STATUS_USAGE;
  check_report(w);
  if (w->difference[0] != '\0' && o->trace != NULL &&
      window_difference(o, &w->pr, w->levels->level, w->ls.orders) !=
        STATUS_STOPPED)
    return STATUS_OUTPUT;
  return w->difference[0] != '\0'        ? STATUS_DIFFERS
         : progress_interrupted()        ? STATUS_INTERRUPTED
         : w->halted || check_stopped(w) ? STATUS_STOPPED
                                         : STATUS_LIMIT;
}

enum status check_program(const struct options *o,
                          const struct check_levels *levels, const char *name)
{
  struct check_work w = { .o = o, .levels = levels, .name = name };
  enum status status;

  if (!load(o, name, &w.pr))
    return STATUS_USAGE;
  status = begin(&w);
  if (status != STATUS_STOPPED)
    return status;
  compare(&w);
  return finish(&w);
}

enum status check_stimulus(const struct play *y,
                           const struct check_levels *levels)
{
  struct check_work w = {
    .o = &y->o, .levels = levels, .name = y->pr.name, .pr = y->pr, .play = y
  };
  enum status status;

  lockstep_init(&w.ls, levels->level, levels->count);
  if (check_play(&w, &status))
    compare(&w);
  if (status != STATUS_STOPPED)
    return status;
  lockstep_explain(&w.ls, w.difference, sizeof w.difference);
  return finish(&w);
}
