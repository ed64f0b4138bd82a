// SPDX-License-Identifier: MIT
/* values.c - the values that options take. */
#include "values.h"

#include "sim/order.h"
#include "sim/text/time_unit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool value_refused(const char *option, const char *found, const char *expected)
{
  fprintf(stderr, "ssem: %s: found '%s', expected %s\n", option, found,
          expected);
  return false;
}

bool value_number(const char *option, const char *text, uint64_t least,
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
  return value_refused(option, text, expected);
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

bool value_digit_period(const char *text, unsigned *hundreds)
{
  *hundreds = hundreds_of_ns(text);
  return *hundreds != 0 ||
         value_refused("--digit-period", text,
                       "a time such as 10us or 8.5us, a multiple of 100 ns");
}

bool value_levels(struct options *o, const char *text)
{
  char *name = strdup(text);

  free(o->level_list);
  o->level_list = name;
  o->level_count = 0;
  while (name != NULL) {
    char *const comma = strchr(name, ',');

    if (o->level_count == OPTIONS_LEVELS)
      return value_refused("--levels", text, "at most 8 levels");
    if (comma != NULL)
      *comma = '\0';
    o->levels[o->level_count++] = name;
    name = comma == NULL ? NULL : comma + 1;
  }
  return true;
}

bool value_engine(const char *text)
{
  if (strcmp(text, "tick") == 0)
    return value_refused("--engine", text,
                         "an engine of isa; use --level serial");
  if (strcmp(text, "waves") == 0)
    return value_refused("--engine", text,
                         "an engine of isa; use --level waves");
  return strcmp(text, "translate") == 0 || strcmp(text, "interpret") == 0 ||
         value_refused("--engine", text, "translate or interpret (isa)");
}

bool value_grain(const char *text, bool *by_order)
{
  *by_order = strcmp(text, "order") == 0;
  return *by_order || strcmp(text, "digit") == 0 ||
         value_refused("--grain", text, "digit or order");
}

bool value_compare(const char *text, enum compare_what *what)
{
  *what = strcmp(text, "digit") == 0 ? COMPARE_DIGIT : COMPARE_BOUNDARY;
  return strcmp(text, "digit") == 0 || strcmp(text, "boundary") == 0 ||
         value_refused("--compare", text, "digit or boundary");
}

bool value_beats(struct options *o, const char *text)
{
  const unsigned first = order_find_beat(text);
  const bool two = first < 4 && text[2] == '-';
  const unsigned last = two ? order_find_beat(text + 3) : first;

  if (first == 4 || last == 4 || text[two ? 5 : 2] != '\0')
    return value_refused("--beats", text, "a beat or two, such as A2 or S1-A1");
  o->first_beat = first;
  o->last_beat = last < first ? last + 4 : last;
  return true;
}

bool value_digit_order(const char *text, enum program_digits *digits)
{
  *digits = strcmp(text, "0-first") == 0 ? PROGRAM_0_FIRST : PROGRAM_31_FIRST;
  return *digits == PROGRAM_0_FIRST || strcmp(text, "31-first") == 0 ||
         value_refused("--digit-order", text, "0-first or 31-first");
}

bool value_display(const char *text, char *display)
{
  if (strlen(text) == 1 && strchr("SAC", text[0]) != NULL) {
    *display = text[0];
    return true;
  }
  return value_refused("--display", text,
                       "S (store), A (accumulator) or C (control)");
}
