// SPDX-License-Identifier: MIT
/* options.c - the words on the command line. */
#include "options.h"

#include "common.h"
#include "values.h"

#include "sim/text/nearest.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every option once; a command accepts those that it names. */
enum option_name {
  OPTION_HELP = 'h',
  OPTION_OUTPUT = 'o',
  OPTION_AFTER = 256,
  OPTION_AHEAD,
  OPTION_AS_BUILT,
  OPTION_AT,
  OPTION_BEATS,
  OPTION_BEFORE,
  OPTION_CHECK,
  OPTION_COMPARE,
  OPTION_DIGIT_ORDER,
  OPTION_DIGIT_PERIOD,
  OPTION_DISPLAY,
  OPTION_ENGINE,
  OPTION_FIRST_LINE,
  OPTION_FOR,
  OPTION_FROM,
  OPTION_GRAIN,
  OPTION_IMAGE,
  OPTION_JSON,
  OPTION_LEVEL,
  OPTION_LEVELS,
  OPTION_LOAD,
  OPTION_LOG,
  OPTION_MAP,
  OPTION_MAX_ORDERS,
  OPTION_NO_STRINGS,
  OPTION_NO_VIEW,
  OPTION_ORDERS,
  OPTION_SAVE,
  OPTION_SIGNALS,
  OPTION_STIMULUS,
  OPTION_TRACE,
  OPTION_UNTIL,
  OPTION_VCD,
  OPTION_WHEN
};

static const struct option all[] = {
  { "after", required_argument, NULL, OPTION_AFTER },
  { "ahead", required_argument, NULL, OPTION_AHEAD },
  { "as-built", no_argument, NULL, OPTION_AS_BUILT },
  { "at", required_argument, NULL, OPTION_AT },
  { "beats", required_argument, NULL, OPTION_BEATS },
  { "before", required_argument, NULL, OPTION_BEFORE },
  { "check", no_argument, NULL, OPTION_CHECK },
  { "compare", required_argument, NULL, OPTION_COMPARE },
  { "digit-order", required_argument, NULL, OPTION_DIGIT_ORDER },
  { "digit-period", required_argument, NULL, OPTION_DIGIT_PERIOD },
  { "display", required_argument, NULL, OPTION_DISPLAY },
  { "engine", required_argument, NULL, OPTION_ENGINE },
  { "first-line", required_argument, NULL, OPTION_FIRST_LINE },
  { "for", required_argument, NULL, OPTION_FOR },
  { "from", required_argument, NULL, OPTION_FROM },
  { "grain", required_argument, NULL, OPTION_GRAIN },
  { "help", no_argument, NULL, OPTION_HELP },
  { "image", required_argument, NULL, OPTION_IMAGE },
  { "json", no_argument, NULL, OPTION_JSON },
  { "level", required_argument, NULL, OPTION_LEVEL },
  { "levels", required_argument, NULL, OPTION_LEVELS },
  { "load", required_argument, NULL, OPTION_LOAD },
  { "log", no_argument, NULL, OPTION_LOG },
  { "map", required_argument, NULL, OPTION_MAP },
  { "max-orders", required_argument, NULL, OPTION_MAX_ORDERS },
  { "no-strings", no_argument, NULL, OPTION_NO_STRINGS },
  { "no-view", no_argument, NULL, OPTION_NO_VIEW },
  { "orders", required_argument, NULL, OPTION_ORDERS },
  { "output", required_argument, NULL, OPTION_OUTPUT },
  { "save", required_argument, NULL, OPTION_SAVE },
  { "signals", required_argument, NULL, OPTION_SIGNALS },
  { "stimulus", required_argument, NULL, OPTION_STIMULUS },
  { "trace", required_argument, NULL, OPTION_TRACE },
  { "until", required_argument, NULL, OPTION_UNTIL },
  { "vcd", required_argument, NULL, OPTION_VCD },
  { "when", required_argument, NULL, OPTION_WHEN },
  { NULL, 0, NULL, 0 },
};

