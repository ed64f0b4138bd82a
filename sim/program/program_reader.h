// SPDX-License-Identifier: MIT
/*
 * program_reader.h - what the readers of program files share; internal to this
 * folder.
 *
 * A reader goes through a text line by line, with a scanner in each. Every
 * function that returns bool returns false after scanner_fault() has written
 * the one sentence "file:line:column: found ..., expected ...".
 */
#ifndef SSEM_PROGRAM_READER_H
#define SSEM_PROGRAM_READER_H

#include "program.h"
#include "sim/text/scanner.h"

enum { READER_LABELS = 64 }; /* labels in one file */

struct label {
  const char *at;
  size_t size;
  unsigned line; /* of the store; 32 while it waits for its word */
};

struct reader {
  struct program *pr;              /* being built */
  unsigned words;                  /* lines of the store read so far */
  unsigned where[SSEM_LINES];      /* line of the file that gave each */
  unsigned more;                   /* warnings that found no room */
  struct scanner todo[SSEM_LINES]; /* assembly: statements to be evaluated, */
  unsigned target[SSEM_LINES];     /* and the line of the store of each */
  struct label label[READER_LABELS];
  unsigned labels;
};

/* program_reader.c: lines of the store, warnings. */

/* Keep a warning that points at `at`, or count it if there is no room. */
void reader_warn(struct reader *r, const struct scanner *s, const char *at,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A decimal line number 0 to 31 at the cursor, which moves past it. */
bool reader_line_number(struct scanner *s, unsigned *n);

/* Put a word in line n of the store; `at` is where the file said so. */
bool reader_claim(struct reader *r, const struct scanner *s, const char *at,
                  unsigned n);

/* program_asm.c: assembly. */

/* One line of assembly: claims its line of the store, notes its labels and
 * leaves its statement for asm_finish(). */
bool asm_line(struct reader *r, struct scanner *s);

/* The end of an assembly file, where s is: give every statement its word. */
bool asm_finish(struct reader *r, const struct scanner *s);

/* A statement at the cursor, up to the end of the line: mnemonic and operand,
 * or a number. */
bool asm_statement(struct reader *r, struct scanner *s, word *w,
                   bool *is_order);

#endif
