// SPDX-License-Identifier: MIT
/* scanner.c - a cursor in a text, and sentences that point into it. */
#include "scanner.h"

#include <stdio.h>
#include <string.h>

void scanner_open(struct scanner *s, const char *name, const char *bytes,
                  size_t size, char text[TEXT_SENTENCE])
{
  const bool mark = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;

  s->name = name;
  s->text = text;
  s->start = s->at = s->next = bytes + (mark ? 3 : 0);
  s->end = s->stop = bytes + size;
  s->line = 0;
  s->column = 1;
}

/* Does a line end here? */
static bool line_ends(const char *p, const char *stop)
{
  return *p == '\n' || (*p == '\r' && (p + 1 == stop || p[1] != '\n'));
}

bool scanner_is_text(struct scanner *s)
{
  struct scanner here = *s;

  here.line = 1;
  for (const char *p = s->next; p < s->stop; p++) {
    const unsigned char byte = (unsigned char)*p;

    if ((byte < ' ' && (byte < '\t' || byte > '\r')) || byte == 0x7f)
      return scanner_fault(&here, p, "found byte 0x%02x, expected text", byte);
    if (line_ends(p, s->stop)) {
      here.line++;
      here.start = p + 1;
    }
  }
  return true;
}

/* Does a comment begin at p? */
static bool comment(const char *p, const char *stop, const char *once,
                    const char *twice)
{
  return strchr(once, *p) != NULL ||
         (p + 1 < stop && p[1] == *p && strchr(twice, *p) != NULL);
}

/* The next line, blank or not. */
static void cut_line(struct scanner *s, const char *once, const char *twice)
{
  const char *p = s->next;
  bool quoted = false;
  bool said = false; /* the comment has begun */

  s->start = s->at = s->end = p;
  s->line++;
  for (; p < s->stop && *p != '\n' && *p != '\r'; p++) {
    said |= *p != '\0' && !quoted && comment(p, s->stop, once, twice);
    quoted ^= *p == '"';
    if (!said && !scanner_is_blank(*p))
      s->end = p + 1;
  }
  if (p < s->stop && !line_ends(p, s->stop))
    p++;
  s->next = p < s->stop ? p + 1 : p;
  scanner_blanks(s);
}

bool scanner_line(struct scanner *s, const char *once, const char *twice)
{
  while (s->next < s->stop) {
    cut_line(s, once, twice);
    if (s->at < s->end)
      return true;
  }
  return false;
}

void scanner_blanks(struct scanner *s)
{
  while (s->at < s->end && scanner_is_blank(*s->at))
    s->at++;
}

bool scanner_ended(struct scanner *s)
{
  scanner_blanks(s);
  return s->at == s->end;
}

char scanner_next(const struct scanner *s)
{
  return (char)(s->at < s->end ? *s->at : '\0');
}

bool scanner_mark(struct scanner *s, const char *mark)
{
  const size_t size = strlen(mark);

  scanner_blanks(s);
  if ((size_t)(s->end - s->at) < size || memcmp(s->at, mark, size) != 0)
    return false;
  s->at += size;
  return true;
}

bool scanner_word(struct scanner *s, const char *name)
{
  if (!scanner_mark(s, name))
    return false;
  if (!scanner_is_name(scanner_next(s)))
    return true;
  s->at -= strlen(name);
  return false;
}

size_t scanner_name(struct scanner *s)
{
  const char *const first = s->at;

  if (!scanner_is_letter(scanner_next(s)))
    return 0;
  while (scanner_is_name(scanner_next(s)))
    s->at++;
  return (size_t)(s->at - first);
}

/* The value of a digit; 99 if it is none. */
static inline unsigned digit_value(char c)
{
  if (scanner_is_digit(c))
    return (unsigned)(c - '0');
  if (c >= 'a' && c <= 'f')
    return (unsigned)(c - 'a') + 10;
  if (c >= 'A' && c <= 'F')
    return (unsigned)(c - 'A') + 10;
  return 99;
}

/* Take digits of a base. False if they are too many. */
static inline bool take_digits(struct scanner *s, unsigned base,
                               uint64_t *value)
{
  const uint64_t most = UINT64_MAX / base;
  uint64_t sum = 0;
  bool fits = true;
  unsigned d;

  for (; (d = digit_value(scanner_next(s))) < base; s->at++) {
    fits = fits && sum <= most && sum * base <= UINT64_MAX - d;
    sum = sum * base + d;
  }
  *value = fits ? sum : UINT64_MAX;
  return fits;
}

uint64_t scanner_decimal(struct scanner *s)
{
  uint64_t value;

  take_digits(s, 10, &value);
  return value;
}

/* Take 0x or 0b; the base that follows. */
static unsigned take_base(struct scanner *s)
{
  const char letter = (char)(s->end - s->at > 1 ? s->at[1] | 32 : '\0');

  if (scanner_next(s) != '0' || (letter != 'x' && letter != 'b'))
    return 10;
  s->at += 2;
  return letter == 'x' ? 16 : 2;
}

bool scanner_number(struct scanner *s, uint64_t *value, bool *fits)
{
  const char *const first = s->at;
  const unsigned base = take_base(s);
  const char *const digits = s->at;

  *fits = take_digits(s, base, value);
  if (s->at > digits && !scanner_is_name(scanner_next(s)))
    return true;
  s->at = first;
  return false;
}

const char *scanner_word_end(const struct scanner *s)
{
  const char *p = s->at;

  while (p < s->end && !scanner_is_blank(*p))
    p++;
  return p;
}

bool scanner_vfault(const struct scanner *s, const char *at, const char *format,
                    va_list arguments)
{
  const unsigned column = s->column + (unsigned)(at - s->start);
  const int n = s->name == NULL
                  ? snprintf(s->text, TEXT_SENTENCE, "column %u: ", column)
                  : snprintf(s->text, TEXT_SENTENCE, "%.255s:%u:%u: ", s->name,
                             s->line == 0 ? 1 : s->line, column);

  vsnprintf(s->text + n, TEXT_SENTENCE - (size_t)n, format, arguments);
  return false;
}

bool scanner_fault(const struct scanner *s, const char *at, const char *format,
                   ...)
{
  va_list arguments;

  va_start(arguments, format);
  scanner_vfault(s, at, format, arguments);
  va_end(arguments);
  return false;
}

bool scanner_expected(const struct scanner *s, const char *expected)
{
  const char *const end = s->name == NULL ? "the end" : "the end of the line";
  char shown[TEXT_SHOWN];
  const char *found = text_shown(s->at, scanner_word_end(s), shown);

  if (s->at == s->end)
    found = end;
  else if (scanner_is_blank(*s->at))
    found = "a blank";
  return scanner_fault(s, s->at, "found %s, expected %s", found, expected);
}

bool scanner_unknown(const struct scanner *s, const char *expected,
                     const struct nearest *near)
{
  struct text out = { s->text, TEXT_SENTENCE };

  scanner_expected(s, expected);
  out.at += strlen(s->text);
  out.room -= strlen(s->text);
  nearest_tell(near, &out);
  return false;
}
