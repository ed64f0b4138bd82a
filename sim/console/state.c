// SPDX-License-Identifier: MIT
/* state.c - a moment of the machine, kept as text. */
#include "state.h"

#include "sim/interp.h"
#include "sim/text/scanner.h"
#include "sim/text/text_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The lines between the first and the last. */
enum field {
  FIELD_ORDERS,
  FIELD_TIME,
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) FIELD_##name,
#include "sim/signals.def"
#define TIME(unit, name, digits, meaning) FIELD_##name,
#define HELD(unit, name, digits, meaning) FIELD_##name,
#define LINE(unit, name, n, meaning) FIELD_##name,
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  FIELDS
};

static const struct {
  const char *name;
  unsigned digits;
} fields[FIELDS] = {
  { "orders", 64 },
  { "time", 64 },
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) { #name, digits },
#include "sim/signals.def"
#define TIME(unit, name, digits, meaning) { #name, digits },
#define HELD(unit, name, digits, meaning) { #name, digits },
#define LINE(unit, name, n, meaning) { #name, 32 },
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
};

/* All values of a state, out and in. */
static void unload(const struct state *state, uint64_t value[FIELDS])
{
  const struct ssem *const m = &state->m;

  value[FIELD_ORDERS] = state->orders;
  value[FIELD_TIME] = state->time;
#define TIME(unit, name, digits, meaning) value[FIELD_##name] = m->name;
#define HELD(unit, name, digits, meaning) value[FIELD_##name] = m->name;
#define LINE(unit, name, n, meaning) value[FIELD_##name] = m->S[n];
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) value[FIELD_##name] = state->k.name;
#include "sim/signals.def"
}

static void load(struct state *state, const uint64_t value[FIELDS])
{
  struct ssem *const m = &state->m;

  state->orders = value[FIELD_ORDERS];
  state->time = value[FIELD_TIME];
#define TIME(unit, name, digits, meaning) m->name = (word)value[FIELD_##name];
#define HELD(unit, name, digits, meaning) m->name = (word)value[FIELD_##name];
#define LINE(unit, name, n, meaning) m->S[n] = (word)value[FIELD_##name];
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) \
  state->k.name = (word)value[FIELD_##name];
#include "sim/signals.def"
}

/* Fowler, Noll and Vo's sum of all values, 32 digits. */
static uint32_t sum(const uint64_t value[FIELDS])
{
  uint32_t hash = 2166136261;

  for (unsigned i = 0; i < FIELDS; i++)
    for (unsigned byte = 0; byte < 8; byte++)
      hash = (hash ^ (uint8_t)(value[i] >> 8 * byte)) * 16777619;
  return hash;
}

void state_write(const struct state *state, FILE *out)
{
  uint64_t value[FIELDS];

  unload(state, value);
  fprintf(out, "ssem-state %d\n", STATE_VERSION);
  for (unsigned i = 0; i < FIELDS; i++)
    fprintf(
      out, fields[i].digits == 32 ? "%s 0x%08" PRIx64 "\n" : "%s %" PRIu64 "\n",
      fields[i].name, value[i]);
  fprintf(out, "sum 0x%08" PRIx32 "\n", sum(value));
}

/* The largest value of a field. */
static uint64_t most_of(unsigned field)
{
  if (field == FIELD_p)
    return SSEM_BEAT - 1;
  if (field == FIELD_ORDERS || field == FIELD_TIME)
    return UINT64_MAX / SSEM_BAR / 4; /* so that counting goes on */
  return UINT64_MAX >> (64 - fields[field].digits);
}

/* The next line: a name and a number, no more than most. */
static bool line(struct scanner *s, const char *name, uint64_t most,
                 uint64_t *value)
{
  char expected[64];
  const char *at;
  bool fits;

  snprintf(expected, sizeof expected, "%s and its value", name);
  if (!scanner_line(s, "#", ""))
    return scanner_fault(s, s->at, "found the end of the file, expected %s",
                         expected);
  if (!scanner_word(s, name))
    return scanner_expected(s, expected);
  scanner_blanks(s);
  at = s->at;
  if (!scanner_number(s, value, &fits) || !fits || *value > most) {
    s->at = at;
    snprintf(expected, sizeof expected, "a number from 0 to %" PRIu64, most);
    return scanner_expected(s, expected);
  }
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

/* The first line names the format; the hyphen is no part of a name. */
static bool version(struct scanner *s)
{
  const char *at;
  uint64_t n = 0;
  bool fits;

  if (!scanner_line(s, "#", "") || !scanner_mark(s, "ssem-state"))
    return scanner_expected(s, "ssem-state 1");
  scanner_blanks(s);
  at = s->at;
  if (!scanner_number(s, &n, &fits) || n != STATE_VERSION) {
    s->at = at;
    return scanner_expected(s, "version 1");
  }
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

static bool read_all(struct scanner *s, uint64_t value[FIELDS])
{
  uint64_t found = 0;

  if (!version(s))
    return false;
  for (unsigned i = 0; i < FIELDS; i++)
    if (!line(s, fields[i].name, most_of(i), &value[i]))
      return false;
  if (!line(s, "sum", UINT32_MAX, &found))
    return false;
  if (found != sum(value))
    return scanner_fault(s, s->start,
                         "found sum 0x%08" PRIx64 ", expected 0x%08" PRIx32
                         ": a value above is not as it was written",
                         found, sum(value));
  return !scanner_line(s, "#", "") ||
         scanner_expected(s, "the end of the file");
}

bool state_parse(const char *name, const char *bytes, size_t size,
                 struct state *state, char text[TEXT_SENTENCE])
{
  uint64_t value[FIELDS];
  struct scanner s;

  scanner_open(&s, name, bytes, size, text);
  if (size > STATE_LARGEST)
    return scanner_fault(
      &s, s.start, "found more than %d bytes, expected a state", STATE_LARGEST);
  if (!scanner_is_text(&s) || !read_all(&s, value))
    return false;
  load(state, value);
  return true;
}

bool state_load(const char *name, struct state *state, char text[TEXT_SENTENCE])
{
  size_t size;
  char *const bytes = text_file_read(name, STATE_LARGEST, &size, text);
  bool good;

  if (bytes == NULL)
    return false;
  good = state_parse(name, bytes, size, state, text);
  free(bytes);
  return good;
}

uint64_t state_bar(const struct ssem *m, uint64_t orders)
{
  return m->active ? orders + (m->beat == BEAT_S1) : 0;
}

bool state_to_isa(struct state *state, struct isa *t)
{
  struct ssem_console rest;

  ssem_console_rest(&rest);
  interp(&state->m, t);
  if (ssem_stopped(&state->m))
    return false;
  for (; !ssem_at_boundary(&state->m) && !ssem_stopped(&state->m);
       state->time++) {
    ssem_tick(&state->m, &rest);
    state->orders += ssem_at_boundary(&state->m);
  }
  return !ssem_stopped(&state->m);
}

void state_from_isa(const struct isa *t, bool as_built, uint64_t orders,
                    struct state *state)
{
  ssem_console_rest(&state->k);
  embed(t, as_built, (word)(2 * orders - 1) & 31, &state->m);
  state->orders = orders;
  state->time = (orders - 1) * SSEM_BAR + SSEM_BEAT;
}
