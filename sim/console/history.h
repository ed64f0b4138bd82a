// SPDX-License-Identifier: MIT
/*
 * history.h - the machine and its operator over time, forward and back.
 *
 * A history is a machine, a console, and a tape of what was done at it. Time
 * passes when the caller says so; any moment that has been played can be gone
 * to again: the machine is put back to a snapshot and played on from there, a
 * beat at a time where the console is held. What comes back is the same on
 * every field. Nothing here prints, and nothing knows a terminal.
 *
 *   struct history h;
 *
 *   if (!history_begin(&h, &m, &rest))
 *     ...                                   // no memory
 *   history_forward(&h, 144);               // an order
 *   history_set(&h, INPUT_CS, 0);           // recorded
 *   history_forward(&h, 1000);
 *   history_goto(&h, 36);                   // h.now is what it was
 *   if (history_set(&h, INPUT_KLC, 1) == HISTORY_CUT)
 *     ...                                   // what came after 36 is gone
 *   history_end(&h);
 */
#ifndef SSEM_HISTORY_H
#define SSEM_HISTORY_H

#include "input.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
  HISTORY_SPACING = 1 << 18,   /* digit periods between snapshots, at first */
  HISTORY_SNAPSHOTS = 1 << 15, /* at most; then every second one goes */
  HISTORY_ACTS = 1 << 20       /* on the longest tape; 24 MB with the above */
};

/* All that a moment is. */
struct moment {
  struct ssem m;
  struct ssem_console k; /* in the digit period that comes; KC is 1 in one */
  uint64_t time;         /* digit periods since the beginning */
  uint64_t orders;       /* boundaries reached since then */
};

enum history_status {
  HISTORY_DONE,
  HISTORY_CUT, /* done, and what was on the tape after this moment is gone */
  HISTORY_FULL /* not done: the tape is at its end, or there is no memory */
};

struct history {
  struct moment now; /* to be looked at only */
  uint64_t end;      /* the latest moment that has been played */
  /* private */
  size_t next; /* the act on the tape that comes next */
  struct history_act {
    uint64_t time;
    enum input input;
    word value;
  } * tape;
  size_t acts, act_room;
  struct history_snapshot {
    struct moment moment;
    size_t next;
  } * snapshot;
  unsigned snapshots, snapshot_room;
  uint64_t spacing;
};

/* Begin with a machine and a console, at time 0. False: no memory, and there is
 * nothing to end. */
bool history_begin(struct history *h, const struct ssem *m,
                   const struct ssem_console *k);
void history_end(struct history *h);

/* An input takes a value, or KC is pressed (INPUT_KC, 1), from the coming digit
 * period on; recorded. */
enum history_status history_set(struct history *h, enum input input,
                                word value);

/* So many digit periods pass. In the past they are played again as they were,
 * from h->end on the console is held. */
void history_forward(struct history *h, uint64_t periods);

/* To a moment that has been played; false, and nothing is done, if it has not.
 * Back by n is history_goto(h, h->now.time - n). */
bool history_goto(struct history *h, uint64_t time);

/* To the boundary of order number `order`, from 1, since the beginning; false,
 * and nothing is done, if it has not been played. */
bool history_goto_order(struct history *h, uint64_t order);

/* The tape as a stimulus (stimulus.h) which, played from the beginning, leads
 * to the last moment, digit for digit. */
void history_write(const struct history *h, FILE *out);

/* Bytes of memory that it holds. */
size_t history_size(const struct history *h);

#endif
