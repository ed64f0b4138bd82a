// SPDX-License-Identifier: MIT
/* check_levels.h - one program obeyed by levels side by side, and a report. */
#ifndef COMMAND_CHECK_LEVELS_H
#define COMMAND_CHECK_LEVELS_H

#include "play.h"

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
  const char *left;        /* the level that has left the comparison, or NULL */
  uint64_t left_after;     /* ... after so many orders */
  const struct play *play; /* NULL: without a stimulus */
  bool halted;             /* with one: idle without an STP */
  char difference[TEXT_SENTENCE]; /* "" if none */
};

/* Let all levels obey the program of that name, compare, and report. */
enum status check_program(const struct options *o,
                          const struct check_levels *levels, const char *name);

/* The same of a stimulus and what is under it. */
enum status check_stimulus(const struct play *y,
                           const struct check_levels *levels);

/* check_play.c: play on all levels and compare, up to where the console rests
 * and orders can be obeyed as without a stimulus; true then. */
bool check_play(struct check_work *w, enum status *status);

/* Have all stopped, and does a dump show it? */
bool check_stopped(const struct check_work *w);

/* check_report.c: what has come of it, as --json or for a person. */
void check_report(const struct check_work *w);

#endif
