// SPDX-License-Identifier: MIT
/* check_report.c - what has come of a check. */
#include "check_levels.h"
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void print_names(const char *key, const char *const name[],
                        unsigned count)
{
  printf("\"%s\":[", key);
  for (unsigned i = 0; i < count; i++) {
    fputs(i == 0 ? "" : ",", stdout);
    print_json_string(name[i]);
  }
  fputs("],", stdout);
}

/* All that were compared; returns how many. */
static unsigned names(const struct check_work *w,
                      const char *name[OPTIONS_LEVELS + 1])
{
  unsigned count = 0;

  for (unsigned i = 0; i < w->levels->count; i++)
    name[count++] = w->levels->level[i]->ops->name;
  if (w->ls.record != NULL)
    name[count++] = w->ls.record->ops->name;
  return count;
}

/* The levels that differ from the rest. */
static unsigned found(const struct check_work *w,
                      const char *name[OPTIONS_LEVELS + 1])
{
  const struct lockstep *const ls = &w->ls;
  unsigned count = 0;

  if (ls->outcome != LOCKSTEP_DIFFERS)
    return 0;
  for (unsigned i = 0; i < ls->count; i++)
    if (ls->difference.wrong >> i & 1)
      name[count++] = ls->level[i]->ops->name;
  if (ls->record != NULL && ls->difference.by_record)
    name[count++] = ls->record->ops->name;
  return count;
}

/* What the program did not come by, row by row; false: it came by everything.
 */
static bool print_coverage(const struct check_work *w, const char *between,
                           void (*print)(const char *row))
{
  char row[COVERAGE_TEXT];
  bool any = false;

  for (unsigned i = 0; i < COVERAGE_ROWS; i++) {
    if (!coverage_lacks(&w->ls.coverage, i, row))
      continue;
    if (any)
      fputs(between, stdout);
    print(row);
    any = true;
  }
  return any;
}

static void print_row(const char *row)
{
  fputs(row, stdout);
}

/* Orders of the run; with --vcd as ever those of the program in all. */
static void print_json(const struct check_work *w)
{
  const bool brief = w->o->vcd != NULL;
  const bool agree = w->difference[0] == '\0';
  const char *name[OPTIONS_LEVELS + 1];

  fputs("{\"program\":", stdout);
  print_json_string(w->name);
  putchar(',');
  print_names("levels", name, names(w, name));
  if (!brief) {
    print_names("absent", w->levels->absent, w->levels->absent_count);
    print_names("left", &w->left, w->left != NULL);
  }
  printf("\"agree\":%s,\"stopped\":%s,\"orders\":%" PRIu64 ",",
         agree ? "true" : "false", check_stopped(w) ? "true" : "false",
         w->ls.orders);
  if (!brief)
    printf(
      "\"digit_periods\":%" PRIu64 ",\"digit_periods_compared\":%" PRIu64 ",",
      (w->play == NULL ? w->ls.orders : w->ls.bars) * SSEM_BAR, w->ls.periods);
  if (w->play != NULL)
    printf("\"halted\":%s,\"next_steps\":%" PRIu64
           ",\"operator_steps\":%" PRIu64 ",",
           w->halted ? "true" : "false", w->ls.steps.next,
           w->ls.steps.operators);
  if (w->ls.record != NULL)
    printf("\"boundaries\":%" PRIu64 ",\"time\":%" PRIu64 ",\"cut\":%s,",
           w->ls.agreed, dump_level_time(w->levels->dump),
           dump_level_cut(w->levels->dump) > 0 ? "true" : "false");
  fputs("\"not_covered\":[", stdout);
  print_coverage(w, ",", print_json_string);
  fputs("],", stdout);
  if (!brief)
    print_names("found", name, found(w, name));
  fputs("\"difference\":", stdout);
  if (agree)
    fputs("null", stdout);
  else
    print_json_string(w->difference);
  puts("}");
}

/* The levels with " = " between them; of those left and the dump, or of all
 * that have digit periods. */
static void print_equal(const struct check_work *w, bool ticking)
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
  if (!ticking && w->ls.record != NULL)
    printf("%s%s", between, w->ls.record->ops->name);
}

/* How it ended. */
static void print_stop(const struct check_work *w)
{
  const unsigned line = w->ls.state.CI & 31;

  if (check_stopped(w))
    printf("stopped by STP in line %02u", line);
  else if (w->ls.outcome == LOCKSTEP_STOPPED)
    printf("reached STP in line %02u; %s", line,
           dump_level_no_stop(w->levels->dump));
  else
    fputs(w->halted                ? "halted by the operator"
          : progress_interrupted() ? "interrupted"
                                   : "not stopped",
          stdout);
}

/* The same, and what of it a dump did not show. */
static void print_end(const struct check_work *w)
{
  const struct dump_level *const dump = w->levels->dump;
  char left_out[TEXT_SENTENCE];

  print_stop(w);
  if (dump != NULL && dump_level_cut(dump) > 0)
    printf("; the dump is cut short in its line %u", dump_level_cut(dump));
  if (w->ls.unseen > 0)
    printf("; %" PRIu64 " orders while the dump was off", w->ls.unseen);
  lockstep_left_out(&w->ls, left_out, sizeof left_out);
  puts(left_out);
}

static void print_text(const struct check_work *w)
{
  const uint64_t before = w->o->vcd != NULL ? w->o->from - 1 : 0;

  printf("%s: ", w->pr.name);
  if (w->difference[0] != '\0') {
    puts(w->difference);
    return;
  }
  print_equal(w, false);
  printf(" at %s boundary, %" PRIu64 " orders, ",
         w->ls.unseen > 0 ? "each dumped" : "every", w->ls.orders - before);
  print_end(w);
  if (w->ls.periods > 0) {
    fputs("  and ", stdout);
    print_equal(w, true);
    printf(" on every signal in %" PRIu64 " digit periods\n", w->ls.periods);
    if (w->ls.borrowed > 0)
      printf("  and without waves, where a key moves within a beat, in %" PRIu64
             " more\n",
             w->ls.borrowed);
  }
  if (w->play != NULL)
    printf("  %" PRIu64 " steps by T-next, %" PRIu64 " by the operator\n",
           w->ls.steps.next, w->ls.steps.operators);
  if (w->left != NULL)
    printf("  %s up to order %" PRIu64 " only; named in --levels it stays\n",
           w->left, w->left_after);
  fputs("  not covered: ", stdout);
  if (!print_coverage(w, "; ", print_row))
    fputs("nothing", stdout);
  putchar('\n');
}

void check_report(const struct check_work *w)
{
  (w->o->json ? print_json : print_text)(w);
}
