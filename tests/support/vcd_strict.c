// SPDX-License-Identifier: MIT
/* vcd_strict.c - a reader of value change dumps that forgives nothing. */
#include "vcd_strict.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 256, DEPTH = 8 };

struct reader {
  const char *at, *stop;
  unsigned line;      /* of the word last read */
  unsigned next_line; /* where at stands */
  char word[WORD];
  bool strict;
  struct vcd_listener *listener;
  struct vcd *vcd;
  char *text;
  char scope[DEPTH][32];
  unsigned depth;
  uint64_t stamp[VCD_VARIABLES]; /* at which #time it last changed */
  uint64_t stamps;               /* how many #time lines so far */
  uint64_t time;
  bool changed; /* since the last #time */
};

static bool fault(struct reader *r, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

static bool fault(struct reader *r, const char *format, ...)
{
  va_list args;
  const int n = snprintf(r->text, VCD_TEXT, "line %u: ", r->line);

  va_start(args, format);
  vsnprintf(r->text + n, VCD_TEXT - (size_t)n, format, args);
  va_end(args);
  return false;
}

static bool is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The next word, false at the end. In a strict file words of one item stand
 * one blank apart. */
static bool next(struct reader *r)
{
  size_t n = 0;

  while (r->at < r->stop && is_space(*r->at))
    r->next_line += *r->at++ == '\n';
  r->line = r->next_line;
  while (r->at < r->stop && !is_space(*r->at) && n < WORD - 1)
    r->word[n++] = *r->at++;
  r->word[n] = '\0';
  return n > 0;
}

/* The first word of an item; strict: it opens a line. */
static bool next_item(struct reader *r, bool *good)
{
  const unsigned before = r->line;

  *good = true;
  if (!next(r))
    return false;
  if (r->strict && r->line == before)
    *good = fault(r, "%.40s shares a line with another item", r->word);
  return true;
}

/* The words up to $end, joined by blanks; strict: on the item's own line. */
static bool section(struct reader *r, char *body, size_t size)
{
  const unsigned first = r->line;
  char keyword[32];
  size_t n = 0;

  snprintf(keyword, sizeof keyword, "%.30s", r->word);
  body[0] = '\0';
  while (next(r)) {
    if (r->strict && r->line != first) {
      r->line = first;
      return fault(r, "%s is not closed with $end on its line", keyword);
    }
    if (strcmp(r->word, "$end") == 0)
      return true;
    if (r->word[0] == '$' && r->word[1] != '\0') /* $ alone may be an id */
      return fault(r, "%s is not closed with $end before %.30s", keyword,
                   r->word);
    n +=
      (size_t)snprintf(body + n, size - n, "%s%s", n > 0 ? " " : "", r->word);
    if (n >= size)
      return fault(r, "%s is too long", keyword);
  }
  return fault(r, "the file ends inside %s", keyword);
}

static bool timescale(struct reader *r, const char *body)
{
  static const char *const units[] = { "s", "ms", "us", "ns", "ps", "fs" };
  char *unit;
  const unsigned long n = strtoul(body, &unit, 10);

  while (*unit == ' ')
    unit++;
  for (unsigned i = 0; i < sizeof units / sizeof units[0]; i++)
    if (strcmp(unit, units[i]) == 0 && (n == 1 || n == 10 || n == 100)) {
      snprintf(r->vcd->timescale, sizeof r->vcd->timescale, "%lu %s", n, unit);
      return true;
    }
  return fault(r, "timescale %.30s, expected 1, 10 or 100 and a unit", body);
}

static bool variable(struct reader *r, const char *body)
{
  struct vcd *const vcd = r->vcd;
  struct vcd_variable *const v = &vcd->variable[vcd->count];
  char name[32];
  char range[16];
  unsigned high = 0;
  char rest = '\0';
  const int words = sscanf(body, "%15s %u %7s %31s %15s %c", v->type, &v->size,
                           v->id, name, range, &rest);
  int n = 0;

  if (words != 4 && words != 5)
    return fault(r, "$var %.60s, expected type size id name [range]", body);
  if (r->depth == 0)
    return fault(r, "variable %s outside every scope", name);
  if (vcd->count == VCD_VARIABLES - 1)
    return fault(r, "more than %d variables", VCD_VARIABLES - 1);
  if (strcmp(v->type, "wire") != 0 && strcmp(v->type, "reg") != 0 &&
      strcmp(v->type, "string") != 0)
    return fault(r, "variable %s has type %s", name, v->type);
  if (r->strict && v->size > 1 && words == 4)
    return fault(r, "variable %s of %u digits has no range", name, v->size);
  if (words == 5 && (sscanf(range, "[%u:0%c", &high, &rest) != 2 ||
                     rest != ']' || high + 1 != v->size))
    return fault(r, "variable %s of %u digits has range %s", name, v->size,
                 range);
  for (const char *c = v->id; *c != '\0'; c++)
    if (*c < '!' || *c > '~')
      return fault(r, "identifier with an unprintable character");
  for (unsigned d = 0; d < r->depth; d++)
    n +=
      snprintf(v->path + n, sizeof v->path - (size_t)n, "%.20s.", r->scope[d]);
  n += snprintf(v->path + n, sizeof v->path - (size_t)n, "%s", name);
  if (n >= (int)sizeof v->path)
    return fault(r, "path too long");
  for (unsigned i = 0; i < vcd->count; i++) {
    if (strcmp(vcd->variable[i].id, v->id) == 0)
      return fault(r, "identifier %s is used twice", v->id);
    if (strcmp(vcd->variable[i].path, v->path) == 0)
      return fault(r, "%s is declared twice", v->path);
  }
  v->value[0] = '\0';
  vcd->count++;
  return true;
}

static bool scope(struct reader *r, const char *body)
{
  if (r->depth == DEPTH || sscanf(body, "module %31s", r->scope[r->depth]) != 1)
    return fault(r, "$scope %.40s, expected module and a name", body);
  r->depth++;
  return true;
}

/* One header item, whose keyword is in word. */
static bool header_item(struct reader *r, bool *ended)
{
  char keyword[WORD];
  char body[WORD];

  memcpy(keyword, r->word, sizeof keyword);
  if (keyword[0] != '$')
    return fault(r, "%.40s before $enddefinitions", keyword);
  if (!section(r, body, sizeof body))
    return false;
  if (strcmp(keyword, "$scope") == 0)
    return scope(r, body);
  if (strcmp(keyword, "$var") == 0)
    return variable(r, body);
  if (strcmp(keyword, "$timescale") == 0)
    return timescale(r, body);
  if (strcmp(keyword, "$upscope") == 0)
    return r->depth-- > 0 || fault(r, "$upscope without a scope");
  if (strcmp(keyword, "$date") == 0)
    snprintf(r->vcd->date, sizeof r->vcd->date, "%.127s", body);
  else if (strcmp(keyword, "$version") == 0)
    snprintf(r->vcd->version, sizeof r->vcd->version, "%.127s", body);
  else if (strcmp(keyword, "$comment") == 0)
    snprintf(r->vcd->comment, sizeof r->vcd->comment, "%s", body);
  else if (strcmp(keyword, "$enddefinitions") == 0)
    *ended = true;
  else if (r->strict)
    return fault(r, "unknown keyword %.40s", keyword);
  return true;
}

static bool header(struct reader *r)
{
  bool ended = false;
  bool good;

  while (!ended) {
    if (!next_item(r, &good))
      return fault(r, "the file ends in its header");
    if (!good || !header_item(r, &ended))
      return false;
  }
  if (r->depth != 0)
    return fault(r, "%u scopes are not closed with $upscope", r->depth);
  if (r->vcd->timescale[0] == '\0')
    return fault(r, "no $timescale");
  return true;
}

/* Is this a legal value of v? It is made shortest in place. */
static bool legal(struct reader *r, const struct vcd_variable *v, char *value)
{
  size_t length = strlen(value);
  char *first = value;

  if ((strcmp(v->type, "string") == 0) != (value[0] == 's'))
    return fault(r, "%.40s for %s %s", value, v->type, v->path);
  if (value[0] == 's')
    return true;
  if (length == 0 || strspn(value, "01xz") != length)
    return fault(r, "%s has value %.40s, expected 0, 1, x and z", v->path,
                 value);
  if (length > v->size)
    return fault(r, "%s has %u digits, value %.40s has more", v->path, v->size,
                 value);
  while (first[0] == '0' && first[1] != '\0' && strchr("01", first[1]))
    first++;
  if (r->strict && first != value)
    return fault(r, "%s has leading zeros, %s", v->path, value);
  memmove(value, first, strlen(first) + 1);
  return true;
}

/* A change; its first word is in word. */
static bool change(struct reader *r, bool dump)
{
  const unsigned first = r->line;
  const char kind = r->word[0];
  char value[VCD_VALUE];
  char id[8];
  unsigned i = 0;
  struct vcd_variable *v;

  if (kind == 'b' || kind == 's') {
    snprintf(value, sizeof value, "%.70s", r->word + (kind == 'b'));
    if (!next(r) || r->line != first)
      return fault(r, "value %.40s without an identifier", value);
    snprintf(id, sizeof id, "%.7s", r->word);
  } else if (strchr("01xz", kind) != NULL) {
    snprintf(value, sizeof value, "%c", kind);
    snprintf(id, sizeof id, "%.7s", r->word + 1);
    if (id[0] == '\0')
      return fault(r, "%c stands apart from its identifier", kind);
  } else {
    return fault(r, "%.40s is no value change", r->word);
  }
  while (i < r->vcd->count && strcmp(r->vcd->variable[i].id, id) != 0)
    i++;
  if (i == r->vcd->count)
    return fault(r, "unknown identifier %s", id);
  v = &r->vcd->variable[i];
  if (r->strict && kind != 's' && (kind == 'b') != (v->size > 1))
    return fault(r, "%s of %u digits has value %.40s", v->path, v->size,
                 r->word);
  if (!legal(r, v, value))
    return false;
  if (r->strict && r->stamp[i] == r->stamps)
    return fault(r, "%s changes twice at one time", v->path);
  if (strcmp(v->value, value) == 0 && !dump)
    return !r->strict || fault(r, "%s keeps its value %s", v->path, value);
  r->stamp[i] = r->stamps;
  r->changed = true;
  r->vcd->changes += !dump;
  if (r->listener != NULL)
    r->listener->change(r->listener, r->vcd, r->time, i, value);
  memcpy(v->value, value, sizeof value);
  return true;
}

/* A line "#time". */
static bool time_line(struct reader *r)
{
  char *rest;
  const uint64_t time = strtoull(r->word + 1, &rest, 10);

  if (r->word[1] == '\0' || *rest != '\0')
    return fault(r, "time %.40s, expected a number", r->word);
  if (r->stamps > 0 && time <= r->time)
    return fault(r, "time goes from %llu to %llu", (unsigned long long)r->time,
                 (unsigned long long)time);
  if (r->strict && r->stamps > 0 && !r->changed)
    return fault(r, "nothing changed since the last #time");
  if (r->stamps++ == 0)
    r->vcd->start = time;
  r->time = time;
  r->vcd->end = time;
  r->changed = false;
  return true;
}

/* From $dumpvars to its $end. */
static bool dumpvars(struct reader *r)
{
  bool good;

  if (r->strict && r->stamps != 1)
    return fault(r, "$dumpvars not at the first time");
  while (next_item(r, &good)) {
    if (!good)
      return false;
    if (strcmp(r->word, "$end") != 0) {
      if (!change(r, true))
        return false;
      continue;
    }
    for (unsigned i = 0; i < r->vcd->count; i++)
      if (r->strict && r->vcd->variable[i].value[0] == '\0')
        return fault(r, "%s is missing in $dumpvars", r->vcd->variable[i].path);
    return true;
  }
  return fault(r, "the file ends in $dumpvars");
}

bool vcd_read(const char *bytes, size_t size, enum vcd_manner manner,
              struct vcd_listener *l, struct vcd *vcd, char text[VCD_TEXT])
{
  struct reader r = { .at = bytes, .stop = bytes + size, .next_line = 1 };
  bool dumped = false;
  bool good;

  memset(vcd, 0, sizeof *vcd);
  r.strict = manner == VCD_STRICT;
  r.listener = l;
  r.vcd = vcd;
  r.text = text;
  if (!header(&r))
    return false;
  while (next_item(&r, &good)) {
    if (!good)
      return false;
    if (r.word[0] == '#')
      good = time_line(&r);
    else if (strcmp(r.word, "$dumpvars") == 0)
      good = dumped ? fault(&r, "a second $dumpvars") : dumpvars(&r);
    else if (r.strict && !dumped)
      good = fault(&r, "a change before $dumpvars");
    else
      good = change(&r, false);
    dumped |= strcmp(r.word, "$end") == 0;
    if (!good)
      return false;
  }
  if (r.strict && (!dumped || r.changed || bytes[size - 1] != '\n'))
    return fault(&r, "the file is cut short: no #time ends it");
  return true;
}

unsigned vcd_find(const struct vcd *vcd, const char *path)
{
  unsigned i = 0;

  while (i < vcd->count && strcmp(vcd->variable[i].path, path) != 0)
    i++;
  return i;
}
