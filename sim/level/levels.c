// SPDX-License-Identifier: MIT
/* level.c - the list of levels. */
#include "level.h"

#include "levels.h"
#include "sim/interp.h"

#include <string.h>

static const struct {
  const char *name;
  struct level *(*open)(const struct level_options *options,
                        char text[LEVEL_TEXT]);
} levels[] = {
  { "isa", isa_level_open },
  { "serial", serial_level_open },
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

struct level *level_open(const char *name, const struct level_options *options,
                         char text[LEVEL_TEXT])
{
  int end;

  for (unsigned i = 0; i < level_count(); i++)
    if (strcmp(name, levels[i].name) == 0)
      return levels[i].open(options, text);
  end = snprintf(text, LEVEL_TEXT, "unknown level %.32s, expected", name);
  for (unsigned i = 0; i < level_count(); i++)
    end += snprintf(text + end, LEVEL_TEXT - (size_t)end, "%s %s",
                    i == 0 ? "" : ",", levels[i].name);
  return NULL;
}

uint64_t level_run(struct level *l, uint64_t orders, enum level_status *status)
{
  uint64_t obeyed = 0;

  *status = LEVEL_RUNNING;
  if (l->ops->run != NULL)
    return l->ops->run(l, orders, status);
  while (obeyed < orders && *status == LEVEL_RUNNING) {
    *status = l->ops->advance(l);
    obeyed++;
  }
  return obeyed;
}

const struct isa *level_state(const struct level *l, struct isa *t)
{
  const struct isa *const lent = l->ops->lend != NULL ? l->ops->lend(l) : NULL;

  if (lent != NULL)
    return lent;
  l->ops->interp(l, t);
  return t;
}

bool level_equals(const struct level *l, const struct isa *t)
{
  struct isa u;

  if (l->ops->equals != NULL)
    return l->ops->equals(l, t);
  l->ops->interp(l, &u);
  return interp_same(t, &u);
}
