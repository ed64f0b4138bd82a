// SPDX-License-Identifier: MIT
/*
 * mapped_signal.h - the signals of a map, found in a dump; internal to
 * this folder.
 */
#ifndef SSEM_MAPPED_SIGNAL_H
#define SSEM_MAPPED_SIGNAL_H

#include "mapped.h"

/* Find and watch signal s of an expression: a whole variable, its digits [l:r]
 * or [i], or the single digits NAME[31] ... NAME[0] that a netlist has in its
 * place. It may be a string too, or, in quotes, a text; then *is_text. On
 * failure false, with a sentence that points into the map and names what is
 * most like it. */
bool mapped_find_signal(struct dump *r, const struct map *map,
                        const struct map_signal *s, struct mapped_digits *found,
                        bool *is_text, char text[TEXT_SENTENCE]);

/* Signal s is a text where a number should be: say so, and return false. */
bool mapped_text_fault(struct dump *r, const struct map *map,
                       const struct map_signal *s, char text[TEXT_SENTENCE]);

/* Find and watch every part of a word of 32 digits at most. */
bool mapped_find_word(struct dump *r, const struct map *map,
                      const struct map_word *w, struct mapped_digits *found,
                      char text[TEXT_SENTENCE]);

/* The same of a store of 1024 digits. */
bool mapped_find_store(struct dump *r, const struct map *map,
                       struct mapped_digits line[SSEM_LINES],
                       char text[TEXT_SENTENCE]);

#endif
