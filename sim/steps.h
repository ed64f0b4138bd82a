// SPDX-License-Identifier: MIT
/*
 * steps.h - from one boundary to the next: T-next's step, or the operator's.
 *
 * What the machine makes of order k, from boundary k to boundary k + 1, must be
 * T-next if the order is no STP and nobody has touched the console from p = 0
 * of S1 of bar k on. Otherwise the step is the operator's. CS and KC touch
 * nothing, but a press of KC leads on from an STP; and WRITE without a
 * typewriter key does nothing at all. (S1 counts because keys held in it spoil
 * L and F, with which the order is fetched.)
 *
 *   struct steps steps = { 0 };
 *
 *   steps_period(&steps, &k, m.beat, m.p);      // in every digit period, but
 *   if (ssem_at_boundary(&m))                   // this before, if it is one
 *     mine = steps_boundary(&steps, final);
 */
#ifndef SSEM_STEPS_H
#define SSEM_STEPS_H

#include "ssem.h"

struct steps {
  uint64_t next;      /* steps that were T-next's */
  uint64_t operators; /* steps that were the operator's */
  /* private */
  bool begun;                   /* a boundary has been */
  bool final;                   /* its order is STP */
  bool touched, touched_in_bar; /* since its S1; since the last S1 */
  bool pressed, pressed_in_bar; /* KC, from the period before on */
  bool press;                   /* KC in the last digit period */
};

/* Is the console touched: MAN, a switch that is up, any key but KC? */
bool steps_console_touched(const struct ssem_console *k);

/* Digit period p of a beat begins with this console; one call will do for
 * several if the console is held over them and none but the first is p = 0. */
void steps_period(struct steps *s, const struct ssem_console *k, unsigned beat,
                  unsigned p);

/* A boundary; final: its order is STP. Returns whether the step to it was the
 * operator's; for the first boundary since clear, whether the console was
 * touched. The first is not counted. */
bool steps_boundary(struct steps *s, bool final);

/* Is the step that is under way still T-next's? */
bool steps_is_next(const struct steps *s);

#endif
