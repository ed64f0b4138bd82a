// SPDX-License-Identifier: MIT
/* check.c - ssem check: compare levels at every instruction boundary. */
#include "check_vcd.h"
#include "common.h"
#include "progress.h"
#include "window.h"

#include "sim/lockstep/compare.h"
#include "sim/lockstep/lockstep.h"
#include "tracegen/trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { COMPARE_DEFAULT = 20000 }; /* orders compared digit by digit */

/* One program being checked. */
struct work {
  const struct options *o;
  struct level **level;
  const char *name; /* of the program, in full */
  struct program pr;
  struct lockstep ls;
  uint64_t orders;  /* obeyed by all, all agreeing */
  uint64_t periods; /* digit periods in which every signal agreed */
  char difference[LOCKSTEP_TEXT]; /* "" if none */
};

/* All levels to the boundary of the first order that is compared. */
static enum status begin(struct work *w)
{
  const struct options *const o = w->o;
  enum status status;

  lockstep_init(&w->ls, w->level, o->level_count);
  if (o->from == 1) {
    lockstep_clear(&w->ls, w->pr.S, start_CI(o));
    return STATUS_STOPPED;
  }
  status =
    window_enter(o, &w->pr, w->level, o->level_count, o->from, SEEK_BOUNDARY);
  if (status != STATUS_STOPPED)
    return status;
  window_tell_ahead(o, w->level[0], o->from);
  lockstep_join(&w->ls, o->from - 1);
  return STATUS_STOPPED;
}

/* Every boundary. */
static void compare_boundaries(struct work *w)
{
  const struct options *const o = w->o;

  while (w->ls.outcome == LOCKSTEP_RUNNING && w->ls.orders < o->max_orders &&
         !progress_interrupted()) {
    const uint64_t left = o->max_orders - w->ls.orders;

    lockstep_run(&w->ls, left < CHUNK ? left : CHUNK);
    progress_show(w->ls.orders, o->max_orders);
  }
  progress_end();
  w->orders = w->ls.orders;
  lockstep_explain(&w->ls, w->difference, sizeof w->difference);
}

/* Two levels, every signal of every digit period, for as long as asked. */
static void compare_digits(struct work *w, struct level *first,
                           struct level *second)
{
  struct level *const both[] = { first, second };
  const struct options *const o = w->o;
  const uint64_t most =
    o->compare == COMPARE_DIGIT ? UINT64_MAX : COMPARE_DEFAULT;
  const uint64_t allowed = o->max_orders - (o->from - 1);
  const uint64_t end = o->from - 1 + (most < allowed ? most : allowed);
  struct ssem_console rest;
  struct compare c;

  ssem_console_rest(&rest);
  if (window_enter(o, &w->pr, both, 2, o->from, SEEK_S1) != STATUS_STOPPED)
    return;
  compare_start(&c, o->from - 1);
  while (c.orders < end && c.bars == c.orders && !progress_interrupted()) {
    for (unsigned i = 0; i < SSEM_BAR; i++)
      if (!compare_tick(&c, first, second, &rest))
        break;
    if (c.differ)
      break;
    if (c.bars % 256 == 0)
      progress_show(c.orders, w->orders);
  }
  progress_end();
  w->periods += c.periods;
  compare_sentence(&c, first, second, w->difference, sizeof w->difference);
  if (c.differ)
    w->orders = c.orders;
}

/* Each level that has digit periods against the first that has. */
static void compare_all_digits(struct work *w)
{
  struct level *first = NULL;

  if (w->o->compare == COMPARE_BOUNDARY)
    return;
  for (unsigned i = 0; i < w->o->level_count && !w->difference[0]; i++) {
    if (w->level[i]->ops->tick == NULL)
      continue;
    if (first != NULL)
      compare_digits(w, first, w->level[i]);
    else
      first = w->level[i];
  }
}

static void print_json(const struct work *w)
{
  const struct options *const o = w->o;

  fputs("{\"program\":", stdout);
  print_json_string(w->name);
  fputs(",\"levels\":[", stdout);
  for (unsigned i = 0; i < o->level_count; i++)
    printf("%s\"%s\"", i == 0 ? "" : ",", o->levels[i]);
  printf("],\"agree\":%s,\"stopped\":%s,\"orders\":%" PRIu64
         ",\"digit_periods\":%" PRIu64 ",\"digit_periods_compared\":%" PRIu64
         ",\"difference\":",
         w->difference[0] ? "false" : "true",
         w->ls.outcome == LOCKSTEP_STOPPED ? "true" : "false", w->orders,
         w->orders * SSEM_BAR, w->periods);
  if (w->difference[0] == '\0')
    fputs("null", stdout);
  else
    print_json_string(w->difference);
  puts("}");
}

static void print_report(const struct work *w)
{
  const struct options *const o = w->o;

  printf("%s: ", w->pr.name);
  if (w->difference[0] != '\0') {
    puts(w->difference);
    return;
  }
  for (unsigned i = 0; i < o->level_count; i++)
    printf("%s%s", i == 0 ? "" : " = ", o->levels[i]);
  printf(" at every boundary, %" PRIu64 " orders, ", w->orders);
  if (w->ls.outcome == LOCKSTEP_STOPPED)
    printf("stopped by STP in line %02u\n", (unsigned)(w->ls.state.CI & 31));
  else
    puts(progress_interrupted() ? "interrupted" : "not stopped");
  if (w->periods > 0)
    printf("  and on every signal in %" PRIu64 " digit periods\n", w->periods);
}

