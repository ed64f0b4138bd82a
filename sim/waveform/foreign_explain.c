// SPDX-License-Identifier: MIT
/* foreign_explain.c - what a foreign machine did otherwise, in words. */
#include "foreign_check.h"
#include "sim/interp.h"
#include "sim/text/text.h"
#include "sim/text/time_unit.h"

#include <inttypes.h>
#include <stdio.h>

void foreign_check_time(const struct foreign_check *c, uint64_t time,
                        char *text, size_t size)
{
  const double unit = dump_unit(c->f->reader);
  struct text out = text_in(text, size);
  char words[TIME_WORDS];

  time_words((double)time * unit, words);
  text_add(&out, "%" PRIu64, time);
  if (unit != 0)
    text_add(&out, " (%s)", words);
}

/* Its name in sentences: CI, A, line 07. */
static void name_word(struct text *out, unsigned i)
{
  if (i < MAPPED_S)
    text_add(out, "%s", i == MAPPED_CI ? "CI" : "A");
  else
    text_add(out, "line %02u", i - MAPPED_S);
}

static unsigned lowest(uint32_t digits)
{
  return (unsigned)__builtin_ctz(digits);
}

/* The first digit that is x or z where the machine should have a number. */
static bool explain_unknown(const struct foreign_check *c, struct text *out)
{
  unsigned more = 0;
  bool any = false;

  for (unsigned i = 0; i < MAPPED_WORDS; i++) {
    const uint32_t unknown = c->f->unknown[i];

    if (unknown == 0)
      continue;
    more += any;
    if (any)
      continue;
    any = true;
    name_word(out, i);
    text_add(out, ": expected %" PRId32 ", found ",
             (int32_t)mapped_word(&c->t, i));
    if (unknown == c->f->covered[i])
      text_add(out, "every digit x or z");
    else
      text_add(out, "digit %u x or z", lowest(unknown));
  }
  if (more > 0)
    text_add(out, "; %u more have such digits", more);
  return any;
}

/* What is found, with the digits that the map does not give as expected. */
static struct isa as_found(const struct foreign_check *c, const struct isa *t)
{
  const struct mapped *const f = c->f;
  struct isa u = f->found;

  u.CI |= t->CI & ~f->covered[MAPPED_CI];
  u.A |= t->A & ~f->covered[MAPPED_A];
  for (unsigned n = 0; n < SSEM_LINES; n++)
    u.S[n] |= t->S[n] & ~f->covered[MAPPED_S + n];
  return u;
}

static bool is_found(const struct foreign_check *c, const struct isa *t)
{
  const struct isa u = as_found(c, t);

  return interp_same(t, &u);
}

/* Is it the T-state of another boundary? Then one is missing, or too many. */
static void explain_shift(const struct foreign_check *c, struct text *out)
{
  struct isa t = c->t;

  if (c->orders > c->before && !c->final && is_found(c, &c->was)) {
    text_add(out, "; the state is that before the order: a boundary too many");
    return;
  }
  for (unsigned n = 1; n <= 8 && !isa_final(&t); n++) {
    isa_next(&t);
    if (is_found(c, &t)) {
      text_add(out,
               "; the state is that after order %" PRIu64
               ": %u boundar%s missing",
               c->orders + n, n, n == 1 ? "y is" : "ies are");
      return;
    }
  }
}

static void explain_difference(const struct foreign_check *c, const char *dump,
                               struct text *out)
{
  const struct isa found = as_found(c, &c->t);
  char difference[128];

  if (!explain_unknown(c, out)) {
    interp_difference(&c->t, &found, difference, sizeof difference);
    text_add(out, "%s", difference);
    explain_shift(c, out);
  }
  text_add(out, " (expected: isa, found: %.300s)", dump);
}

void foreign_check_explain(const struct foreign_check *c, const char *dump,
                           char *text, size_t size)
{
  struct text out = text_in(text, size);
  char time[80];

  if (c->outcome != FOREIGN_DIFFERS && c->outcome != FOREIGN_MISSING)
    return;
  foreign_check_time(c, c->f->time, time, sizeof time);
  if (c->orders == 0)
    text_add(&out, "before order 1");
  else {
    text_add(&out, "after ");
    recent_words(&c->recent, c->orders, &out);
  }
  text_add(&out, ", time %s: ", time);
  if (c->outcome == FOREIGN_DIFFERS) {
    explain_difference(c, dump, &out);
  } else {
    foreign_check_time(c, dump_time(c->f->reader), time, sizeof time);
    text_add(&out,
             "expected another boundary, found none up to the end of the dump, "
             "time %s",
             time);
  }
  recent_list(&c->recent, &out);
}

void foreign_check_uncovered(const struct foreign_check *c, char *text,
                             size_t size)
{
  struct text out = text_in(text, size);
  unsigned lines = 0;
  unsigned last = 0;

  for (unsigned i = 0; i < MAPPED_WORDS; i++) {
    const uint32_t covered = c->f->covered[i];

    if (covered == 0) {
      lines++;
      last = i - MAPPED_S;
    } else if (covered != UINT32_MAX) {
      text_add(&out, "; ");
      name_word(&out, i);
      text_add(&out,
               covered == 1 ? " in digit 0 only" : " in digits 0 to %u only",
               31 - (unsigned)__builtin_clz(covered));
    }
  }
  if (lines == SSEM_LINES)
    text_add(&out, "; the store is not in the map");
  else if (lines == 1)
    text_add(&out, "; line %02u is not in the map", last);
  else if (lines > 1)
    text_add(&out, "; %u lines are not in the map", lines);
}
