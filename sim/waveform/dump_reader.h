// SPDX-License-Identifier: MIT
/*
 * dump_reader.h - what the pages of the dump reader share; internal to
 * dump_*.c.
 *
 * dump_words.c gives words, each for a scanner, with the place it stands at;
 * dump_header.c reads the header into the table of dump_slots.c,
 * dump_changes.c the changes, dump_texts.c the texts of strings.
 */
#ifndef SSEM_DUMP_READER_H
#define SSEM_DUMP_READER_H

#include "dump.h"
#include "sim/text/scanner.h"

enum { DUMP_WORD = DUMP_DIGITS + 2, DUMP_BUFFER = 1 << 16 };

/* One value, under an identifier code. */
struct dump_slot {
  char *id;
  unsigned digits;   /* of the widest variable that shows it */
  unsigned limbs;    /* 64 digits each; 0: not watched */
  uint64_t *value;   /* now: limbs of digits, limbs of unknowns */
  uint64_t *was;     /* the same before this time */
  bool is_text;      /* the value is the number of a text */
  bool changed;      /* at this time */
  uint32_t hash;     /* of the code */
  unsigned next_one; /* in the same bucket, + 1 */
};

struct dump {
  struct dump_source *source;
  char name[256];
  char text[TEXT_SENTENCE];

  size_t at, filled; /* of the buffer */
  unsigned next_line, next_column;
  struct scanner s; /* over the word; empty at the end of the file */
  size_t length;    /* of the word */
  bool failed;      /* the source gave up */
  bool truncated;   /* the word was longer than any word may be */
  bool last;        /* nothing follows it, not even a blank */
  unsigned cut;     /* the line in which the dump is cut short; or 0 */

  struct dump_variable *variable;
  unsigned count, room;
  struct dump_slot *slot;
  unsigned slots;
  unsigned *bucket; /* by the hash's last digits: the first slot, + 1 */
  unsigned buckets; /* a power of 2, no fewer than slots; 0 at first */
  unsigned *change; /* the slots that changed at this time */
  unsigned changes;
  unsigned depth; /* of scopes whose paths we keep */
  unsigned lost;  /* of those in them that are too deep or too long for that */
  size_t scope_end[DUMP_DEPTH];
  char path[DUMP_PATH];

  char *known[DUMP_TEXTS]; /* texts; number n is known[n - 1] */
  unsigned texts;
  bool by_ghdl;

  double unit;
  uint64_t time, next_time;
  bool timed, ended, off;
  unsigned offs;

  char word[DUMP_WORD + 1];
  char digits[DUMP_WORD + 1]; /* of a vector, or a code, while more is read */
  char buffer[DUMP_BUFFER];
};

/* The next word; false at the end of the file, and if the source fails, which
 * it then also says. */
bool dump_next(struct dump *r);

/* Write "name:line:column: ..." for the word last read; returns false. */
bool dump_fault(struct dump *r, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* The word last read as a sentence shows it. */
const char *dump_shown(const struct dump *r, char out[TEXT_SHOWN]);

/* A decimal number that is the whole rest of the word, most at most. */
bool dump_number(struct dump *r, uint64_t most, uint64_t *value);

/* dump_fault() with "found <the word>, expected <what>". */
bool dump_expected(struct dump *r, const char *what);

/* Pass over everything up to $end. */
bool dump_skip(struct dump *r);

/* An identifier code at the end of the word last read; "", which no map can ask
 * for, in place of all that are too long to be told apart. */
const char *dump_code(const struct dump *r, const char *id);

/* The slot with this identifier code; false if there is none. */
bool dump_slot_find(const struct dump *r, const char *id, unsigned *slot);

/* Make one, with no digits yet; false: out of memory. */
bool dump_slot_add(struct dump *r, const char *id, unsigned *slot);

/* dump_texts.c: give the slot the text of this change, "sTEXT" as read; its
 * escapes are undone in place. */
void dump_set_text(struct dump *r, char *text, unsigned slot);
void dump_free_texts(struct dump *r);

/* dump_changes.c: the slot changes at this time; its value is all 0. */
void dump_clear_slot(struct dump *r, unsigned slot);

/* The whole header, up to $enddefinitions $end. */
bool dump_header(struct dump *r);

#endif
