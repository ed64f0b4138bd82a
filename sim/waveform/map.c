// SPDX-License-Identifier: MIT
/* map.c - a map, line by line. */
#include "map.h"

#include "map_reader.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool map_fault(struct map_reader *r, const char *at, const char *format, ...)
{
  va_list args;
  const int n = snprintf(r->text, MAP_TEXT, "%.255s:%u:%u: ", r->map->name,
                         r->line, (unsigned)(at - r->start) + 1);

  va_start(args, format);
  vsnprintf(r->text + n, MAP_TEXT - (size_t)n, format, args);
  va_end(args);
  return false;
}

static bool is_space(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool in_name(char c)
{
  return is_letter(c) || (c >= '0' && c <= '9') ||
         (c != '\0' && strchr(".$[]:%/\\", c) != NULL);
}

bool map_expected(struct map_reader *r, const char *expected)
{
  char found[48] = "the end of the line";
  const char *c = r->at;
  size_t n = 0;

  if (c < r->end) {
    found[n++] = '\'';
    do
      found[n++] = *c > ' ' && *c <= '~' ? *c : '?';
    while (in_name(*c) && ++c < r->end && in_name(*c) && n < sizeof found - 2);
    found[n++] = '\'';
    found[n] = '\0';
  }
  return map_fault(r, r->at, "found %s, expected %s", found, expected);
}

void map_blanks(struct map_reader *r)
{
  while (r->at < r->end && is_space(*r->at))
    r->at++;
}

bool map_mark(struct map_reader *r, const char *mark)
{
  const size_t n = strlen(mark);

  map_blanks(r);
  if ((size_t)(r->end - r->at) < n || memcmp(r->at, mark, n) != 0)
    return false;
  r->at += n;
  return true;
}

bool map_word(struct map_reader *r, const char *name)
{
  const char *const before = r->at;

  if (map_mark(r, name) && (r->at == r->end || !in_name(*r->at)))
    return true;
  r->at = before;
  map_blanks(r);
  return false;
}

bool map_number(struct map_reader *r, uint64_t *value)
{
  const char *const first = r->at;
  uint64_t base = 10;

  if (map_mark(r, "0x") || map_mark(r, "0X"))
    base = 16;
  else if (map_mark(r, "0b") || map_mark(r, "0B"))
    base = 2;
  *value = 0;
  for (const char *const begin = r->at;; r->at++) {
    const char c = r->at < r->end ? *r->at : ' ';
    const uint64_t d = c >= '0' && c <= '9'   ? (uint64_t)(c - '0')
                       : c >= 'a' && c <= 'f' ? (uint64_t)(c - 'a') + 10
                       : c >= 'A' && c <= 'F' ? (uint64_t)(c - 'A') + 10
                                              : 99;

    if (d < base && *value <= (UINT64_MAX - d) / base) {
      *value = *value * base + d;
      continue;
    }
    if (r->at > begin && !in_name(c))
      return true;
    r->at = first;
    return map_expected(r, "a number: decimal, 0x or 0b, 64 digits at most");
  }
}

bool map_name(struct map_reader *r, struct map_signal *s)
{
  static const char *const reserved[] = { "if",      "rise",    "fall",
                                          "posedge", "negedge", "change" };
  bool quoted;
  size_t n = 0;

  map_blanks(r);
  memset(s, 0, sizeof *s);
  s->line = r->line;
  s->column = (unsigned)(r->at - r->start) + 1;
  quoted = map_mark(r, "\"");
  if (!quoted && (r->at == r->end || !(is_letter(*r->at) || *r->at == '\\')))
    return map_expected(r, "the name of a signal");
  for (; r->at < r->end && (quoted ? *r->at != '"' : in_name(*r->at));
       r->at++) {
    if (n == MAP_NAME - 1)
      return map_fault(r, r->start + s->column - 1,
                       "found a name of more than %d characters, expected a "
                       "shorter one",
                       MAP_NAME - 1);
    if (*r->at == '\0')
      return map_expected(r, "a character of a name");
    if (*r->at != '\\' || (n > 0 && s->name[n - 1] != '.'))
      s->name[n++] = *r->at;
  }
  if (quoted && !map_mark(r, "\""))
    return map_expected(r, "a closing \"");
  for (unsigned i = 0; i < sizeof reserved / sizeof reserved[0]; i++)
    if (!quoted && strcmp(s->name, reserved[i]) == 0) {
      r->at = r->start + s->column - 1;
      return map_expected(r, "the name of a signal");
    }
  return n > 0 || map_expected(r, "the name of a signal");
}

/* NAME [reversed], to the end of the line. */
static bool signal(struct map_reader *r, struct map_signal *s)
{
  struct map_signal found = { .line = 0 };

  if (!map_name(r, &found))
    return false;
  found.reversed = map_word(r, "reversed");
  map_blanks(r);
  if (r->at < r->end)
    return map_expected(r, "reversed, or the end of the line");
  *s = found;
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

/* S[*]: every line that has no name of its own. */
static bool pattern(struct map_reader *r)
{
  struct map_signal all = { .line = 0 };

  if (!signal(r, &all))
    return false;
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    struct map_signal one = all;

    if (!filled(all.name, n, one.name))
      return map_fault(r, r->start + all.column - 1,
                       "found '%.60s', expected one %%u or %%02u in it, for "
                       "the number of the line",
                       all.name);
    if (r->map->line[n].name[0] == '\0')
      r->map->line[n] = one;
  }
  return true;
}

/* The index of S[n]; the cursor is behind the bracket. */
static bool line_of_store(struct map_reader *r)
{
  const char *const first = r->at;
  uint64_t n = 0;

  if (r->at == r->end || *r->at < '0' || *r->at > '9')
    return map_expected(r, "a line 0 to 31, or *");
  while (r->at < r->end && *r->at >= '0' && *r->at <= '9' && n < 100)
    n = 10 * n + (uint64_t)(*r->at++ - '0');
  if (n >= SSEM_LINES) {
    r->at = first;
    return map_expected(r, "a line 0 to 31, or *");
  }
  if (!map_mark(r, "]") || !map_mark(r, "="))
    return map_expected(r, "] and =");
  return signal(r, &r->map->line[n]);
}

static bool whole_number(struct map_reader *r, int64_t least, int64_t most,
                         int64_t *value)
{
  const char *const first = r->at;
  const bool negative = map_mark(r, "-");
  uint64_t n;

  map_blanks(r);
  if (r->at == r->end || *r->at < '0' || *r->at > '9')
    return map_expected(r, "a whole number");
  if (!map_number(r, &n))
    return false;
  *value = n > INT32_MAX ? most + 1 : negative ? -(int64_t)n : (int64_t)n;
  if (*value < least || *value > most) {
    r->at = first;
    return map_fault(r, first,
                     "found a number out of range, expected %ld to "
                     "%ld",
                     (long)least, (long)most);
  }
  map_blanks(r);
  return r->at == r->end || map_expected(r, "the end of the line");
}

static bool sample(struct map_reader *r)
{
  r->map->before = map_word(r, "before");
  if (!r->map->before && !map_word(r, "after"))
    return map_expected(r, "before or after");
  map_blanks(r);
  return r->at == r->end || map_expected(r, "the end of the line");
}

enum { KEYS = 7 };

/* One line that is not blank. given: which keys have been there. */
static bool statement(struct map_reader *r, bool given[KEYS])
{
  static const char *const keys[KEYS] = { "A",        "CI",     "S",
                                          "boundary", "offset", "sample",
                                          "first" };
  const char *const first = r->at;
  int64_t number = 0;
  bool good = true;
  unsigned k = 0;

  if (map_mark(r, "S[")) {
    map_blanks(r);
    if (!map_mark(r, "*"))
      return line_of_store(r);
    if (!map_mark(r, "]") || !map_mark(r, "="))
      return map_expected(r, "] and =");
    return pattern(r);
  }
  while (k < KEYS && !map_word(r, keys[k]))
    k++;
  if (k == KEYS)
    return map_expected(r, "A, CI, S, S[*], S[n], boundary, offset, sample or "
                           "first");
  if (given[k])
    return map_fault(r, first, "found a second '%s', expected one", keys[k]);
  given[k] = true;
  if (!map_mark(r, "="))
    return map_expected(r, "=");
  map_blanks(r);
  switch (k) {
  case 0: return signal(r, &r->map->A);
  case 1: return signal(r, &r->map->CI);
  case 2: return signal(r, &r->map->store);
  case 3: return map_boundary(r);
  case 4:
    good = whole_number(r, -INT32_MAX, INT32_MAX, &number);
    r->map->offset = (int32_t)number;
    return good;
  case 5: return sample(r);
  default:
    good = whole_number(r, 1, INT32_MAX, &number);
    r->map->first = (unsigned)number;
    return good;
  }
}

/* The line without its comment: a # outside quotes. */
static const char *comment(const char *at, const char *end)
{
  bool quoted = false;

  for (; at < end && (quoted || *at != '#'); at++)
    quoted ^= *at == '"';
  return at;
}

bool map_parse(const char *name, const char *bytes, size_t size,
               struct map *map, char text[MAP_TEXT])
{
  struct map_reader r = { .map = map, .text = text };
  const char *const stop = bytes + size;
  bool given[KEYS] = { false };

  memset(map, 0, sizeof *map);
  snprintf(map->name, sizeof map->name, "%s", name);
  map->first = 1;
  for (const char *at = bytes; at < stop;) {
    const char *const newline = memchr(at, '\n', (size_t)(stop - at));

    r.start = r.at = at;
    r.end = comment(at, newline == NULL ? stop : newline);
    r.line++;
    map_blanks(&r);
    if (r.at < r.end && !statement(&r, given))
      return false;
    at = newline == NULL ? stop : newline + 1;
  }
  if (given[0] && given[1] && given[3])
    return true;
  snprintf(text, MAP_TEXT, "%.255s: found no %s, expected a line '%s = ...'",
           map->name,
           !given[0]   ? "A"
           : !given[1] ? "CI"
                       : "boundary",
           !given[0]   ? "A"
           : !given[1] ? "CI"
                       : "boundary");
  return false;
}

bool map_load(const char *name, struct map *map, char text[MAP_TEXT])
{
  const bool standard = strcmp(name, "-") == 0;
  FILE *const file = standard ? stdin : fopen(name, "rb");
  char *const bytes = malloc(MAP_LARGEST + 1);
  size_t size = 0;
  bool good = false;

  if (file == NULL || bytes == NULL) {
    snprintf(text, MAP_TEXT, "%.255s: %s", name,
             file == NULL ? strerror(errno) : "out of memory");
  } else {
    errno = 0;
    size = fread(bytes, 1, MAP_LARGEST + 1, file);
    if (ferror(file))
      snprintf(text, MAP_TEXT, "%.255s: %s", name, strerror(errno));
    else if (size > MAP_LARGEST)
      snprintf(text, MAP_TEXT,
               "%.255s: found more than %d bytes, expected a "
               "map",
               name, MAP_LARGEST);
    else
      good = map_parse(name, bytes, size, map, text);
  }
  if (file != NULL && !standard)
    fclose(file);
  free(bytes);
  return good;
}
