// SPDX-License-Identifier: MIT
/*
 * foreign.h - somebody's machine, known only by its dump and a map.
 *
 * The map (map.h) names signals; the dump (dump.h) has them.
 * foreign_next() goes on to the next instruction boundary and reads the
 * T-state off it.
 *
 *   static struct foreign f;
 *
 *   if (!foreign_open(&f, reader, &map, text))
 *     fprintf(stderr, "%s\n", text);    // baby.map:2:8: found no signal ...
 *   while (foreign_next(&f) == FOREIGN_BOUNDARY)
 *     printf("CI = %u\n", f.found.CI);
 */
#ifndef SSEM_FOREIGN_H
#define SSEM_FOREIGN_H

#include "dump.h"
#include "map.h"
#include "sim/isa.h"

enum {
  FOREIGN_CI,
  FOREIGN_A,
  FOREIGN_S, /* line n is FOREIGN_S + n */
  FOREIGN_WORDS = FOREIGN_S + SSEM_LINES
};

/* Some digits of a variable of the dump. */
struct foreign_part {
  unsigned variable;
  unsigned from, digits; /* from the right end; no digits: not given */
  bool reversed;
};

enum foreign_status {
  FOREIGN_BOUNDARY, /* found, unknown and time are about this boundary */
  FOREIGN_END,      /* the dump has no more of them */
  FOREIGN_BROKEN    /* dump_text() says where and why */
};

struct foreign {
  struct dump *reader;   /* not owned */
  const struct map *map; /* not owned */
  struct foreign_part part[FOREIGN_WORDS];
  struct foreign_part signal[MAP_SIGNALS];

  struct isa found;                /* digits not known or not given are 0 */
  uint32_t covered[FOREIGN_WORDS]; /* digit p is 1 if the map gives it */
  uint32_t unknown[FOREIGN_WORDS]; /* digit p is 1 if it is x or z */
  uint64_t time;                   /* of the boundary */
  uint64_t boundaries;             /* so far */
};

/* Find the map's signals in the header of the dump, and watch them. Reader and
 * map must outlive f. On failure returns false with one sentence in text. */
bool foreign_open(struct foreign *f, struct dump *reader, const struct map *map,
                  char text[TEXT_SENTENCE]);

/* On to the next boundary. */
enum foreign_status foreign_next(struct foreign *f);

/* Word i of a T-state: CI, A, S. */
word foreign_word(const struct isa *t, unsigned i);

#endif
