// SPDX-License-Identifier: MIT
/*
 * program.h - program files in and out: what the operator keyed in.
 *
 * Formats are told apart by their content; a name helps only where the content
 * leaves a doubt: our assembly (.asm) and the dialects of public collections,
 * snapshots (.snp), the lecture's listing (.lst), bare lines of 32 digits and
 * Rosetta Code's listings, memory images (.coe .mif $readmemb $readmemh),
 * .store files and files of numbers. docs/reference/programs.md draws their
 * grammar. Three are written: .asm .snp .lst; each of them gives back every
 * word exactly as it was. What other people's simulators read is
 * program_write_for()'s.
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

/* Which of a word's 32 digits stands leftmost. */
enum program_digits {
  PROGRAM_DIGITS_AS_FOUND, /* as the file's format and its words say */
  PROGRAM_0_FIRST,         /* the least significant, as in 1948 */
  PROGRAM_31_FIRST         /* the most significant, as in Verilog */
};

/* What a person says of a file. */
struct program_options {
  enum program_digits digits;
  unsigned image; /* of several in a file, from 1; 0: there is only one */
  bool has_first; /* the first order is in line `first`, whatever the file
                   * says */
  unsigned first; /* 0 to 31 */
};

struct program {
  char name[256];     /* as given; "-" is standard input */
  word S[SSEM_LINES]; /* lines not mentioned are 0 */
  uint32_t given;     /* digit n: line n stood in the file */
  unsigned first;     /* line of the first order: the file's, or 1 */
  char warnings[PROGRAM_WARNINGS]; /* sentences, one a line; "" if none */
};

enum program_format { PROGRAM_ASM, PROGRAM_SNP, PROGRAM_LST };

/* Read the file called name ("-": standard input) into *pr. On failure returns
 * false, *pr is untouched and text is one sentence without a newline,
 * "file:line:column: found what, expected what" (or "file: reason" if it cannot
 * be read). A line whose digits and mnemonic disagree keeps its digits and
 * leaves a warning that names both. A file whose digits are clearly likelier
 * the other way round is refused, or warned of where its format is certain. */
bool program_load(const char *name, struct program *pr,
                  char text[TEXT_SENTENCE]);

/* The same from size bytes in memory; name is used in sentences, and its
 * extension where the content leaves a doubt. */
bool program_parse(const char *name, const char *bytes, size_t size,
                   struct program *pr, char text[TEXT_SENTENCE]);

/* Both, with what a person says of the file. */
bool program_load_as(const char *name, const struct program_options *options,
                     struct program *pr, char text[TEXT_SENTENCE]);
bool program_parse_as(const char *name, const char *bytes, size_t size,
                      const struct program_options *options, struct program *pr,
                      char text[TEXT_SENTENCE]);

/* The format that a file name's extension asks for (.asm .snp .lst, case
 * ignored); false if it is none of these. */
bool program_format_of(const char *name, enum program_format *format);

/* Write the given lines of pr. A word that is no plain order (order.h) is
 * written as a number; assembly says where the first order is, if it is not in
 * line 1. Errors are left in ferror(out). */
void program_write(const struct program *pr, enum program_format format,
                   FILE *out);

/* Whose programs are to read what is written. */
enum program_target {
  PROGRAM_FOR_MAME,
  PROGRAM_FOR_DAVIDSHARP,
  PROGRAM_FOR_BABYUTILS,
  PROGRAM_FOR_SIMH,
  PROGRAM_TARGETS
};

/* "mame", "davidsharp", "babyutils", "simh". */
const char *program_target_name(enum program_target target);

/* Write pr for somebody's program: as digits, or as words where every word that
 * it knows no name for, SUB5 too, is a number. */
void program_write_for(const struct program *pr, enum program_target target,
                       bool words, FILE *out);

#endif
