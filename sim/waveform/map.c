// SPDX-License-Identifier: MIT
/* map.c - a map, line by line. */
#include "map.h"

#include "map_reader.h"
#include "sim/text/text_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* S[n] or S[*], from first on; the cursor is behind the bracket. Digit n of
 * *given: S[n] has been there; digit 32: S[*]. */
static bool line_of_store(struct scanner *s, const char *first, struct map *map,
                          uint64_t *given)
{
  const bool all = scanner_mark(s, "*");
  const char *const number = s->at;
  const uint64_t n = all ? SSEM_LINES : scanner_decimal(s);

  if (!all && (s->at == number || n >= SSEM_LINES)) {
    s->at = number;
    return scanner_expected(s, "a line 0 to 31, or *");
  }
  if (*given >> n & 1)
    return all ? scanner_fault(s, first, "found a second 'S[*]', expected one")
               : scanner_fault(s, first, "found a second 'S[%u]', expected one",
                               (unsigned)n);
  *given |= (uint64_t)1 << n;
  if (!scanner_mark(s, "]") || !scanner_mark(s, "="))
    return scanner_expected(s, "] and =");
  return all ? map_word_pattern(s, map) : map_word_line(s, map, &map->line[n]);
}

/* A number from least to most, and the end of the line. */
static bool whole_number(struct scanner *s, int64_t least, int64_t most,
                         int64_t *value)
{
  const char *const first = s->at;
  const bool negative = scanner_mark(s, "-");
  uint64_t n;
  bool fits;

  scanner_blanks(s);
  if (!scanner_number(s, &n, &fits))
    return scanner_expected(s, "a whole number");
  *value = n > INT32_MAX ? most + 1 : negative ? -(int64_t)n : (int64_t)n;
  if (*value < least || *value > most)
    return scanner_fault(s, first,
                         "found a number out of range, expected %ld to %ld",
                         (long)least, (long)most);
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

static bool offset(struct scanner *s, struct map *map)
{
  int64_t number = 0;
  const bool good = whole_number(s, -INT32_MAX, INT32_MAX, &number);

  map->offset = (int32_t)number;
  return good;
}

static bool first_boundary(struct scanner *s, struct map *map)
{
  int64_t number = 1;
  const bool good = whole_number(s, 1, INT32_MAX, &number);

  map->first = (unsigned)number;
  return good;
}

static bool sample(struct scanner *s, struct map *map)
{
  map->before = scanner_word(s, "before");
  if (!map->before && !scanner_word(s, "after"))
    return scanner_expected(s, "before or after");
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

static bool unknown(struct scanner *s, struct map *map)
{
  map->ignore = scanner_word(s, "ignore");
  if (!map->ignore && !scanner_word(s, "differs"))
    return scanner_expected(s, "ignore or differs");
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

static bool accumulator(struct scanner *s, struct map *map)
{
  return map_word_line(s, map, &map->A);
}

static bool control_instruction(struct scanner *s, struct map *map)
{
  return map_word_line(s, map, &map->CI);
}

static const struct {
  const char *name;
  bool (*read)(struct scanner *s, struct map *map); /* what is behind the = */
  bool needed;
} keys[] = {
  { "A", accumulator, true },         { "CI", control_instruction, true },
  { "S", map_word_store, false },     { "boundary", map_boundary, true },
  { "offset", offset, false },        { "sample", sample, false },
  { "first", first_boundary, false }, { "stop", map_stop, false },
  { "unknown", unknown, false },
};

enum { KEYS = sizeof keys / sizeof keys[0] };

/* What of a map has been there. */
struct given {
  bool key[KEYS];
  uint64_t lines; /* of line_of_store() */
};

static bool unknown_key(struct scanner *s)
{
  struct nearest near =
    nearest_to(s->at, (size_t)(scanner_word_end(s) - s->at));

  for (unsigned k = 0; k < KEYS; k++)
    nearest_offer(&near, keys[k].name);
  return scanner_unknown(s,
                         "A, CI, S, S[*], S[n], boundary, stop, offset, "
                         "sample, first or unknown",
                         &near);
}

/* One line that is not blank. */
static bool statement(struct scanner *s, struct map *map, struct given *given)
{
  const char *const first = s->at;
  unsigned k = 0;

  if (scanner_mark(s, "S["))
    return line_of_store(s, first, map, &given->lines);
  while (k < KEYS && !scanner_word(s, keys[k].name))
    k++;
  if (k == KEYS)
    return unknown_key(s);
  if (given->key[k])
    return scanner_fault(s, first, "found a second '%s', expected one",
                         keys[k].name);
  given->key[k] = true;
  if (!scanner_mark(s, "="))
    return scanner_expected(s, "=");
  scanner_blanks(s);
  return keys[k].read(s, map);
}

bool map_parse(const char *name, const char *bytes, size_t size,
               struct map *map, char text[TEXT_SENTENCE])
{
  struct given given = { .lines = 0 };
  struct scanner s;

  memset(map, 0, sizeof *map);
  snprintf(map->name, sizeof map->name, "%s", name);
  map->first = 1;
  scanner_open(&s, map->name, bytes, size, text);
  if (size > MAP_LARGEST)
    return scanner_fault(
      &s, s.start, "found more than %d bytes, expected a map", MAP_LARGEST);
  if (!scanner_is_text(&s))
    return false;
  while (scanner_line(&s, "#", ""))
    if (!statement(&s, map, &given))
      return false;
  for (unsigned k = 0; k < KEYS; k++)
    if (keys[k].needed && !given.key[k]) {
      snprintf(text, TEXT_SENTENCE,
               "%.255s: found no %s, expected a line '%s = ...'", map->name,
               keys[k].name, keys[k].name);
      return false;
    }
  return true;
}

bool map_load(const char *name, struct map *map, char text[TEXT_SENTENCE])
{
  size_t size;
  char *const bytes = text_file_read(name, MAP_LARGEST, &size, text);
  const bool good = bytes != NULL && map_parse(name, bytes, size, map, text);

  free(bytes);
  return good;
}
