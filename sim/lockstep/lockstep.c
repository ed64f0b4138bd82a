// SPDX-License-Identifier: MIT
/* lockstep.c - any levels side by side. */
#include "lockstep.h"

#include "sim/interp.h"
#include "sim/order.h"
#include "sim/text/text.h"

#include <inttypes.h>
#include <string.h>

void lockstep_init(struct lockstep *ls, struct level *const level[],
                   unsigned count)
{
  memset(ls, 0, sizeof *ls);
  ls->count = count;
  for (unsigned i = 0; i < count; i++)
    ls->level[i] = level[i];
}

/* All levels stand at a boundary with the status given: compare. */
static void compare(struct lockstep *ls, const enum level_status *status)
{
  ls->now = level_state(ls->level[0], &ls->state);
  for (unsigned i = 1; i < ls->count; i++) {
    if (status[i] != status[0] || !level_equals(ls->level[i], ls->now)) {
      ls->level[i]->ops->interp(ls->level[i], &ls->found);
      ls->outcome = LOCKSTEP_DIFFERS;
      ls->differing = i;
      ls->stopped[0] = status[0] == LEVEL_STOPPED;
      ls->stopped[1] = status[i] == LEVEL_STOPPED;
      return;
    }
  }
  ls->outcome =
    status[0] == LEVEL_STOPPED ? LOCKSTEP_STOPPED : LOCKSTEP_RUNNING;
}

/* What ls->now lends, kept. */
static void keep_state(struct lockstep *ls)
{
  if (ls->now != &ls->state)
    ls->state = *ls->now;
}

static void advance_all(struct lockstep *ls)
{
  enum level_status status[LOCKSTEP_LEVELS] = { LEVEL_RUNNING };

  for (unsigned i = 0; i < ls->count; i++)
    status[i] = ls->level[i]->ops->advance(ls->level[i]);
  compare(ls, status);
}

void lockstep_clear(struct lockstep *ls, const word S[SSEM_LINES], word CI)
{
  ls->orders = 0;
  ls->before = 0;
  for (unsigned i = 0; i < ls->count; i++)
    ls->level[i]->ops->clear(ls->level[i], S, CI);
  advance_all(ls);
  keep_state(ls);
}

void lockstep_join(struct lockstep *ls, uint64_t orders)
{
  const enum level_status status[LOCKSTEP_LEVELS] = { LEVEL_RUNNING };

  ls->orders = orders;
  ls->before = orders;
  compare(ls, status);
  keep_state(ls);
}

void lockstep_embed(struct lockstep *ls, const struct isa *t, unsigned LC,
                    uint64_t orders)
{
  for (unsigned i = 0; i < ls->count; i++)
    ls->level[i]->ops->embed(ls->level[i], t, LC);
  lockstep_join(ls, orders);
}

enum lockstep_outcome lockstep_run(struct lockstep *ls, uint64_t orders)
{
  for (; orders > 0 && ls->outcome == LOCKSTEP_RUNNING; orders--) {
    const unsigned slot = (unsigned)(ls->orders % LOCKSTEP_HISTORY);

    ls->history[slot].CI = ls->now->CI;
    ls->history[slot].PI = isa_order(ls->now);
    ls->orders++;
    advance_all(ls);
  }
  keep_state(ls);
  return ls->outcome;
}

static void explain_order(const struct lockstep *ls, uint64_t k,
                          struct text *out)
{
  const unsigned slot = (unsigned)((k - 1) % LOCKSTEP_HISTORY);
  char words[ORDER_TEXT];

  order_words(ls->history[slot].PI, words);
  text_add(out, "order %" PRIu64 " (%02u: %s)", k,
           (unsigned)(ls->history[slot].CI & 31), words);
}

/* How far back the ring of orders reaches. */
static uint64_t first_remembered(const struct lockstep *ls)
{
  const uint64_t reach =
    ls->orders < LOCKSTEP_HISTORY ? ls->orders : LOCKSTEP_HISTORY;
  const uint64_t known = ls->orders - ls->before;

  return ls->orders - (known < reach ? known : reach) + 1;
}

void lockstep_explain(const struct lockstep *ls, char *text, size_t size)
{
  const char *const reference = ls->level[0]->ops->name;
  const char *const other = ls->level[ls->differing]->ops->name;
  const bool idle = ls->stopped[0] && ls->stopped[1];
  const bool parted = ls->stopped[0] != ls->stopped[1];
  struct text out = text_in(text, size);
  char difference[128];

  if (ls->outcome != LOCKSTEP_DIFFERS)
    return;
  if (ls->orders == ls->before)
    text_add(&out, "before order %" PRIu64, ls->orders + 1);
  else {
    text_add(&out, "after ");
    explain_order(ls, ls->orders, &out);
  }
  text_add(&out, ", bar %" PRIu64 ", beat %s, digit 0: ", ls->orders + 1,
           idle ? "S1" : "A1");
  if (parted)
    text_add(&out, "expected %s, as %s is, found %s %s",
             ls->stopped[0] ? "stopped" : "running", reference, other,
             ls->stopped[1] ? "stopped" : "running");
  if (interp_difference(&ls->state, &ls->found, difference, sizeof difference) >
      0)
    text_add(&out, "%s%s (expected: %s, found: %s)", parted ? "; " : "",
             difference, reference, other);
  for (uint64_t k = first_remembered(ls); k <= ls->orders; k++) {
    text_add(&out, "\n  ");
    explain_order(ls, k, &out);
  }
}
