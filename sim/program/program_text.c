// SPDX-License-Identifier: MIT
/* program_text.c - characters and sentences of the program readers. */
#include "program_reader.h"

#include <stdarg.h>
#include <string.h>

/* A sentence of at most size bytes, "file:line:column: ...". */
static size_t sentence(const struct reader *r, const struct cursor *c,
                       const char *at, const char *format, va_list args,
                       char *out, size_t size)
{
  const int head = snprintf(out, size, "%.200s:%u:%zu: ", r->pr->name,
                            c->number, (size_t)(at - c->start) + 1);
  const int tail = vsnprintf(out + head, size - (size_t)head, format, args);

  return (size_t)head + (size_t)tail;
}

bool reader_fail(struct reader *r, const struct cursor *c, const char *at,
                 const char *format, ...)
{
  va_list args;

  va_start(args, format);
  sentence(r, c, at, format, args, r->text, PROGRAM_TEXT);
  va_end(args);
  return false;
}

void reader_warn(struct reader *r, const struct cursor *c, const char *at,
                 const char *format, ...)
{
  char out[PROGRAM_TEXT];
  const size_t used = strlen(r->pr->warnings);
  const size_t kept_back = 40; /* for "... and N more warnings" */
  size_t size;
  va_list args;

  va_start(args, format);
  size = sentence(r, c, at, format, args, out, sizeof out);
  va_end(args);
  if (used + size + 1 + kept_back >= PROGRAM_WARNINGS) {
    r->more++;
    return;
  }
  snprintf(r->pr->warnings + used, PROGRAM_WARNINGS - used, "%s\n", out);
}

const char *reader_shown(const char *at, const char *end, char out[SHOWN])
{
  const size_t most = 32;
  const size_t size = (size_t)(end - at) > most ? most : (size_t)(end - at);
  char *to = out;

  if (at == end)
    return "the end of the line";
  *to++ = '"';
  for (size_t i = 0; i < size; i++)
    *to++ = at[i] < ' ' || at[i] > '~' ? '?' : at[i];
  strcpy(to, size < (size_t)(end - at) ? "...\"" : "\"");
  return out;
}

bool is_decimal(char c)
{
  return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool is_name(char c)
{
  return is_letter(c) || is_decimal(c) || c == '.';
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t';
}

void skip_blanks(struct cursor *c)
{
  while (c->at < c->end && is_blank(*c->at))
    c->at++;
}

const char *end_of_word(const struct cursor *c)
{
  const char *p = c->at;

  while (p < c->end && !is_blank(*p))
    p++;
  return p;
}

static char upper(char c)
{
  return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

bool same_name(const char *a, size_t size, const char *b, size_t other)
{
  if (size != other)
    return false;
  for (size_t i = 0; i < size; i++)
    if (upper(a[i]) != upper(b[i]))
      return false;
  return true;
}

bool read_line_number(struct reader *r, struct cursor *c, unsigned *n)
{
  const char *const at = c->at;
  char shown[SHOWN];
  unsigned value = 0;

  while (c->at < c->end && is_decimal(*c->at)) {
    if (value < 1000)
      value = value * 10 + (unsigned)(*c->at - '0');
    c->at++;
  }
  if (value >= SSEM_LINES)
    return reader_fail(r, c, at, "found line %s, expected a line 0 to 31",
                       reader_shown(at, c->at, shown));
  *n = value;
  return true;
}

bool reader_claim(struct reader *r, const struct cursor *c, const char *at,
                  unsigned n)
{
  if (n >= SSEM_LINES)
    return reader_fail(r, c, at,
                       "found more after line 31, expected at most 32 lines");
  if (r->pr->given >> n & 1)
    return reader_fail(r, c, at,
                       "found line %u again, expected it once, as in line %u "
                       "of the file",
                       n, r->where[n]);
  r->pr->given |= (uint32_t)1 << n;
  r->where[n] = c->number;
  r->words++;
  return true;
}
