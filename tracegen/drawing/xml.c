// SPDX-License-Identifier: MIT
/* xml.c - XML text on its way to a file. */
#include "xml.h"

#include <stdarg.h>
#include <stdio.h>

enum { LONGEST = 1024 }; /* bytes of one xml_put() */

void xml_flush(struct xml *x)
{
  output_write(x->out, x->buffer, x->used);
  x->used = 0;
}

void xml_put(struct xml *x, const char *format, ...)
{
  va_list args;
  int n;

  if (sizeof x->buffer - x->used < LONGEST)
    xml_flush(x);
  va_start(args, format);
  n = vsnprintf(x->buffer + x->used, LONGEST, format, args);
  va_end(args);
  if (n > 0)
    x->used += n < LONGEST ? (size_t)n : LONGEST - 1;
}

void xml_text(struct xml *x, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text) {
    case '&': xml_put(x, "&amp;"); break;
    case '<': xml_put(x, "&lt;"); break;
    case '>': xml_put(x, "&gt;"); break;
    case '"': xml_put(x, "&quot;"); break;
    default: xml_put(x, "%c", *text >= ' ' && *text <= '~' ? *text : '_');
    }
}
