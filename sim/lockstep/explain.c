// SPDX-License-Identifier: MIT
/* explain.c - the first difference in words. */
#include "lockstep.h"

#include "sim/interp.h"
#include "sim/order.h"

#include <inttypes.h>
#include <stdio.h>

/* Names with commas and an "and": "isa, waves and rtl". */
static void list(const struct lockstep *ls, unsigned set, struct text *out)
{
  for (unsigned i = 0; i < ls->count; i++) {
    const unsigned before = set & ((1U << i) - 1);
    const unsigned after = set & ~before & ~(1U << i);

    if (set >> i & 1)
      text_add(out, "%s%s",
               before == 0  ? ""
               : after == 0 ? " and "
                            : ", ",
               ls->level[i]->ops->name);
  }
}

static void explain_order(const struct lockstep *ls, struct text *out)
{
  if (ls->orders == ls->recent.before) {
    text_add(out, "before order %" PRIu64 ", ", ls->orders + 1);
    return;
  }
  text_add(out, "after ");
  recent_words(&ls->recent, ls->orders, out);
  text_add(out, ", ");
}

static void explain_when(const struct lockstep *ls, struct text *out)
{
  explain_order(ls, out);
  text_add(out, "bar %" PRIu64 ", beat %s, digit %u: ", ls->bars + 1,
           order_beat(ls->difference.beat), ls->difference.p);
}

static void explain_record(const struct lockstep *ls, struct text *out)
{
  const struct lockstep_difference *const d = &ls->difference;

  explain_order(ls, out);
  ls->record->ops->explain(ls->record, &d->t[0], ls->orders, d->status[1], out);
  if (d->status[1] != LEVEL_RUNNING)
    return;
  text_add(out, " (expected: ");
  list(ls, d->right, out);
  text_add(out, ", found: %.300s)", ls->record->ops->name);
}

static void explain_who(const struct lockstep *ls, struct text *out)
{
  const struct lockstep_difference *const d = &ls->difference;
  const bool one = (d->wrong & (d->wrong - 1)) == 0;

  list(ls, d->wrong, out);
  if (d->right == 0) {
    text_add(out, " come%s to no boundary in two bars", one ? "s" : "");
    return;
  }
  text_add(out, " differ%s from ", one ? "s" : "");
  list(ls, d->right, out);
  text_add(out, ": ");
}

static void explain_signal(const struct lockstep_difference *d,
                           struct text *out)
{
  const struct signal_info *const what = &signals_info[d->signal];

  text_add(out, "ssem.%s.%s: expected %" PRIu32 ", found %" PRIu32, what->unit,
           what->name, d->value[0], d->value[1]);
  if (d->more > 0)
    text_add(out, "; %u more differ", d->more);
}

static void explain_states(const struct lockstep_difference *d,
                           struct text *out)
{
  static const char *const words[] = {
    [LEVEL_RUNNING] = "running",
    [LEVEL_STOPPED] = "stopped",
    [LEVEL_LOST] = "no boundary in two bars",
    [LEVEL_ENDED] = "the end",
  };
  const bool parted = d->status[0] != d->status[1];
  const bool lost = d->status[0] == LEVEL_LOST || d->status[1] == LEVEL_LOST;
  char difference[128];

  if (parted)
    text_add(out, "expected %s, found %s", words[d->status[0]],
             words[d->status[1]]);
  if (!lost &&
      interp_difference(&d->t[0], &d->t[1], difference, sizeof difference) > 0)
    text_add(out, "%s%s", parted ? "; " : "", difference);
}

void lockstep_explain(const struct lockstep *ls, char *text, size_t size)
{
  const struct lockstep_difference *const d = &ls->difference;
  struct text out = text_in(text, size);

  if (ls->outcome != LOCKSTEP_DIFFERS)
    return;
  if (d->by_record) {
    explain_record(ls, &out);
  } else {
    explain_when(ls, &out);
    explain_who(ls, &out);
  }
  if (d->by_signal)
    explain_signal(d, &out);
  else if (!d->by_record && d->right != 0)
    explain_states(d, &out);
  recent_list(&ls->recent, &out);
}

static void leave_out(const char *name, word given, struct text *out)
{
  if (given == UINT32_MAX)
    return;
  text_add(out, "; %s in digit", name);
  if (given == 1)
    text_add(out, " 0 only");
  else
    text_add(out, "s 0 to %u only", 31 - (unsigned)__builtin_clz(given));
}

void lockstep_left_out(const struct lockstep *ls, char *text, size_t size)
{
  struct text out = text_in(text, size);
  unsigned lines = 0, last = 0;
  struct isa given;
  char name[16];

  if (ls->record == NULL)
    return;
  ls->record->ops->mask(ls->record, &given);
  leave_out("CI", given.CI, &out);
  leave_out("A", given.A, &out);
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    snprintf(name, sizeof name, "line %02u", n);
    if (given.S[n] != 0)
      leave_out(name, given.S[n], &out);
    else
      last = n;
    lines += given.S[n] == 0;
  }
  if (lines == SSEM_LINES)
    text_add(&out, "; the store is not in the map");
  else if (lines == 1)
    text_add(&out, "; line %02u is not in the map", last);
  else if (lines > 1)
    text_add(&out, "; %u lines are not in the map", lines);
}
