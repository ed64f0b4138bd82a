// SPDX-License-Identifier: MIT
/*
 * coverage.h - which of the order code's edges a run has come by.
 *
 * Levels that agree on a program agree on what it does, and on no more. Each
 * order obeyed is noted here; what is left at the end is what the agreement
 * does not speak of.
 *
 *   struct coverage c = { 0 };
 *   char text[COVERAGE_TEXT];
 *
 *   coverage_add(&c, &t);                      // T-state t is about to obey
 *   for (unsigned i = 0; i < COVERAGE_ROWS; i++)
 *     if (coverage_lacks(&c, i, text))
 *       puts(text);                            // "CMP never skipped"
 */
#ifndef SSEM_COVERAGE_H
#define SSEM_COVERAGE_H

#include "sim/isa.h"

#include <stdbool.h>

enum {
  COVERAGE_FUNCTIONS, /* every function has been obeyed */
  COVERAGE_SKIP,      /* CMP of a negative number */
  COVERAGE_NO_SKIP,   /* CMP of one that is not */
  COVERAGE_ZERO,      /* CMP of 0 */
  COVERAGE_NEXT,      /* STO to the line of the next order */
  COVERAGE_SELF,      /* STO to the line of the order itself */
  COVERAGE_OVER_31,   /* JMP or JRP to a CI over 31 */
  COVERAGE_WRAP,      /* from line 30 or 31 to line 0 or 1, by no jump */
  COVERAGE_SKIP_WRAP, /* a CMP skips beyond line 31 */
  COVERAGE_JMP_BACK,  /* JMP to -1, line 0 */
  COVERAGE_LEAST,     /* LDN of -2^31 */
  COVERAGE_OVERFLOW,  /* SUB whose difference does not fit in 32 digits */
  COVERAGE_IGNORED,   /* an order with digits that the machine ignores */
  COVERAGE_BLANK,     /* a line of zeros, JMP 0 */
  COVERAGE_ROWS
};

enum { COVERAGE_TEXT = 96 }; /* bytes that hold any row in words */

struct coverage {
  unsigned functions; /* digit f: function f has been obeyed */
  unsigned edges;     /* digit i: row i has been */
};

/* T-state t is about to obey its order. */
void coverage_add(struct coverage *c, const struct isa *t);

/* Is row i, 0 to COVERAGE_ROWS - 1, not covered? Then it stands in text, as
 * "never obeyed: JRP, SUB by 5" or "CMP never skipped". An edge of functions
 * that were never obeyed is not told again. */
bool coverage_lacks(const struct coverage *c, unsigned i,
                    char text[COVERAGE_TEXT]);

#endif
