// SPDX-License-Identifier: MIT
/* map_signal.c - signals as a map names them. */
#include "map_reader.h"

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
  signal->quoted = quoted;
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
