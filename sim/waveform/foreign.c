// SPDX-License-Identifier: MIT
/* foreign.c - the instruction boundaries of somebody's machine. */
#include "foreign.h"

#include "foreign_signal.h"

#include <string.h>

word foreign_word(const struct isa *t, unsigned i)
{
  return i == FOREIGN_CI ? t->CI : i == FOREIGN_A ? t->A : t->S[i - FOREIGN_S];
}

bool foreign_open(struct foreign *f, struct dump *reader, const struct map *map,
                  char text[TEXT_SENTENCE])
{
  memset(f, 0, sizeof *f);
  f->reader = reader;
  f->map = map;
  if (!foreign_signal(reader, map, &map->CI, 32, &f->part[FOREIGN_CI], text) ||
      !foreign_signal(reader, map, &map->A, 32, &f->part[FOREIGN_A], text))
    return false;
  if (map->store.name[0] != '\0' &&
      !foreign_store(reader, map, &f->part[FOREIGN_S], text))
    return false;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (map->line[n].name[0] != '\0' &&
        !foreign_signal(reader, map, &map->line[n], 32, &f->part[FOREIGN_S + n],
                        text))
      return false;
  for (unsigned i = 0; i < map->signals; i++)
    if (!foreign_signal(reader, map, &map->signal[i], 64, &f->signal[i], text))
      return false;
  for (unsigned i = 0; i < FOREIGN_WORDS; i++)
    f->covered[i] = (uint32_t)(((uint64_t)1 << f->part[i].digits) - 1);
  return true;
}

/* The signals of the map's expressions at a moment. */
struct seen {
  struct values values; /* first */
  const struct foreign *f;
  enum dump_moment when;
};

static struct value value_of(const struct values *values, uint64_t which)
{
  const struct seen *const seen = (const struct seen *)values;
  const struct foreign_part *const s = &seen->f->signal[which];
  uint64_t unknown;
  const uint64_t digits = dump_digits(seen->f->reader, s->variable, seen->when,
                                      s->from, s->digits, &unknown);

  return (struct value){ digits, unknown == 0 };
}

static struct value evaluate(const struct foreign *f,
                             const struct expression *x, enum dump_moment when)
{
  const struct seen seen = { { value_of }, f, when };

  return expression_value(x, &seen.values);
}

/* Is there a boundary at the time that the reader has reached? */
static bool boundary(const struct foreign *f, enum dump_moment when)
{
  const struct map *const map = f->map;
  const struct value now = evaluate(f, &map->what, DUMP_NOW);
  const struct value was = evaluate(f, &map->what, DUMP_BEFORE);
  const bool true_now = now.known && now.digits != 0;
  const bool true_was = was.known && was.digits != 0;
  struct value condition;
  bool happens = false;

  switch (map->event) {
  case MAP_BECOMES: happens = true_now && !true_was; break;
  case MAP_RISE: happens = true_now && was.known && was.digits == 0; break;
  case MAP_FALL: happens = true_was && now.known && now.digits == 0; break;
  case MAP_CHANGE:
    happens = now.known && was.known && now.digits != was.digits;
    break;
  }
  if (!happens || map->condition.steps == 0)
    return happens;
  condition = evaluate(f, &map->condition, when);
  return condition.known && condition.digits != 0;
}

static uint32_t reverse(uint64_t w, unsigned digits)
{
  uint32_t r = 0;

  for (unsigned d = 0; d < digits; d++)
    r |= (uint32_t)(w >> d & 1) << (digits - 1 - d);
  return r;
}

/* The T-state as it is seen at this moment. */
static void look(struct foreign *f, enum dump_moment when)
{
  for (unsigned i = 0; i < FOREIGN_WORDS; i++) {
    const struct foreign_part *const p = &f->part[i];
    uint64_t unknown = 0;
    uint64_t w = 0;

    if (p->digits > 0)
      w =
        dump_digits(f->reader, p->variable, when, p->from, p->digits, &unknown);
    w &= ~unknown;
    if (p->reversed) {
      w = reverse(w, p->digits);
      unknown = reverse(unknown, p->digits);
    }
    f->unknown[i] = (uint32_t)unknown;
    if (i == FOREIGN_CI)
      f->found.CI = ((uint32_t)w - (uint32_t)f->map->offset) & f->covered[i];
    else if (i == FOREIGN_A)
      f->found.A = (uint32_t)w;
    else
      f->found.S[i - FOREIGN_S] = (uint32_t)w;
  }
}

enum foreign_status foreign_next(struct foreign *f)
{
  const enum dump_moment when = f->map->before ? DUMP_BEFORE : DUMP_NOW;
  enum dump_status status;

  while ((status = dump_step(f->reader)) == DUMP_TIME)
    if (boundary(f, when)) {
      look(f, when);
      f->time = dump_time(f->reader);
      f->boundaries++;
      return FOREIGN_BOUNDARY;
    }
  return status == DUMP_BROKEN ? FOREIGN_BROKEN : FOREIGN_END;
}
