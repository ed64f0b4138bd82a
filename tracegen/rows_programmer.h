// SPDX-License-Identifier: MIT
/*
 * rows_programmer.h - inside rows.h: what a programmer sees, in one beat.
 */
#ifndef TRACEGEN_ROWS_PROGRAMMER_H
#define TRACEGEN_ROWS_PROGRAMMER_H

#include "rows.h"

/* A row is value in digit period p; a change if it was another. */
void row_put(struct rows *r, enum row i, unsigned p, uint32_t value);

/* T.line, T.CI and T.A, the reference beside them, and where they differ. */
void rows_programmer(struct rows *r, const struct beat *beat);

#endif
