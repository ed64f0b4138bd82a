// SPDX-License-Identifier: MIT
/*
 * xml.h - XML text on its way to a file: formatted, escaped, buffered.
 *
 *   struct xml x = { .out = &out };
 *
 *   xml_put(&x, "<text x=\"%u\">", 12);
 *   xml_text(&x, "a < b");                   // a &lt; b
 *   xml_put(&x, "</text>\n");
 *   xml_flush(&x);                           // errors are kept by out
 */
#ifndef TRACEGEN_XML_H
#define TRACEGEN_XML_H

#include "tracegen/output.h"

struct xml {
  struct output *out;
  size_t used;
  char buffer[8192];
};

/* Append what printf would; at most 1024 bytes a call, more is cut. */
void xml_put(struct xml *x, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* Append text as character data or attribute value: & < > " are escaped, and
 * what is no printable ASCII becomes _. */
void xml_text(struct xml *x, const char *text);

/* Hand what is buffered to the file. */
void xml_flush(struct xml *x);

#endif
