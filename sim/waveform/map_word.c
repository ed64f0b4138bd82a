// SPDX-License-Identifier: MIT
/*
 * map_word.c - words of the T-state as a map gives them.
 *
 *   word = part | "{" part {"," part} "}"
 *   part = name of a signal | "0b" digits | "0x" digits
 */
#include "map_reader.h"

#include <stdio.h>
#include <string.h>

/* Room for one more part of the map, or NULL and a sentence. */
static struct map_signal *new_part(const struct scanner *s, struct map *map)
{
  if (map->parts < MAP_PARTS)
    return &map->part[map->parts++];
  scanner_fault(s, s->at,
                "found more than %d signals and numbers, expected fewer",
                MAP_PARTS);
  return NULL;
}

/* 0b or 0x and digits, which count as they stand: 0b00 is two of them. */
static bool constant(struct scanner *s, struct map_signal *part)
{
  const char *const first = s->at;
  const char kind = s->end - s->at > 2 ? s->at[1] : '\0';
  const unsigned each = kind == 'b' || kind == 'B' ? 1 : 4;
  bool fits;

  if (each == 4 && kind != 'x' && kind != 'X')
    return scanner_expected(s, "the name of a signal, 0b or 0x");
  memset(part, 0, sizeof *part);
  part->line = s->line;
  part->column = (unsigned)(first - s->start) + 1;
  if (!scanner_number(s, &part->value, &fits))
    return scanner_expected(s, "0b or 0x and digits");
  part->digits = each * (unsigned)(s->at - first - 2);
  if (part->digits <= 64)
    return true;
  s->at = first;
  return scanner_expected(s, "at most 64 digits");
}

static bool part(struct scanner *s, struct map *map, struct map_word *w)
{
  struct map_signal *const p = new_part(s, map);

  scanner_blanks(s);
  w->parts++;
  return p != NULL &&
         (scanner_is_digit(scanner_next(s)) ? constant(s, p)
                                            : map_signal_name(s, p));
}

/* One part, or several in braces. */
static bool parts(struct scanner *s, struct map *map, struct map_word *w)
{
  *w = (struct map_word){ .first = map->parts };
  if (!scanner_mark(s, "{"))
    return part(s, map, w);
  do
    if (!part(s, map, w))
      return false;
  while (scanner_mark(s, ","));
  return scanner_mark(s, "}") || scanner_expected(s, "a comma or }");
}

bool map_word_line(struct scanner *s, struct map *map, struct map_word *w)
{
  if (!parts(s, map, w))
    return false;
  w->reversed = scanner_word(s, "reversed");
  return scanner_ended(s) ||
         scanner_expected(s, "reversed, or the end of the line");
}

bool map_word_store(struct scanner *s, struct map *map)
{
  if (!parts(s, map, &map->store))
    return false;
  map->store.reversed = scanner_word(s, "reversed");
  if (scanner_word(s, "line")) {
    map->line_0_leftmost = true;
    if (!scanner_word(s, "0") || !scanner_word(s, "leftmost"))
      return scanner_expected(s, "line 0 leftmost");
  }
  return scanner_ended(s) ||
         scanner_expected(s, "reversed, line 0 leftmost, or the end of the "
                             "line");
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

/* Line n as the pattern `all` has it. */
static bool fill(struct scanner *s, struct map *map, const struct map_word *all,
                 unsigned n)
{
  struct map_word *const line = &map->line[n];

  *line = *all;
  line->first = map->parts;
  for (unsigned i = 0; i < all->parts; i++) {
    const struct map_signal pattern = map->part[all->first + i];
    struct map_signal *const one = new_part(s, map);

    if (one == NULL)
      return false;
    *one = pattern;
    if (pattern.name[0] != '\0' && !filled(pattern.name, n, one->name))
      return scanner_fault(s, s->start + pattern.column - 1,
                           "found '%.60s', expected one %%u or %%02u in it, "
                           "for the number of the line",
                           pattern.name);
  }
  return true;
}

bool map_word_pattern(struct scanner *s, struct map *map)
{
  struct map_word all;

  if (!map_word_line(s, map, &all))
    return false;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (map->line[n].parts == 0 && !fill(s, map, &all, n))
      return false;
  return true;
}
