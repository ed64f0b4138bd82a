// SPDX-License-Identifier: MIT
/* play.c - a stimulus, for a person. */
#include "play.h"

#include "progress.h"

#include <stdio.h>
#include <string.h>

static bool refuse(const struct options *o, const char *sentence)
{
  fprintf(stderr, "ssem: %s: %s\n", o->stimulus, sentence);
  return false;
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
  snprintf(y->pr.name, sizeof y->pr.name, "%s", o->stimulus);
  y->pr.first = 1;
  progress_catch_signals();
  return true;
}

bool play_load(const struct options *o, struct play *y)
{
  char text[TEXT_SENTENCE];

  y->o = *o;
  if (o->count > 0 && strcmp(o->programs[0], "-") == 0 &&
      strcmp(o->stimulus, "-") == 0)
    return refuse(o, "found '-' twice, expected one of --stimulus and PROGRAM "
                     "from standard input");
  if (!stimulus_load(o->stimulus, &y->st, text)) {
    fprintf(stderr, "%s\n", text);
    return false;
  }
  y->o.as_built |= y->st.as_built;
  if (load_program(o, y))
    return true;
  stimulus_free(&y->st);
  return false;
}

void play_free(struct play *y)
{
  stimulus_free(&y->st);
}

bool play_allowed(struct level *const level[], unsigned count, bool isa)
{
  for (unsigned i = 0; i < count; i++) {
    if (level[i]->ops->tick != NULL || isa)
      continue;
    fprintf(stderr,
            "ssem: --stimulus: found level %s, which has no console, expected "
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
  player_begin(p, &y->st, &k);
  p->most = y->o.max_orders;
  player_clear(p, l, y->pr.S, start_CI(&y->pr));
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
  switch (p->status) {
  case PLAYER_STOPPED:
  case PLAYER_HALTED: return STATUS_STOPPED;
  case PLAYER_FAULT: return STATUS_USAGE;
  case PLAYER_LOST: return STATUS_DIFFERS;
  default: break;
  }
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_LIMIT;
}
