// SPDX-License-Identifier: MIT
/* mapped_signal.c - the signals of a map, found in a dump. */
#include "mapped_signal.h"

#include "sim/text/scanner.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Parts of signals side by side, the leftmost first. */
struct list {
  struct mapped_part *part; /* room for most of them */
  unsigned parts;
  unsigned digits, most; /* so many by now; allowed */
};

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
               "one%s%s",
               s->name, like,
               dump_by_ghdl(r) ? "; GHDL dumps no memories and no records"
                               : "");
}

/* Put these digits, of a variable or constant, on the right of the list. */
static bool add(struct dump *r, const struct map *map,
                const struct map_signal *s, struct mapped_part part,
                struct list *list, char text[TEXT_SENTENCE])
{
  const unsigned digits = list->digits + part.digits;

  if (digits > list->most && list->digits == 0 && part.is_constant)
    return fault(map, s, text,
                 "found a number of %u digits, expected %u at most", digits,
                 list->most);
  if (digits > list->most && list->digits == 0)
    return fault(map, s, text,
                 "found '%.250s' of %u digits, expected %u at most", s->name,
                 digits, list->most);
  if (digits > list->most)
    return fault(map, s, text, "found more than %u digits, expected no more",
                 list->most);
  if (!part.is_constant && !dump_watch(r, part.variable))
    return fault(map, s, text, "out of memory");
  list->part[list->parts++] = part;
  list->digits = digits;
  return true;
}

/* Digits left to right of variable v, or all if the signal names none. */
static bool add_slice(struct dump *r, const struct map *map,
                      const struct map_signal *s, unsigned variable,
                      const int *range, struct list *list,
                      char text[TEXT_SENTENCE])
{
  const struct dump_variable *const v = dump_variable(r, variable);
  unsigned first = 0;
  unsigned last = v->digits - 1;

  if (v->left_out)
    return fault(map, s, text,
                 "found '%.250s', which GHDL left out of the dump, expected a "
                 "signal that it dumps: its --fst has enumerations; each word "
                 "of a memory and each field of a record needs a signal",
                 s->name);
  if (v->digits == 0)
    return fault(map, s, text,
                 "found '%.250s' without digits, expected no real, string, "
                 "event or vector of more than %d digits",
                 s->name, DUMP_DIGITS);
  if (range != NULL && (!place(v, range[0], &last) ||
                        !place(v, range[1], &first) || last < first))
    return fault(map, s, text,
                 "found '%.250s' outside the signal, expected digits of "
                 "[%d:%d]",
                 s->name, v->left, v->right);
  return add(r, map, s,
             (struct mapped_part){ .variable = variable,
                                   .from = first,
                                   .digits = last - first + 1 },
             list, text);
}

/* The lowest and highest i of the single digits base[i]; false if there are
 * none. */
static bool singles(const struct dump *r, const char *base, int range[2])
{
  const size_t size = strlen(base);
  bool any = false;

  for (unsigned i = 0; i < dump_count(r); i++) {
    const struct dump_variable *const v = dump_variable(r, i);
    int index, right;

    if (v->digits != 1 || strncmp(v->path, base, size) != 0 ||
        slice(v->path, &index, &right) != v->path + size || index != right)
      continue;
    range[0] = any && range[0] > index ? range[0] : index;
    range[1] = any && range[1] < index ? range[1] : index;
    any = true;
  }
  return any;
}

/* The single digits base[left] to base[right], which stand in the dump each by
 * itself. */
static bool add_singles(struct dump *r, const struct map *map,
                        const struct map_signal *s, const char *base,
                        const int range[2], struct list *list,
                        char text[TEXT_SENTENCE])
{
  const int step = range[0] < range[1] ? 1 : -1;

  for (int i = range[0]; i != range[1] + step; i += step) {
    char one[MAP_NAME + 16];
    unsigned variable;

    snprintf(one, sizeof one, "%s[%d]", base, i);
    if (!dump_find(r, one, &variable))
      return fault(map, s, text,
                   "found no '%.250s' in the dump, expected every digit of "
                   "%.250s",
                   one, s->name);
    if (!add_slice(r, map, s, variable, NULL, list, text))
      return false;
  }
  return true;
}

