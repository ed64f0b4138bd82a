// SPDX-License-Identifier: MIT
/* map_signal.c - signals as a map names them. */
#include "map_reader.h"

#include <stdio.h>
#include <string.h>

static bool in_name(char c)
{
  return scanner_is_name(c) || (c != '\0' && strchr("$[]:%/\\", c) != NULL);
}

/* These words cannot be a name, but in quotes. */
static bool is_reserved(const char *name)
{
  static const char *const reserved[] = { "if",      "rise",    "fall",
                                          "posedge", "negedge", "change" };

  for (unsigned i = 0; i < sizeof reserved / sizeof reserved[0]; i++)
    if (strcmp(name, reserved[i]) == 0)
      return true;
  return false;
}

/* The characters of a name into signal->name, without the \ of its parts. */
static bool take_name(struct scanner *s, bool quoted, struct map_signal *signal)
{
  const char *const first = s->at;
  size_t n = 0;
  char c;

  for (; (c = scanner_next(s)) != '\0' && (quoted ? c != '"' : in_name(c));
       s->at++) {
    if (n == MAP_NAME - 1)
      return scanner_fault(s, first,
                           "found a name of more than %d characters, expected "
                           "a shorter one",
                           MAP_NAME - 1);
    if (c != '\\' || (n > 0 && signal->name[n - 1] != '.'))
      signal->name[n++] = c;
  }
  return true;
}

bool map_signal_name(struct scanner *s, struct map_signal *signal)
{
  const char *first;
  bool quoted;

  scanner_blanks(s);
  first = s->at;
  memset(signal, 0, sizeof *signal);
  signal->line = s->line;
  signal->column = (unsigned)(first - s->start) + 1;
  quoted = scanner_mark(s, "\"");
  if ((quoted || scanner_is_letter(scanner_next(s)) ||
       scanner_next(s) == '\\') &&
      !take_name(s, quoted, signal))
    return false;
  if (quoted && !scanner_mark(s, "\""))
    return scanner_expected(s, "a closing \"");
  if (signal->name[0] != '\0' && (quoted || !is_reserved(signal->name)))
    return true;
  s->at = first;
  return scanner_expected(s, "the name of a signal");
}

bool map_signal_line(struct scanner *s, struct map_signal *signal)
{
  struct map_signal found = { .line = 0 };

  if (!map_signal_name(s, &found))
    return false;
  found.reversed = scanner_word(s, "reversed");
  if (!scanner_ended(s))
    return scanner_expected(s, "reversed, or the end of the line");
  *signal = found;
  return true;
}

/* The pattern with n for %u, %2u or %02u; false if it has not exactly one, or
 * grows too long. */
static bool filled(const char *pattern, unsigned n, char name[MAP_NAME])
{
  const char *const at = strchr(pattern, '%');
  const char *u = at == NULL ? "" : at + 1;
  unsigned width = 0;
  bool zeros = false;
  char number[16];

  if (*u == '0') {
    zeros = true;
    u++;
  }
  if (*u >= '1' && *u <= '9')
    width = (unsigned)(*u++ - '0');
  if (*u != 'u' || strchr(u, '%') != NULL)
    return false;
  snprintf(number, sizeof number, zeros ? "%0*u" : "%*u", (int)width, n);
  return snprintf(name, MAP_NAME, "%.*s%s%s", (int)(at - pattern), pattern,
                  number, u + 1) < MAP_NAME;
}

bool map_signal_pattern(struct scanner *s, struct map *map)
{
  struct map_signal all = { .line = 0 };

  if (!map_signal_line(s, &all))
    return false;
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    struct map_signal one = all;

    if (!filled(all.name, n, one.name))
      return scanner_fault(s, s->start + all.column - 1,
                           "found '%.60s', expected one %%u or %%02u in it, "
                           "for the number of the line",
                           all.name);
    if (map->line[n].name[0] == '\0')
      map->line[n] = one;
  }
  return true;
}
