// SPDX-License-Identifier: MIT
/*
 * levels.h - the list of levels: each by its name.
 *
 * Tools open a level here and know it by level.h from then on; a new level is
 * one more line in levels.c.
 *
 *   const struct level_options plain = { .as_built = false };
 *   struct level *serial = level_open("serial", &plain, text);
 *
 *   if (serial == NULL)
 *     puts(text);                     // what exists, or what to install
 */
#ifndef SSEM_LEVELS_H
#define SSEM_LEVELS_H

#include "level.h"

/* Open a level by name. On failure returns NULL and text says why, what exists
 * and what is near. */
struct level *level_open(const char *name, const struct level_options *options,
                         char text[TEXT_SENTENCE]);

/* Is there a level of that name, in this build or in another? */
bool level_known(const char *name);

/* The name of level i, 0 to level_count() - 1, in order of abstraction. */
const char *level_name(unsigned i);
unsigned level_count(void);

#endif
