// SPDX-License-Identifier: MIT
/* dump_words.c - a dump as words, each with its line and column. */
#include "dump_reader.h"

#include <stdarg.h>
#include <string.h>

bool dump_fault(struct dump *r, const char *format, ...)
{
  va_list args;

  va_start(args, format);
  scanner_vfault(&r->s, r->s.start, format, args);
  va_end(args);
  return false;
}

const char *dump_shown(const struct dump *r, char out[TEXT_SHOWN])
{
  return r->length == 0 ? "the end of the file"
                        : text_shown(r->s.start, r->s.end, out);
}

bool dump_expected(struct dump *r, const char *what)
{
  char shown[TEXT_SHOWN];

  if (r->failed) /* has been said */
    return false;
  return dump_fault(r, "found %s, expected %s", dump_shown(r, shown), what);
}

bool dump_number(struct dump *r, uint64_t most, uint64_t *value)
{
  const char *const first = r->s.at;

  *value = scanner_decimal(&r->s);
  return r->s.at > first && r->s.at == r->s.end && *value <= most;
}

/* The scanner stands over a word of this length. */
static void at_word(struct dump *r, size_t length)
{
  r->length = length;
  r->s.start = r->s.at = r->word;
  r->s.end = r->word + length;
}

/* The next character without taking it, or -1. */
static int peek(struct dump *r)
{
  long n;

  if (r->at < r->filled)
    return (unsigned char)r->buffer[r->at];
  if (r->failed)
    return -1;
  n = r->source->read(r->source, r->buffer, sizeof r->buffer);
  r->at = 0;
  r->filled = n > 0 ? (size_t)n : 0;
  if (n < 0) {
    r->s.line = r->next_line;
    r->s.column = r->next_column;
    dump_fault(r, "cannot read on: %.200s", r->source->reason);
    r->failed = true;
  }
  return n > 0 ? (unsigned char)r->buffer[0] : -1;
}

static bool is_space(int c)
{
  return c >= 0 && scanner_is_blank((char)c);
}

bool dump_next(struct dump *r)
{
  size_t length = 0;
  int c;

  for (c = peek(r); is_space(c); c = peek(r)) {
    r->at++;
    r->next_column++;
    if (c == '\n') {
      r->next_line++;
      r->next_column = 1;
    }
  }
  r->s.line = r->next_line;
  r->s.column = r->next_column;
  for (; c >= 0 && !is_space(c); c = peek(r)) {
    r->at++;
    if (length < DUMP_WORD)
      r->word[length] = (char)c;
    length++;
  }
  r->next_column += (unsigned)length;
  r->last = c < 0;
  r->truncated = length > DUMP_WORD;
  at_word(r, r->truncated ? DUMP_WORD : length);
  r->word[r->length] = '\0';
  return length > 0 && !r->failed;
}

bool dump_skip(struct dump *r)
{
  while (dump_next(r))
    if (strcmp(r->word, "$end") == 0)
      return true;
  return dump_expected(r, "$end");
}
