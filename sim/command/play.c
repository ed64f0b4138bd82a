// SPDX-License-Identifier: MIT
/* play.c - a stimulus, for a person. */
#include "play.h"

#include "progress.h"

#include <stdio.h>
#include <string.h>

static bool refuse(const struct options *o, const char *sentence)
{
  fprintf(stderr, "ssem: %s: %s\n", o->stimulus != NULL ? o->stimulus : o->load,
          sentence);
  return false;
}

bool play_asked(const struct options *o)
{
  return o->stimulus != NULL || o->load != NULL;
}

/* The state to go on from, instead of a program. */
static bool load_state(const struct options *o, struct play *y)
{
  char text[TEXT_SENTENCE];

  if (o->count > 0 || y->st.program[0] != '\0' || y->st.power_up)
    return refuse(o, "found a program or power-up with --load, expected one "
                     "of them");
  if (!state_load(o->load, &y->state, text)) {
    fprintf(stderr, "%s\n", text);
    return false;
  }
  if (y->o.as_built && !y->state.m.as_built) {
    fprintf(stderr, "ssem: --as-built: found with a state whose as_built is 0, "
                    "expected 1\n");
    return false;
  }
  y->o.as_built = y->state.m.as_built;
  y->resumed = true;
  return true;
}

/* The program: given beside the stimulus, by it, or none. */
static bool load_program(const struct options *o, struct play *y)
{
  const char *const name = o->count > 0 ? o->programs[0] : y->st.program;

  if (o->count > 0 && y->st.program[0] != '\0')
    return refuse(o, "found program with a PROGRAM given, expected one of "
                     "them");
  if (o->count > 0 && y->st.power_up)
    return refuse(o, "found power-up with a PROGRAM given, expected one of "
                     "them");
  y->blank = name[0] == '\0';
  if (!y->blank)
    return load(o, name, &y->pr);
  memset(&y->pr, 0, sizeof y->pr);
  snprintf(y->pr.name, sizeof y->pr.name, "%s",
           o->load != NULL ? o->load : o->stimulus);
  if (y->resumed)
    memcpy(y->pr.S, y->state.m.S, sizeof y->pr.S);
  y->pr.first = 1;
  progress_catch_signals();
  return true;
}

static int is_standard(const char *name)
{
  return name != NULL && strcmp(name, "-") == 0;
}

bool play_load(const struct options *o, struct play *y)
{
  char text[TEXT_SENTENCE];

  memset(y, 0, sizeof *y);
  y->o = *o;
  if (is_standard(o->stimulus) + is_standard(o->load) +
        (o->count > 0 && is_standard(o->programs[0])) >
      1)
    return refuse(o, "found '-' twice, expected one of --stimulus, --load and "
                     "PROGRAM from standard input");
  if (o->stimulus != NULL && !stimulus_load(o->stimulus, &y->st, text)) {
    fprintf(stderr, "%s\n", text);
    return false;
  }
  y->o.as_built |= y->st.as_built;
  y->o.played = y->st.program[0] != '\0' ? y->st.program : NULL;
  if ((o->load == NULL || load_state(o, y)) && load_program(o, y))
    return true;
  stimulus_free(&y->st);
  return false;
}

void play_free(struct play *y)
{
  stimulus_free(&y->st);
}

bool play_allowed(struct level *const level[], unsigned count)
{
  for (unsigned i = 0; i < count; i++) {
    if (level[i]->ops->tick != NULL)
      continue;
    fprintf(stderr,
            "ssem: --stimulus or --load: found level %s, which has no console, "
            "expected "
            "serial, waves, rtl or gates\n",
            level[i]->ops->name);
    return false;
  }
  return true;
}

void play_begin(const struct play *y, struct player *p, struct level *l)
{
  struct ssem_console k;

  ssem_console_rest(&k);
  k.CS = !y->blank;
  player_begin(p, &y->st, y->resumed ? &y->state.k : &k);
  p->most = y->o.max_orders;
  if (y->resumed) {
    l->ops->restore(l, &y->state.m);
    player_resume(p, &y->state.m, y->state.orders, y->state.time);
    return;
  }
  player_clear(p, l, y->pr.S, start_CI(&y->pr));
}

void play_show(const struct player *p, uint64_t of, uint64_t *next)
{
  enum { LOOK_UP = 4096 }; /* digit periods between looks at the clock */

  if (p->time < *next)
    return;
  *next = p->time + LOOK_UP;
  progress_show(p->orders, of);
}

enum status play_told(const struct player *p, const struct level *l)
{
  if (p->status == PLAYER_LOST) {
    tell_lost(l, p->orders);
    return STATUS_DIFFERS;
  }
  if (p->status != PLAYER_FAULT)
    return STATUS_STOPPED;
  fprintf(stderr, "%s\n", p->text);
  return STATUS_USAGE;
}

enum status play_status(const struct player *p)
{
  if (p->status == PLAYER_STOPPED || p->status == PLAYER_HALTED)
    return STATUS_STOPPED;
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_LIMIT;
}
