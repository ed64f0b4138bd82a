// SPDX-License-Identifier: MIT
/*
 * mapped_signal.h - the signals of a map, found in a dump; internal to
 * this folder.
 */
#ifndef SSEM_MAPPED_SIGNAL_H
#define SSEM_MAPPED_SIGNAL_H

#include "mapped.h"

/* Find and watch signal s, a whole variable or its digits [l:r] or [i], most
 * digits wide at most. On failure false, with a sentence that points into the
 * map and names what is most like it. */
bool mapped_signal(struct dump *r, const struct map *map,
                   const struct map_signal *s, unsigned most,
                   struct mapped_part *part, char text[TEXT_SENTENCE]);

/* The same for a store that is one variable of 1024 digits. */
bool mapped_store(struct dump *r, const struct map *map,
                  struct mapped_part line[SSEM_LINES],
                  char text[TEXT_SENTENCE]);

#endif
