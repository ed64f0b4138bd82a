// SPDX-License-Identifier: MIT
/* dump_header.c - the header of a dump: scopes and variables. */
#include "dump_reader.h"
#include "sim/text/time_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A name as we keep it: without the backslash that escapes it. */
static const char *bare(const char *name)
{
  return name[0] == '\\' ? name + 1 : name;
}

static bool path_add(struct dump *r, size_t *end, const char *text)
{
  const size_t n = strlen(text);

  if (*end + n >= DUMP_PATH)
    return dump_fault(r,
                      "found a path of more than %d characters, expected a "
                      "shorter one",
                      DUMP_PATH - 1);
  memcpy(r->path + *end, text, n + 1);
  *end += n;
  return true;
}

static size_t path_end(const struct dump *r)
{
  return r->depth > 0 ? r->scope_end[r->depth - 1] : 0;
}

/* $scope TYPE [NAME] $end */
static bool scope(struct dump *r)
{
  size_t end = path_end(r);

  if (r->depth == DUMP_DEPTH)
    return dump_fault(r,
                      "found more than %d scopes inside one another, "
                      "expected fewer",
                      DUMP_DEPTH);
  if (!dump_next(r) || r->word[0] == '$')
    return dump_expected(r, "a type of scope, such as module");
  if (!dump_next(r))
    return dump_expected(r, "the name of a scope, or $end");
  if (strcmp(r->word, "$end") != 0) {
    if (!path_add(r, &end, bare(r->word)) || !path_add(r, &end, "."))
      return false;
    if (!dump_next(r) || strcmp(r->word, "$end") != 0)
      return dump_expected(r, "$end");
  }
  r->scope_end[r->depth++] = end;
  return true;
}

static bool upscope(struct dump *r)
{
  if (r->depth == 0)
    return dump_fault(r, "found $upscope, expected a $scope before it");
  r->depth--;
  return dump_skip(r);
}

/* [left:right] at the end of the path from `start` on, of so many digits, is
 * the variable's range and is taken off. */
static void take_range(char *path, size_t start, struct dump_variable *v)
{
  char *const open = strrchr(path + start, '[');
  int left, right, used = 0;
  long span;

  if (open == NULL || sscanf(open, "[%9d:%9d]%n", &left, &right, &used) != 2 ||
      used == 0 || open[used] != '\0')
    return;
  span = left > right ? (long)left - right : (long)right - left;
  if (span + 1 != (long)v->digits)
    return;
  v->left = left;
  v->right = right;
  *open = '\0';
}

/* Room for one more of each. */
static bool grow(struct dump *r)
{
  if (r->count == r->room) {
    const unsigned room = 2 * r->room + 64;
    struct dump_variable *const more =
      realloc(r->variable, room * sizeof *r->variable);

    if (more == NULL)
      return false;
    r->variable = more;
    r->room = room;
  }
  if (r->slots == r->slot_room) {
    const unsigned room = 2 * r->slot_room + 64;
    struct dump_slot *const more = realloc(r->slot, room * sizeof *r->slot);

    if (more == NULL)
      return false;
    r->slot = more;
    r->slot_room = room;
  }
  return true;
}

/* The slot of the identifier code in id, made if it is new. */
static bool slot_for(struct dump *r, const char *id, struct dump_variable *v)
{
  struct dump_slot *s;

  if (dump_slot_find(r, id, &v->slot)) {
    s = &r->slot[v->slot];
    if (s->digits < v->digits)
      s->digits = v->digits;
    return true;
  }
  s = &r->slot[r->slots];
  memset(s, 0, sizeof *s);
  s->id = strdup(id);
  if (s->id == NULL)
    return dump_fault(r, "out of memory");
  s->digits = v->digits;
  s->next_one = r->hash[dump_hash(id)];
  v->slot = r->slots++;
  r->hash[dump_hash(id)] = r->slots;
  return true;
}

static bool size(struct dump *r, unsigned *digits)
{
  uint64_t n;

  if (!dump_next(r) || !scanner_is_digit(r->word[0]))
    return dump_expected(r, "a number of digits");
  if (!dump_number(r, DUMP_DIGITS, &n))
    return dump_expected(r, "a number of digits, 65536 at most");
  *digits = (unsigned)n;
  return true;
}

/* The name and its ranges, up to $end, into the path. */
static bool name(struct dump *r)
{
  size_t end = path_end(r);
  const size_t start = end;

  r->path[end] = '\0';
  for (;;) {
    if (!dump_next(r))
      return dump_expected(r, "a name, and $end");
    if (strcmp(r->word, "$end") == 0)
      return end > start || dump_expected(r, "a name");
    if (r->word[0] == '$' && end > start)
      return dump_expected(r, "a range, or $end");
    if (!path_add(r, &end, bare(r->word)))
      return false;
  }
}

/* $var TYPE SIZE ID NAME [RANGE] $end */
static bool variable(struct dump *r)
{
  static const char *const no_vector[] = { "real", "realtime", "string",
                                           "real_parameter", "event" };
  struct dump_variable v = { .digits = 0 };
  bool vector = true;
  char id[64];

  if (!dump_next(r) || r->word[0] == '$')
    return dump_expected(r, "a type of variable, such as wire");
  for (unsigned i = 0; i < sizeof no_vector / sizeof no_vector[0]; i++)
    vector &= strcmp(r->word, no_vector[i]) != 0;
  if (!size(r, &v.digits))
    return false;
  if (!vector)
    v.digits = 0;
  if (!dump_next(r) || r->length >= sizeof id || strcmp(r->word, "$end") == 0)
    return dump_expected(r, "an identifier code");
  memcpy(id, r->word, r->length + 1);
  if (!name(r))
    return false;
  v.left = (int)v.digits - 1;
  take_range(r->path, path_end(r), &v);
  if (!grow(r) || (v.path = strdup(r->path)) == NULL)
    return dump_fault(r, "out of memory");
  if (!slot_for(r, id, &v)) {
    free(v.path);
    return false;
  }
  r->variable[r->count++] = v;
  return true;
}

/* $timescale 100 ns $end, or 100ns */
static bool timescale(struct dump *r)
{
  double n, unit;

  if (!dump_next(r) || !scanner_is_digit(r->word[0]))
    return dump_expected(r, "1, 10 or 100 and a unit");
  n = (double)scanner_decimal(&r->s);
  if (r->s.at == r->s.end && !dump_next(r))
    return dump_expected(r, "a unit of time");
  unit = time_unit(r->s.at, (size_t)(r->s.end - r->s.at));
  r->unit = n * unit;
  return unit != 0
           ? dump_skip(r)
           : dump_expected(r, "a unit of time: s, ms, us, ns, ps or fs");
}

bool dump_header(struct dump *r)
{
  for (;;) {
    bool good;

    if (!dump_next(r) || r->word[0] != '$')
      return dump_expected(r, "a $keyword of a dump's header");
    if (strcmp(r->word, "$scope") == 0)
      good = scope(r);
    else if (strcmp(r->word, "$upscope") == 0)
      good = upscope(r);
    else if (strcmp(r->word, "$var") == 0)
      good = variable(r);
    else if (strcmp(r->word, "$timescale") == 0)
      good = timescale(r);
    else if (strcmp(r->word, "$enddefinitions") == 0)
      return dump_skip(r);
    else if (strcmp(r->word, "$end") == 0)
      good = dump_expected(r, "a $keyword before it");
    else
      good = dump_skip(r);
    if (!good)
      return false;
  }
}
