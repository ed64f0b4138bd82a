// SPDX-License-Identifier: MIT
/*
 * program_store.c - files of numbers: .store, and numbers alone.
 *
 *   store   = {"@" line number | "#" remark}, number: decimal or hexadecimal;
 *             the remark "ci-start n" says what CI is before the first order
 *   numbers = {number}, one a line, from line 0 on
 */
#include "program_reader.h"

#include <string.h>

/* The line in hand, if it is a remark: "# ci-start -1"? */
static bool read_remark(struct reader *r, struct scanner *s)
{
  word CI;

  if (!scanner_mark(s, "#") || !scanner_mark(s, "ci-start"))
    return true;
  scanner_mark(s, "=");
  scanner_mark(s, ":");
  scanner_blanks(s);
  if (!asm_number(r, s, &CI))
    return false;
  r->has_first = true;
  r->first = (CI + 1) % SSEM_LINES;
  return true;
}

/* The remarks of the whole text. */
static bool read_remarks(struct reader *r, struct scanner s)
{
  while (scanner_line(&s, "", ""))
    if (!read_remark(r, &s))
      return false;
  return true;
}

static bool read_word(struct reader *r, struct scanner *s, const char *at,
                      unsigned n)
{
  word w;

  scanner_blanks(s);
  if (!asm_number(r, s, &w) || !reader_claim(r, s, at, n))
    return false;
  r->pr->S[n] = w;
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

bool store_read(struct reader *r, struct scanner *s)
{
  if (!read_remarks(r, *s))
    return false;
  r->numbered = true;
  while (program_line(s)) {
    const char *const at = s->at;
    unsigned n;

    if (!scanner_mark(s, "@"))
      return scanner_expected(s, "@ and a line");
    if (!reader_line_number(s, &n) || !read_word(r, s, at, n))
      return false;
  }
  return true;
}

/* A first number that counts the others might be one of them. */
static bool counts_itself(const struct reader *r)
{
  return r->pr->S[0] == r->words - 1;
}

bool numbers_read(struct reader *r, struct scanner *s)
{
  struct scanner first = *s;

  program_line(&first);
  while (program_line(s))
    if (!read_word(r, s, s->at, r->place))
      return false;
  return !counts_itself(r) ||
         scanner_fault(&first, first.at,
                       "found %u and %u numbers after it, expected to know "
                       "whether it counts them or is line 0: write NUM before "
                       "each number",
                       r->words - 1, r->words - 1);
}
