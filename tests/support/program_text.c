// SPDX-License-Identifier: MIT
/* program_text.c - whole program files as strings, read and refused. */
#include "program_text.h"

#include "test.h"

#include <string.h>

struct program pr;
char text[TEXT_SENTENCE];

void good(const char *file)
{
  text[0] = '\0';
  if (!program_parse("p", file, strlen(file), &pr, text))
    fail_msg("%s\nin:\n%s", text, file);
}

void bad(const char *file, const char *sentence)
{
  struct program before;

  memset(&pr, 0x5a, sizeof pr);
  before = pr;
  if (program_parse("p", file, strlen(file), &pr, text))
    fail_msg("accepted:\n%s", file);
  assert_string_equal(text, sentence);
  assert_memory_equal(&pr, &before, sizeof pr);
}
