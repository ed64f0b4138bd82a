// SPDX-License-Identifier: MIT
/*
 * follow.h - a record of a machine beside the levels (private to lockstep).
 */
#ifndef SSEM_FOLLOW_H
#define SSEM_FOLLOW_H

#include "lockstep.h"

/* Nothing of the record has been compared. */
void follow_begin(struct lockstep *ls);

/* An order is about to be obeyed, or the first boundary to come: does the
 * record go on to the next one? If not, false, and ls->outcome says why. */
bool follow_ready(struct lockstep *ls);

/* The levels agree on T-state t at a boundary, or where they have stopped: does
 * the record? Sets ls->outcome if not. */
void follow_compare(struct lockstep *ls, const struct isa *t);

#endif
