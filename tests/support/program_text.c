// SPDX-License-Identifier: MIT
/* program_text.c - whole program files as strings, read and refused. */
#include "tests/support/program_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct program pr;
char text[PROGRAM_TEXT];

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

void seed_from_environment(void)
{
  const char *const given = getenv("SEED");
  const unsigned seed = given ? (unsigned)atoi(given) : (unsigned)time(NULL);

  printf("SEED=%u\n", seed);
  srand(seed);
}
