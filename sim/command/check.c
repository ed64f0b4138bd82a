// SPDX-License-Identifier: MIT
/* check.c - ssem check: compare levels, digit period by digit period. */
#include "check_levels.h"
#include "common.h"
#include "progress.h"

#include "tracegen/trace.h"

#include <stdio.h>
#include <string.h>

/* The dump among the levels; NULL if there is none. */
static const char *dump_of(const struct options *o)
{
  const char *dump = o->vcd;

  for (unsigned i = 0; i < o->level_count; i++)
    if (!level_known(o->levels[i]) && dump_level_named(o->levels[i]))
      dump = o->levels[i];
  return dump;
}

/* What is wrong with the options if a dump is to be compared. */
static const char *dump_contradiction(const struct options *o)
{
  const char *const dump = dump_of(o);

  if (dump == NULL || o->map == NULL)
    return "--vcd, or a dump in --levels, and --map belong together";
  if (o->count != 1)
    return "one PROGRAM expected with a dump";
  if ((strcmp(dump, "-") == 0) + (strcmp(o->map, "-") == 0) +
        (strcmp(o->programs[0], "-") == 0) >
      1)
    return "only one of --vcd, --map and PROGRAM can be '-'";
  if (o->vcd != NULL && o->levels_given)
    return "--levels: found with --vcd, expected the dump among the levels";
  if (o->vcd != NULL && o->trace != NULL)
    return "--trace: found with --vcd, expected with --levels";
  if (o->as_built)
    return "--as-built: found with a dump, expected with levels alone";
  if (o->vcd != NULL && o->ahead != NULL)
    return "--ahead: found with --vcd, expected with --levels";
  if (o->vcd == NULL && dump == o->levels[0])
    return "--levels: found a dump first, expected a level before it";
  for (unsigned i = 0; i < o->level_count; i++)
    if (o->levels[i] != dump && !level_known(o->levels[i]) &&
        dump_level_named(o->levels[i]))
      return "--levels: found two dumps, expected one at most";
  return NULL;
}

/* What is wrong with the options; NULL if nothing. */
static const char *contradiction(const struct options *o)
{
  const char *wrong = NULL;

  if (dump_of(o) != NULL || o->map != NULL)
    wrong = dump_contradiction(o);
  if (wrong != NULL || o->vcd != NULL)
    return wrong;
  if (o->level_count < 2)
    return "--levels: found one level, expected two or more with commas "
           "between, such as isa,serial";
  if (o->as_built && o->ahead != NULL && strcmp(o->ahead, "isa") == 0)
    return "--ahead: found isa with --as-built, expected another level";
  if (o->ahead != NULL && o->from == 1)
    return "--ahead: found without --from, expected with it";
  if (o->from > 1 && o->from > o->max_orders)
    return "--from: expected no more than --max-orders";
  if (o->trace != NULL && o->count > 1)
    return "--trace: found with several programs, expected one";
  return NULL;
}

static void close_all(const struct check_levels *levels)
{
  for (unsigned i = 0; i < levels->count; i++)
    levels->level[i]->ops->close(levels->level[i]);
  if (levels->dump != NULL)
    dump_level(levels->dump)->ops->close(dump_level(levels->dump));
}

/* Open the dump, if there is one. */
static bool open_dump(const struct options *o, struct check_levels *levels,
                      enum status *status)
{
  char text[TEXT_SENTENCE];
  enum dump_opened opened;

  if (dump_of(o) == NULL)
    return true;
  levels->dump = dump_level_open(dump_of(o), o->map, &opened, text);
  if (levels->dump != NULL)
    return true;
  fprintf(stderr, "%s\n", text);
  *status = opened == DUMP_NO_TOOL ? STATUS_OUTPUT : STATUS_USAGE;
  return false;
}

/* Open the levels. One that is not in this build is gone without if nobody
 * named it; else, or if there is no such level, false, and nothing is open. */
static bool open_all(const struct options *o, struct check_levels *levels,
                     enum status *status)
{
  const struct level_options options = { .as_built = o->as_built,
                                         .engine = o->engine };

  *levels = (struct check_levels){ .count = 0 };
  for (unsigned i = 0; i < o->level_count; i++) {
    char text[TEXT_SENTENCE];
    struct level *l;

    if (o->levels[i] == dump_of(o))
      continue;
    l = level_open(o->levels[i], &options, text);
    if (l != NULL) {
      levels->level[levels->count++] = l;
      continue;
    }
    fprintf(stderr, "ssem: %s\n", text);
    if (o->levels_given || !level_known(o->levels[i])) {
      *status = level_known(o->levels[i]) ? STATUS_OUTPUT : STATUS_USAGE;
      close_all(levels);
      return false;
    }
    levels->absent[levels->absent_count++] = o->levels[i];
  }
  if (open_dump(o, levels, status))
    return true;
  close_all(levels);
  return false;
}

/* --vcd FILE is --levels isa,FILE with --max-orders counted from --from. */
static struct options in_full(const struct options *o)
{
  struct options full = *o;

  if (o->vcd == NULL)
    return full;
  full.levels[0] = "isa";
  full.level_count = 1;
  full.levels_given = true;
  full.max_orders = o->max_orders > UINT64_MAX - (o->from - 1)
                      ? UINT64_MAX
                      : o->max_orders + (o->from - 1);
  return full;
}

