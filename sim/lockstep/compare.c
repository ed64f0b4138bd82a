// SPDX-License-Identifier: MIT
/* compare.c - every signal of two levels, digit period by digit period. */
#include "compare.h"

#include "sim/order.h"
#include "sim/text/text.h"

#include <inttypes.h>
#include <string.h>

void compare_start(struct compare *c, uint64_t orders)
{
  memset(c, 0, sizeof *c);
  c->orders = orders;
  c->bars = orders;
}

static void remember(struct compare *c, const struct signals *sig)
{
  for (unsigned i = COMPARE_RECENT - 1; i > 0; i--)
    c->recent[i] = c->recent[i - 1];
  c->recent[0].order = c->orders + 1;
  c->recent[0].CI = sig->value[SIGNAL_CI];
  c->recent[0].PI = sig->value[SIGNAL_PI];
  if (c->recents < COMPARE_RECENT)
    c->recents++;
}

static void differ(struct compare *c, const struct signals *a,
                   const struct signals *b)
{
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    if (a->value[i] == b->value[i])
      continue;
    if (c->differ) {
      c->more++;
      continue;
    }
    c->differ = true;
    c->signal = (enum signal)i;
    c->first = a->value[i];
    c->second = b->value[i];
  }
  c->beat = a->value[SIGNAL_beat];
  c->p = a->value[SIGNAL_p];
}

bool compare_tick(struct compare *c, struct level *first, struct level *second,
                  const struct ssem_console *k)
{
  struct signals a, b;
  unsigned beat, p;

  if (c->differ)
    return false;
  first->ops->tick(first, k, &a);
  second->ops->tick(second, k, &b);
  if (memcmp(&a, &b, sizeof a) != 0) {
    differ(c, &a, &b);
    return false;
  }
  beat = a.value[SIGNAL_beat];
  p = a.value[SIGNAL_p];
  c->periods++;
  if (a.value[SIGNAL_A2] && p == 0)
    remember(c, &a);
  if (beat == BEAT_A2 && p == SSEM_BEAT - 1) {
    c->bars++;
    c->orders += a.value[SIGNAL_active];
  }
  return true;
}

void compare_sentence(const struct compare *c, const struct level *first,
                      const struct level *second, char *text, size_t size)
{
  const struct signal_info *const what = &signals_info[c->signal];
  struct text out = text_in(text, size);

  if (!c->differ)
    return;
  text_add(&out,
           "after %" PRIu64 " orders, in bar %" PRIu64
           ", beat %s, digit %u: ssem.%s.%s: expected %" PRIu32
           ", found %" PRIu32,
           c->orders, c->bars + 1, order_beat(c->beat), c->p, what->unit,
           what->name, c->first, c->second);
  if (c->more > 0)
    text_add(&out, "; %u more differ", c->more);
  text_add(&out, " (expected: %s, found: %s)", first->ops->name,
           second->ops->name);
  for (unsigned i = c->recents; i > 0; i--) {
    char words[ORDER_TEXT];

    order_words(c->recent[i - 1].PI, words);
    text_add(&out, "\n  order %" PRIu64 " (%02u: %s)", c->recent[i - 1].order,
             (unsigned)(c->recent[i - 1].CI & 31), words);
  }
}
