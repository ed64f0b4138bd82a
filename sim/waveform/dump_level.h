// SPDX-License-Identifier: MIT
/*
 * dump_level.h - a dump with its map as a level: a record of a machine.
 *
 * At every boundary that the dump holds, from the map's `first` on, its T-state
 * is the machine's, in the digits that the map gives. It cannot be cleared or
 * embedded; lockstep_follow() holds it against levels that obey the program.
 *
 *   struct dump_level *d =
 *     dump_level_open("mine.vcd", "mine.map", &opened, text);
 *
 *   if (d == NULL)
 *     fprintf(stderr, "%s\n", text);     // mine.map:2:8: found no signal ...
 *   lockstep_follow(&ls, dump_level(d));
 *   ...
 *   dump_level(d)->ops->close(dump_level(d));
 */
#ifndef SSEM_DUMP_LEVEL_H
#define SSEM_DUMP_LEVEL_H

#include "dump_source.h"
#include "map.h"
#include "sim/level/level.h"

struct dump_level;

/* Does the name of a level ask for a dump: .vcd, .vcd.gz or .fst, in letters
 * of either case? */
bool dump_level_named(const char *name);

/* Open the dump, read the map, and find its signals in the dump's header. On
 * failure NULL with a sentence; *opened says what is wrong with the dump, or
 * DUMP_OPENED if it is the map. */
struct dump_level *dump_level_open(const char *dump, const char *map,
                                   enum dump_opened *opened,
                                   char text[TEXT_SENTENCE]);

/* The same over a source, which is the level's from now on, also on failure,
 * and a map that has been read. */
struct dump_level *dump_level_over(struct dump_source *source, const char *name,
                                   const struct map *map,
                                   char text[TEXT_SENTENCE]);

/* As a level. Its name is the dump's. advance() is LEVEL_LOST if the dump goes
 * on without a boundary for four times as long as ever before, or the map's
 * `stop` comes. */
struct level *dump_level(struct dump_level *d);

/* Why the dump is broken, after LEVEL_ENDED; "" if it is not. */
const char *dump_level_broken(const struct dump_level *d);

/* The line in which the dump is cut short, after LEVEL_ENDED; 0 if it is not.
 */
unsigned dump_level_cut(const struct dump_level *d);

/* Why ops->stopped() is false, in words. */
const char *dump_level_no_stop(const struct dump_level *d);

/* The time of the last boundary, in units of the dump's timescale. */
uint64_t dump_level_time(const struct dump_level *d);

#endif
