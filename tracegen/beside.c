// SPDX-License-Identifier: MIT
/* beside.c - the names of files that stand beside a trace. */
#include "beside.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 255 }; /* bytes in the name of a file in a directory */

const char *beside_base(const char *name)
{
  const char *const slash = strrchr(name, '/');

  return slash == NULL ? name : slash + 1;
}

/* The length of a name without its extension: .vcd.gz is one. */
static int stem_of(const char *output)
{
  const char *const base = beside_base(output);
  const char *const dot = strrchr(base, '.');
  size_t stem = dot != NULL ? (size_t)(dot - output) : strlen(output);

  if (dot != NULL && strcasecmp(dot, ".gz") == 0 && dot - base > 4 &&
      strncasecmp(dot - 4, ".vcd", 4) == 0)
    stem -= 4;
  return (int)stem;
}

/* So many bytes of a trace's name, and .gtkw. */
static bool view_of(const char *output, int stem, char *name, size_t size)
{
  const int longest =
    (int)(beside_base(output) - output) + LONGEST - (int)strlen(".gtkw");

  return snprintf(name, size, "%.*s.gtkw", stem < longest ? stem : longest,
                  output) < (int)size;
}

bool beside_view(const char *output, char *name, size_t size)
{
  return view_of(output, stem_of(output), name, size);
}

bool beside_second_view(const char *output, char *name, size_t size)
{
  return view_of(output, (int)strlen(output), name, size);
}

bool beside_level(const char *output, const char *level, char *name,
                  size_t size)
{
  const int stem = stem_of(output);

  return snprintf(name, size, "%.*s-%s%s", stem, output, level, output + stem) <
         (int)size;
}
