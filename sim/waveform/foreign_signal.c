// SPDX-License-Identifier: MIT
/* foreign_signal.c - the signals of a map, found in a dump. */
#include "foreign_signal.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *leaf(const char *path)
{
  const char *const dot = strrchr(path, '.');

  return dot == NULL ? path : dot + 1;
}

enum { FAR = 1000, LONGEST = 31 };

/* How many letters must be put in, taken out or changed; case is ignored. */
static unsigned distance(const char *a, const char *b)
{
  const size_t n = strlen(a);
  const size_t m = strlen(b);
  unsigned row[LONGEST + 1];

  if (n > LONGEST || m > LONGEST)
    return FAR;
  for (unsigned j = 0; j <= m; j++)
    row[j] = j;
  for (size_t i = 1; i <= n; i++) {
    unsigned corner = row[0];

    row[0] = (unsigned)i;
    for (size_t j = 1; j <= m; j++) {
      const bool same =
        tolower((unsigned char)a[i - 1]) == tolower((unsigned char)b[j - 1]);
      unsigned best = corner + !same;

      corner = row[j];
      if (row[j] + 1 < best)
        best = row[j] + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      row[j] = best;
    }
  }
  return row[m];
}

/* The path in the dump that is most like name, or NULL. A leaf that is the
 * same counts before a scope that is. */
static const char *nearest(const struct dump_reader *r, const char *name)
{
  const size_t scope = (size_t)(leaf(name) - name);
  const char *best = NULL;
  unsigned least = 2 * LONGEST;

  for (unsigned i = 0; i < dump_reader_count(r); i++) {
    const char *const path = dump_reader_variable(r, i)->path;
    const unsigned d =
      2 * distance(leaf(path), leaf(name)) + (strncmp(path, name, scope) != 0);

    if (d < least && d <= strlen(leaf(name)) + 1) {
      least = d;
      best = path;
    }
  }
  return best;
}

static bool fault(const struct map *map, const struct map_signal *s,
                  char text[TEXT_SENTENCE], const char *format, ...)
  __attribute__((format(printf, 4, 5)));

static bool fault(const struct map *map, const struct map_signal *s,
                  char text[TEXT_SENTENCE], const char *format, ...)
{
  va_list args;
  const int n = snprintf(text, TEXT_SENTENCE, "%.255s:%u:%u: ", map->name,
                         s->line, s->column);

  va_start(args, format);
  vsnprintf(text + n, TEXT_SENTENCE - (size_t)n, format, args);
  va_end(args);
  return false;
}

/* [left:right] or [one] at the end of a name: where it begins, or NULL. */
static const char *slice(const char *name, int *left, int *right)
{
  const char *const open = strrchr(name, '[');
  int used = 0;

  if (open == NULL)
    return NULL;
  if (sscanf(open, "[%9d:%9d]%n", left, right, &used) == 2 && used > 0 &&
      open[used] == '\0')
    return open;
  used = 0;
  if (sscanf(open, "[%9d]%n", left, &used) != 1 || used == 0 ||
      open[used] != '\0')
    return NULL;
  *right = *left;
  return open;
}

/* How far index stands from the right end of v; false if outside. */
static bool place(const struct dump_variable *v, int index, unsigned *p)
{
  const long d =
    v->left >= v->right ? (long)index - v->right : (long)v->right - index;

  *p = (unsigned)d;
  return d >= 0 && d < (long)v->digits;
}

static bool no_signal(const struct dump_reader *r, const struct map *map,
                      const struct map_signal *s, char text[TEXT_SENTENCE])
{
  const char *const like = nearest(r, s->name);

  if (like == NULL)
    return fault(map, s, text,
                 "found no signal '%.250s' in the dump, expected the path of "
                 "one",
                 s->name);
  return fault(map, s, text,
               "found no signal '%.250s' in the dump, expected perhaps "
               "'%.250s'",
               s->name, like);
}

bool foreign_signal(struct dump_reader *r, const struct map *map,
                    const struct map_signal *s, unsigned most,
                    struct foreign_part *part, char text[TEXT_SENTENCE])
{
  const struct dump_variable *v;
  unsigned first = 0;
  unsigned last = 0;
  int left = 0;
  int right = 0;

  part->reversed = s->reversed;
  if (dump_reader_find(r, s->name, &part->variable)) {
    v = dump_reader_variable(r, part->variable);
    last = v->digits - 1;
  } else {
    const char *const open = slice(s->name, &left, &right);
    char base[MAP_NAME];

    if (open == NULL)
      return no_signal(r, map, s, text);
    snprintf(base, sizeof base, "%.*s", (int)(open - s->name), s->name);
    if (!dump_reader_find(r, base, &part->variable))
      return no_signal(r, map, s, text);
    v = dump_reader_variable(r, part->variable);
    if (v->digits > 0 &&
        (!place(v, left, &last) || !place(v, right, &first) || last < first))
      return fault(map, s, text,
                   "found '%.250s' outside the signal, expected digits of "
                   "[%d:%d]",
                   s->name, v->left, v->right);
  }
  if (v->digits == 0)
    return fault(map, s, text,
                 "found '%.250s' without digits, expected no real, string or "
                 "event",
                 s->name);
  part->from = first;
  part->digits = last - first + 1;
  if (part->digits > most)
    return fault(map, s, text,
                 "found '%.250s' of %u digits, expected %u at most", s->name,
                 part->digits, most);
  if (!dump_reader_watch(r, part->variable))
    return fault(map, s, text, "out of memory");
  return true;
}

bool foreign_store(struct dump_reader *r, const struct map *map,
                   struct foreign_part line[SSEM_LINES],
                   char text[TEXT_SENTENCE])
{
  const struct map_signal *const s = &map->store;
  struct foreign_part all = { .digits = 0 };

  if (!foreign_signal(r, map, s, 32 * SSEM_LINES, &all, text))
    return false;
  if (all.digits != 32 * SSEM_LINES)
    return fault(map, s, text, "found '%.250s' of %u digits, expected 1024",
                 s->name, all.digits);
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    line[n] = all;
    line[n].from += 32 * n;
    line[n].digits = 32;
  }
  return true;
}
