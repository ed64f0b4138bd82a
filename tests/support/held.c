// SPDX-License-Identifier: MIT
/* held.c - a dump in memory held against levels that obey a small program. */
#include "held.h"

#include "sim/level/levels.h"
#include "sim/waveform/dump_level.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static const word S[SSEM_LINES] = {
  [1] = 0x4014, [2] = 0x8014, [3] = 0xe000, [20] = 5
};

struct held held;
static struct level *level[3]; /* isa, serial, waves */

int held_begin(void **state)
{
  static const char *const names[] = { "isa", "serial", "waves" };
  const struct level_options plain = { .as_built = false };

  (void)state;
  for (unsigned i = 0; i < 3; i++)
    level[i] = level_open(names[i], &plain, held.text);
  return level[0] == NULL || level[1] == NULL || level[2] == NULL;
}

int held_end(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 3; i++)
    level[i]->ops->close(level[i]);
  return 0;
}

static enum held_ending ending(const struct dump_level *d)
{
  if (held.ls.outcome != LOCKSTEP_DIFFERS && dump_level_broken(d)[0] != '\0') {
    snprintf(held.text, sizeof held.text, "%s", dump_level_broken(d));
    return HELD_BROKEN;
  }
  lockstep_explain(&held.ls, held.text, sizeof held.text);
  return held.ls.outcome == LOCKSTEP_DIFFERS   ? HELD_DIFFERS
         : held.ls.outcome == LOCKSTEP_STOPPED ? HELD_STOPPED
                                               : HELD_ENDED;
}

enum held_ending held_beside(unsigned count, unsigned bars, const char *lines,
                             const char *dump)
{
  static struct map map;
  struct dump_level *d;
  enum held_ending result;

  held.text[0] = '\0';
  if (!map_parse("m", lines, strlen(lines), &map, held.text))
    return HELD_BROKEN;
  d = dump_level_over(dump_source_memory(dump, strlen(dump)), "d", &map,
                      held.text);
  if (d == NULL)
    return HELD_BROKEN;
  lockstep_init(&held.ls, level, count);
  lockstep_follow(&held.ls, dump_level(d));
  lockstep_clear(&held.ls, S, 0);
  lockstep_bars(&held.ls, bars);
  while (lockstep_run(&held.ls, 1) == LOCKSTEP_RUNNING)
    ;
  while (lockstep_rest(&held.ls, 1))
    ;
  result = ending(d);
  held.cut = dump_level_cut(d);
  lockstep_left_out(&held.ls, held.left_out, sizeof held.left_out);
  dump_level(d)->ops->close(dump_level(d));
  return result;
}

enum held_ending held_check(const char *lines, const char *dump)
{
  return held_beside(1, 0, lines, dump);
}

void held_says(const char *part)
{
  if (strstr(held.text, part) == NULL)
    fail_msg("expected %s\nfound %s", part, held.text);
}
