// SPDX-License-Identifier: MIT
/* dump_words.c - a dump as words, each with its line and column. */
#include "dump_reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool dump_fault(struct dump_reader *r, const char *format, ...)
{
  va_list args;
  const int n = snprintf(r->text, sizeof r->text, "%.255s:%u:%u: ", r->name,
                         r->line, r->column);

  va_start(args, format);
  vsnprintf(r->text + n, sizeof r->text - (size_t)n, format, args);
  va_end(args);
  return false;
}

const char *dump_shown(const struct dump_reader *r, char out[DUMP_SHOWN])
{
  size_t n = 0;

  if (r->length == 0)
    return "the end of the file";
  out[n++] = '\'';
  for (size_t i = 0; i < r->length && n < DUMP_SHOWN - 8; i++)
    out[n++] = r->word[i] > ' ' && r->word[i] <= '~' ? r->word[i] : '?';
  if (n == DUMP_SHOWN - 8 && r->length > n - 1) {
    memcpy(out + n, "...", 3);
    n += 3;
  }
  out[n++] = '\'';
  out[n] = '\0';
  return out;
}

bool dump_expected(struct dump_reader *r, const char *what)
{
  char shown[DUMP_SHOWN];

  if (r->failed) /* has been said */
    return false;
  return dump_fault(r, "found %s, expected %s", dump_shown(r, shown), what);
}

/* The next character without taking it, or -1. */
static int peek(struct dump_reader *r)
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
    r->line = r->next_line;
    r->column = r->next_column;
    dump_fault(r, "cannot read on: %.200s", r->source->reason);
    r->failed = true;
  }
  return n > 0 ? (unsigned char)r->buffer[0] : -1;
}

static bool is_space(int c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool dump_next(struct dump_reader *r)
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
  r->line = r->next_line;
  r->column = r->next_column;
  for (; c >= 0 && !is_space(c); c = peek(r)) {
    r->at++;
    r->next_column++;
    if (length < DUMP_WORD)
      r->word[length] = (char)c;
    length++;
  }
  r->truncated = length > DUMP_WORD;
  r->length = r->truncated ? DUMP_WORD : length;
  r->word[r->length] = '\0';
  return length > 0 && !r->failed;
}

bool dump_skip(struct dump_reader *r)
{
  while (dump_next(r))
    if (strcmp(r->word, "$end") == 0)
      return true;
  return dump_expected(r, "$end");
}

unsigned dump_hash(const char *id)
{
  uint32_t h = 2166136261U;

  for (; *id != '\0'; id++)
    h = (h ^ (unsigned char)*id) * 16777619U;
  return (h ^ h >> 16) & 4095;
}

bool dump_slot_find(const struct dump_reader *r, const char *id, unsigned *slot)
{
  for (unsigned i = r->hash[dump_hash(id)]; i > 0; i = r->slot[i - 1].next_one)
    if (strcmp(r->slot[i - 1].id, id) == 0) {
      *slot = i - 1;
      return true;
    }
  return false;
}
