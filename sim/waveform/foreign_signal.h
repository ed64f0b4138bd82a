// SPDX-License-Identifier: MIT
/*
 * foreign_signal.h - the signals of a map, found in a dump; internal to
 * this folder.
 */
#ifndef SSEM_FOREIGN_SIGNAL_H
#define SSEM_FOREIGN_SIGNAL_H

#include "foreign.h"

/* Find and watch signal s, a whole variable or its digits [l:r] or [i], most
 * digits wide at most. On failure false, with a sentence that points into the
 * map and names what is most like it. */
bool foreign_signal(struct dump *r, const struct map *map,
                    const struct map_signal *s, unsigned most,
                    struct foreign_part *part, char text[TEXT_SENTENCE]);

/* The same for a store that is one variable of 1024 digits. */
bool foreign_store(struct dump *r, const struct map *map,
                   struct foreign_part line[SSEM_LINES],
                   char text[TEXT_SENTENCE]);

#endif
