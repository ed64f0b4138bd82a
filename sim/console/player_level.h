// SPDX-License-Identifier: MIT
/*
 * player_level.h - a stimulus played on a level that has digit periods.
 *
 * A beat over which the console is held passes as one where the level has such
 * (waves); otherwise by digit periods.
 *
 *   player_clear(&p, serial, pr.S, 0);
 *   while (player_beat(&p, serial, NULL))
 *     ;                                      // look up: Ctrl-C, progress
 */
#ifndef SSEM_PLAYER_LEVEL_H
#define SSEM_PLAYER_LEVEL_H

#include "player.h"
#include "sim/beat.h"
#include "sim/level/level.h"

/* After player_begin(): clear the level, load S and CI, or what power-up left
 * in the tubes, and hold the console. */
void player_clear(struct player *p, struct level *l, const word S[SSEM_LINES],
                  word CI);

/* The same for a level that has been cleared, or put somewhere, already. */
void player_hold_level(struct player *p, struct level *l);

/* On to the end of this beat. If seen is not NULL it receives every signal, if
 * this begins at p = 0. False: the player has ended, p->status says how. */
bool player_beat(struct player *p, struct level *l, struct beat *seen);

/* The same to digit period number `time` of the run exactly, or to the end of
 * the beat if that is before. */
bool player_to(struct player *p, struct level *l, uint64_t time);

/* The stimulus is over and the console at rest: obey up to so many orders as
 * fast as the level can. Returns whether it was so; if not nothing is done. */
bool player_run(struct player *p, struct level *l, uint64_t orders);

#endif
