// SPDX-License-Identifier: MIT
/* check_levels.h - one program obeyed by levels side by side, and a report. */
#ifndef COMMAND_CHECK_LEVELS_H
#define COMMAND_CHECK_LEVELS_H

#include "common.h"

#include "sim/lockstep/lockstep.h"
#include "sim/waveform/dump_level.h"

/* The levels that were opened, and those that are not in this build. */
struct check_levels {
  struct level *level[OPTIONS_LEVELS];
  unsigned count;
  const char *absent[OPTIONS_LEVELS];
  unsigned absent_count;
  struct dump_level *dump; /* compared with them; or NULL */
};

/* One program being checked. */
struct check_work {
  const struct options *o;
  const struct check_levels *levels;
  const char *name; /* of the program, in full */
  struct program pr;
  struct lockstep ls;
  const char *left;    /* the level that has left the comparison, or NULL */
  uint64_t left_after; /* ... after so many orders */
  char difference[LOCKSTEP_TEXT]; /* "" if none */
};

/* Let all levels obey the program of that name, compare, and report. */
enum status check_program(const struct options *o,
                          const struct check_levels *levels, const char *name);

/* Have all stopped, and does a dump show it? */
bool check_stopped(const struct check_work *w);

/* check_report.c: what has come of it, as --json or for a person. */
void check_report(const struct check_work *w);

#endif
