// SPDX-License-Identifier: MIT
/* mapped_begin.c - why the first boundary may differ: the map, or --from. */
#include "mapped_words.h"

#include <inttypes.h>

enum {
  ORDERS = 4096,  /* looked through for the state found */
  BOUNDARIES = 64 /* looked through for the state expected */
};

/* How far the CI found is ahead, as a number of as many digits as are given. */
static int32_t ahead(const struct mapped *m, const struct isa *t)
{
  const unsigned digits = m->word[INTERP_CI].digits;
  const uint32_t k = (m->found.CI - t->CI) & m->covered[INTERP_CI];

  return digits < 32 && k >> (digits - 1) == 1 ? (int32_t)(k - (1U << digits))
                                               : (int32_t)k;
}

/* Is it t but for a CI that is a little ahead or behind? */
static bool offset_words(const struct mapped *m, struct isa t, uint64_t orders,
                         struct text *out)
{
  const int32_t k = ahead(m, &t);

  t.CI = m->found.CI;
  if (k < -2 || k > 2 || !mapped_shows(m, &t))
    return false;
  text_add(out,
           "; with offset = %" PRId64 " it would be that before order %" PRIu64,
           (int64_t)m->map->offset + k, orders + 1);
  return true;
}

/* Is it the T-state before a later order? */
static bool from_words(const struct mapped *m, struct isa t, uint64_t orders,
                       struct text *out)
{
  for (unsigned n = 1; n <= ORDERS && !isa_final(&t); n++) {
    isa_next(&t);
    if (mapped_shows(m, &t)) {
      text_add(out,
               "; the state is that before order %" PRIu64 ": --from %" PRIu64,
               orders + n + 1, orders + n + 1);
      return true;
    }
  }
  return false;
}

/* Does a later boundary show t? m stands there then. */
static bool comes_later(struct mapped *m, const struct isa *t)
{
  for (unsigned i = 0; i < BOUNDARIES; i++) {
    if (mapped_next(m) != MAPPED_BOUNDARY)
      return false;
    if (mapped_shows(m, t))
      return true;
  }
  return false;
}

void mapped_begin_words(struct mapped *m, const struct isa *t, uint64_t orders,
                        struct text *out)
{
  const uint64_t time = m->time;
  const bool offset = offset_words(m, *t, orders, out);

  if (from_words(m, *t, orders, out) || offset)
    return;
  if (comes_later(m, t)) {
    text_add(out, "; boundary %" PRIu64 ", ", m->boundaries);
    mapped_time_words(m, m->time, out);
    text_add(out, ", shows what was expected: first = %" PRIu64, m->boundaries);
  }
  m->time = time; /* the report's */
}
