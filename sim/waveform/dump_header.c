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

/* False if the path would be longer than any that we keep. */
static bool path_add(struct dump *r, size_t *end, const char *text)
{
  const size_t n = strlen(text);

  if (*end + n >= DUMP_PATH)
    return false;
  memcpy(r->path + *end, text, n + 1);
  *end += n;
  return true;
}

static size_t path_end(const struct dump *r)
{
  return r->depth > 0 ? r->scope_end[r->depth - 1] : 0;
}

/* $scope TYPE [NAME] $end. One that lies too deep, or whose path is too long,
 * has no path, and nothing in it has one: no map can ask for it. */
static bool scope(struct dump *r)
{
  size_t end = path_end(r);
  bool kept = r->lost == 0 && r->depth < DUMP_DEPTH;

  if (!dump_next(r) || r->word[0] == '$')
    return dump_expected(r, "a type of scope, such as module");
  if (!dump_next(r))
    return dump_expected(r, "the name of a scope, or $end");
  if (strcmp(r->word, "$end") != 0) {
    kept = kept && path_add(r, &end, bare(r->word)) && path_add(r, &end, ".");
    if (!dump_next(r) || strcmp(r->word, "$end") != 0)
      return dump_expected(r, "$end");
  }
  if (kept)
    r->scope_end[r->depth++] = end;
  else
    r->lost++;
  return true;
}

static bool upscope(struct dump *r)
{
  if (r->lost > 0)
    r->lost--;
  else if (r->depth > 0)
    r->depth--;
  else
    return dump_fault(r, "found $upscope, expected a $scope before it");
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

/* Room for one more. */
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
  return true;
}

/* The slot of the identifier code in id, made if it is new. */
static bool slot_for(struct dump *r, const char *id, struct dump_variable *v)
{
  const unsigned digits = v->is_text ? 64 : v->digits;
  struct dump_slot *s;

  if (!dump_slot_find(r, id, &v->slot) && !dump_slot_add(r, id, &v->slot))
    return dump_fault(r, "out of memory");
  s = &r->slot[v->slot];
  s->is_text |= v->is_text && s->digits == 0;
  if (s->digits < digits)
    s->digits = digits;
  return true;
}

/* A number of digits; 0, no vector to us, if it is one of more than we keep. */
static bool size(struct dump *r, unsigned *digits)
{
  uint64_t n;

  if (!dump_next(r) || !dump_number(r, UINT64_MAX, &n))
    return dump_expected(r, "a number of digits");
  *digits = n <= DUMP_DIGITS ? (unsigned)n : 0;
  return true;
}

/* The name and its ranges, up to $end, into the path; too long for one: *kept
 * is false. */
static bool name(struct dump *r, bool *kept)
{
  size_t end = path_end(r);
  unsigned words = 0;

  *kept = r->lost == 0;
  r->path[end] = '\0';
  for (;; words++) {
    if (!dump_next(r))
      return dump_expected(r, "a name, and $end");
    if (strcmp(r->word, "$end") == 0)
      return words > 0 || dump_expected(r, "a name");
    if (r->word[0] == '$' && words > 0)
      return dump_expected(r, "a range, or $end");
    *kept = *kept && path_add(r, &end, bare(r->word));
  }
}

/* Is it a type whose values are no digits? */
static bool is_no_vector(const char *type)
{
  static const char *const types[] = { "real", "realtime", "string",
                                       "real_parameter", "event" };
  bool found = false;

  for (unsigned i = 0; i < sizeof types / sizeof types[0]; i++)
    found |= strcmp(type, types[i]) == 0;
  return found;
}

/* $var TYPE SIZE ID NAME [RANGE] $end. The code is kept in r->digits while the
 * name is read. */
static bool variable(struct dump *r)
{
  struct dump_variable v = { .digits = 0 };
  bool no_vector, kept;
  const char *id;

  if (!dump_next(r) || r->word[0] == '$')
    return dump_expected(r, "a type of variable, such as wire");
  no_vector = is_no_vector(r->word);
  v.is_text = strcmp(r->word, "string") == 0;
  if (!size(r, &v.digits))
    return false;
  if (no_vector)
    v.digits = 0;
  if (!dump_next(r) || strcmp(r->word, "$end") == 0)
    return dump_expected(r, "an identifier code");
  id = dump_code(r, r->word);
  memcpy(r->digits, id, strlen(id) + 1);
  if (!name(r, &kept) || !slot_for(r, r->digits, &v))
    return false;
  if (!kept || r->digits[0] == '\0')
    return true;
  v.left = (int)v.digits - 1;
  take_range(r->path, path_end(r), &v);
  if (!grow(r) || (v.path = strdup(r->path)) == NULL)
    return dump_fault(r, "out of memory");
  r->variable[r->count++] = v;
  return true;
}

/* $version ... $end */
static bool version(struct dump *r)
{
  while (dump_next(r)) {
    if (strcmp(r->word, "$end") == 0)
      return true;
    r->by_ghdl |= strcmp(r->word, "GHDL") == 0;
  }
  return dump_expected(r, "$end");
}

/* Is the next word this one? False too at $end, or if there is none. */
static bool follows(struct dump *r, const char *word)
{
  return strcmp(r->word, "$end") != 0 && dump_next(r) &&
         strcmp(r->word, word) == 0;
}

/* $comment NAME is not handled $end: so GHDL names what it does not dump. */
static bool comment(struct dump *r)
{
  struct dump_variable v = { .left_out = true };
  size_t end = path_end(r);

  if (!dump_next(r))
    return dump_expected(r, "$end");
  if (!r->by_ghdl || end + r->length >= DUMP_PATH)
    return strcmp(r->word, "$end") == 0 || dump_skip(r);
  memcpy(r->path + end, r->word, r->length + 1);
  if (follows(r, "is") && follows(r, "not") && follows(r, "handled")) {
    if (!grow(r) || (v.path = strdup(r->path)) == NULL)
      return dump_fault(r, "out of memory");
    r->variable[r->count++] = v;
  }
  return strcmp(r->word, "$end") == 0 || dump_skip(r);
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
    else if (strcmp(r->word, "$version") == 0)
      good = version(r);
    else if (strcmp(r->word, "$comment") == 0)
      good = comment(r);
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
