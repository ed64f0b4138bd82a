// SPDX-License-Identifier: MIT
/* time_unit.c - units of time by name. */
#include "time_unit.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  double seconds;
} units[] = {
  { "s", 1 },     { "ms", 1e-3 },  { "us", 1e-6 },
  { "ns", 1e-9 }, { "ps", 1e-12 }, { "fs", 1e-15 },
};

enum { UNITS = sizeof units / sizeof units[0] };

double time_unit(const char *at, size_t size)
{
  for (unsigned i = 0; i < UNITS; i++)
    if (strlen(units[i].name) == size && memcmp(units[i].name, at, size) == 0)
      return units[i].seconds;
  return 0;
}

void time_words(double seconds, char text[TIME_WORDS])
{
  const double nearly = 0.9999999; /* of a unit is one, for rounding's sake */
  unsigned i = 0;

  while (i < UNITS - 1 && seconds < units[i].seconds * nearly)
    i++;
  snprintf(text, TIME_WORDS, "%.9g %s", seconds / units[i].seconds,
           units[i].name);
}
