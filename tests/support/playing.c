// SPDX-License-Identifier: MIT
/* playing.c - stimuli as strings, played on the machine in C. */
#include "playing.h"

#include "machine.h"
#include "random.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

struct played played;

static enum player_status to_the_end(const char *file, bool cleared)
{
  const struct ssem_console k = played.p.k;
  char text[TEXT_SENTENCE];
  struct stimulus st;
  unsigned n;

  if (!stimulus_parse("s", file, strlen(file), &st, text))
    fail_msg("%s: %s", file, text);
  player_begin(&played.p, &st, &k);
  if (cleared)
    player_hold(&played.p, &played.m);
  while ((n = player_settle(&played.p, &played.m)) > 0 &&
         played.p.status == PLAYER_PLAYING) {
    for (unsigned i = 0; i < n; i++)
      ssem_tick(&played.m, &played.p.k);
    player_pass(&played.p, n);
  }
  played.time = played.p.time;
  stimulus_free(&st);
  return played.p.status;
}

enum player_status play_clear(const char *file)
{
  ssem_console_rest(&played.p.k);
  ssem_clear(&played.m, &played.p.k);
  return to_the_end(file, true);
}

enum player_status play(const char *file)
{
  return to_the_end(file, false);
}

void play_idle(unsigned phase)
{
  char file[64];

  play_clear("CS 0");
  random_store(played.m.S);
  played.m.CI = random_word();
  played.m.PI = random_word();
  played.m.A = random_word();
  played.m.T = random_digit();
  snprintf(file, sizeof file, "wait %u digits", phase + 1);
  play(file);
}

void play_running(unsigned phase)
{
  char file[64];

  play_clear("");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    played.m.S[n] = order(FN_LDN, n);
  snprintf(file, sizeof file, "wait %u digits", PLAY_SCAN + phase + 1);
  play(file);
}

void play_ends(enum player_status expected, unsigned phase)
{
  if (played.p.status != expected)
    fail_msg("begun in digit period %u: ended with %d, expected %d; %s", phase,
             (int)played.p.status, (int)expected, played.p.text);
}
