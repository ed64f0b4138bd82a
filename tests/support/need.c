// SPDX-License-Identifier: MIT
/* need.c - what a test needs from the host, and may not find there. */
#include "need.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>

void need(const char *command)
{
  char line[128], text[160];

  snprintf(line, sizeof line, "command -v %s >/dev/null", command);
  if (system(line) == 0)
    return;
  snprintf(text, sizeof text, "%s is missing", command);
  missing(text);
}

void need_processor(const char *what)
{
  const char *const run = getenv("RUN");

  if (run != NULL && run[0] != '\0')
    missing(what);
}

void missing(const char *what)
{
  if (getenv("CI") != NULL)
    fail_msg("%s", what);
  print_message("%s\n", what);
  skip();
}
