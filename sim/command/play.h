// SPDX-License-Identifier: MIT
/*
 * play.h - a stimulus, for a person: the program under it, the console that it
 * begins with, what went wrong.
 */
#ifndef COMMAND_PLAY_H
#define COMMAND_PLAY_H

#include "common.h"

#include "sim/console/player_level.h"
#include "sim/console/state.h"

/* What --stimulus and the program come to. */
struct play {
  struct options o; /* as they were given, and what the stimulus adds */
  struct stimulus st;
  struct program pr; /* blank if there is none */
  bool resumed;      /* from this state */
  struct state state;
  bool blank; /* there is none: CS is 0 at clear */
};

/* Read the stimulus and the program. Errors go to stderr: false. Otherwise
 * free it with play_free(). */
bool play_load(const struct options *o, struct play *y);
void play_free(struct play *y);

/* Has every level that is to be played on digit periods? If not, stderr says
 * so. */
bool play_allowed(struct level *const level[], unsigned count);

/* Is the run to be played: is there a stimulus, or a state to go on from? */
bool play_asked(const struct options *o);

/* At clear, or in the state that was loaded, on one level. */
void play_begin(const struct play *y, struct player *p, struct level *l);

/* progress_show() of a run that is played, every few thousand digit periods;
 * *next, 0 at first, is when. */
void play_show(const struct player *p, uint64_t of, uint64_t *next);

/* What has gone wrong, on stderr, and the status that it asks for:
 * STATUS_STOPPED if nothing has. */
enum status play_told(const struct player *p, const struct level *l);

/* How it ended, as an exit status, if play_told() told nothing. */
enum status play_status(const struct player *p);

#endif
