// SPDX-License-Identifier: MIT
/* tube_png.c - stands in for tracegen/drawing/tube_png.c where there is no
 * libpng. */
#include "tracegen/drawing/tube_picture.h"

#include <stdio.h>

bool tube_png(struct output *out, const word lines[SSEM_LINES],
              const char *title, char text[TEXT_SENTENCE])
{
  (void)lines, (void)title;
  snprintf(text, TEXT_SENTENCE,
           "%.200s: PNG was not built: install libpng-dev (make deps), then "
           "make again; .svg is drawn without it",
           out->name);
  return false;
}
