// SPDX-License-Identifier: MIT
/* text.c - sentences in a caller's buffer. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct text text_in(char *buffer, size_t size)
{
  const struct text text = { buffer, size };

  buffer[0] = '\0';
  return text;
}

void text_add(struct text *text, const char *format, ...)
{
  va_list arguments;
  int wanted;
  size_t written;

  va_start(arguments, format);
  wanted = vsnprintf(text->at, text->room, format, arguments);
  va_end(arguments);
  written = wanted < 0 ? 0 : (size_t)wanted;
  if (written >= text->room)
    written = text->room - 1;
  text->at += written;
  text->room -= written;
}

const char *text_shown(const char *at, const char *end, char out[TEXT_SHOWN])
{
  const size_t most = 32;
  const size_t size = (size_t)(end - at) > most ? most : (size_t)(end - at);
  char *to = out;

  *to++ = '\'';
  for (size_t i = 0; i < size; i++)
    *to++ = at[i] < ' ' || at[i] > '~' ? '?' : at[i];
  strcpy(to, size < (size_t)(end - at) ? "...'" : "'");
  return out;
}

bool text_ends_in(const char *name, const char *suffix)
{
  const size_t length = strlen(name), end = strlen(suffix);

  return length >= end && strcasecmp(name + length - end, suffix) == 0;
}
