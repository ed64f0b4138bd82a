// SPDX-License-Identifier: MIT
/* map_boundary.c - when: the boundary of a map, an event and a condition, and
 * the stop. */
#include "map_reader.h"

#include <string.h>

/* The names of an expression are signals of the dump. */
struct signal_names {
  struct names names; /* first */
  struct map *map;
};

/* The signal's number in the map, a new one if it is not yet there. */
static bool read_signal(struct names *names, struct scanner *s,
                        struct name *found)
{
  struct map *const map = ((struct signal_names *)names)->map;
  struct map_signal signal;
  unsigned i = 0;

  if (!map_signal_name(s, &signal))
    return false;
  while (i < map->signals && strcmp(map->signal[i].name, signal.name) != 0)
    i++;
  if (i == MAP_SIGNALS)
    return scanner_fault(s, s->start + signal.column - 1,
                         "found more than %d signals, expected fewer",
                         MAP_SIGNALS);
  if (i == map->signals)
    map->signal[map->signals++] = signal;
  *found = (struct name){ .kind = NAME_VALUE, .value = i };
  return true;
}

static bool expression(struct scanner *s, struct map *map, struct expression *x)
{
  struct signal_names signals = { { .read = read_signal }, map };

  return expression_read(x, s, &signals.names);
}

bool map_boundary(struct scanner *s, struct map *map)
{
  const bool posedge = scanner_word(s, "posedge");
  const bool negedge = !posedge && scanner_word(s, "negedge");

  map->event = posedge ? MAP_RISE : negedge ? MAP_FALL : MAP_BECOMES;
  if (!expression(s, map, &map->what))
    return false;
  if (map->event == MAP_BECOMES) {
    if (scanner_word(s, "rise"))
      map->event = MAP_RISE;
    else if (scanner_word(s, "fall"))
      map->event = MAP_FALL;
    else if (scanner_word(s, "change"))
      map->event = MAP_CHANGE;
  }
  if (scanner_word(s, "if") && !expression(s, map, &map->condition))
    return false;
  return scanner_ended(s) ||
         scanner_expected(s, "an operator, rise, fall, change, if, or the end "
                             "of the line");
}

bool map_stop(struct scanner *s, struct map *map)
{
  return expression(s, map, &map->stop) &&
         (scanner_ended(s) ||
          scanner_expected(s, "an operator, or the end of the line"));
}
