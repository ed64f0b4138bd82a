// SPDX-License-Identifier: MIT
/* program_text.c - whole program files as strings, read and refused. */
#include "program_text.h"

#include "test.h"

#include <string.h>

struct program pr;
char text[TEXT_SENTENCE];

static bool parse(const char *name, const struct program_options *options,
                  const char *file)
{
  const size_t size = strlen(file);

  return options == NULL
           ? program_parse(name, file, size, &pr, text)
           : program_parse_as(name, file, size, options, &pr, text);
}

void good_as(const char *name, const struct program_options *options,
             const char *file)
{
  text[0] = '\0';
  if (!parse(name, options, file))
    fail_msg("%s\nin:\n%s", text, file);
}

void bad_as(const char *name, const struct program_options *options,
            const char *file, const char *sentence)
{
  struct program before;

  memset(&pr, 0x5a, sizeof pr);
  before = pr;
  if (parse(name, options, file))
    fail_msg("accepted:\n%s", file);
  assert_string_equal(text, sentence);
  assert_memory_equal(&pr, &before, sizeof pr);
}

void good(const char *file)
{
  good_as("p", NULL, file);
}

void bad(const char *file, const char *sentence)
{
  bad_as("p", NULL, file, sentence);
}
