// SPDX-License-Identifier: MIT
/*
 * program_asm.c - assembly: ours, and the dialects of public collections.
 *
 *   line      = [number [":"]] {label ":"} [statement]
 *   statement = mnemonic [sum] | sum
 *   sum       = ["+" | "-"] term {("+" | "-") term}
 *   term      = number | label
 *
 * A line of the file is first given its line of the store; statements are
 * evaluated when the file has ended, for a label may come after its use.
 * EJA n (effective jump address) is n - 1, what JMP needs to find in the store
 * to obey line n next: a directive of A. Bower's babyutils.
 */
#include "program_reader.h"

#include <inttypes.h>
#include <string.h>

enum { NUM = 8, EJA };

static const struct {
  const char *name;
  unsigned function; /* enum ssem_function, NUM or EJA */
} mnemonics[] = {
  { "JMP", FN_JMP },   { "JRP", FN_JRP }, { "JPR", FN_JRP }, { "JMR", FN_JRP },
  { "LDN", FN_LDN },   { "STO", FN_STO }, { "SUB", FN_SUB }, { "CMP", FN_CMP },
  { "SUB5", FN_SUB5 }, { "SKN", FN_CMP }, { "STP", FN_STP }, { "HLT", FN_STP },
  { "STOP", FN_STP },  { "NUM", NUM },    { "EJA", EJA },
};

/* At the cursor, a name that ends in a colon: label it and move past. */
static bool read_label(struct reader *r, struct cursor *c, bool *found)
{
  const char *const at = c->at;
  const char *p = at;
  char shown[SHOWN];
  size_t size;

  *found = false;
  while (p < c->end && is_name(*p))
    p++;
  size = (size_t)(p - at);
  if (size == 0 || !is_letter(*at) || p == c->end || *p != ':')
    return true;
  for (unsigned i = 0; i < r->labels; i++)
    if (same_name(at, size, r->label[i].at, r->label[i].size))
      return reader_fail(r, c, at,
                         "found label %s again, expected each label once",
                         reader_shown(at, p, shown));
  if (r->labels == READER_LABELS)
    return reader_fail(r, c, at, "found one more label, expected at most %d",
                       READER_LABELS);
  r->label[r->labels].at = at;
  r->label[r->labels].size = size;
  r->label[r->labels].line = SSEM_LINES;
  r->labels++;
  c->at = p + 1;
  *found = true;
  return true;
}

/* Labels wait for the word that follows them, wherever it is put. */
static void settle_labels(struct reader *r, unsigned n)
{
  for (unsigned i = 0; i < r->labels; i++)
    if (r->label[i].line == SSEM_LINES)
      r->label[i].line = n;
}

bool asm_line(struct reader *r, struct cursor *c)
{
  unsigned n = r->words == 0 ? 0 : r->target[r->words - 1] + 1;
  const char *const at = c->at;
  const char *p = at;
  bool numbered = false;
  bool labelled;

  while (p < c->end && is_decimal(*p))
    p++;
  if (p > at && (p == c->end || *p == ' ' || *p == '\t' || *p == ':')) {
    if (!read_line_number(r, c, &n))
      return false;
    numbered = true;
    skip_blanks(c);
    if (c->at < c->end && *c->at == ':')
      c->at++;
  }
  do {
    skip_blanks(c);
    if (!read_label(r, c, &labelled))
      return false;
  } while (labelled);
  if (c->at == c->end && !numbered)
    return true;
  if (c->at == c->end)
    return reader_fail(r, c, at,
                       "found line number %u alone, expected an order or a "
                       "number after it",
                       n);
  if (!reader_claim(r, c, at, n))
    return false;
  settle_labels(r, n);
  r->todo[r->words - 1] = *c;
  r->target[r->words - 1] = n;
  return true;
}

/* A number, decimal or 0x, of exactly the characters from at to end. Values
 * that no word holds come out as some other such value. */
static bool read_number(const char *at, const char *end, int64_t *value)
{
  const bool hex = end - at > 2 && at[0] == '0' && (at[1] | 32) == 'x';
  const int64_t most = (int64_t)1 << 34;
  int64_t sum = 0;

  for (at += hex ? 2 : 0; at < end; at++) {
    const char lower = (char)(*at | 32);

    if (is_decimal(*at))
      sum = sum * (hex ? 16 : 10) + (*at - '0');
    else if (hex && lower >= 'a' && lower <= 'f')
      sum = sum * 16 + (lower - 'a' + 10);
    else
      return false;
    if (sum > most)
      sum = most;
  }
  *value = sum;
  return true;
}