static enum status check_one(const struct options *o, struct level *level[],
                             const char *name)
{
  struct work w = { .o = o, .level = level, .name = name };
  enum status status;

  if (!load(name, &w.pr))
    return STATUS_USAGE;
  status = begin(&w);
  if (status != STATUS_STOPPED)
    return status;
  compare_boundaries(&w);
  if (w.difference[0] == '\0')
    compare_all_digits(&w);
  (o->json ? print_json : print_report)(&w);
  if (w.difference[0] != '\0' && o->trace != NULL &&
      window_difference(o, &w.pr, level, w.orders) != STATUS_STOPPED)
    return STATUS_OUTPUT;
  return w.difference[0] != '\0'            ? STATUS_DIFFERS
         : progress_interrupted()           ? STATUS_INTERRUPTED
         : w.ls.outcome == LOCKSTEP_STOPPED ? STATUS_STOPPED
                                            : STATUS_LIMIT;
}

/* What is wrong with the options; NULL if nothing. */
static const char *contradiction(const struct options *o)
{
  if (o->vcd != NULL || o->map != NULL) {
    if (o->trace != NULL)
      return "--trace: found with --vcd, expected with --levels";
    if (o->as_built)
      return "--as-built: found with --vcd, expected with --levels";
    if (o->ahead != NULL)
      return "--ahead: found with --vcd, expected with --levels";
    return NULL;
  }
  if (o->level_count < 2)
    return "--levels: found one level, expected two or more with commas "
           "between, such as isa,serial";
  if (o->as_built && o->ahead != NULL && strcmp(o->ahead, "isa") == 0)
    return "--ahead: found isa with --as-built, expected serial";
  if (o->from > 1 && o->from > o->max_orders)
    return "--from: expected no more than --max-orders";
  if (o->trace != NULL && o->count > 1)
    return "--trace: found with several programs, expected one";
  return NULL;
}

static enum status check(const struct options *o)
{
  struct level *level[OPTIONS_LEVELS];
  enum status status = STATUS_STOPPED;

  if (contradiction(o) != NULL) {
    fprintf(stderr, "ssem: %s\n", contradiction(o));
    return STATUS_USAGE;
  }
  if (o->vcd != NULL || o->map != NULL)
    return check_vcd(o);
  if (o->trace != NULL && !trace_named(o->trace)) {
    fprintf(stderr,
            "ssem: --trace: found '%s', expected a name that ends in .vcd, "
            ".vcd.gz, .fst or .svg\n",
            o->trace);
    return STATUS_USAGE;
  }
  if (!open_levels(o, level, &status))
    return status;
  for (unsigned i = 0; i < o->count && !progress_interrupted(); i++)
    status = status_worse(status, check_one(o, level, o->programs[i]));
  close_levels(level, o->level_count);
  return finish_output(status);
}

const struct command command_check = {
  .name = "check",
  .accepts = OPTIONS_RUN " levels compare from ahead trace vcd map json",
  .several = true,
  .levels = "isa,serial",
  .obey = check,
  .help =
    "ssem check PROGRAM... - compare levels at every instruction boundary\n"
    "\n"
    "Each program is obeyed by all levels side by side. After every order the\n"
    "whole T-state (CI, A and 32 lines) must be equal; the first difference "
    "is\n"
    "told with order, bar, beat, digit, and what was expected and found.\n"
    "\n"
    "  --levels L,L...   of isa, serial, waves, rtl and gates; the first is\n"
    "                    the reference; default isa,serial\n"
    "  --compare WHAT    digit: levels that have digit periods are compared "
    "on\n"
    "                    every signal in each of them; boundary: only at\n"
    "                    boundaries. Default: digit for the first 20,000 "
    "orders\n"
    "  --from N          begin with order N (default 1); with --vcd: the dump\n"
    "                    begins there\n"
    "  --ahead WHAT      the orders before: isa obeys them (default; as built "
    "waves),\n"
    "                    or serial, each level itself does; a note says which\n"
    "  --trace FILE.vcd  write the bars around a first difference, from four\n"
    "                    before to one after, a file for each level:\n"
    "                    FILE-serial.vcd, FILE-rtl.vcd\n"
    "  --engine E        of isa: translate (default) or interpret\n"
    "  --vcd FILE        any machine's dump (.vcd .vcd.gz .fst) against isa,\n"
    "  --map FILE        with the map that says which of its signals is what;\n"
    "                    see docs/how-to/check-your-own-machine.md\n"
    "  --json            one JSON object a program, one a line\n"
    "  --as-built        sample the function staticisor in S1 too, as in 1948\n"
    "  --first-line N    the first order is in line N, 0 to 31 (default 1)\n"
    "  --max-orders N    compare N orders (default: up to STP)\n"
    "  --digit-period T  accepted, as in run; no time is shown here\n"
    "\n"
    "  ssem check programs/*.asm\n"
    "  ssem check --levels isa,serial,rtl,gates programs/first-35.asm\n"
    "  ssem check --vcd mine.vcd --map mine.map programs/first-35.asm\n"
    "\n"
    "Exit status: 0 all agree and have stopped, 1 levels differ, 2 bad usage "
    "or\n"
    "program, 3 all agree, some not stopped, 4 output failed or level "
    "missing,\n"
    "130 interrupted; of several programs the worst, in the order 2, 4, 1, "
    "3.\n",
};
