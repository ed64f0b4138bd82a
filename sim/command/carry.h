// SPDX-License-Identifier: MIT
/*
 * carry.h - a run ended at a moment, kept, and carried on at another level.
 */
#ifndef COMMAND_CARRY_H
#define COMMAND_CARRY_H

#include "play.h"

#include "sim/text/trigger.h"

/* What --until says. */
struct until {
  bool given;
  bool by_beat;  /* to be looked at every beat, as --log asks */
  bool by_place; /* in the bar of an order; else where a trigger holds */
  uint64_t order;
  uint64_t offset; /* digit periods from p = 0 of its S1 */
  struct trigger trigger;
};

/* Read --until; NULL: it is not given. Errors go to stderr: false. */
bool until_read(const char *words, struct until *until);

/* Play on, by a beat or by many orders. False: the end, or *reached. */
bool until_play(const struct until *until, struct player *p, struct level *l,
                bool *reached);

/* The same run at isa, which has no console: from the program or the state, to
 * its end, --until or --max-orders. state is where it ends; *stopped: by STP.
 */
struct carried {
  struct state state;
  bool stopped, reached;
};

void carry_isa(const struct play *y, const struct until *until, struct level *l,
               struct carried *end);

/* Write the state, as --save asks, if the moment came. */
enum status carry_save(const struct options *o, const struct until *until,
                       bool reached, const struct state *state);

#endif
