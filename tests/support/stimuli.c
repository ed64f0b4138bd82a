// SPDX-License-Identifier: MIT
/* stimuli.c - random stimuli, and levels that play one side by side. */
#include "stimuli.h"

#include "random.h"
#include "sim/console/player_level.h"
#include "test.h"

#include <inttypes.h>
#include <string.h>

/* A primitive: any input, most often back to rest. */
static void primitive(struct text *out)
{
  const bool up = random_one_in(3);

  switch (random_below(10)) {
  case 0: text_add(out, "CS %u\n", random_one_in(3) ? 0U : 1U); break;
  case 1: text_add(out, "MAN %u\n", up); break;
  case 2: text_add(out, "WRITE %u\n", random_digit()); break;
  case 3: text_add(out, "KLC %u\n", up); break;
  case 4: text_add(out, "KSC %u\n", random_one_in(8)); break;
  case 5: text_add(out, "KCC %u\n", up); break;
  case 6: text_add(out, "LS %u\n", up ? random_below(32) : 31); break;
  case 7: text_add(out, "FS %u\n", up ? random_below(8) : 7); break;
  case 8:
    text_add(out, "TW %" PRIu32 "\n", up ? random_word() & random_word() : 0);
    break;
  default: text_add(out, "KC\n"); break;
  }
}

/* A word; before most of them the machine is stopped, so that they are not
 * refused. */
static void composed(struct text *out)
{
  const unsigned line = random_below(32);

  text_add(out, "MAN 0\nKSC 0\nswitches down\nstop\n");
  switch (random_below(8)) {
  case 0: text_add(out, "step %u\n", 1 + random_below(3)); break;
  case 1: text_add(out, "clear line %u\n", line); break;
  case 2: text_add(out, "clear control\n"); break;
  case 3:
    text_add(out, "key %u digits %u %u\n", line, random_below(32),
             random_below(32));
    break;
  case 4:
    text_add(out, "enter %u NUM %" PRIu32 "\n", line, random_program_word());
    break;
  case 5:
    text_add(out, "manual %u %u\nstep\nauto\n", random_below(8), line);
    break;
  case 6: text_add(out, "run\n"); break;
  default: text_add(out, "KC\nwait idle\nrun\nwait 3 bars\n"); break;
  }
  if (random_digit())
    text_add(out, "switches down\nrun\n");
}

static void rest(struct text *out)
{
  text_add(out,
           "MAN 0\nKLC 0\nKSC 0\nKCC 0\nTW 0\nswitches down\nCS 1\n"
           "KC if lit\nwait %u bars\n",
           1 + random_below(8));
}

void random_stimulus(char file[STIMULI_TEXT], unsigned statements)
{
  struct text out = text_in(file, STIMULI_TEXT);

  for (; statements > 0; statements--)
    switch (random_below(8)) {
    case 0: composed(&out); break;
    case 1: rest(&out); break;
    case 2: text_add(&out, "wait %u beats\n", 1 + random_below(8)); break;
    case 3:
    case 4: text_add(&out, "wait %u digits\n", 1 + random_below(150)); break;
    default: primitive(&out); break;
    }
}

/* All levels at clear, with what is held from there on. */
static struct level *begin(struct lockstep *ls, const struct stimulus *st,
                           const word S[SSEM_LINES], word CI, struct player *p)
{
  struct level *looked = NULL;
  struct ssem_console k;

  ssem_console_rest(&k);
  lockstep_clear(ls, S, CI);
  for (unsigned i = ls->count; i-- > 0;)
    if (ls->level[i]->ops->tick != NULL) {
      player_begin(p, st, &k);
      player_hold_level(p, ls->level[i]);
      looked = ls->level[i];
    }
  return looked;
}

bool stimuli_play(struct lockstep *ls, const char *file,
                  const word S[SSEM_LINES], word CI, struct player *p)
{
  enum { ON = 10 * SSEM_BAR }; /* digit periods after the stimulus */
  char text[TEXT_SENTENCE];
  struct level *looked;
  struct stimulus st;
  uint64_t on = 0;
  unsigned periods;
  struct ssem m;

  if (!stimulus_parse("s", file, strlen(file), &st, text))
    fail_msg("%s: %s", file, text);
  looked = begin(ls, &st, S, CI, p);
  do {
    looked->ops->save(looked, &m);
    periods = player_settle(p, &m);
    if (periods > 0)
      lockstep_ticks(ls, &p->k, periods);
    player_pass(p, periods);
    on += p->status == PLAYER_ENDED ? periods : 0;
  } while (periods > 0 && on < ON && ls->outcome == LOCKSTEP_RUNNING);
  stimulus_free(&st);
  return ls->outcome == LOCKSTEP_RUNNING;
}
