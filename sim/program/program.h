// SPDX-License-Identifier: MIT
/*
 * program.h - program files in and out: what the operator keyed in.
 *
 * Five formats are read, told apart by their content and never by name alone:
 * our assembly (.asm), snapshots (.snp), the lecture's listing (.lst), bare
 * lines of 32 digits, and the .asm dialects of public collections.
 * docs/reference/programs.md draws their grammar. Three are written: .asm .snp
 * .lst; each of them gives back every word exactly as it was.
 *
 *   struct program pr;
 *   char text[TEXT_SENTENCE];
 *
 *   if (!program_load("first.asm", &pr, text))
 *     fprintf(stderr, "%s\n", text);       // first.asm:3:9: unknown ...
 */
#ifndef SSEM_PROGRAM_H
#define SSEM_PROGRAM_H

#include "sim/digit.h"
#include "sim/ssem.h"
#include "sim/text/text.h"

#include <stdio.h>

enum {
  PROGRAM_WARNINGS = 4096,  /* bytes of warnings kept; more are counted */
  PROGRAM_LARGEST = 1 << 20 /* bytes in the largest file that is read */
};

struct program {
  char name[256];                  /* as given; "-" is standard input */
  word S[SSEM_LINES];              /* lines not mentioned are 0 */
  uint32_t given;                  /* digit n: line n stood in the file */
  char warnings[PROGRAM_WARNINGS]; /* sentences, one a line; "" if none */
};

enum program_format { PROGRAM_ASM, PROGRAM_SNP, PROGRAM_LST };

/* Read the file called name ("-": standard input) into *pr. On failure returns
 * false, *pr is untouched and text is one sentence without a newline,
 * "file:line:column: found what, expected what" (or "file: reason" if it cannot
 * be read). A line whose digits and mnemonic disagree keeps its digits and
 * leaves a warning that names both. */
bool program_load(const char *name, struct program *pr,
                  char text[TEXT_SENTENCE]);

/* The same from size bytes in memory; name is only used in sentences. */
bool program_parse(const char *name, const char *bytes, size_t size,
                   struct program *pr, char text[TEXT_SENTENCE]);

/* The format that a file name's extension asks for (.asm .snp .lst, case
 * ignored); false if it is none of these. */
bool program_format_of(const char *name, enum program_format *format);

/* Write the given lines of pr. A word that is no plain order (order.h) is
 * written as a number. Errors are left in ferror(out). */
void program_write(const struct program *pr, enum program_format format,
                   FILE *out);

#endif