/* Each program by all levels that could be opened. */
static enum status check_all(const struct options *o)
{
  struct options present = *o;
  struct check_levels levels;
  enum status status = STATUS_STOPPED;

  if (!open_all(o, &levels, &status))
    return status;
  present.level_count = levels.count;
  for (unsigned i = 0; i < levels.count; i++)
    present.levels[i] = levels.level[i]->ops->name;
  for (unsigned i = 0; i < o->count && !progress_interrupted(); i++)
    status =
      status_worse(status, check_program(&present, &levels, o->programs[i]));
  close_all(&levels);
  return finish_output(status);
}

/* What --stimulus does not go with; NULL if nothing. */
static const char *played_contradiction(const struct options *o)
{
  if (!play_asked(o))
    return NULL;
  if (dump_of(o) != NULL || o->map != NULL)
    return "--stimulus or --load: found with a dump, expected with levels "
           "alone";
  if (o->count > 1)
    return "--stimulus: found with several programs, expected one at most";
  if (o->from > 1 || o->trace != NULL || o->compare == COMPARE_BOUNDARY)
    return "--from, --trace or --compare boundary: found with --stimulus or "
           "--load, expected without";
  return NULL;
}

/* One stimulus by all levels that could be opened. */
static enum status check_played(const struct options *o)
{
  struct check_levels levels;
  enum status status = STATUS_USAGE;
  struct play y;

  if (!play_load(o, &y))
    return STATUS_USAGE;
  if (open_all(&y.o, &levels, &status)) {
    status = check_stimulus(&y, &levels);
    close_all(&levels);
  }
  play_free(&y);
  return finish_output(status);
}

static enum status check(const struct options *o)
{
  const struct options full = in_full(o);

  if (played_contradiction(o) != NULL) {
    fprintf(stderr, "ssem: %s\n", played_contradiction(o));
    return STATUS_USAGE;
  }
  if (contradiction(o) != NULL) {
    fprintf(stderr, "ssem: %s\n", contradiction(o));
    return STATUS_USAGE;
  }
  if (o->trace != NULL && !trace_named(o->trace)) {
    fprintf(stderr,
            "ssem: --trace: found '%s', expected a name that ends in .vcd, "
            ".vcd.gz, .fst or .svg\n",
            o->trace);
    return STATUS_USAGE;
  }
  return play_asked(o) ? check_played(o) : check_all(&full);
}

const struct command command_check = {
  .name = "check",
  .accepts = OPTIONS_RUN " levels compare from ahead trace vcd map json",
  .several = true,
  .levels = "isa,serial,waves,rtl",
  .obey = check,
  .help =
    "ssem check PROGRAM... - compare levels as they obey it side by side\n"
    "\n"
    "After every order the whole T-state (CI, A and 32 lines) must be equal, "
    "and\n"
    "every signal in every digit period at those levels that have such. The "
    "first\n"
    "difference is told with order, bar, beat, digit, what was expected and "
    "found,\n"
    "and which level stands alone. Where all agree, \"not covered\" names "
    "what the\n"
    "program did not try; programs/conformance-*.asm try everything.\n"
    "\n"
    "  --levels L,L...   of isa, serial, waves, rtl and gates. Default: isa,\n"
    "                    serial, waves and rtl, without one that is not "
    "built;\n"
    "                    rtl then leaves after 20,000 orders\n"
    "  --compare WHAT    digit: every signal to the STP; boundary: only "
    "T-states.\n"
    "                    Default: digit for the first 20,000 orders, then\n"
    "                    boundary\n"
    "  --from N          begin with order N (default 1); with --vcd: the dump\n"
    "                    begins there\n"
    "  --ahead L         the level that obeys the orders before N, and hands "
    "over\n"
    "                    (default isa, as built waves); a note says which\n"
    "  --trace FILE.vcd  write the bars around a first difference, from four\n"
    "                    before to one after, a file for each level:\n"
    "                    FILE-serial.vcd, FILE-rtl.vcd\n"
    "  --engine E        of isa: translate (default) or interpret\n"
    "  --vcd FILE        any machine's dump (.vcd .vcd.gz .fst) against isa,\n"
    "  --map FILE        with the map that says which of its signals is what;\n"
    "                    see docs/how-to/check-your-own-machine.md. A dump "
    "may\n"
    "                    also stand in --levels, once and not first\n"
    "  --json            one JSON object a program, one a line\n"
    "  --as-built        sample the function staticisor in S1 too, as in "
    "1948\n" OPTIONS_PROGRAM_HELP OPTIONS_STIMULUS_HELP
    "  --max-orders N    compare N orders (default: up to STP)\n"
    "  --digit-period T  accepted, as in run; no time is shown here\n"
    "\n"
    "  ssem check programs/*.asm\n"
    "  ssem check --levels isa,serial,rtl,gates programs/first-35.asm\n"
    "  ssem check --vcd mine.vcd --map mine.map programs/first-35.asm\n"
    "  ssem check --levels isa,serial,mine.vcd --map mine.map first-35.asm\n"
    "\n"
    "Exit status: 0 all agree and have stopped, 1 levels differ, 2 bad usage "
    "or\n"
    "program, 3 all agree, some not stopped, 4 output failed or level "
    "missing,\n"
    "130 interrupted; of several programs the worst, in the order 2, 4, 1, "
    "3.\n",
};
