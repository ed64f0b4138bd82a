// SPDX-License-Identifier: MIT
/* levels.c - the list of levels. */
#include "levels.h"

#include "openers.h"
#include "sim/text/nearest.h"

#include <string.h>

static const struct {
  const char *name;
  struct level *(*open)(const struct level_options *options,
                        char text[TEXT_SENTENCE]);
} levels[] = {
  { "isa", isa_level_open },     { "serial", serial_level_open },
  { "waves", waves_level_open }, { "rtl", rtl_level_open },
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

static unsigned find(const char *name)
{
  unsigned i = 0;

  while (i < level_count() && strcmp(name, levels[i].name) != 0)
    i++;
  return i;
}

bool level_known(const char *name)
{
  return find(name) < level_count();
}

struct level *level_open(const char *name, const struct level_options *options,
                         char text[TEXT_SENTENCE])
{
  struct nearest near = nearest_to(name, strlen(name));
  struct text out;

  if (level_known(name))
    return levels[find(name)].open(options, text);
  out = text_in(text, TEXT_SENTENCE);
  text_add(&out, "unknown level %.32s, expected", name);
  for (unsigned i = 0; i < level_count(); i++) {
    text_add(&out, "%s %s", i == 0 ? "" : ",", levels[i].name);
    nearest_offer(&near, levels[i].name);
  }
  nearest_tell(&near, &out);
  return NULL;
}
