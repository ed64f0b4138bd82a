// SPDX-License-Identifier: MIT
/* mapped_signal.c - the signals of a map, found in a dump. */
#include "mapped_signal.h"

#include "sim/text/scanner.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *leaf(const char *path)
{
  const char *const dot = strrchr(path, '.');

  return dot == NULL ? path : dot + 1;
}

/* Write a sentence that points at the signal in the map, and return false. */
static bool fault(const struct map *map, const struct map_signal *s,
                  char text[TEXT_SENTENCE], const char *format, ...)
  __attribute__((format(printf, 4, 5)));

static bool fault(const struct map *map, const struct map_signal *s,
                  char text[TEXT_SENTENCE], const char *format, ...)
{
  const struct scanner place = {
    .name = map->name, .text = text, .line = s->line, .column = s->column
  };
  va_list args;

  va_start(args, format);
  scanner_vfault(&place, place.start, format, args);
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

/* Which paths of the dump are like the signal's? Those whose leaf is; another
 * scope counts as a letter. */
static bool no_signal(const struct dump *r, const struct map *map,
                      const struct map_signal *s, char text[TEXT_SENTENCE])
{
  const size_t scope = (size_t)(leaf(s->name) - s->name);
  struct nearest near = nearest_to(leaf(s->name), strlen(leaf(s->name)));
  char like[TEXT_SENTENCE];
  struct text out = text_in(like, sizeof like);

  for (unsigned i = 0; i < dump_count(r); i++) {
    const char *const path = dump_variable(r, i)->path;

    nearest_offer_part(&near, path, leaf(path),
                       strncmp(path, s->name, scope) == 0 ? 0 : NEAREST_LETTER);
  }
  nearest_tell(&near, &out);
  return fault(map, s, text,
               "found no signal '%.250s' in the dump, expected the path of "
               "one%s",
               s->name, like);
}

bool mapped_signal(struct dump *r, const struct map *map,
                   const struct map_signal *s, unsigned most,
                   struct mapped_part *part, char text[TEXT_SENTENCE])
{
  const struct dump_variable *v;
  unsigned first = 0;
  unsigned last = 0;
  int left = 0;
  int right = 0;

  part->reversed = s->reversed;
  if (dump_find(r, s->name, &part->variable)) {
    v = dump_variable(r, part->variable);
    last = v->digits - 1;
  } else {
    const char *const open = slice(s->name, &left, &right);
    char base[MAP_NAME];

    if (open == NULL)
      return no_signal(r, map, s, text);
    snprintf(base, sizeof base, "%.*s", (int)(open - s->name), s->name);
    if (!dump_find(r, base, &part->variable))
      return no_signal(r, map, s, text);
    v = dump_variable(r, part->variable);
    if (v->digits > 0 &&
        (!place(v, left, &last) || !place(v, right, &first) || last < first))
      return fault(map, s, text,
                   "found '%.250s' outside the signal, expected digits of "
                   "[%d:%d]",
                   s->name, v->left, v->right);
  }
  if (v->digits == 0)
    return fault(map, s, text,
                 "found '%.250s' without digits, expected no real, string, "
                 "event or vector of more than %d digits",
                 s->name, DUMP_DIGITS);
  part->from = first;
  part->digits = last - first + 1;
  if (part->digits > most)
    return fault(map, s, text,
                 "found '%.250s' of %u digits, expected %u at most", s->name,
                 part->digits, most);
  if (!dump_watch(r, part->variable))
    return fault(map, s, text, "out of memory");
  return true;
}

bool mapped_store(struct dump *r, const struct map *map,
                  struct mapped_part line[SSEM_LINES], char text[TEXT_SENTENCE])
{
  const struct map_signal *const s = &map->store;
  struct mapped_part all = { .digits = 0 };

  if (!mapped_signal(r, map, s, 32 * SSEM_LINES, &all, text))
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
