// SPDX-License-Identifier: MIT
/* gzip.c - stands in for gzip.c where there is no zlib. */
#include "tracegen/gzip.h"

#include <stdio.h>

struct gzip *gzip_open(struct output *out, char text[OUTPUT_TEXT])
{
  snprintf(text, OUTPUT_TEXT,
           "%.200s: gzip was not built: install zlib1g-dev (make deps), then "
           "make again; .vcd needs nothing",
           out->name);
  return NULL;
}

/* Nothing was opened, so nothing else is ever called. */
void gzip_write(struct gzip *z, const char *bytes, size_t size)
{
  (void)z, (void)bytes, (void)size;
}

void gzip_close(struct gzip *z)
{
  (void)z;
}

void gzip_discard(struct gzip *z)
{
  (void)z;
}
