// SPDX-License-Identifier: MIT
/*
 * text.h - sentences in a caller's buffer, cut at its end, never past.
 *
 *   char buffer[80];
 *   struct text text = text_in(buffer, sizeof buffer);
 *
 *   text_add(&text, "order %u", 3);
 *
 * A function that can fail says why in one sentence, without a newline, in a
 * buffer that its caller holds for it: char text[TEXT_SENTENCE].
 */
#ifndef SSEM_TEXT_H
#define SSEM_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum {
  TEXT_SENTENCE = 1024, /* bytes that hold any error sentence */
  TEXT_SHOWN = 48       /* bytes that hold text_shown() */
};

struct text {
  char *at;    /* the terminating zero */
  size_t room; /* bytes from there on, that zero included */
};

/* An empty sentence in a buffer of size bytes, size > 0. */
struct text text_in(char *buffer, size_t size);

/* Append, as printf would. */
void text_add(struct text *text, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* The bytes from at to end as a sentence shows them: 'in quotes', at most 32 of
 * them, what cannot be printed as ?. */
const char *text_shown(const char *at, const char *end, char out[TEXT_SHOWN]);

/* Does a name end in suffix (".vcd"), in letters of either case? It may be no
 * more than that. */
bool text_ends_in(const char *name, const char *suffix);

#endif
