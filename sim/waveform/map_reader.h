// SPDX-License-Identifier: MIT
/*
 * map_reader.h - what the readers of a map share; internal to map*.c.
 */
#ifndef SSEM_MAP_READER_H
#define SSEM_MAP_READER_H

#include "map.h"

struct map_reader {
  struct map *map;
  char *text;                   /* the caller's buffer for a sentence */
  const char *start, *at, *end; /* of the line, without its comment */
  unsigned line;
  unsigned deep; /* brackets in an expression */
};

/* Write "map:line:column: found ..., expected <expected>" for what stands at
 * the cursor, and return false. */
bool map_expected(struct map_reader *r, const char *expected);

/* The same for a place and a sentence of one's own. */
bool map_fault(struct map_reader *r, const char *at, const char *format, ...)
  __attribute__((format(printf, 3, 4)));

void map_blanks(struct map_reader *r);

/* Take this mark, or this whole word, if it stands at the cursor. */
bool map_mark(struct map_reader *r, const char *mark);
bool map_word(struct map_reader *r, const char *name);

/* The name of a signal: letters, digits and _ . $ [ ] : % /, the first one no
 * digit; a \ before a part of it is dropped; anything in "quotes". */
bool map_name(struct map_reader *r, struct map_signal *s);

/* A number, decimal, 0x or 0b. */
bool map_number(struct map_reader *r, uint64_t *value);

/* EVENT [if EXPRESSION], the value of `boundary`. */
bool map_boundary(struct map_reader *r);

#endif
