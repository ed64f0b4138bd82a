// SPDX-License-Identifier: MIT
/*
 * mapped.h - somebody's machine, known only by its dump and a map.
 *
 * The map (map.h) names signals; the dump (dump.h) has them.
 * mapped_next() goes on to the next instruction boundary and reads the
 * T-state off it.
 *
 *   static struct mapped m;
 *
 *   if (!mapped_open(&m, reader, &map, text))
 *     fprintf(stderr, "%s\n", text);    // baby.map:2:8: found no signal ...
 *   while (mapped_next(&m) == MAPPED_BOUNDARY)
 *     printf("CI = %u\n", m.found.CI);
 */
#ifndef SSEM_MAPPED_H
#define SSEM_MAPPED_H

#include "dump.h"
#include "map.h"
#include "sim/interp.h"

enum { MAPPED_PARTS = 64 }; /* of one digit each, at most */

/* Some digits of a variable of the dump, or a constant. */
struct mapped_part {
  unsigned variable;
  unsigned from, digits; /* from the right end */
  bool is_constant;
  uint64_t value; /* of a constant */
};

/* Parts side by side, the leftmost first. */
struct mapped_digits {
  struct mapped_part part[MAPPED_PARTS];
  unsigned parts;  /* 0: not given */
  unsigned digits; /* together */
  bool reversed;   /* the leftmost is digit 0 */
};

enum mapped_status {
  MAPPED_BOUNDARY, /* found, unknown and time are about this boundary */
  MAPPED_END,      /* the dump has no more of them */
  MAPPED_BROKEN    /* dump_text() says where and why */
};

struct mapped {
  struct dump *reader;   /* not owned */
  const struct map *map; /* not owned */
  struct mapped_digits word[INTERP_WORDS];
  struct mapped_digits signal[MAP_SIGNALS];

  struct isa found;               /* digits not known or not given are 0 */
  uint32_t covered[INTERP_WORDS]; /* digit p is 1 if the map gives it */
  uint32_t unknown[INTERP_WORDS]; /* digit p is 1 if it is x or z */
  uint32_t known[INTERP_WORDS];   /* digit p is 1 if it ever had a value */
  bool stopped;                   /* the map's stop came since the boundary */
  uint64_t time;                  /* of the boundary */
  uint64_t boundaries;            /* so far */
};

/* Find the map's signals in the header of the dump, and watch them. Reader and
 * map must outlive m. On failure returns false with one sentence in text. */
bool mapped_open(struct mapped *m, struct dump *reader, const struct map *map,
                 char text[TEXT_SENTENCE]);

/* On to the next boundary. */
enum mapped_status mapped_next(struct mapped *m);

/* Is the T-state at this boundary t, in every digit that the map gives? One
 * that is x or z differs. */
bool mapped_shows(const struct mapped *m, const struct isa *t);

#endif
