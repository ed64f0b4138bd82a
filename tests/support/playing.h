// SPDX-License-Identifier: MIT
/*
 * playing.h - stimuli as strings, played on the machine in C, digit period by
 * digit period.
 *
 *   play_clear("CS 0\n");                  // a blank store, no bar begins
 *   play("wait 5 digits\nenter 3 STP\n");  // goes on from there
 *   assert_int_equal(played.m.S[3], 0xe000);
 */
#ifndef TESTS_PLAYING_H
#define TESTS_PLAYING_H

#include "sim/console/player.h"

extern struct played {
  struct ssem m;
  struct player p; /* of the last play() */
  uint64_t time;   /* digit periods that the last play() took */
} played;

/* Clear the machine, then play a stimulus. */
enum player_status play_clear(const char *file);

/* Play a stimulus on the machine as it stands, up to its end: the console goes
 * on from where it was. Returns how it ended; PLAYER_ENDED: at its last
 * statement. */
enum player_status play(const char *file);

enum { PLAY_SCAN = 2304 }; /* digit periods in a scan of the store */

/* An idle machine, CS at 0, in digit period `phase` of a scan, its tubes full
 * of random digits; and one that runs a program that never stops. */
void play_idle(unsigned phase);
void play_running(unsigned phase);

/* Fail unless that is how the last play() ended, begun in that phase. */
void play_ends(enum player_status expected, unsigned phase);

#endif
