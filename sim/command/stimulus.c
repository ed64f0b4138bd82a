// SPDX-License-Identifier: MIT
/* stimulus.c - ssem stimulus: what an operator does, in primitives. */
#include "common.h"

#include "sim/console/stimulus.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void print_first_lines(const struct stimulus *st)
{
  if (st->program[0] != '\0')
    printf("program \"%s\"\n", st->program);
  if (st->as_built)
    puts("as-built");
  if (st->power_up)
    printf("power-up %" PRIu64 "\n", st->seed);
}

/* The acts of a statement, a line each; beside the first, what it says, where
 * that is something else. */
static void print_statement(const struct stimulus *st, unsigned i)
{
  const struct stimulus_statement *const now = &st->statement[i];
  const size_t end =
    i + 1 < st->statements ? st->statement[i + 1].first : st->acts;
  bool told = false;

  for (size_t a = now->first; a < end; a++) {
    char words[STIMULUS_ACT_TEXT];

    stimulus_act_text(&st->act[a], words);
    if (words[0] == '\0')
      continue;
    if (told || strcmp(words, now->text) == 0)
      puts(words);
    else
      printf("%-24s# %s\n", words, now->text);
    told = true;
  }
}

static enum status stimulus(const struct options *o)
{
  char text[TEXT_SENTENCE];
  struct stimulus st;

  if (!stimulus_load(o->programs[0], &st, text)) {
    fprintf(stderr, "%s\n", text);
    return STATUS_USAGE;
  }
  if (!o->check) {
    print_first_lines(&st);
    for (unsigned i = 0; i < st.statements; i++)
      print_statement(&st, i);
  }
  stimulus_free(&st);
  return finish_output(STATUS_STOPPED);
}

const struct command command_stimulus = {
  .name = "stimulus",
  .accepts = "check",
  .obey = stimulus,
  .help =
    "ssem stimulus FILE - what an operator does, in primitives\n"
    "\n"
    "Reads a stimulus, a file of what the operator does at the console, and\n"
    "prints it with every word taken apart: switches set, keys pressed, time\n"
    "passing. What is printed is a stimulus, too, and plays the same.\n"
    "docs/reference/stimuli.md lists the statements.\n"
    "\n"
    "  --check           read it and print nothing\n"
    "\n"
    "  ssem stimulus programs/key-in-first-35.stim\n"
    "  printf 'stop\\nclear line 5\\n' | ssem stimulus -\n"
    "\n"
    "Exit status: 0 printed, 2 a bad stimulus, 4 output failed.\n",
};
