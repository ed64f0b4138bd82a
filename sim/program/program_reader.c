// SPDX-License-Identifier: MIT
/* program_reader.c - what the readers of program files share. */
#include "program_reader.h"

#include <string.h>

void reader_warn(struct reader *r, const struct scanner *s, const char *at,
                 const char *format, ...)
{
  const size_t used = strlen(r->pr->warnings);
  const size_t kept_back = 40; /* for "and N more warnings" */
  char out[TEXT_SENTENCE];
  struct scanner aside = *s;
  va_list arguments;

  aside.text = out;
  va_start(arguments, format);
  scanner_vfault(&aside, at, format, arguments);
  va_end(arguments);
  if (used + strlen(out) + 1 + kept_back >= PROGRAM_WARNINGS) {
    r->more++;
    return;
  }
  snprintf(r->pr->warnings + used, PROGRAM_WARNINGS - used, "%s\n", out);
}

bool reader_line_number(struct scanner *s, unsigned *n)
{
  const char *const at = s->at;
  const uint64_t value = scanner_decimal(s);
  char shown[TEXT_SHOWN];

  *n = (unsigned)value;
  return value < SSEM_LINES ||
         scanner_fault(s, at, "found line %s, expected a line 0 to 31",
                       text_shown(at, s->at, shown));
}

bool reader_claim(struct reader *r, const struct scanner *s, const char *at,
                  unsigned n)
{
  if (n >= SSEM_LINES)
    return scanner_fault(s, at,
                         "found more after line 31, expected at most 32 lines");
  if (r->pr->given >> n & 1)
    return scanner_fault(s, at,
                         "found line %u again, expected it once, as in line %u "
                         "of the file",
                         n, r->where[n]);
  r->pr->given |= (uint32_t)1 << n;
  r->where[n] = s->line;
  r->words++;
  r->place = n + 1;
  return true;
}
