// SPDX-License-Identifier: MIT
/*
 * program_reader.h - what the readers of program files share; internal to
 * sim/program/program.c and this folder.
 *
 * A reader goes through a text line by line, holding a cursor in each. Every
 * function that returns bool returns false after reader_fail() has written the
 * one sentence "file:line:column: found ..., expected ...".
 */
#ifndef SSEM_PROGRAM_READER_H
#define SSEM_PROGRAM_READER_H

#include "program.h"

enum { READER_LABELS = 64 }; /* labels in one file */

/* A line of the file without its comment and its end, and a cursor in it. */
struct cursor {
  const char *start;
  const char *at;
  const char *end;
  unsigned number; /* of the line in the file, from 1 */
};

struct label {
  const char *at;
  size_t size;
  unsigned line; /* of the store; 32 while it waits for its word */
};

struct reader {
  struct program *pr;             /* being built */
  char *text;                     /* the caller's buffer for a sentence */
  unsigned words;                 /* lines of the store read so far */
  unsigned where[SSEM_LINES];     /* line of the file that gave each */
  unsigned more;                  /* warnings that found no room */
  struct cursor todo[SSEM_LINES]; /* assembly: statements to be evaluated, */
  unsigned target[SSEM_LINES];    /* and the line of the store of each */
  struct label label[READER_LABELS];
  unsigned labels;
};

/* program_text.c: characters, tokens, sentences. */

/* Write the sentence, pointing at `at` in line c, and return false. */
bool reader_fail(struct reader *r, const struct cursor *c, const char *at,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Keep a warning that points at `at`, or count it if there is no room. */
void reader_warn(struct reader *r, const struct cursor *c, const char *at,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* What stands from at to end, quoted, shortened, made printable; "the end of
 * the line" if it is nothing. */
enum { SHOWN = 48 };
const char *reader_shown(const char *at, const char *end, char out[SHOWN]);

bool is_decimal(char c);
bool is_letter(char c); /* A-Z a-z _ */
bool is_name(char c);   /* those, 0-9 and . */
void skip_blanks(struct cursor *c);
const char *end_of_word(const struct cursor *c); /* up to a blank or the end */
bool same_name(const char *a, size_t size, const char *b, size_t other);

/* A decimal line number 0 to 31 at the cursor, which moves past it. */
bool read_line_number(struct reader *r, struct cursor *c, unsigned *n);

/* Put w in line n of the store; `at` is where the file said so. */
bool reader_claim(struct reader *r, const struct cursor *c, const char *at,
                  unsigned n);

/* program_asm.c: assembly. */

/* One line of assembly: claims its line of the store, notes its labels and
 * leaves its statement for asm_finish(). */
bool asm_line(struct reader *r, struct cursor *c);

/* The end of an assembly file: give every statement its word. */
bool asm_finish(struct reader *r);

/* A statement at the cursor, up to the end of the line: mnemonic and operand,
 * or a number. */
bool asm_statement(struct reader *r, struct cursor *c, word *w, bool *is_order);

#endif