static bool read_term(struct reader *r, struct cursor *c, const char *expected,
                      int64_t *value)
{
  const char *const at = c->at;
  char shown[SHOWN];

  while (c->at < c->end && is_name(*c->at))
    c->at++;
  if (c->at > at && is_decimal(*at) && read_number(at, c->at, value))
    return true;
  if (c->at == at || !is_letter(*at)) {
    c->at = at;
    return reader_fail(r, c, at, "found %s, expected %s",
                       reader_shown(at, end_of_word(c), shown), expected);
  }
  for (unsigned i = 0; i < r->labels; i++)
    if (same_name(at, (size_t)(c->at - at), r->label[i].at, r->label[i].size)) {
      *value = r->label[i].line;
      return true;
    }
  return reader_fail(r, c, at, "found %s, which labels no line, expected %s",
                     reader_shown(at, c->at, shown), expected);
}

/* A sum between least and most. A file has at most 2^20 terms of at most 2^34
 * each, so the sum stays within int64_t. */
static bool read_sum(struct reader *r, struct cursor *c, const char *expected,
                     int64_t least, int64_t most, int64_t *sum)
{
  const char *const at = c->at;
  char shown[SHOWN];

  *sum = 0;
  do {
    const bool minus = c->at < c->end && *c->at == '-';
    int64_t value = 0;

    if (c->at < c->end && (*c->at == '-' || *c->at == '+'))
      c->at++;
    if (!read_term(r, c, expected, &value))
      return false;
    *sum += minus ? -value : value;
  } while (c->at < c->end && (*c->at == '-' || *c->at == '+'));
  if (*sum < least || *sum > most)
    return reader_fail(r, c, at, "found %s, expected %s",
                       reader_shown(at, c->at, shown), expected);
  return true;
}

static bool read_whole(struct reader *r, struct cursor *c, int64_t *sum)
{
  return read_sum(r, c, "a number from -2147483648 to 4294967295", INT32_MIN,
                  UINT32_MAX, sum);
}

static bool read_end(struct reader *r, struct cursor *c)
{
  char shown[SHOWN];

  skip_blanks(c);
  if (c->at == c->end)
    return true;
  return reader_fail(r, c, c->at, "found %s, expected the end of the line",
                     reader_shown(c->at, end_of_word(c), shown));
}

static bool read_mnemonic(struct reader *r, struct cursor *c,
                          unsigned *function)
{
  const char *const at = c->at;
  char shown[SHOWN];

  while (c->at < c->end && is_name(*c->at))
    c->at++;
  for (size_t i = 0; i < sizeof mnemonics / sizeof mnemonics[0]; i++)
    if (same_name(at, (size_t)(c->at - at), mnemonics[i].name,
                  strlen(mnemonics[i].name))) {
      *function = mnemonics[i].function;
      return true;
    }
  c->at = at;
  return reader_fail(r, c, at,
                     "found %s, expected JMP, JRP, LDN, STO, SUB, SUB5, CMP, "
                     "STP, NUM, EJA or a number",
                     reader_shown(at, end_of_word(c), shown));
}

bool asm_statement(struct reader *r, struct cursor *c, word *w, bool *is_order)
{
  unsigned function = NUM;
  int64_t value = 0;

  if (c->at < c->end && !is_decimal(*c->at) && *c->at != '-' && *c->at != '+' &&
      !read_mnemonic(r, c, &function))
    return false;
  skip_blanks(c);
  *is_order = function < NUM;
  if (function >= NUM) {
    if (!read_whole(r, c, &value))
      return false;
    *w = (word)(value - (function == EJA));
  } else {
    if ((c->at < c->end || (function != FN_CMP && function != FN_STP)) &&
        !read_sum(r, c, "a line 0 to 31", 0, SSEM_LINES - 1, &value))
      return false;
    *w = (word)value | (word)function << 13;
  }
  return read_end(r, c);
}

bool asm_finish(struct reader *r)
{
  for (unsigned i = 0; i < r->words; i++) {
    bool is_order;

    if (!asm_statement(r, &r->todo[i], &r->pr->S[r->target[i]], &is_order))
      return false;
  }
  return true;
}
