// SPDX-License-Identifier: MIT
/*
 * machine.h - states made of variables, and claims about whole states.
 *
 *   struct ssem m;
 *
 *   any_state(&m, BEAT_A1, 0);           // nothing known but the time
 *   ssem_tick(&m, &k);
 *   same_digit("T", 0, m.T);
 */
#ifndef FORMAL_MACHINE_H
#define FORMAL_MACHINE_H

#include "theorem.h"

class circuit;

/* Every register, the strap included, a variable; beat and p are given. */
void any_state(struct ssem *m, unsigned beat, unsigned p);

/* A T-state of variables. */
void any_isa(struct isa *t);

/* Every control of the console a variable. */
void any_console(struct ssem_console *k);

/* The console at rest but for CS and KC, which are variables. */
void any_run_or_step(struct ssem_console *k);

/* A V-state at the boundary of T-state t: what the boundary promises is so, and
 * the rest (the old PI, ksp) is a variable. LC is 0; theorem 1 begins by
 * showing that it does not matter. */
void any_boundary(const struct isa *t, digit as_built, struct ssem *m);

/* m's T-state as it stands: S, A and CI. */
void project_state(const struct ssem *m, struct isa *t);

/* The claim that m is at a boundary and keeps its promises. */
void keeps_boundary(const struct ssem *m);

/* The claim that the machine has stopped: idle, lamp lit, at p = 0 of A1, the
 * loops at rest. */
void keeps_stop(const struct ssem *m);

void same_isa(const struct isa *expected, const struct isa *found);

/* All registers and the time, LC and ksp excepted. */
void same_state(const struct ssem *expected, const struct ssem *found);

/* The claim that a bar from any boundary of T-state t is one T-next. */
void bar_is_one_t_next(const struct isa *t, digit as_built);

/* Give a circuit of the machine its state, console and rst, and settle it. */
void give_circuit(circuit *c, const struct ssem *m,
                  const struct ssem_console *k, digit rst);

#endif
