// SPDX-License-Identifier: MIT
/*
 * scanner.h - a cursor in a text, and sentences that point into it.
 *
 * Whatever people write is read through this page: program files, maps,
 * expressions, the words of a dump. A scanner stands in one line of a text, or
 * in a text of one line; what is wrong there is told as
 * "file:line:column: found ..., expected ...".
 *
 *   struct scanner s;
 *
 *   scanner_open(&s, "baby.map", bytes, size, text);
 *   while (scanner_line(&s, "#", ""))
 *     if (!scanner_word(&s, "offset") || !scanner_mark(&s, "="))
 *       return scanner_expected(&s, "offset ="); // baby.map:3:1: found 'x',
 * ...
 *
 * Blanks are space, tab, vertical tab and form feed. A name is letters, digits,
 * _ and ., no digit first.
 */
#ifndef SSEM_SCANNER_H
#define SSEM_SCANNER_H

#include "nearest.h"
#include "text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

struct scanner {
  const char *name;  /* of the file, for sentences; NULL: there is none, and
                      * sentences begin with the column alone */
  char *text;        /* the caller's TEXT_SENTENCE bytes for a sentence */
  const char *start; /* of the line */
  const char *at;    /* the cursor, start to end */
  const char *end;   /* of the line, without its comment and blanks before it */
  const char *next;  /* the line that follows */
  const char *stop;  /* the end of the text */
  unsigned line, column; /* of start, from 1 */
};

/* Begin with the whole of the text as one line. A byte-order mark is passed
 * over. name and bytes must outlive the scanner. */
void scanner_open(struct scanner *s, const char *name, const char *bytes,
                  size_t size, char text[TEXT_SENTENCE]);

/* Has the text no control characters but blanks and ends of lines? Otherwise
 * false with a sentence that names the first of them. */
bool scanner_is_text(struct scanner *s);

/* On to the next line that is not blank; false at the end of the text, the
 * cursor at the end of its last line. Lines end in LF, CR LF or CR. A comment
 * goes from a character of `once`, or from one of `twice` that stands there
 * twice, to the end of the line, unless it is "in double quotes". */
bool scanner_line(struct scanner *s, const char *once, const char *twice);

/* The kinds of characters. */
static inline bool scanner_is_blank(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool scanner_is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static inline bool scanner_is_letter(char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

static inline bool scanner_is_name(char c)
{
  return scanner_is_letter(c) || scanner_is_digit(c) || c == '.';
}

/* Pass over blanks. Is the line at its end? */
void scanner_blanks(struct scanner *s);
bool scanner_ended(struct scanner *s);

/* The character at the cursor; 0 at the end of the line. */
char scanner_next(const struct scanner *s);

/* After blanks: take this mark, or this whole name, if it stands there. */
bool scanner_mark(struct scanner *s, const char *mark);
bool scanner_word(struct scanner *s, const char *name);

/* Take the name at the cursor: how long it is, 0 if there is none. */
size_t scanner_name(struct scanner *s);

/* Take the decimal digits at the cursor. More than 64 binary digits hold come
 * out as UINT64_MAX. */
uint64_t scanner_decimal(struct scanner *s);

/* Take the number at the cursor: decimal, 0x or 0b; a 0 in front means nothing.
 * False, and the cursor stays, if there is none or a name goes on after it.
 * *fits: no more than 64 binary digits are needed; if not, *value is
 * UINT64_MAX. */
bool scanner_number(struct scanner *s, uint64_t *value, bool *fits);

/* The end of the word at the cursor: up to a blank or the end of the line. */
const char *scanner_word_end(const struct scanner *s);

/* Write the sentence, pointing at `at` in the line, and return false. */
bool scanner_fault(const struct scanner *s, const char *at, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));
bool scanner_vfault(const struct scanner *s, const char *at, const char *format,
                    va_list arguments) __attribute__((format(printf, 3, 0)));

/* The same for the word at the cursor: "found <it>, expected <expected>". */
bool scanner_expected(const struct scanner *s, const char *expected);

/* The same for a word that is none of those known; near: what is like it. */
bool scanner_unknown(const struct scanner *s, const char *expected,
                     const struct nearest *near);

#endif
