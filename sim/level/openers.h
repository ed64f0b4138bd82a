// SPDX-License-Identifier: MIT
/*
 * levels.h - the opener of each level. Only level.c lists them; the rest of the
 * tools open a level by name, with level_open().
 */
#ifndef SSEM_LEVELS_H
#define SSEM_LEVELS_H

#include "level.h"

#include <stdio.h>

struct level *isa_level_open(const struct level_options *options,
                             char text[LEVEL_TEXT]);
struct level *serial_level_open(const struct level_options *options,
                                char text[LEVEL_TEXT]);
struct level *rtl_level_open(const struct level_options *options,
                             char text[LEVEL_TEXT]);
struct level *gates_level_open(const struct level_options *options,
                               char text[LEVEL_TEXT]);

#endif