static bool take(int option, const char *text, struct options *o)
{
  uint64_t v = 0;

  switch (option) {
  case OPTION_AS_BUILT: o->as_built = true; return true;
  case OPTION_CHECK: o->check = true; return true;
  case OPTION_JSON: o->json = true; return true;
  case OPTION_LOG: o->log = true; return true;
  case OPTION_NO_STRINGS: o->strings = false; return true;
  case OPTION_NO_VIEW: o->no_view = true; return true;
  case OPTION_AHEAD: o->ahead = text; return true;
  case OPTION_ENGINE: o->engine = text; return value_engine(text);
  case OPTION_COMPARE: return value_compare(text, &o->compare);
  case OPTION_TRACE: o->trace = text; return true;
  case OPTION_SIGNALS: o->signals = text; return true;
  case OPTION_BEATS: return value_beats(o, text);
  case OPTION_DISPLAY: return value_display(text, &o->display);
  case OPTION_AT:
    o->has_at = true;
    return value_number("--at", text, 0, UINT64_MAX - 1, &o->at);
  case OPTION_LOAD: o->load = text; return true;
  case OPTION_SAVE: o->save = text; return true;
  case OPTION_UNTIL: o->until = text; return true;
  case OPTION_STIMULUS: o->stimulus = text; return true;
  case OPTION_OUTPUT: o->output = text; return true;
  case OPTION_GRAIN: return value_grain(text, &o->by_order);
  case OPTION_MAP: o->map = text; return true;
  case OPTION_VCD: o->vcd = text; return true;
  case OPTION_LEVELS: return value_levels(o, text);
  case OPTION_LEVEL:
    if (strchr(text, ',') != NULL)
      return value_refused("--level", text, "one level");
    return value_levels(o, text);
  case OPTION_MAX_ORDERS:
    return value_number("--max-orders", text, 0, UINT64_MAX, &o->max_orders);
  case OPTION_FROM:
    o->has_from = true;
    return value_number("--from", text, 1, UINT64_MAX / 144, &o->from);
  case OPTION_ORDERS:
    return value_number("--orders", text, 1, UINT64_MAX / 144, &o->orders);
  case OPTION_AFTER:
    o->around = true;
    return value_number("--after", text, 0, UINT32_MAX, &o->after);
  case OPTION_BEFORE:
    o->around = true;
    return value_number("--before", text, 0, UINT32_MAX, &o->before);
  case OPTION_WHEN: o->when = text; return true;
  case OPTION_FIRST_LINE:
    if (!value_number("--first-line", text, 0, 31, &v))
      return false;
    o->program.has_first = true;
    o->program.first = (unsigned)v;
    return true;
  case OPTION_IMAGE:
    if (!value_number("--image", text, 1, 2048, &v))
      return false;
    o->program.image = (unsigned)v;
    return true;
  case OPTION_DIGIT_ORDER: return value_digit_order(text, &o->program.digits);
  case OPTION_FOR: o->target = text; return true;
  case OPTION_DIGIT_PERIOD: return value_digit_period(text, &o->digit_period);
  default: return false;
  }
}

static bool usage(const struct command *c, const char *what, const char *found)
{
  fprintf(stderr, "ssem %s: %s%s%s; see ssem %s --help\n", c->name, what,
          found == NULL ? "" : " ", found == NULL ? "" : found, c->name);
  return false;
}

static const char *name_of(int option)
{
  unsigned i = 0;

  while (all[i].name != NULL && all[i].val != option)
    i++;
  return all[i].name;
}

/* Is the name one of the words of the list? */
static bool listed(const char *list, const char *name)
{
  const size_t size = strlen(name);

  for (const char *at = list; (at = strstr(at, name)) != NULL; at += size)
    if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
      return true;
  return false;
}

/* An option that the command has not; and what there is that is like it. */
static bool no_option(const struct command *c, const char *found)
{
  enum { OPTIONS = sizeof all / sizeof all[0] - 1 };
  struct nearest near = nearest_to(found, strcspn(found, "="));
  char name[OPTIONS][24], sentence[TEXT_SENTENCE] = "";
  struct text out = text_in(sentence, sizeof sentence);

  for (unsigned i = 0; i < OPTIONS; i++) {
    if (!listed(c->accepts, all[i].name))
      continue;
    snprintf(name[i], sizeof name[i], "--%s", all[i].name);
    nearest_offer(&near, name[i]);
  }
  nearest_tell(&near, &out);
  fprintf(stderr, "ssem %s: unknown option %s%s; see ssem %s --help\n", c->name,
          found, sentence, c->name);
  return false;
}

