// SPDX-License-Identifier: MIT
/* convert.c - ssem asm and ssem dis: programs from one format to another. */
#include "common.h"

#include "tracegen/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is to be written, and for whom. */
struct conversion {
  enum program_format format;
  bool for_others;
  enum program_target target;
  bool words; /* for_others: orders in words, not digits */
};

static void write_program(const struct program *pr, const struct conversion *c,
                          FILE *out)
{
  if (c->for_others)
    program_write_for(pr, c->target, c->words, out);
  else
    program_write(pr, c->format, out);
}

/* The whole file in memory, so that output.h can make it appear at once. */
static bool written(const struct program *pr, const struct conversion *c,
                    const char *name, char error[TEXT_SENTENCE])
{
  char *bytes = NULL;
  size_t size = 0;
  FILE *const memory = open_memstream(&bytes, &size);
  struct output out;
  bool ok;

  if (memory == NULL) {
    snprintf(error, TEXT_SENTENCE, "%s: out of memory", name);
    return false;
  }
  write_program(pr, c, memory);
  fclose(memory);
  ok = output_open(&out, name, error);
  if (ok) {
    output_write(&out, bytes, size);
    ok = output_close(&out, error);
  }
  free(bytes);
  return ok;
}

/* --for names whose program is to read the file. */
static bool find_target(const char *name, enum program_target *target)
{
  for (int t = 0; t < PROGRAM_TARGETS; t++)
    if (strcmp(name, program_target_name((enum program_target)t)) == 0) {
      *target = (enum program_target)t;
      return true;
    }
  fprintf(stderr,
          "ssem: --for: found '%s', expected mame, davidsharp, babyutils or "
          "simh\n",
          name);
  return false;
}

/* The name of the file chooses digits or words, but for a script of SIMH. */
static bool settle_name(const char *name, struct conversion *c)
{
  enum program_format format;

  if (strcmp(name, "-") == 0 ||
      (c->for_others && c->target == PROGRAM_FOR_SIMH))
    return true;
  if (program_format_of(name, &format) &&
      !(c->for_others && format == PROGRAM_LST)) {
    c->format = format;
    c->words = format == PROGRAM_ASM;
    return true;
  }
  fprintf(stderr, "ssem: -o: found '%s', expected a name ending in .asm%s\n",
          name, c->for_others ? " or .snp" : ", .snp or .lst");
  return false;
}

static enum status convert(const struct options *o, enum program_format format)
{
  const char *const name = o->output == NULL ? "-" : o->output;
  struct conversion c = { .format = format,
                          .for_others = o->target != NULL,
                          .words = format == PROGRAM_ASM };
  struct program pr;
  char error[TEXT_SENTENCE];

  if ((c.for_others && !find_target(o->target, &c.target)) ||
      !settle_name(name, &c) || !spares_input(o, name) ||
      !load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!written(&pr, &c, name, error)) {
    fprintf(stderr, "ssem: %s\n", error);
    return STATUS_OUTPUT;
  }
  return STATUS_STOPPED;
}

static enum status assemble(const struct options *o)
{
  return convert(o, PROGRAM_SNP);
}

static enum status disassemble(const struct options *o)
{
  return convert(o, PROGRAM_ASM);
}

#define CONVERT_HELP                                                          \
  "\n"                                                                        \
  "  -o FILE           the format follows from the name: .asm orders in\n"    \
  "                    words, .snp a snapshot of 32 digits a line, digit 0\n" \
  "                    first, .lst the lecture's listing, digits with the\n"  \
  "                    order beside them\n"                                   \
  "  --for WHOM        as mame, davidsharp, babyutils or simh reads it; "     \
  "simh\n"                                                                    \
  "                    is a script for its do command\n" OPTIONS_PROGRAM_HELP \
  "\n"                                                                        \
  "PROGRAM may be in any of the formats that ssem reads; every word comes "   \
  "out\n"                                                                     \
  "as it went in.\n"                                                          \
  "\n"                                                                        \
  "Exit status: 0 written, 2 bad usage or program, 4 output failed.\n"

const struct command command_asm = {
  .name = "asm",
  .accepts = OPTIONS_PROGRAM " output for",
  .obey = assemble,
  .help =
    "ssem asm PROGRAM [-o FILE] - translate a program to digits\n"
    "\n"
    "Writes a snapshot (.snp) to standard output, or FILE.\n" CONVERT_HELP,
};

const struct command command_dis = {
  .name = "dis",
  .accepts = OPTIONS_PROGRAM " output for",
  .obey = disassemble,
  .help =
    "ssem dis PROGRAM [-o FILE] - translate a program to orders in words\n"
    "\n"
    "Writes assembly (.asm) to standard output, or FILE.\n" CONVERT_HELP,
};
