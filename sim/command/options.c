// SPDX-License-Identifier: MIT
/* options.c - the words on the command line. */
#include "options.h"

#include "common.h"

#include "sim/order.h"
#include "sim/text/time_unit.h"

#include <errno.h>
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
  OPTION_COMPARE,
  OPTION_DIGIT_PERIOD,
  OPTION_DISPLAY,
  OPTION_ENGINE,
  OPTION_FIRST_LINE,
  OPTION_FROM,
  OPTION_GRAIN,
  OPTION_JSON,
  OPTION_LEVEL,
  OPTION_LEVELS,
  OPTION_LOG,
  OPTION_MAP,
  OPTION_MAX_ORDERS,
  OPTION_NO_STRINGS,
  OPTION_NO_VIEW,
  OPTION_ORDERS,
  OPTION_SIGNALS,
  OPTION_TRACE,
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
  { "compare", required_argument, NULL, OPTION_COMPARE },
  { "digit-period", required_argument, NULL, OPTION_DIGIT_PERIOD },
  { "display", required_argument, NULL, OPTION_DISPLAY },
  { "engine", required_argument, NULL, OPTION_ENGINE },
  { "first-line", required_argument, NULL, OPTION_FIRST_LINE },
  { "from", required_argument, NULL, OPTION_FROM },
  { "grain", required_argument, NULL, OPTION_GRAIN },
  { "help", no_argument, NULL, OPTION_HELP },
  { "json", no_argument, NULL, OPTION_JSON },
  { "level", required_argument, NULL, OPTION_LEVEL },
  { "levels", required_argument, NULL, OPTION_LEVELS },
  { "log", no_argument, NULL, OPTION_LOG },
  { "map", required_argument, NULL, OPTION_MAP },
  { "max-orders", required_argument, NULL, OPTION_MAX_ORDERS },
  { "no-strings", no_argument, NULL, OPTION_NO_STRINGS },
  { "no-view", no_argument, NULL, OPTION_NO_VIEW },
  { "orders", required_argument, NULL, OPTION_ORDERS },
  { "output", required_argument, NULL, OPTION_OUTPUT },
  { "signals", required_argument, NULL, OPTION_SIGNALS },
  { "trace", required_argument, NULL, OPTION_TRACE },
  { "vcd", required_argument, NULL, OPTION_VCD },
  { "when", required_argument, NULL, OPTION_WHEN },
  { NULL, 0, NULL, 0 },
};

static bool complain(const char *option, const char *found,
                     const char *expected)
{
  fprintf(stderr, "ssem: %s: found '%s', expected %s\n", option, found,
          expected);
  return false;
}

static bool number(const char *option, const char *text, uint64_t least,
                   uint64_t most, uint64_t *value)
{
  char expected[80];
  char *end;
  unsigned long long v;

  errno = 0;
  v = strtoull(text, &end, 10);
  if (text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0 &&
      v >= least && v <= most) {
    *value = v;
    return true;
  }
  if (most == UINT64_MAX)
    snprintf(expected, sizeof expected, "a whole number from %llu up",
             (unsigned long long)least);
  else
    snprintf(expected, sizeof expected, "a whole number from %llu to %llu",
             (unsigned long long)least, (unsigned long long)most);
  return complain(option, text, expected);
}

/* A decimal time in ns, us or ms, in units of 100 ns; 0 if it is none. */
static unsigned hundreds_of_ns(const char *text)
{
  const size_t digits = strspn(text, "0123456789.");
  const double unit = time_unit(text + digits, strlen(text + digits));
  char *end;
  double hundreds;

  if (digits == 0 || unit < 0.9e-9 || unit > 1.1e-3)
    return 0;
  hundreds = strtod(text, &end) * unit / 1e-7;
  if (end != text + digits || hundreds < 0.5 || hundreds > 1e8)
    return 0;
  if (hundreds - (double)(unsigned)(hundreds + 0.5) > 1e-6 ||
      (double)(unsigned)(hundreds + 0.5) - hundreds > 1e-6)
    return 0;
  return (unsigned)(hundreds + 0.5);
}

static bool level_names(struct options *o, const char *text)
{
  char *name = strdup(text);

  free(o->level_list);
  o->level_list = name;
  o->level_count = 0;
  while (name != NULL) {
    char *const comma = strchr(name, ',');

    if (o->level_count == OPTIONS_LEVELS)
      return complain("--levels", text, "at most 8 levels");
    if (comma != NULL)
      *comma = '\0';
    o->levels[o->level_count++] = name;
    name = comma == NULL ? NULL : comma + 1;
  }
  return true;
}

