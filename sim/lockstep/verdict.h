// SPDX-License-Identifier: MIT
/*
 * verdict.h - which levels are alike, and who stands alone (private to
 * lockstep).
 */
#ifndef SSEM_VERDICT_H
#define SSEM_VERDICT_H

#include "lockstep.h"

/* All levels stand at a boundary, stopped or lost, with these statuses and
 * T-states, and are not alike, or all are lost: fill in ls->difference. */
void verdict_states(struct lockstep *ls, const enum level_status *status,
                    const struct isa *t);

/* The levels that have digit periods differ in ls->sig, in a digit period with
 * this console; not counting those that borrowed it. Fill in ls->difference. To
 * hear the other levels as well, all run on to their next boundary. */
void verdict_signals(struct lockstep *ls, const struct ssem_console *k,
                     unsigned borrowed);

/* Do these signals show a boundary, or an idle bar with the stop lamp lit? */
bool verdict_boundary(const struct signals *sig);
bool verdict_stopped(const struct signals *sig);

/* The T-state that they show there. */
void verdict_state(const struct signals *sig, struct isa *t);

#endif
