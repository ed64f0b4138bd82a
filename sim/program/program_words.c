// SPDX-License-Identifier: MIT
/*
 * program_words.c - orders as they were written in 1948, and are on Rosetta
 * Code: "-21 to c" for LDN 21.
 */
#include "program_reader.h"

#include <string.h>
#include <strings.h>

/* Words with a blank between; # is a number. */
static const struct {
  const char *pattern;
  unsigned function;
} forms[] = {
  { "# to CI", FN_JMP }, { "Add # to CI", FN_JRP }, { "- # to c", FN_LDN },
  { "c to #", FN_STO },  { "Sub #", FN_SUB },       { "Test", FN_CMP },
  { "Stop", FN_STP },
};

static bool take_number(struct scanner *s, word *n)
{
  uint64_t value;
  bool fits;

  scanner_blanks(s);
  if (!scanner_number(s, &value, &fits))
    return false;
  *n = (word)value;
  return fits && value <= UINT32_MAX;
}

/* Take this word, case ignored; a full stop may end it. */
static bool take_word(struct scanner *s, const char *name, size_t size)
{
  const char *at;
  size_t found;

  scanner_blanks(s);
  at = s->at;
  found = scanner_name(s);
  return (found == size || (found == size + 1 && at[size] == '.')) &&
         strncasecmp(at, name, size) == 0;
}

static bool take_form(struct scanner *s, const char *pattern, word *n)
{
  size_t size;
  bool good;

  *n = 0;
  for (; *pattern != '\0'; pattern += size) {
    pattern += *pattern == ' ';
    size = strcspn(pattern, " ");
    if (*pattern == '#')
      good = take_number(s, n);
    else if (*pattern == '-')
      good = scanner_mark(s, "-");
    else
      good = take_word(s, pattern, size);
    if (!good)
      return false;
  }
  return true;
}

/* A number that is all there is, or that a remark in brackets follows. */
static bool take_value(struct scanner *s, word *w)
{
  const bool minus = scanner_mark(s, "-");
  word n;

  if (!take_number(s, &n))
    return false;
  *w = minus ? 0 - n : n;
  return scanner_ended(s) || scanner_next(s) == '(';
}

bool words_read(struct scanner *s, word *w, bool *is_order)
{
  const char *const at = s->at;
  word n;

  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    s->at = at;
    *is_order = take_form(s, forms[i].pattern, &n);
    if (*is_order) {
      *w = (word)forms[i].function << 13 | (n & 31);
      return true;
    }
  }
  s->at = at;
  if (take_value(s, w))
    return true;
  s->at = at;
  return false;
}