/* Find signal s and put it on the right of the list. */
static bool find(struct dump *r, const struct map *map,
                 const struct map_signal *s, struct list *list,
                 char text[TEXT_SENTENCE])
{
  char base[MAP_NAME];
  const char *open;
  unsigned variable;
  int range[2];
  int all[2];

  if (s->name[0] == '\0')
    return add(r, map, s,
               (struct mapped_part){
                 .digits = s->digits, .is_constant = true, .value = s->value },
               list, text);
  if (dump_find(r, s->name, &variable))
    return add_slice(r, map, s, variable, NULL, list, text);
  if (singles(r, s->name, all))
    return add_singles(r, map, s, s->name, all, list, text);
  open = slice(s->name, &range[0], &range[1]);
  if (open == NULL)
    return no_signal(r, map, s, text);
  snprintf(base, sizeof base, "%.*s", (int)(open - s->name), s->name);
  if (dump_find(r, base, &variable))
    return add_slice(r, map, s, variable, range, list, text);
  if (singles(r, base, all))
    return add_singles(r, map, s, base, range, list, text);
  return no_signal(r, map, s, text);
}

/* A string, or a text in quotes that is no name, as a number. */
static bool find_text(struct dump *r, const struct map_signal *s,
                      struct mapped_part *part)
{
  *part = (struct mapped_part){ .digits = 64 };
  if (dump_find(r, s->name, &part->variable))
    return dump_variable(r, part->variable)->is_text &&
           dump_watch(r, part->variable);
  part->is_constant = true;
  part->value = s->quoted ? dump_text_number(r, s->name) : 0;
  return part->value != 0;
}

bool mapped_find_signal(struct dump *r, const struct map *map,
                        const struct map_signal *s, struct mapped_digits *found,
                        bool *is_text, char text[TEXT_SENTENCE])
{
  struct list list = { .part = found->part, .most = MAPPED_PARTS };

  *is_text = false;
  if (!find(r, map, s, &list, text)) {
    list.digits = 64;
    list.parts = 1;
    *is_text = find_text(r, s, found->part);
    if (!*is_text)
      return false;
  }
  found->parts = list.parts;
  found->digits = list.digits;
  return true;
}

bool mapped_text_fault(struct dump *r, const struct map *map,
                       const struct map_signal *s, char text[TEXT_SENTENCE])
{
  unsigned variable;

  if (!dump_find(r, s->name, &variable))
    return no_signal(r, map, s, text);
  return fault(map, s, text,
               "found '%.250s', which is a text, expected == or != and a text "
               "in quotes beside it",
               s->name);
}

/* Every part of a word, one beside the other. */
static bool find_parts(struct dump *r, const struct map *map,
                       const struct map_word *w, struct list *list,
                       char text[TEXT_SENTENCE])
{
  for (unsigned i = 0; i < w->parts; i++)
    if (!find(r, map, &map->part[w->first + i], list, text))
      return false;
  return true;
}

bool mapped_find_word(struct dump *r, const struct map *map,
                      const struct map_word *w, struct mapped_digits *found,
                      char text[TEXT_SENTENCE])
{
  struct list list = { .part = found->part, .most = 32 };

  if (!find_parts(r, map, w, &list, text))
    return false;
  found->parts = list.parts;
  found->digits = list.digits;
  found->reversed = w->reversed;
  return true;
}

/* Put 32 digits from the left of the list into line. *taken: digits of its
 * first part that are in lines before. */
static void cut_line(struct list *list, unsigned *taken,
                     struct mapped_digits *line)
{
  line->parts = 0;
  for (line->digits = 0; line->digits < 32;) {
    struct mapped_part piece = *list->part;
    const unsigned left = piece.digits - *taken;
    const unsigned room = 32 - line->digits;
    const unsigned right = left > room ? left - room : 0;

    piece.digits = left - right;
    piece.from += right;
    if (piece.is_constant)
      piece.value = piece.value >> right & (((uint64_t)1 << piece.digits) - 1);
    line->part[line->parts++] = piece;
    line->digits += piece.digits;
    *taken = right == 0 ? 0 : *taken + piece.digits;
    list->part += right == 0;
  }
}

bool mapped_find_store(struct dump *r, const struct map *map,
                       struct mapped_digits line[SSEM_LINES],
                       char text[TEXT_SENTENCE])
{
  const struct map_word *const w = &map->store;
  struct mapped_part part[32 * SSEM_LINES];
  struct list list = { .part = part, .most = 32 * SSEM_LINES };
  unsigned taken = 0;

  if (!find_parts(r, map, w, &list, text))
    return false;
  if (list.digits != list.most)
    return fault(map, &map->part[w->first], text,
                 "found a store of %u digits, expected 1024", list.digits);
  for (unsigned i = 0; i < SSEM_LINES; i++) {
    struct mapped_digits *const next =
      &line[map->line_0_leftmost ? i : SSEM_LINES - 1 - i];

    cut_line(&list, &taken, next);
    next->reversed = w->reversed;
  }
  return true;
}
