// SPDX-License-Identifier: MIT
/* check.c - ssem check: compare levels at every instruction boundary. */
#include "common.h"
#include "progress.h"

#include "sim/lockstep.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void obey(const struct options *o, const struct program *pr,
                 struct lockstep *ls)
{
  lockstep_clear(ls, pr->S, start_CI(o));
  while (ls->outcome == LOCKSTEP_RUNNING && ls->orders < o->max_orders &&
         !progress_interrupted()) {
    const uint64_t left = o->max_orders - ls->orders;

    lockstep_run(ls, left < CHUNK ? left : CHUNK);
    progress_show(ls->orders, o->max_orders);
  }
  progress_end();
}

static void print_json(const struct options *o, const struct program *pr,
                       const struct lockstep *ls, const char *difference)
{
  fputs("{\"program\":", stdout);
  print_json_string(pr->name);
  fputs(",\"levels\":[", stdout);
  for (unsigned i = 0; i < o->level_count; i++)
    printf("%s\"%s\"", i == 0 ? "" : ",", o->levels[i]);
  printf("],\"agree\":%s,\"stopped\":%s,\"orders\":%" PRIu64
         ",\"digit_periods\":%" PRIu64 ",\"difference\":",
         difference == NULL ? "true" : "false",
         ls->outcome == LOCKSTEP_STOPPED ? "true" : "false", ls->orders,
         ls->orders * SSEM_BAR);
  if (difference == NULL)
    fputs("null", stdout);
  else
    print_json_string(difference);
  puts("}");
}

static void print_report(const struct options *o, const struct program *pr,
                         const struct lockstep *ls, const char *difference)
{
  printf("%s: ", pr->name);
  if (difference != NULL) {
    puts(difference);
    return;
  }
  for (unsigned i = 0; i < o->level_count; i++)
    printf("%s%s", i == 0 ? "" : " = ", o->levels[i]);
  printf(" at every boundary, %" PRIu64 " orders, ", ls->orders);
  if (ls->outcome == LOCKSTEP_STOPPED)
    printf("stopped by STP in line %02u\n", (unsigned)(ls->state.CI & 31));
  else
    puts(progress_interrupted() ? "interrupted" : "not stopped");
}

static enum status check_one(const struct options *o, struct level *level[],
                             const char *name)
{
  char difference[LOCKSTEP_TEXT];
  struct lockstep ls;
  struct program pr;

  if (!load(name, &pr))
    return STATUS_USAGE;
  lockstep_init(&ls, level, o->level_count);
  obey(o, &pr, &ls);
  lockstep_explain(&ls, difference, sizeof difference);
  (o->json ? print_json : print_report)(
    o, &pr, &ls, ls.outcome == LOCKSTEP_DIFFERS ? difference : NULL);
  return ls.outcome == LOCKSTEP_DIFFERS   ? STATUS_DIFFERS
         : ls.outcome == LOCKSTEP_STOPPED ? STATUS_STOPPED
         : progress_interrupted()         ? STATUS_INTERRUPTED
                                          : STATUS_LIMIT;
}

static enum status check(const struct options *o)
{
  struct level *level[OPTIONS_LEVELS];
  enum status status = STATUS_STOPPED;

  if (o->level_count < 2) {
    fprintf(stderr, "ssem: --levels: found one level, expected two or more "
                    "with commas between, such as isa,serial\n");
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
  .accepts = "*eLjbfmd",
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
    "  --levels L,L...   default isa,serial; the first is the reference\n"
    "  --engine E        serial: waves (default) or tick, a digit period at a\n"
    "                    time\n"
    "  --json            one JSON object a program, one a line\n"
    "  --as-built        sample the function staticisor in S1 too, as in 1948\n"
    "  --first-line N    the first order is in line N, 0 to 31 (default 1)\n"
    "  --max-orders N    compare N orders (default: up to STP)\n"
    "  --digit-period T  accepted, as in run; no time is shown here\n"
    "\n"
    "  ssem check programs/*.asm\n"
    "\n"
    "Exit status: 0 all agree and have stopped, 1 levels differ, 2 bad usage "
    "or\n"
    "program, 3 all agree, some not stopped, 4 output failed or level "
    "missing,\n"
    "130 interrupted; of several programs the worst, in the order 2, 4, 1, "
    "3.\n",
};