/* The word that getopt does not know: of a row of letters it has not yet left
 * it. One letter and more may be meant for a file. */
static bool unknown(const struct command *c, int argc, char **argv)
{
  const char *const next = optind < argc ? argv[optind] : "";
  const bool in_next = optopt != 0 && next[0] == '-' && next[1] == optopt;
  const char *const found = in_next ? next : argv[optind - 1];
  char text[512];

  if (found[1] == '-' || found[2] == '\0')
    return no_option(c, found);
  snprintf(text, sizeof text, "%.200s; a file of that name is ./%.200s", found,
           found);
  return usage(c, "unknown option", text);
}

/* Can it stand in a sentence, and in a view, as one line of text? */
static bool is_line(const char *name)
{
  bool good = true;

  for (; name != NULL && *name != '\0'; name++)
    good &= (unsigned char)*name >= ' ' && *name != 127;
  return good;
}

/* Can all names of files? */
static bool are_lines(const struct command *c, const struct options *o)
{
  bool good = is_line(o->output) && is_line(o->trace) && is_line(o->vcd) &&
              is_line(o->map) && is_line(o->stimulus) && is_line(o->load) &&
              is_line(o->save);

  for (unsigned i = 0; i < o->count; i++)
    good &= is_line(o->programs[i]);
  for (unsigned i = 0; i < o->level_count; i++)
    good &= is_line(o->levels[i]);
  return good || usage(c,
                       "found a file's name with a newline or another control "
                       "character in it, expected a name of one line",
                       NULL);
}

/* Is there a level that could be as built? */
static bool has_function(const struct command *c, const struct options *o)
{
  bool any = !o->as_built || o->level_count == 0;

  for (unsigned i = 0; i < o->level_count; i++)
    any |= strcmp(o->levels[i], "isa") != 0;
  return any || usage(c,
                      "--as-built: found with level isa, which has no function "
                      "staticisor, expected serial, waves, rtl or gates",
                      NULL);
}

static bool read_words(const struct command *c, int argc, char **argv,
                       struct options *o, enum status *status)
{
  int option;

  opterr = 0;
  optind = 1;
  while ((option = getopt_long(argc, argv, ":ho:", all, NULL)) != -1) {
    if (option == OPTION_HELP) {
      fputs(c->help, stdout);
      *status = finish_output(STATUS_STOPPED);
      return false;
    }
    if (option == ':')
      return usage(c, "a value is missing after", argv[optind - 1]);
    if (option == '?')
      return unknown(c, argc, argv);
    if (!listed(c->accepts, name_of(option))) {
      char found[32];

      snprintf(found, sizeof found, "--%s", name_of(option));
      return no_option(c, found);
    }
    if (!take(option, optarg, o))
      return false;
  }
  o->programs = argv + optind;
  o->count = (unsigned)(argc - optind);
  if (o->count == 0 && o->stimulus == NULL && o->load == NULL)
    return usage(c, "no PROGRAM given", NULL);
  if (o->count > 1 && !c->several)
    return usage(c, "one PROGRAM expected, found also", o->programs[1]);
  return true;
}

bool options_read(const struct command *c, int argc, char **argv,
                  struct options *o, enum status *status)
{
  memset(o, 0, sizeof *o);
  o->max_orders = UINT64_MAX;
  o->from = 1;
  o->before = 2;
  o->after = 2;
  o->last_beat = 3;
  o->display = 'S';
  o->digit_period = 100;
  o->strings = true;
  *status = STATUS_USAGE;
  if (!read_words(c, argc, argv, o, status))
    return false;
  o->levels_given = o->level_count > 0;
  return are_lines(c, o) && has_function(c, o) &&
         (o->levels_given || c->levels == NULL || value_levels(o, c->levels));
}

void options_free(struct options *o)
{
  free(o->level_list);
}

enum status status_worse(enum status a, enum status b)
{
  static const enum status worst_first[] = { STATUS_INTERRUPTED, STATUS_USAGE,
                                             STATUS_OUTPUT, STATUS_DIFFERS,
                                             STATUS_LIMIT };

  for (unsigned i = 0; i < sizeof worst_first / sizeof worst_first[0]; i++)
    if (a == worst_first[i] || b == worst_first[i])
      return worst_first[i];
  return STATUS_STOPPED;
}
