// SPDX-License-Identifier: MIT
/* dump_changes.c - the changes of a dump, one time after the other. */
#include "dump_reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dump *dump_open(struct dump_source *source, const char *name,
                       char text[TEXT_SENTENCE])
{
  struct dump *const r = calloc(1, sizeof *r);

  if (r == NULL) {
    source->close(source);
    snprintf(text, TEXT_SENTENCE, "%.255s: out of memory", name);
    return NULL;
  }
  r->source = source;
  snprintf(r->name, sizeof r->name, "%s", name);
  r->s.name = r->name;
  r->s.text = r->text;
  r->s.start = r->word;
  r->next_line = r->next_column = 1;
  if (dump_header(r) &&
      (r->slots == 0 ||
       (r->change = calloc(r->slots, sizeof *r->change)) != NULL))
    return r;
  if (r->text[0] == '\0')
    dump_fault(r, "out of memory");
  memcpy(text, r->text, TEXT_SENTENCE);
  dump_close(r);
  return NULL;
}

void dump_close(struct dump *r)
{
  r->source->close(r->source);
  for (unsigned i = 0; i < r->count; i++)
    free(r->variable[i].path);
  for (unsigned i = 0; i < r->slots; i++) {
    free(r->slot[i].id);
    free(r->slot[i].value);
  }
  dump_free_texts(r);
  free(r->variable);
  free(r->slot);
  free(r->bucket);
  free(r->change);
  free(r);
}

unsigned dump_count(const struct dump *r)
{
  return r->count;
}

const struct dump_variable *dump_variable(const struct dump *r, unsigned i)
{
  return &r->variable[i];
}

bool dump_find(const struct dump *r, const char *path, unsigned *i)
{
  for (unsigned v = 0; v < r->count; v++)
    if (strcmp(r->variable[v].path, path) == 0) {
      *i = v;
      return true;
    }
  return false;
}

bool dump_watch(struct dump *r, unsigned i)
{
  struct dump_slot *const s = &r->slot[r->variable[i].slot];
  const unsigned limbs = s->digits / 64 + 1;

  if (s->limbs > 0)
    return true;
  s->value = calloc(4 * (size_t)limbs, sizeof *s->value);
  if (s->value == NULL)
    return false;
  s->limbs = limbs;
  s->was = s->value + 2 * (size_t)limbs;
  for (unsigned d = 0; d < s->digits; d++) {
    s->value[limbs + d / 64] |= (uint64_t)1 << d % 64;
    s->was[limbs + d / 64] |= (uint64_t)1 << d % 64;
  }
  return true;
}

uint64_t dump_time(const struct dump *r)
{
  return r->time;
}

double dump_unit(const struct dump *r)
{
  return r->unit;
}

bool dump_off(const struct dump *r)
{
  return r->off;
}

unsigned dump_offs(const struct dump *r)
{
  return r->offs;
}

unsigned dump_cut(const struct dump *r)
{
  return r->cut;
}

const char *dump_text(const struct dump *r)
{
  return r->text;
}

/* 64 digits of one plane from digit `from` on. */
static uint64_t piece(const uint64_t *plane, unsigned limbs, unsigned from)
{
  const unsigned limb = from / 64;
  const unsigned shift = from % 64;
  uint64_t w = limb < limbs ? plane[limb] >> shift : 0;

  if (shift > 0 && limb + 1 < limbs)
    w |= plane[limb + 1] << (64 - shift);
  return w;
}

uint64_t dump_digits(const struct dump *r, unsigned i, enum dump_moment when,
                     unsigned from, unsigned count, uint64_t *unknown)
{
  const struct dump_slot *const s = &r->slot[r->variable[i].slot];
  const uint64_t *const plane = when == DUMP_NOW ? s->value : s->was;
  const uint64_t mask = count < 64 ? ((uint64_t)1 << count) - 1 : UINT64_MAX;

  *unknown = piece(plane + s->limbs, s->limbs, from) & mask;
  return piece(plane, s->limbs, from) & mask;
}

enum { DIGIT_BAD = 3 };

/* 0, 1, 2 for what is not known, or DIGIT_BAD. */
static unsigned digit_of(char c)
{
  switch (c) {
  case '0':
  case 'l':
  case 'L': return 0;
  case '1':
  case 'h':
  case 'H': return 1;
  case 'x':
  case 'X':
  case 'z':
  case 'Z':
  case 'u':
  case 'U':
  case 'w':
  case 'W':
  case '-': return 2;
  default: return DIGIT_BAD;
  }
}

void dump_clear_slot(struct dump *r, unsigned slot)
{
  struct dump_slot *const s = &r->slot[slot];

  if (!s->changed) {
    s->changed = true;
    r->change[r->changes++] = slot;
  }
  memset(s->value, 0, 2 * (size_t)s->limbs * sizeof *s->value);
}

/* Give the slot the n digits at text, the leftmost first, all of them legal.
 * A shorter value is filled up on the left: 0 after a 0 or 1, else x. */
static void set_slot(struct dump *r, unsigned slot, const char *text, size_t n)
{
  struct dump_slot *const s = &r->slot[slot];
  const bool fill = digit_of(text[0]) == 2;

  dump_clear_slot(r, slot);
  for (unsigned d = 0; d < s->digits; d++) {
    const unsigned v = d < n ? digit_of(text[n - 1 - d]) : fill ? 2 : 0;

    if (v > 0)
      s->value[(v - 1) * s->limbs + d / 64] |= (uint64_t)1 << d % 64;
  }
}

