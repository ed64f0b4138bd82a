// SPDX-License-Identifier: MIT
/*
 * map.h - interp, written down: which signal of somebody's machine is what.
 *
 * A map says how a T-state (isa.h) is read off a machine that is known only by
 * its waveform: where A, CI and the store are, and when an instruction
 * boundary is. docs/how-to/check-your-own-machine.md draws the
 * format; in short:
 *
 *     A        = ssem.accumulator.A
 *     CI       = ssem.control.CI
 *     S[*]     = ssem.store.S%02u
 *     boundary = ssem.timebase.A1 rise
 *
 *   static struct map map;
 *
 *   if (!map_load("baby.map", &map, text))
 *     fprintf(stderr, "%s\n", text);      // baby.map:3:1: found ...
 */
#ifndef SSEM_MAP_H
#define SSEM_MAP_H

#include "sim/ssem.h"
#include "sim/text/expression.h"

enum {
  MAP_NAME = 512,       /* bytes that hold the name of a signal */
  MAP_SIGNALS = 16,     /* signals in the expressions */
  MAP_PARTS = 256,      /* signals and constants in all words together */
  MAP_LARGEST = 1 << 16 /* bytes in the largest file */
};

/* A signal by name, and where the map says so. */
struct map_signal {
  char name[MAP_NAME]; /* "": digits as they stand, 0b000 */
  bool quoted;         /* in an expression perhaps no name but a text */
  unsigned digits;     /* of a number, 1 to 64 */
  uint64_t value;      /* of that number */
  unsigned line, column;
};

/* A word of the T-state: NAME, or {NAME, 0b000, ...}. */
struct map_word {
  unsigned first, parts; /* in map->part, the leftmost first; 0: not given */
  bool reversed;         /* its leftmost digit is digit 0 */
};

enum map_event {
  MAP_BECOMES, /* the expression becomes true */
  MAP_RISE,    /* 0 to 1 */
  MAP_FALL,    /* 1 to 0 */
  MAP_CHANGE   /* from one known value to another */
};

struct map {
  char name[256]; /* of the file */
  struct map_word A, CI;
  struct map_word line[SSEM_LINES]; /* S[n] or S[*] */
  struct map_word store;            /* S: 1024 digits */
  bool line_0_leftmost;             /* of these; else it is rightmost */
  struct map_signal part[MAP_PARTS];
  unsigned parts;

  enum map_event event;              /* the boundary: when this happens to */
  struct expression what, condition; /* this, if that is true */
  struct expression stop; /* true when stopped; no steps: not given */
  struct map_signal signal[MAP_SIGNALS]; /* of the expressions */
  unsigned signals;

  bool before;    /* look just before the boundary, not after it */
  bool ignore;    /* digits of the store that never had a value are 0 */
  int32_t offset; /* the machine's CI less interp's */
  unsigned first; /* the boundary to begin with; the first is 1 */
};

/* Read the file called name ("-": standard input) into *map. On failure
 * returns false and text is one sentence, "file:line:column: found what,
 * expected what" (or "file: reason"). */
bool map_load(const char *name, struct map *map, char text[TEXT_SENTENCE]);

/* The same from size bytes in memory; name is only used in sentences. */
bool map_parse(const char *name, const char *bytes, size_t size,
               struct map *map, char text[TEXT_SENTENCE]);

#endif
