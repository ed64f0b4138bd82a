// SPDX-License-Identifier: MIT
/*
 * liar.h - a level that is wrong once, to be found out.
 *
 * A liar is an honest level of the machine that is spoilt in one digit period:
 * a register is changed behind its back, or a wire is told wrongly.
 *
 *   struct liar liar = { .level.ops = &liar_ops, .honest = serial };
 *
 *   liar.spoil = spoil_A;  // void spoil_A(struct ssem *m) { m->A ^= 1; }
 *   liar.at = 144 + 7;     // in digit period 7 of the second bar
 *   ... compare &liar.level with other levels ...
 */
#ifndef TESTS_LIAR_H
#define TESTS_LIAR_H

#include "sim/level/level.h"

struct liar {
  struct level level;
  struct level *honest;
  unsigned ticks;                /* since clear */
  unsigned at;                   /* in which of them it is spoilt, from 0 */
  bool for_ever;                 /* and in all after it */
  void (*spoil)(struct ssem *m); /* a register, or ... */
  void (*tell)(struct ssem_wires *w); /* ... a wire, in periods() */
};

/* Its functions, for liars of another kind: each asks the honest level. */
extern const struct level_ops liar_ops;
struct liar *liar_of(struct level *l);
void liar_clear(struct level *l, const word S[SSEM_LINES], word CI);
enum level_status liar_advance(struct level *l);
void liar_interp(const struct level *l, struct isa *t);

#endif
