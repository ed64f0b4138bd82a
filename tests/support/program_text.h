// SPDX-License-Identifier: MIT
/*
 * program_text.h - whole program files as strings, read and refused.
 *
 *   good("01 LDN 24\n");           // pr.S[1] is 0x4018
 *   bad("99 STP\n", "p:1:1: found line '99', expected a line 0 to 31");
 */
#ifndef TESTS_PROGRAM_TEXT_H
#define TESTS_PROGRAM_TEXT_H

#include "sim/program/program.h"

#define LDN_24 "00011000000000100000000000000000"
#define STO_26 "01011000000001100000000000000000"
#define MINUS_3 "10111111111111111111111111111111"
#define BOM "\xef\xbb\xbf"

extern struct program pr;
extern char text[TEXT_SENTENCE];

/* The file, named p, is read into pr. */
void good(const char *file);

/* The file is refused with exactly this sentence, and pr is untouched. */
void bad(const char *file, const char *sentence);

/* The same for a file of another name, with what a person says of it; NULL:
 * nothing. */
void good_as(const char *name, const struct program_options *options,
             const char *file);
void bad_as(const char *name, const struct program_options *options,
            const char *file, const char *sentence);

#endif
