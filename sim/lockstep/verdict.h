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

/* The levels that have digit periods differ in period ls->at of ls->seen, with
 * this console; not counting those that borrowed it. Fill in ls->difference. To
 * hear the other levels as well, all run on to their next boundary. */
void verdict_signals(struct lockstep *ls, const struct ssem_console *k,
                     unsigned borrowed);

/* The T-state that a digit period shows at a boundary, or where it stopped. */
void verdict_state(const struct period *seen, struct isa *t);

#endif