static bool is_engine(const char *text)
{
  if (strcmp(text, "tick") == 0)
    return complain("--engine", text, "an engine of isa; use --level serial");
  if (strcmp(text, "waves") == 0)
    return complain("--engine", text, "an engine of isa; use --level waves");
  return strcmp(text, "translate") == 0 || strcmp(text, "interpret") == 0 ||
         complain("--engine", text, "translate or interpret (isa)");
}

static bool compare_what(const char *text, enum compare_what *what)
{
  *what = strcmp(text, "digit") == 0 ? COMPARE_DIGIT : COMPARE_BOUNDARY;
  return strcmp(text, "digit") == 0 || strcmp(text, "boundary") == 0 ||
         complain("--compare", text, "digit or boundary");
}

/* A beat, or the first and the last of several: "A2", "S1-A1". */
static bool beat_range(struct options *o, const char *text)
{
  const unsigned first = order_find_beat(text);
  const bool two = first < 4 && text[2] == '-';
  const unsigned last = two ? order_find_beat(text + 3) : first;

  if (first == 4 || last == 4 || text[two ? 5 : 2] != '\0')
    return complain("--beats", text, "a beat or two, such as A2 or S1-A1");
  o->first_beat = first;
  o->last_beat = last < first ? last + 4 : last;
  return true;
}

static bool display(struct options *o, const char *text)
{
  if (strlen(text) == 1 && strchr("SAC", text[0]) != NULL) {
    o->display = text[0];
    return true;
  }
  return complain("--display", text,
                  "S (store), A (accumulator) or C (control)");
}

static bool take(int option, const char *text, struct options *o)
{
  uint64_t v = 0;

  switch (option) {
  case OPTION_AS_BUILT: o->as_built = true; return true;
  case OPTION_JSON: o->json = true; return true;
  case OPTION_LOG: o->log = true; return true;
  case OPTION_NO_STRINGS: o->strings = false; return true;
  case OPTION_NO_VIEW: o->no_view = true; return true;
  case OPTION_AHEAD: o->ahead = text; return true;
  case OPTION_ENGINE: o->engine = text; return is_engine(text);
  case OPTION_COMPARE: return compare_what(text, &o->compare);
  case OPTION_TRACE: o->trace = text; return true;
  case OPTION_SIGNALS: o->signals = text; return true;
  case OPTION_BEATS: return beat_range(o, text);
  case OPTION_DISPLAY: return display(o, text);
  case OPTION_AT:
    o->has_at = true;
    return number("--at", text, 0, UINT64_MAX - 1, &o->at);
  case OPTION_OUTPUT: o->output = text; return true;
  case OPTION_GRAIN:
    o->by_order = strcmp(text, "order") == 0;
    return o->by_order || strcmp(text, "digit") == 0 ||
           complain("--grain", text, "digit or order");
  case OPTION_MAP: o->map = text; return true;
  case OPTION_VCD: o->vcd = text; return true;
  case OPTION_LEVELS: return level_names(o, text);
  case OPTION_LEVEL:
    if (strchr(text, ',') != NULL)
      return complain("--level", text, "one level");
    return level_names(o, text);
  case OPTION_MAX_ORDERS:
    return number("--max-orders", text, 0, UINT64_MAX, &o->max_orders);
  case OPTION_FROM:
    return number("--from", text, 1, UINT64_MAX / 144, &o->from);
  case OPTION_ORDERS:
    return number("--orders", text, 1, UINT64_MAX / 144, &o->orders);
  case OPTION_AFTER:
    o->around = true;
    return number("--after", text, 0, UINT32_MAX, &o->after);
  case OPTION_BEFORE:
    o->around = true;
    return number("--before", text, 0, UINT32_MAX, &o->before);
  case OPTION_WHEN: o->when = text; return true;
  case OPTION_FIRST_LINE:
    if (!number("--first-line", text, 0, 31, &v))
      return false;
    o->first_line = (unsigned)v;
    return true;
  case OPTION_DIGIT_PERIOD:
    o->digit_period = hundreds_of_ns(text);
    return o->digit_period != 0 ||
           complain("--digit-period", text,
                    "a time such as 10us or 8.5us, a multiple of 100 ns");
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
      return usage(c, "unknown option", argv[optind - 1]);
    if (!listed(c->accepts, name_of(option))) {
      char found[32];

      snprintf(found, sizeof found, "--%s", name_of(option));
      return usage(c, "unknown option", found);
    }
    if (!take(option, optarg, o))
      return false;
  }
  o->programs = argv + optind;
  o->count = (unsigned)(argc - optind);
  if (o->count == 0)
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
  o->first_line = 1;
  o->digit_period = 100;
  o->strings = true;
  *status = STATUS_USAGE;
  if (!read_words(c, argc, argv, o, status))
    return false;
  o->levels_given = o->level_count > 0;
  return o->levels_given || c->levels == NULL || level_names(o, c->levels);
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
