// SPDX-License-Identifier: MIT
/* mapped.c - the instruction boundaries of somebody's machine. */
#include "mapped.h"

#include "mapped_signal.h"
#include "sim/order.h"

#include <string.h>

/* The signals of expressions; texts must be compared with texts. */
static bool find_signals(struct mapped *m, char text[TEXT_SENTENCE])
{
  const struct map *const map = m->map;
  bool is_text[MAP_SIGNALS] = { false };
  uint64_t bad;

  for (unsigned i = 0; i < map->signals; i++)
    if (!mapped_find_signal(m->reader, map, &map->signal[i], &m->signal[i],
                            &is_text[i], text))
      return false;
  if (!expression_texts(&map->what, is_text, map->signals,
                        map->event == MAP_CHANGE, &bad) ||
      !expression_texts(&map->condition, is_text, map->signals, false, &bad) ||
      !expression_texts(&map->stop, is_text, map->signals, false, &bad))
    return mapped_text_fault(m->reader, map, &map->signal[bad], text);
  return true;
}

static bool find_words(struct mapped *m, char text[TEXT_SENTENCE])
{
  const struct map *const map = m->map;
  struct dump *const r = m->reader;

  if (!mapped_find_word(r, map, &map->CI, &m->word[INTERP_CI], text) ||
      !mapped_find_word(r, map, &map->A, &m->word[INTERP_A], text))
    return false;
  if (map->store.parts > 0 &&
      !mapped_find_store(r, map, &m->word[INTERP_S], text))
    return false;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (map->line[n].parts > 0 &&
        !mapped_find_word(r, map, &map->line[n], &m->word[INTERP_S + n], text))
      return false;
  return true;
}

bool mapped_open(struct mapped *m, struct dump *reader, const struct map *map,
                 char text[TEXT_SENTENCE])
{
  memset(m, 0, sizeof *m);
  m->reader = reader;
  m->map = map;
  if (!find_words(m, text) || !find_signals(m, text))
    return false;
  for (unsigned i = 0; i < INTERP_WORDS; i++)
    m->covered[i] = (uint32_t)(((uint64_t)1 << m->word[i].digits) - 1);
  return true;
}

/* The digits at a moment; digit d of *unknown is 1 where one is x or z. */
static uint64_t digits_of(const struct mapped *m, const struct mapped_digits *d,
                          enum dump_moment when, uint64_t *unknown)
{
  uint64_t w = 0;

  *unknown = 0;
  for (unsigned i = 0; i < d->parts; i++) {
    const struct mapped_part *const p = &d->part[i];
    uint64_t x = 0;
    const uint64_t some =
      p->is_constant
        ? p->value
        : dump_digits(m->reader, p->variable, when, p->from, p->digits, &x);

    w = (p->digits < 64 ? w << p->digits : 0) | some;
    *unknown = (p->digits < 64 ? *unknown << p->digits : 0) | x;
  }
  return w;
}

/* The signals of the map's expressions at a moment. */
struct seen {
  struct values values; /* first */
  const struct mapped *m;
  enum dump_moment when;
};

static struct value value_of(const struct values *values, uint64_t which)
{
  const struct seen *const seen = (const struct seen *)values;
  uint64_t unknown;
  const uint64_t digits =
    digits_of(seen->m, &seen->m->signal[which], seen->when, &unknown);

  return (struct value){ digits, unknown == 0 };
}

static struct value evaluate(const struct mapped *m, const struct expression *x,
                             enum dump_moment when)
{
  const struct seen seen = { { value_of }, m, when };

  return expression_value(x, &seen.values);
}

/* Is it known to be true? What is not given is not. */
static bool is_true(const struct mapped *m, const struct expression *x,
                    enum dump_moment when)
{
  const struct value v =
    x->steps > 0 ? evaluate(m, x, when) : (struct value){ 0, false };

  return v.known && v.digits != 0;
}

/* Is there a boundary at the time that the reader has reached? */
static bool boundary(const struct mapped *m, enum dump_moment when)
{
  const struct map *const map = m->map;
  const struct value now = evaluate(m, &map->what, DUMP_NOW);
  const struct value was = evaluate(m, &map->what, DUMP_BEFORE);
  const bool true_now = now.known && now.digits != 0;
  const bool true_was = was.known && was.digits != 0;
  bool happens = false;

  switch (map->event) {
  case MAP_BECOMES: happens = true_now && !true_was; break;
  case MAP_RISE: happens = true_now && was.known && was.digits == 0; break;
  case MAP_FALL: happens = true_was && now.known && now.digits == 0; break;
  case MAP_CHANGE:
    happens = now.known && was.known && now.digits != was.digits;
    break;
  }
  return happens &&
         (map->condition.steps == 0 || is_true(m, &map->condition, when));
}

/* Which of the digits of a word that are x or z count as such? With `unknown =
 * ignore` none of the store that never had a value: it is still 0. */
static uint32_t compared(bool ignore, uint32_t *known, uint32_t unknown)
{
  const uint32_t fresh = ignore ? unknown & ~*known : 0;

  *known |= ~unknown;
  return unknown & ~fresh;
}

/* The T-state as it is seen at this moment. */
static void look(struct mapped *m, enum dump_moment when)
{
  for (unsigned i = 0; i < INTERP_WORDS; i++) {
    const struct mapped_digits *const d = &m->word[i];
    uint64_t unknown;
    uint64_t w = digits_of(m, d, when, &unknown);

    w &= ~unknown;
    if (d->reversed) {
      w = order_reversed((word)w, d->digits);
      unknown = order_reversed((word)unknown, d->digits);
    }
    m->unknown[i] = compared(m->map->ignore && i >= INTERP_S, &m->known[i],
                             (uint32_t)unknown);
    if (i == INTERP_CI)
      m->found.CI = ((uint32_t)w - (uint32_t)m->map->offset) & m->covered[i];
    else if (i == INTERP_A)
      m->found.A = (uint32_t)w;
    else
      m->found.S[i - INTERP_S] = (uint32_t)w;
  }
}

bool mapped_shows(const struct mapped *m, const struct isa *t)
{
  for (unsigned i = 0; i < INTERP_WORDS; i++)
    if (m->unknown[i] != 0 ||
        ((interp_word(t, i) ^ interp_word(&m->found, i)) & m->covered[i]) != 0)
      return false;
  return true;
}

enum mapped_status mapped_next(struct mapped *m)
{
  const enum dump_moment when = m->map->before ? DUMP_BEFORE : DUMP_NOW;
  enum dump_status status;

  while ((status = dump_step(m->reader)) == DUMP_TIME) {
    const bool stop = is_true(m, &m->map->stop, DUMP_NOW);

    if (!boundary(m, when)) {
      m->stopped |= stop;
      continue;
    }
    look(m, when);
    m->stopped = stop;
    m->time = dump_time(m->reader);
    m->boundaries++;
    return MAPPED_BOUNDARY;
  }
  return status == DUMP_BROKEN ? MAPPED_BROKEN : MAPPED_END;
}
