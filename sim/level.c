// SPDX-License-Identifier: MIT
/* level.c - the list of levels. */
#include "level.h"

#include "levels.h"

#include <string.h>

static const struct {
  const char *name;
  struct level *(*open)(bool as_built, char text[LEVEL_TEXT]);
} levels[] = {
  { "isa", isa_level_open },
  { "serial", serial_level_open },
  { "tick", tick_level_open },
  { "rtl", rtl_level_open },
  { "gates", gates_level_open },
};

unsigned level_count(void)
{
  return sizeof levels / sizeof levels[0];
}

const char *level_name(unsigned i)
{
  return levels[i].name;
}

struct level *level_open(const char *name, bool as_built, char text[LEVEL_TEXT])
{
  int end;

  for (unsigned i = 0; i < level_count(); i++)
    if (strcmp(name, levels[i].name) == 0)
      return levels[i].open(as_built, text);
  end = snprintf(text, LEVEL_TEXT, "unknown level %.32s, expected", name);
  for (unsigned i = 0; i < level_count(); i++)
    end += snprintf(text + end, LEVEL_TEXT - (size_t)end, "%s %s",
                    i == 0 ? "" : ",", levels[i].name);
  return NULL;
}
