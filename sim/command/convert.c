// SPDX-License-Identifier: MIT
/* convert.c - ssem asm and ssem dis: programs from one format to another. */
#include "common.h"

#include "tracegen/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole file in memory, so that output.h can make it appear at once. */
static bool written(const struct program *pr, enum program_format format,
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
  program_write(pr, format, memory);
  fclose(memory);
  ok = output_open(&out, name, error);
  if (ok) {
    output_write(&out, bytes, size);
    ok = output_close(&out, error);
  }
  free(bytes);
  return ok;
}

static enum status convert(const struct options *o, enum program_format format)
{
  const char *const name = o->output == NULL ? "-" : o->output;
  struct program pr;
  char error[TEXT_SENTENCE];

  if (strcmp(name, "-") != 0 && !program_format_of(name, &format)) {
    fprintf(stderr,
            "ssem: -o: found '%s', expected a name ending in .asm, .snp or "
            ".lst\n",
            name);
    return STATUS_USAGE;
  }
  if (!spares_input(o, name) || !load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!written(&pr, format, name, error)) {
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

#define CONVERT_HELP                                                           \
  "\n"                                                                         \
  "  -o FILE   the format follows from the name: .asm orders in words,\n"      \
  "            .snp a snapshot of 32 digits a line, digit 0 first, .lst the\n" \
  "            lecture's listing, digits with the order beside them\n"         \
  "\n" OPTIONS_PROGRAM_HELP "\n"                                               \
  "PROGRAM may be in any of the formats that ssem reads; every word comes "    \
  "out\n"                                                                      \
  "as it went in.\n"                                                           \
  "\n"                                                                         \
  "Exit status: 0 written, 2 bad usage or program, 4 output failed.\n"

const struct command command_asm = {
  .name = "asm",
  .accepts = OPTIONS_PROGRAM " output",
  .obey = assemble,
  .help =
    "ssem asm PROGRAM [-o FILE] - translate a program to digits\n"
    "\n"
    "Writes a snapshot (.snp) to standard output, or FILE.\n" CONVERT_HELP,
};

const struct command command_dis = {
  .name = "dis",
  .accepts = OPTIONS_PROGRAM " output",
  .obey = disassemble,
  .help =
    "ssem dis PROGRAM [-o FILE] - translate a program to orders in words\n"
    "\n"
    "Writes assembly (.asm) to standard output, or FILE.\n" CONVERT_HELP,
};
