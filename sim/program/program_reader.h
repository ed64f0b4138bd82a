// SPDX-License-Identifier: MIT
/*
 * program_reader.h - what the readers of program files share; internal to this
 * folder.
 *
 * A reader goes through a text line by line, with a scanner in each. Every
 * function that returns bool returns false after scanner_fault() has written
 * the one sentence "file:line:column: found ..., expected ...", unless it is a
 * plain question.
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

/* What stands beside the digits of a word. */
struct beside {
  struct scanner at; /* where it begins */
  unsigned line;     /* of the store */
  word says;
  bool is_order; /* only what the machine sees of it need agree */
};

struct reader {
  struct program *pr; /* being built */
  const struct program_options *options;
  unsigned words;             /* lines of the store read so far */
  unsigned where[SSEM_LINES]; /* line of the file that gave each */
  unsigned more;              /* warnings that found no room */
  unsigned place;  /* where a word without a number of its own goes */
  bool numbered;   /* some word had one */
  bool has_first;  /* the file says where the first order is, */
  unsigned first;  /* in this line */
  unsigned images; /* in the file; 0 if it is no memory image */

  struct scanner todo[SSEM_LINES]; /* assembly: statements to be evaluated, */
  unsigned target[SSEM_LINES];     /* and the line of the store of each */
  struct label label[READER_LABELS];
  unsigned labels;
  struct scanner alone; /* a number alone; line 0: none waits */
  unsigned alone_place;

  uint32_t digits; /* lines of the store that were given as 32 digits */
  struct beside beside[SSEM_LINES];
  unsigned besides;
};

/* program_reader.c: lines of the store, warnings. */

/* Keep a warning that points at `at`, or count it if there is no room. */
void reader_warn(struct reader *r, const struct scanner *s, const char *at,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A decimal line number 0 to 31 at the cursor, which moves past it. */
bool reader_line_number(struct scanner *s, unsigned *n);

/* Put a word in line n of the store, which had none; the next goes to the line
 * after it. `at` is where the file said so. */
bool reader_claim(struct reader *r, const struct scanner *s, const char *at,
                  unsigned n);

/* program_detect.c: which format a file has. */

enum format {
  FORMAT_LINES, /* a program, line by line */
  FORMAT_COE,
  FORMAT_MIF,
  FORMAT_READMEMB,
  FORMAT_READMEMH,
  FORMAT_STORE,
  FORMAT_NUMBERS
};

/* What the text from s on is. False if it is something that we know and do not
 * read. */
bool detect_format(const struct reader *r, const struct scanner *s,
                   enum format *format);

/* The next line of a program: a comment begins with ; # // or --. */
bool program_line(struct scanner *s);

/* program_lines.c: assembly, snapshots, listings, bare digits. */
bool lines_read(struct reader *r, struct scanner *s);

/* Is this line of decimal digits alone? Too many for a number, they are the
 * digits of a word: long_digits(). */
bool lines_only_digits(const struct scanner *s);
bool lines_long_digits(const struct scanner *s);

/* program_image.c: .coe, .mif, $readmemb and $readmemh. */
bool image_read(struct reader *r, struct scanner *s, enum format format);

/* program_store.c: .store, and files of numbers. */
bool store_read(struct reader *r, struct scanner *s);
bool numbers_read(struct reader *r, struct scanner *s);

/* program_digits.c: 32 digits, and which way round they stand. */

/* Digits at the cursor up to a blank, the leftmost as digit 0, and how many; or
 * exactly 32 of them. */
bool digits_take(struct scanner *s, word *w, size_t *size);
bool digits_read(struct scanner *s, word *w);

/* Decide which way round the lines r->digits stand, which have been read as
 * files of this format usually stand, and turn them if need be; then hold them
 * against what stands beside them. certain: no file of this format stands
 * otherwise, so a doubt is a warning; else it is refused. */
bool digits_settle(struct reader *r, const struct scanner *s,
                   enum program_digits read, bool certain);

/* program_words.c: orders as written in 1948, "-21 to c". Takes one at the
 * cursor, or a number that text or nothing follows; false if there is none. */
bool words_read(struct scanner *s, word *w, bool *is_order);

/* program_asm.c: assembly. */

/* One line of assembly: claims its line of the store, notes its labels and
 * leaves its statement for asm_finish(). */
bool asm_line(struct reader *r, struct scanner *s);

/* The end of an assembly file, where s is: give every statement its word. */
bool asm_finish(struct reader *r, const struct scanner *s);

/* The label of this name; r->labels if there is none. Case is ignored. */
unsigned asm_find_label(const struct reader *r, const char *at, size_t size);

/* program_statement.c: an order or a number. */

/* A statement at the cursor, up to the end of the line: mnemonic and operand,
 * or a number. */
bool asm_statement(struct reader *r, struct scanner *s, word *w,
                   bool *is_order);

/* A number or a sum of numbers and labels at the cursor, from -2^31 to
 * 2^32 - 1. */
bool asm_number(const struct reader *r, struct scanner *s, word *w);

/* Does what stands at the cursor look like the beginning of assembly? */
bool asm_begins(const struct scanner *s);

#endif
