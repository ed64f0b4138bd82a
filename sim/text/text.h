// SPDX-License-Identifier: MIT
/*
 * text.h - sentences built up in a caller's buffer, cut at its end, never past.
 *
 *   char buffer[80];
 *   struct text text = text_in(buffer, sizeof buffer);
 *
 *   text_add(&text, "order %u", 3);
 */
#ifndef SSEM_TEXT_H
#define SSEM_TEXT_H

#include <stddef.h>

struct text {
  char *at;    /* the terminating zero */
  size_t room; /* bytes from there on, that zero included */
};

/* An empty sentence in a buffer of size bytes, size > 0. */
struct text text_in(char *buffer, size_t size);

/* Append, as printf would. */
void text_add(struct text *text, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

#endif
