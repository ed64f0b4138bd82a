// SPDX-License-Identifier: MIT
/* check_levels.h - one program obeyed by levels side by side, and a report. */
#ifndef COMMAND_CHECK_LEVELS_H
#define COMMAND_CHECK_LEVELS_H

#include "common.h"

/* The levels that were opened, and those that are not in this build. */
struct check_levels {
  struct level *level[OPTIONS_LEVELS];
  unsigned count;
  const char *absent[OPTIONS_LEVELS];
  unsigned absent_count;
};

/* Let all levels obey the program of that name, compare, and report. */
enum status check_program(const struct options *o,
                          const struct check_levels *levels, const char *name);

#endif
