// SPDX-License-Identifier: MIT
/*
 * player.h - a stimulus played: the console, moment by moment.
 *
 * The player looks at the machine, at most once a beat and wherever the console
 * may change, and says how the console stands and for how many digit periods it
 * stays so. It counts time, boundaries and whose steps they were. It knows no
 * level: whoever lets the time pass may do it on several at once.
 * player_level.h plays on one.
 *
 *   player_begin(&p, &st, &rest);
 *   while ((n = player_settle(&p, &m)) > 0) {
 *     for (i = 0; i < n; i++)
 *       ssem_tick(&m, &p.k);
 *     player_pass(&p, n);
 *   }
 *   if (p.status == PLAYER_FAULT)
 *     fprintf(stderr, "%s\n", p.text);      // key.stim:7:1: found ..., ...
 */
#ifndef SSEM_PLAYER_H
#define SSEM_PLAYER_H

#include "sim/steps.h"
#include "stimulus.h"

enum player_status {
  PLAYER_PLAYING, /* the stimulus goes on */
  PLAYER_ENDED,   /* it is over, and the machine goes on */
  PLAYER_STOPPED, /* it is over, and the machine has stopped by STP */
  PLAYER_HALTED,  /* it is over, and the machine is idle without an STP */
  PLAYER_LIMIT,   /* the boundary `most` has been reached */
  PLAYER_FAULT,   /* a word is out of place, or a wait cannot end */
  PLAYER_LOST     /* a broken machine: no boundary comes */
};

struct player {
  struct ssem_console k; /* the console in the next digit periods */
  enum player_status status;
  uint64_t time;   /* digit periods since clear */
  uint64_t orders; /* boundaries reached: order k is the k-th */
  uint64_t most;   /* end at that boundary; UINT64_MAX: never */
  struct steps steps;
  uint64_t *began; /* NULL, or the caller's room for the time at which each
                    * statement began; those before `reached` have */
  unsigned reached;
  char text[TEXT_SENTENCE]; /* with PLAYER_FAULT */
  /* private */
  const struct stimulus *st; /* not owned */
  size_t next;               /* the act that comes next, or is waited for */
  bool waiting;              /* it has begun, and is a wait */
  bool press;                /* KC is pressed */
  bool counted;              /* this boundary has been */
  uint64_t left;             /* digit periods, or the boundary waited for */
  uint64_t quiet;            /* digit periods since a boundary or a stand */
  unsigned beat, p;          /* when it was last settled */
  uint64_t looks, kept;      /* boundaries in this wait; of that, one ... */
  uint64_t looked_at;        /* when the last of them was */
  struct ssem seen;          /* ... V-state is kept, to find a loop */
};

/* Begin with a stimulus and a console. */
void player_begin(struct player *p, const struct stimulus *st,
                  const struct ssem_console *k);

/* Go on from a state that was kept: so many boundaries and digit periods after
 * clear, the machine standing as m. */
void player_resume(struct player *p, const struct ssem *m, uint64_t orders,
                   uint64_t time);

/* The boundaries reached where the machine stands as m, one that is not yet
 * counted included. */
uint64_t player_orders(const struct player *p, const struct ssem *m);

/* What is held from clear on: the inputs set before anything else. Sets
 * m->active to CS. For a machine that has just been cleared. */
void player_hold(struct player *p, struct ssem *m);

/* The store, CI, PI and A of a stimulus with power-up, by its seed. */
void player_power_up(const struct stimulus *st, struct ssem *m);

/* The machine stands as m: do what is to be done now. Returns for how many
 * digit periods p->k holds, up to the end of the beat; 0: p->status says why
 * nothing more is to come. */
unsigned player_settle(struct player *p, const struct ssem *m);

/* So many digit periods have passed, no more than player_settle() said. */
void player_pass(struct player *p, unsigned periods);

#endif
