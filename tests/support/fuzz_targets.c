// SPDX-License-Identifier: MIT
/* fuzz_targets.c - what must survive any bytes. */
#include "fuzz_targets.h"

#include "sim/console/player.h"
#include "sim/console/state.h"
#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"
#include "sim/program/program.h"
#include "sim/text/trigger.h"
#include "sim/waveform/dump_level.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(bool good)
{
  if (!good)
    abort();
}

/* One sentence: not empty, no newline in it. */
static void must_say(const char *text)
{
  must(text[0] != '\0' && strchr(text, '\n') == NULL);
}

void fuzz_map(const uint8_t *bytes, size_t size)
{
  static struct map map;
  char text[TEXT_SENTENCE] = "";

  if (!map_parse("m", (const char *)bytes, size, &map, text))
    must_say(text);
}

/* Where "---\n" stands at the start of a line, or size. */
static size_t divide(const char *bytes, size_t size)
{
  for (size_t i = 0; i + 4 <= size; i++)
    if (memcmp(bytes + i, "---\n", 4) == 0 && (i == 0 || bytes[i - 1] == '\n'))
      return i;
  return size;
}

/* Hold the dump against isa, at up to so many boundaries. */
static void check(struct dump_level *d)
{
  static const word S[SSEM_LINES] = {
    [1] = 0x4014, [2] = 0x8015, [3] = 0xe000
  };
  static struct lockstep ls;
  const struct level_options plain = { .as_built = false };
  char text[TEXT_SENTENCE] = "";
  struct level *isa = level_open("isa", &plain, text);

  must(isa != NULL);
  lockstep_init(&ls, &isa, 1);
  lockstep_follow(&ls, dump_level(d));
  lockstep_clear(&ls, S, 0);
  while (lockstep_run(&ls, 100) == LOCKSTEP_RUNNING && ls.orders < 100000)
    ;
  while (lockstep_rest(&ls, 100))
    ;
  lockstep_explain(&ls, text, sizeof text);
  must((ls.outcome == LOCKSTEP_DIFFERS) == (text[0] != '\0'));
  if (dump_level_broken(d)[0] != '\0')
    must_say(dump_level_broken(d));
  lockstep_left_out(&ls, text, sizeof text);
  isa->ops->close(isa);
}

void fuzz_dump(const uint8_t *bytes, size_t size)
{
  static struct map map;
  const char *const start = (const char *)bytes;
  const size_t cut = divide(start, size);
  const size_t dump = cut < size ? cut + 4 : size;
  char text[TEXT_SENTENCE] = "";
  struct dump_source *source;
  struct dump_level *d;

  if (!map_parse("m", start, cut, &map, text)) {
    must_say(text);
    return;
  }
  source = dump_source_memory(start + dump, size - dump);
  must(source != NULL);
  d = dump_level_over(source, "d", &map, text);
  if (d == NULL) {
    must_say(text);
    return;
  }
  check(d);
  dump_level(d)->ops->close(dump_level(d));
}

static void must_come_back(const struct program *pr, enum program_format format)
{
  static struct program again;
  char text[TEXT_SENTENCE];
  char *bytes = NULL;
  size_t size = 0;
  FILE *const out = open_memstream(&bytes, &size);

  must(out != NULL);
  program_write(pr, format, out);
  fclose(out);
  must(pr->given == 0 || program_parse("again", bytes, size, &again, text));
  must(pr->given == 0 || memcmp(pr->S, again.S, sizeof again.S) == 0);
  free(bytes);
}

void fuzz_program(const uint8_t *bytes, size_t size)
{
  static struct program pr;
  char text[TEXT_SENTENCE] = "";

  if (!program_parse("p", (const char *)bytes, size, &pr, text)) {
    must_say(text);
    return;
  }
  must_come_back(&pr, PROGRAM_ASM);
  must_come_back(&pr, PROGRAM_SNP);
  must_come_back(&pr, PROGRAM_LST);
}

/* Play it, but not for ever. */
static void play(const struct stimulus *st)
{
  struct ssem_console k;
  struct player p;
  struct ssem m;
  unsigned n;

  ssem_console_rest(&k);
  ssem_clear(&m, &k);
  player_begin(&p, st, &k);
  player_hold(&p, &m);
  if (st->power_up)
    player_power_up(st, &m);
  while (p.time < 20000 && (n = player_settle(&p, &m)) > 0) {
    for (unsigned i = 0; i < n; i++)
      ssem_tick(&m, &p.k);
    player_pass(&p, n);
  }
  if (p.status == PLAYER_FAULT)
    must_say(p.text);
  must(p.status != PLAYER_LOST);
}

void fuzz_stimulus(const uint8_t *bytes, size_t size)
{
  char text[TEXT_SENTENCE] = "";
  struct stimulus st;

  if (!stimulus_parse("s", (const char *)bytes, size, &st, text)) {
    must_say(text);
    return;
  }
  play(&st);
  stimulus_free(&st);
}

/* What is read is written, and read again, the same. */
void fuzz_state(const uint8_t *bytes, size_t size)
{
  static char written[2][8192];
  char text[TEXT_SENTENCE] = "";
  struct state state;

  if (!state_parse("s", (const char *)bytes, size, &state, text)) {
    must_say(text);
    return;
  }
  for (unsigned i = 0; i < 2; i++) {
    FILE *const out = fmemopen(written[i], sizeof written[i], "w");

    must(out != NULL);
    state_write(&state, out);
    fclose(out);
    must(state_parse("w", written[i], strlen(written[i]), &state, text));
  }
  must(strcmp(written[0], written[1]) == 0);
}

void fuzz_trigger(const uint8_t *bytes, size_t size)
{
  const struct isa t = { .S = { [1] = 0x4014, [20] = 5 }, .A = 7, .CI = 1 };
  char *const expression = malloc(size + 1);
  char text[TEXT_SENTENCE] = "";
  struct trigger tr;

  must(expression != NULL);
  for (size_t i = 0; i < size; i++)
    expression[i] = (char)bytes[i];
  expression[size] = '\0';
  if (trigger_parse(expression, &tr, text))
    trigger_holds(&tr, &t, 1);
  else
    must_say(text);
  free(expression);
}
