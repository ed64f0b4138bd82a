// SPDX-License-Identifier: MIT
/*
 * tube.h - the monitor tube: 32 lines of 32 digits, as they glowed.
 *
 * A switch on the console chose what it showed: the store S, the accumulator A
 * (repeated on all lines [PRM]) or the control tube C, whose two lines are CI
 * and PI. Digit 0, least significant, is on the left; a 1 was a dash, a 0 a
 * dot.
 *
 *   word lines[SSEM_LINES];
 *   char text[TUBE_TEXT];
 *
 *   tube_lines(TUBE_S, t.S, t.A, t.CI, 0, lines);
 *   tube_text(lines, text);
 *   fputs(text, stdout);
 */
#ifndef SSEM_TUBE_H
#define SSEM_TUBE_H

#include "ssem.h"

enum tube_display { TUBE_S, TUBE_A, TUBE_C };

enum { TUBE_TEXT = 4096 }; /* bytes that hold any tube_text() */

/* What the monitor tube shows; on C the even lines are CI, the odd ones PI (how
 * the two lines filled the screen is our choice). */
void tube_lines(enum tube_display display, const word S[SSEM_LINES], word A,
                word CI, word PI, word lines[SSEM_LINES]);

/* The tube as text: 32 lines of number, digits, value and, for a word that is
 * an order with no ignored digit set, the order in words. */
void tube_text(const word lines[SSEM_LINES], char text[TUBE_TEXT]);

#endif
