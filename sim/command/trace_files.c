// SPDX-License-Identifier: MIT
/* trace_files.c - the end of a trace, and the view beside it. */
#include "trace_files.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *without_directory(const char *name)
{
  const char *const slash = strrchr(name, '/');

  return slash == NULL ? name : slash + 1;
}

/* The length of a name without its extension: .vcd.gz is one. */
static int stem_of(const char *output)
{
  const char *const base = without_directory(output);
  const char *const dot = strrchr(base, '.');
  size_t stem = dot != NULL ? (size_t)(dot - output) : strlen(output);

  if (dot != NULL && strcasecmp(dot, ".gz") == 0 && dot - base > 4 &&
      strncasecmp(dot - 4, ".vcd", 4) == 0)
    stem -= 4;
  return (int)stem;
}

bool view_name(const char *output, char *name, size_t size)
{
  return snprintf(name, size, "%.*s.gtkw", stem_of(output), output) < (int)size;
}

bool level_file_name(const char *output, const char *level, char *name,
                     size_t size)
{
  const int stem = stem_of(output);

  return snprintf(name, size, "%.*s-%s%s", stem, output, level, output + stem) <
         (int)size;
}

bool finish_files(struct trace *t, const char *output,
                  const struct gtkw_options *view)
{
  char text[TRACE_TEXT];
  char name[PATH_MAX];

  if (trace_close(t, text) &&
      (!trace_known(output) || trace_is_drawing(output) ||
       !view_name(output, name, sizeof name) ||
       gtkw_write(name, without_directory(output), view, text)))
    return true;
  fprintf(stderr, "ssem: %s\n", text);
  return false;
}
