// SPDX-License-Identifier: MIT
/*
 * openers.h - the opener of each level. Only levels.c lists them; the rest of
 * the tools open a level by name, with level_open() (levels.h).
 */
#ifndef SSEM_OPENERS_H
#define SSEM_OPENERS_H

#include "level.h"

#include <stdio.h>

struct level *isa_level_open(const struct level_options *options,
                             char text[TEXT_SENTENCE]);
struct level *serial_level_open(const struct level_options *options,
                                char text[TEXT_SENTENCE]);
struct level *waves_level_open(const struct level_options *options,
                               char text[TEXT_SENTENCE]);
struct level *rtl_level_open(const struct level_options *options,
                             char text[TEXT_SENTENCE]);
struct level *gates_level_open(const struct level_options *options,
                               char text[TEXT_SENTENCE]);

#endif
