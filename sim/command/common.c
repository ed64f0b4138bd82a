// SPDX-License-Identifier: MIT
/* common.c - what several commands do alike. */
#include "common.h"

#include "progress.h"

#include "tracegen/output.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

bool load(const struct options *o, const char *name, struct program *pr)
{
  char text[TEXT_SENTENCE];

  if (!program_load_as(name, &o->program, pr, text)) {
    fprintf(stderr, "%s\n", text);
    return false;
  }
  fputs(pr->warnings, stderr);
  progress_catch_signals();
  return true;
}

bool open_levels(const struct options *o, struct level *level[],
                 enum status *status)
{
  const struct level_options options = { .as_built = o->as_built,
                                         .engine = o->engine };

  if (o->level_count == 1 && strcmp(o->levels[0], "serial") == 0)
    progress_hint("ssem: --level waves does the same faster");
  for (unsigned i = 0; i < o->level_count; i++) {
    char text[TEXT_SENTENCE];

    level[i] = level_open(o->levels[i], &options, text);
    if (level[i] == NULL) {
      fprintf(stderr, "ssem: %s\n", text);
      close_levels(level, i);
      *status = level_known(o->levels[i]) ? STATUS_OUTPUT : STATUS_USAGE;
      return false;
    }
  }
  return true;
}

void tell_lost(const struct level *l, uint64_t orders)
{
  fprintf(stderr,
          "ssem: %s came to no boundary in two bars after order %" PRIu64
          ": the machine is broken\n",
          l->ops->name, orders);
}

void close_levels(struct level *level[], unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    level[i]->ops->close(level[i]);
}

word start_CI(const struct program *pr)
{
  return (word)pr->first - 1;
}

/* Would writing output replace this file, "-" being standard input? */
static bool replaces(const char *output, const char *input)
{
  return input != NULL && !output_is_straight(output) &&
         output_same_file(output,
                          strcmp(input, "-") == 0 ? "/dev/stdin" : input);
}

bool spares_input(const struct options *o, const char *output)
{
  bool spared = !replaces(output, o->vcd) && !replaces(output, o->map) &&
                !replaces(output, o->stimulus) &&
                !replaces(output, o->played) && !replaces(output, o->load);

  for (unsigned i = 0; i < o->count && spared; i++)
    spared = !replaces(output, o->programs[i]);
  if (!spared)
    fprintf(stderr,
            "ssem: %s: found a file that is read here, expected another: it "
            "would be replaced\n",
            output);
  return spared;
}

enum status finish_output(enum status status)
{
  if (fflush(stdout) == 0 && !ferror(stdout))
    return status;
  fprintf(stderr, "ssem: standard output: %s\n", strerror(errno));
  return STATUS_OUTPUT;
}

void seconds_text(uint64_t digit_periods, unsigned hundreds_of_ns,
                  char text[SECONDS_TEXT])
{
  const uint64_t whole = digit_periods / 10000000;
  const uint64_t part = digit_periods % 10000000;
  const uint64_t fraction = part * hundreds_of_ns;
  int end =
    snprintf(text, SECONDS_TEXT, "%" PRIu64 ".%07" PRIu64,
             whole * hundreds_of_ns + fraction / 10000000, fraction % 10000000);

  while (end > 0 && text[end - 1] == '0' && text[end - 2] != '.')
    text[--end] = '\0';
}

/* The bytes of the UTF-8 character that text begins with; 0 if it begins with
 * none (RFC 3629: no overlong form, no surrogate, none over U+10FFFF). */
static unsigned character(const unsigned char *text)
{
  const unsigned n = text[0] < 0x80   ? 1
                     : text[0] < 0xc2 ? 0
                     : text[0] < 0xe0 ? 2
                     : text[0] < 0xf0 ? 3
                     : text[0] < 0xf5 ? 4
                                      : 0;

  for (unsigned i = 1; i < n; i++)
    if ((text[i] & 0xc0) != 0x80)
      return 0;
  if ((text[0] == 0xe0 && text[1] < 0xa0) ||
      (text[0] == 0xed && text[1] > 0x9f) ||
      (text[0] == 0xf0 && text[1] < 0x90) ||
      (text[0] == 0xf4 && text[1] > 0x8f))
    return 0;
  return n;
}

void print_json_string(const char *text)
{
  putchar('"');
  while (*text != '\0') {
    const unsigned char c = (unsigned char)*text;
    const unsigned n = character((const unsigned char *)text);

    if (n == 0)
      fputs("\\ufffd", stdout);
    else if (c == '"' || c == '\\')
      printf("\\%c", c);
    else if (c == '\n')
      fputs("\\n", stdout);
    else if (c < 0x20)
      printf("\\u%04x", c);
    else
      fwrite(text, 1, n, stdout);
    text += n == 0 ? 1 : n;
  }
  putchar('"');
}
