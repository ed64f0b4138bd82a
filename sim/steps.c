// SPDX-License-Identifier: MIT
/* steps.c - from one boundary to the next: whose step. */
#include "steps.h"

bool steps_console_touched(const struct ssem_console *k)
{
  return k->MAN || k->LS != 31 || k->FS != 7 || k->TW != 0 || k->KLC ||
         k->KSC || k->KCC;
}

void steps_period(struct steps *s, const struct ssem_console *k, unsigned beat,
                  unsigned p)
{
  const bool touched = steps_console_touched(k);

  if (beat == BEAT_S1 && p == 0) {
    s->touched_in_bar = false;
    s->pressed_in_bar = s->press; /* at p35 of A2: owed from here on */
  }
  s->press = k->KC;
  s->touched |= touched;
  s->touched_in_bar |= touched;
  s->pressed |= k->KC;
  s->pressed_in_bar |= k->KC;
}

bool steps_boundary(struct steps *s, bool final)
{
  const bool operators = !steps_is_next(s) || (s->final && s->pressed);

  if (s->begun)
    ++*(operators ? &s->operators : &s->next);
  s->begun = true;
  s->final = final;
  s->touched = s->touched_in_bar;
  s->pressed = s->pressed_in_bar;
  return operators;
}

bool steps_is_next(const struct steps *s)
{
  return !s->touched;
}
