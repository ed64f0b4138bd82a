// SPDX-License-Identifier: MIT
/*
 * options.h - the words on the command line, and the exit statuses.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include "sim/program/program.h"

#include <stdbool.h>
#include <stdint.h>

/* What the command tells its caller; of several programs the worst, in the
 * order 2, 4, 1, 3. */
enum status {
  STATUS_STOPPED = 0, /* stopped by STP; check: all agree; else: written */
  STATUS_DIFFERS = 1, /* two levels differ; a machine comes to no boundary */
  STATUS_USAGE = 2,   /* bad usage or bad program */
  STATUS_LIMIT = 3,   /* --max-orders reached */
  STATUS_OUTPUT = 4,  /* output failed, or a tool or level is missing */
  STATUS_INTERRUPTED = 130
};

/* The worse of two statuses. */
enum status status_worse(enum status a, enum status b);

enum { OPTIONS_LEVELS = 8 };

/* What check compares of levels that have digit periods. */
enum compare_what { COMPARE_MIXED, COMPARE_DIGIT, COMPARE_BOUNDARY };

struct options {
  char **programs; /* file names, "-" is standard input */
  unsigned count;
  const char *levels[OPTIONS_LEVELS]; /* --level, --levels */
  unsigned level_count;
  bool levels_given;         /* they were named, and are no default */
  const char *engine;        /* of isa; NULL: the faster */
  enum compare_what compare; /* check */
  const char *trace;         /* check: where to show a difference; or NULL */
  const char *output;        /* -o; NULL if not given */
  uint64_t max_orders;       /* UINT64_MAX: no limit */
  bool has_from;             /* --from was given */
  uint64_t from, orders;     /* trace: first bar; how many, 0 if not given */
  const char *ahead;         /* the level that obeys what comes before, or
                              * NULL */
  unsigned first_beat;       /* trace: 0 to 3 (S1 to A2), of the first bar; */
  unsigned last_beat;        /* to 6, of the last bar: 4 is S1 of the next */
  const char *signals;       /* trace: as given, or NULL */
  const char *played;        /* the program that the stimulus names, once it
                              * is read; NULL if none */
  const char *load, *save;   /* states; NULL if not given */
  const char *until;         /* run: where to end; NULL: at the end */
  const char *stimulus;      /* what the operator does; NULL: nothing */
  const char *when;          /* trace: a trigger; or NULL */
  bool around;               /* trace: --before or --after was given */
  uint64_t before, after;    /* trace: bars around it */
  uint64_t at;               /* tube: after so many orders, if */
  bool has_at;
  char display;          /* tube: S, A or C */
  const char *vcd, *map; /* check: a dump, and its map; NULL if not given */
  struct program_options program; /* --first-line, --digit-order, --image */
  const char *target;             /* asm, dis: --for; NULL if not given */
  unsigned digit_period;          /* in units of 100 ns */
  bool as_built, json, log, strings;
  bool no_view;     /* trace: no view beside it */
  bool check;       /* stimulus: read it and say nothing */
  bool by_order;    /* trace: --grain order */
  char *level_list; /* owns what levels[] points into */
};

/* Options that several commands share, by name. */
#define OPTIONS_PROGRAM "first-line digit-order image"
#define OPTIONS_RUN \
  OPTIONS_PROGRAM " engine as-built max-orders digit-period stimulus load"
#define OPTIONS_TRACE                                                    \
  OPTIONS_RUN " level output grain from ahead orders when before after " \
              "beats no-strings no-view"

/* What --help says of OPTIONS_PROGRAM. */
#define OPTIONS_PROGRAM_HELP                                                 \
  "  --first-line N    the first order is in line N, 0 to 31 (default: as\n" \
  "                    PROGRAM says, or 1)\n"                                \
  "  --digit-order D   0-first or 31-first: which of a word's 32 digits "    \
  "stands\n"                                                                 \
  "                    first in PROGRAM (default: as its format has it)\n"   \
  "  --image N         the Nth store of a memory image that holds several\n"

/* And of --stimulus. */
#define OPTIONS_STIMULUS_HELP                                                  \
  "  --stimulus FILE   play what FILE says that the operator does, see ssem\n" \
  "                    stimulus; PROGRAM may be left out: a blank store, "     \
  "and\n"                                                                      \
  "                    CS 0. With it, --load, --save or --until order\n"       \
  "                    k is the k-th boundary, and --max-orders N ends at\n"   \
  "                    the Nth\n"                                              \
  "  --load FILE       go on from a state that ssem run kept with --save,\n"   \
  "                    instead of PROGRAM\n"

/* One command of ssem. */
struct command {
  const char *name;
  const char *accepts; /* the names of its options, blanks between */
  bool several;        /* more than one PROGRAM */
  const char *levels;  /* --level or --levels if not given */
  const char *help;    /* what --help prints */
  enum status (*obey)(const struct options *o);
};

extern const struct command command_run, command_check, command_trace,
  command_view, command_tube, command_asm, command_dis, command_stimulus;

/* trace.c: without --orders, at most so many bars. */
enum { DEFAULT_ORDERS = 2000 };

/* trace_play.c: trace a stimulus. */
enum status trace_stimulus(const struct options *o);

/* Read the arguments that follow the command's name. Returns true to go on;
 * false to leave with *status (help was printed, or an error). The caller
 * calls options_free() in any case. */
bool options_read(const struct command *c, int argc, char **argv,
                  struct options *o, enum status *status);
void options_free(struct options *o);

#endif
