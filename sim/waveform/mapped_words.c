// SPDX-License-Identifier: MIT
/* mapped_words.c - what a dump shows otherwise than expected, in words. */
#include "mapped_words.h"

#include "sim/interp.h"
#include "sim/text/time_unit.h"

#include <inttypes.h>

void mapped_time_words(const struct mapped *m, uint64_t time, struct text *out)
{
  const double unit = dump_unit(m->reader);
  char words[TIME_WORDS];

  time_words((double)time * unit, words);
  text_add(out, "time %" PRIu64, time);
  if (unit != 0)
    text_add(out, " (%s)", words);
}

static unsigned lowest(uint32_t digits)
{
  return (unsigned)__builtin_ctz(digits);
}

/* The first digit that is x or z where the machine should have a number; false
 * if there is none. */
static bool unknown_words(const struct mapped *m, const struct isa *t,
                          struct text *out)
{
  char name[INTERP_NAME];
  unsigned more = 0;
  bool any = false;

  for (unsigned i = 0; i < INTERP_WORDS; i++) {
    const uint32_t unknown = m->unknown[i];

    if (unknown == 0)
      continue;
    more += any;
    if (any)
      continue;
    any = true;
    interp_word_name(i, name);
    text_add(out, "%s: expected %" PRId32 ", found ", name,
             (int32_t)interp_word(t, i));
    if (unknown == m->covered[i])
      text_add(out, "every digit x or z");
    else
      text_add(out, "digit %u x or z", lowest(unknown));
  }
  if (more > 0)
    text_add(out, "; %u more have such digits", more);
  return any;
}

/* T-state u, with the digits that the map does not give as in t. */
static struct isa filled(const struct mapped *m, struct isa u,
                         const struct isa *t)
{
  u.CI |= t->CI & ~m->covered[INTERP_CI];
  u.A |= t->A & ~m->covered[INTERP_A];
  for (unsigned n = 0; n < SSEM_LINES; n++)
    u.S[n] |= t->S[n] & ~m->covered[INTERP_S + n];
  return u;
}

/* Is it the T-state of another boundary? Then one is missing, or too many. */
static void shift_words(const struct mapped *m, struct isa t,
                        const struct isa *was, uint64_t orders,
                        struct text *out)
{
  if (interp_same(was, &m->found)) {
    text_add(out, "; the state is that before the order: a boundary too many");
    return;
  }
  for (unsigned n = 1; n <= 8 && !isa_final(&t); n++) {
    isa_next(&t);
    if (mapped_shows(m, &t)) {
      text_add(out,
               "; the state is that after order %" PRIu64
               ": %u boundar%s missing",
               orders + n, n, n == 1 ? "y is" : "ies are");
      return;
    }
  }
}

void mapped_words(struct mapped *m, const struct isa *t, const struct isa *was,
                  uint64_t orders, struct text *out)
{
  const struct isa found = filled(m, m->found, t);
  char difference[128];

  mapped_time_words(m, m->time, out);
  text_add(out, ": ");
  if (!unknown_words(m, t, out)) {
    interp_difference(t, &found, difference, sizeof difference);
    text_add(out, "%s", difference);
    if (m->boundaries > m->map->first)
      shift_words(m, *t, was, orders, out);
  }
  if (m->boundaries == m->map->first)
    mapped_begin_words(m, t, orders, out);
}

void mapped_missing_words(const struct mapped *m, struct text *out)
{
  mapped_time_words(m, m->time, out);
  text_add(out, ": expected another boundary, found none up to the end of the "
                "dump, ");
  mapped_time_words(m, dump_time(m->reader), out);
}