/* The value from word[1] on, or one scalar digit in word[0], of the slot. */
static bool value(struct dump *r, const char *text, size_t n, unsigned slot)
{
  const struct dump_slot *const s = &r->slot[slot];

  if (n > s->digits)
    return dump_fault(r, "found a value of %zu digits, expected %u at most", n,
                      s->digits);
  set_slot(r, slot, text, n);
  return true;
}

/* The identifier code at id, which the header must have declared. */
static bool identified(struct dump *r, const char *id, unsigned *slot)
{
  char shown[TEXT_SHOWN];

  if (dump_slot_find(r, dump_code(r, id), slot))
    return true;
  return dump_fault(r,
                    "found %s, expected an identifier code that the header "
                    "declares",
                    dump_shown(r, shown));
}

static bool next_id(struct dump *r, unsigned *slot)
{
  if (!dump_next(r))
    return dump_expected(r, "an identifier code");
  return identified(r, r->word, slot);
}

/* b0101 id. The digits must be kept while the identifier is read. More of them
 * than we keep are passed over if nobody asked for them. */
static bool vector(struct dump *r)
{
  const size_t n = r->length - 1;
  const bool too_wide = r->truncated;
  unsigned slot = 0;

  for (size_t i = 0; i < n; i++)
    if (digit_of(r->word[1 + i]) == DIGIT_BAD)
      return dump_expected(r, "b and digits 0 1 x z");
  if (n == 0)
    return dump_expected(r, "b and 1 to 65536 digits");
  memcpy(r->digits, r->word + 1, n);
  if (!next_id(r, &slot))
    return false;
  if (r->slot[slot].limbs == 0)
    return true;
  return too_wide ? dump_fault(r,
                               "found a value of more than %d digits, "
                               "expected %u at most",
                               DUMP_DIGITS, r->slot[slot].digits)
                  : value(r, r->digits, n, slot);
}

/* sTEXT id. The text must be kept while the identifier is read. */
static bool string(struct dump *r)
{
  unsigned slot = 0;

  memcpy(r->digits, r->word + 1, r->length);
  if (!next_id(r, &slot))
    return false;
  if (r->slot[slot].is_text)
    dump_set_text(r, r->digits, slot);
  return true;
}

/* One change, whose first word has been read. */
static bool change(struct dump *r)
{
  const char kind = r->word[0];
  unsigned slot = 0;
  char one;

  if (kind == 'b' || kind == 'B')
    return vector(r);
  if (kind == 's' || kind == 'S')
    return string(r);
  if (kind == 'r' || kind == 'R')
    return next_id(r, &slot);
  one = kind;
  if (digit_of(one) == DIGIT_BAD)
    return dump_expected(r, "a change, #time or $keyword");
  if (r->length > 1 ? !identified(r, r->word + 1, &slot) : !next_id(r, &slot))
    return false;
  return r->slot[slot].limbs == 0 || value(r, &one, 1, slot);
}

static bool keyword(struct dump *r)
{
  if (strcmp(r->word, "$dumpoff") == 0) {
    r->off = true;
    r->offs++;
  } else if (strcmp(r->word, "$dumpon") == 0) {
    r->off = false;
  } else if (strcmp(r->word, "$dumpvars") != 0 &&
             strcmp(r->word, "$dumpall") != 0 && strcmp(r->word, "$end") != 0) {
    return dump_skip(r); /* $comment, and what others have invented */
  }
  return true;
}

/* #time into next_time. */
static bool time_word(struct dump *r)
{
  char expected[64];
  uint64_t t;

  r->s.at++;
  if (!dump_number(r, UINT64_MAX - 1, &t))
    return dump_expected(r, "# and a time");
  if (r->timed && t < r->time) {
    snprintf(expected, sizeof expected, "#%" PRIu64 " or later", r->time);
    return dump_expected(r, expected);
  }
  r->next_time = t;
  return true;
}

static void begin_time(struct dump *r)
{
  for (unsigned i = 0; i < r->changes; i++) {
    struct dump_slot *const s = &r->slot[r->change[i]];

    memcpy(s->was, s->value, 2 * (size_t)s->limbs * sizeof *s->value);
    s->changed = false;
  }
  r->changes = 0;
  r->time = r->next_time;
}

/* The file ends inside its last word, which may be half of another. */
static bool cut_word(const struct dump *r)
{
  return r->last && r->length > 0 && r->word[0] != '#' &&
         strcmp(r->word, "$end") != 0;
}

/* Nothing more is to come. Of a file that is cut short more may have happened
 * at the last time: it is not shown. */
static enum dump_status end(struct dump *r)
{
  const bool fault = r->text[0] != '\0';
  const bool within = r->last && (fault || cut_word(r));

  r->ended = true;
  if (!r->source->cut && (r->failed || !within))
    return fault ? DUMP_BROKEN : DUMP_TIME;
  r->cut = r->s.line;
  r->text[0] = '\0';
  return DUMP_END;
}

enum dump_status dump_step(struct dump *r)
{
  if (r->ended)
    return r->text[0] != '\0' ? DUMP_BROKEN : DUMP_END;
  begin_time(r);
  while (dump_next(r)) {
    if (r->word[0] == '#') {
      const bool first = !r->timed && r->changes == 0;

      if (!time_word(r))
        break;
      r->timed = true;
      if (first)
        r->time = r->next_time;
      if (r->next_time != r->time)
        return DUMP_TIME;
    } else if (!(r->word[0] == '$' ? keyword(r) : change(r)) || cut_word(r)) {
      break;
    }
  }
  return end(r);
}
