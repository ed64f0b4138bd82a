// SPDX-License-Identifier: MIT
/*
 * map_reader.h - what the readers of a map share; internal to map*.c.
 *
 * As everywhere, what returns bool returns false after a sentence was written.
 */
#ifndef SSEM_MAP_READER_H
#define SSEM_MAP_READER_H

#include "map.h"
#include "sim/text/scanner.h"

/* map_signal.c: the name of a signal: letters, digits and _ . $ [ ] : % /, the
 * first one no digit; a \ before a part of it is dropped; anything in "quotes".
 */
bool map_signal_name(struct scanner *s, struct map_signal *signal);

/* map_word.c: NAME, or parts in braces, each a NAME or digits; then perhaps
 * `reversed`, if the line must end there. */
bool map_word_line(struct scanner *s, struct map *map, struct map_word *w);

/* The same of a store of 1024 digits; then perhaps `line 0 leftmost`. */
bool map_word_store(struct scanner *s, struct map *map);

/* S[*] = NAME: every line of the store that has no name of its own. */
bool map_word_pattern(struct scanner *s, struct map *map);

/* map_boundary.c: EVENT [if EXPRESSION], the value of `boundary`. */
bool map_boundary(struct scanner *s, struct map *map);

/* The same page: EXPRESSION, the value of `stop`. */
bool map_stop(struct scanner *s, struct map *map);

#endif
