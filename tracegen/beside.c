// SPDX-License-Identifier: MIT
/* beside.c - the names of files that stand beside a trace. */
#include "beside.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

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

bool beside_view(const char *output, char *name, size_t size)
{
  return snprintf(name, size, "%.*s.gtkw", stem_of(output), output) < (int)size;
}

bool beside_level(const char *output, const char *level, char *name,
                  size_t size)
{
  const int stem = stem_of(output);

  return snprintf(name, size, "%.*s-%s%s", stem, output, level, output + stem) <
         (int)size;
}
