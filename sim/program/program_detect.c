// SPDX-License-Identifier: MIT
/* program_detect.c - which format a program file has, by its first line. */
#include "program_reader.h"

#include <string.h>
#include <strings.h>

bool program_line(struct scanner *s)
{
  return scanner_line(s, ";#", "/-");
}

static bool begins(const struct scanner *s, const char *what)
{
  const size_t size = strlen(what);

  return (size_t)(s->end - s->at) >= size &&
         strncasecmp(s->at, what, size) == 0;
}

/* A colon and ten or more hexadecimal digits. */
static bool is_intel_hex(const struct scanner *s)
{
  const char *p = s->at + 1;

  while (p < s->end && strchr("0123456789abcdefABCDEF", *p) != NULL)
    p++;
  return *s->at == ':' && p == s->end && p - s->at > 10;
}

/* Formats of others that we do not read. */
static bool is_known(const struct scanner *s)
{
  char shown[TEXT_SHOWN];

  text_shown(s->at, s->end, shown);
  if (begins(s, "v2.0 raw") || begins(s, "v3.0 hex"))
    return scanner_fault(
      s, s->at, "found %s, a Logisim image, expected a program", shown);
  if (is_intel_hex(s))
    return scanner_fault(
      s, s->at, "found %s, a line of Intel hex, expected a program", shown);
  return true;
}

bool detect_format(const struct reader *r, const struct scanner *s,
                   enum format *format)
{
  struct scanner first = *s;

  (void)r;
  *format = FORMAT_LINES;
  return !program_line(&first) || is_known(&first);
}
