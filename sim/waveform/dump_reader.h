// SPDX-License-Identifier: MIT
/*
 * dump_reader.h - what the pages of the dump reader share; internal to
 * this folder.
 *
 * dump_words.c gives words with the place they stand at, dump_header.c reads
 * the header, dump_read.c the changes.
 */
#ifndef TRACEGEN_DUMP_READER_H
#define TRACEGEN_DUMP_READER_H

#include "dump_read.h"

enum { DUMP_WORD = DUMP_DIGITS + 2, DUMP_BUFFER = 1 << 16, DUMP_SHOWN = 48 };

/* One value, under an identifier code. */
struct dump_slot {
  char *id;
  unsigned digits;   /* of the widest variable that shows it */
  unsigned limbs;    /* 64 digits each; 0: not watched */
  uint64_t *value;   /* now: limbs of digits, limbs of unknowns */
  uint64_t *was;     /* the same before this time */
  bool changed;      /* at this time */
  unsigned next_one; /* with the same hash, + 1 */
};

struct dump_reader {
  struct dump_source *source;
  char name[256];
  char text[DUMP_TEXT];

  size_t at, filled; /* of the buffer */
  unsigned line, column, next_line, next_column;
  size_t length;  /* of the word, 0 at the end of the file */
  bool failed;    /* the source gave up */
  bool truncated; /* the word was longer than any word may be */

  struct dump_variable *variable;
  unsigned count, room;
  struct dump_slot *slot;
  unsigned slots, slot_room;
  unsigned hash[4096]; /* the first slot of each hash, + 1 */
  unsigned *change;    /* the slots that changed at this time */
  unsigned changes;
  unsigned depth; /* of scopes */
  size_t scope_end[DUMP_DEPTH];
  char path[DUMP_PATH];

  double unit;
  uint64_t time, next_time;
  bool timed, ended, off;
  unsigned offs;

  char word[DUMP_WORD + 1];
  char digits[DUMP_WORD]; /* of a vector, while its identifier is read */
  char buffer[DUMP_BUFFER];
};

/* The next word; false at the end of the file, and if the source fails, which
 * it then also says. */
bool dump_next(struct dump_reader *r);

/* Write "name:line:column: ..." for the word last read; returns false. */
bool dump_fault(struct dump_reader *r, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* The word last read as a sentence shows it. */
const char *dump_shown(const struct dump_reader *r, char out[DUMP_SHOWN]);

/* dump_fault() with "found <the word>, expected <what>". */
bool dump_expected(struct dump_reader *r, const char *what);

/* Pass over everything up to $end. */
bool dump_skip(struct dump_reader *r);

/* The slot with this identifier code; false if there is none. */
bool dump_slot_find(const struct dump_reader *r, const char *id,
                    unsigned *slot);
unsigned dump_hash(const char *id);

/* The whole header, up to $enddefinitions $end. */
bool dump_header(struct dump_reader *r);

#endif
