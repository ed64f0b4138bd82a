// SPDX-License-Identifier: MIT
/* foreign_check.c - somebody's machine against T-next. */
#include "foreign_check.h"

#include <string.h>

void foreign_check_begin(struct foreign_check *c, struct mapped *f,
                         const word S[SSEM_LINES], unsigned first)
{
  memset(c, 0, sizeof *c);
  c->f = f;
  isa_clear(&c->t, first);
  memcpy(c->t.S, S, sizeof c->t.S);
}

static void obey(struct foreign_check *c)
{
  recent_add(&c->recent, &c->t);
  c->orders++;
  c->was = c->t;
  isa_next(&c->t);
}

bool foreign_check_from(struct foreign_check *c, uint64_t n)
{
  while (c->orders + 1 < n) {
    if (isa_final(&c->t)) {
      c->orders++;
      return false;
    }
    obey(c);
  }
  c->before = c->orders;
  return true;
}

/* Does the machine show this T-state, in every digit that the map gives? */
static bool shows(const struct mapped *f, const struct isa *t)
{
  for (unsigned i = 0; i < MAPPED_WORDS; i++)
    if (f->unknown[i] != 0 ||
        ((mapped_word(t, i) ^ mapped_word(&f->found, i)) & f->covered[i]) != 0)
      return false;
  return true;
}

enum { SEEK = 1 << 22 }; /* orders looked through after a $dumpon */

/* Orders were obeyed while the dump was off: go on to the one whose T-state is
 * seen now, if there is one. */
static void catch_up(struct foreign_check *c)
{
  struct isa t = c->t;

  for (unsigned n = 0; n < SEEK; n++) {
    if (shows(c->f, &t)) {
      c->unseen += n;
      for (; n > 0; n--)
        obey(c);
      return;
    }
    if (isa_final(&t))
      return;
    isa_next(&t);
  }
}

static void compare(struct foreign_check *c)
{
  const unsigned offs = dump_offs(c->f->reader);

  if (c->compared > 0 && !c->final) {
    obey(c);
    if (offs != c->offs && !shows(c->f, &c->t))
      catch_up(c);
  }
  c->offs = offs;
  if (!shows(c->f, &c->t))
    c->outcome = FOREIGN_DIFFERS;
  else
    c->compared++;
  if (c->outcome == FOREIGN_AGREES && !c->final && isa_final(&c->t)) {
    recent_add(&c->recent, &c->t);
    c->orders++;
    c->final = true;
  }
}

/* The dump is at its end. Time enough for four more orders and not one of them
 * begun: the machine has stopped where it should not. */
static enum foreign_outcome end(const struct foreign_check *c)
{
  const uint64_t idle = dump_time(c->f->reader) - c->f->time;

  if (c->compared == 0)
    return FOREIGN_NONE;
  if (c->final)
    return FOREIGN_STOPPED;
  if (c->compared > 1 && !dump_off(c->f->reader) &&
      c->offs == dump_offs(c->f->reader) && idle / 4 > c->longest)
    return FOREIGN_MISSING;
  return FOREIGN_ENDED;
}

enum foreign_outcome foreign_check_run(struct foreign_check *c,
                                       uint64_t boundaries)
{
  struct mapped *const f = c->f;

  while (boundaries > 0 && c->outcome == FOREIGN_AGREES) {
    const uint64_t last = f->time;

    switch (mapped_next(f)) {
    case MAPPED_END: c->outcome = end(c); break;
    case MAPPED_BROKEN: c->outcome = FOREIGN_FAULT; break;
    case MAPPED_BOUNDARY:
      if (f->boundaries < f->map->first)
        break;
      if (c->compared > 0 && f->time - last > c->longest)
        c->longest = f->time - last;
      compare(c);
      boundaries--;
      break;
    }
  }
  return c->outcome;
}
