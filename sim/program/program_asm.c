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
#include "sim/order.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

/* Functions and what else a statement may be. */
enum { NO_MNEMONIC = 8, NUM, EJA };

/* What may be written beside the mnemonics of order.h. */
static const struct {
  const char *name;
  unsigned function; /* enum ssem_function, NUM or EJA */
} others[] = {
  { "JPR", FN_JRP },  { "JMR", FN_JRP }, { "SKN", FN_CMP }, { "HLT", FN_STP },
  { "STOP", FN_STP }, { "NUM", NUM },    { "EJA", EJA },
};

enum { OTHERS = sizeof others / sizeof others[0] };

/* The label of this name; r->labels if there is none. Case is ignored. */
static unsigned find_label(const struct reader *r, const char *at, size_t size)
{
  unsigned i = 0;

  while (i < r->labels && (r->label[i].size != size ||
                           strncasecmp(r->label[i].at, at, size) != 0))
    i++;
  return i;
}

/* At the cursor, a name that ends in a colon: label it and move past. */
static bool read_label(struct reader *r, struct scanner *s, bool *found)
{
  const char *const at = s->at;
  const size_t size = scanner_name(s);
  char shown[TEXT_SHOWN];

  *found = size > 0 && scanner_next(s) == ':';
  if (!*found) {
    s->at = at;
    return true;
  }
  if (find_label(r, at, size) < r->labels)
    return scanner_fault(s, at,
                         "found label %s again, expected each label once",
                         text_shown(at, s->at, shown));
  if (r->labels == READER_LABELS)
    return scanner_fault(s, at, "found one more label, expected at most %d",
                         READER_LABELS);
  r->label[r->labels].at = at;
  r->label[r->labels].size = size;
  r->label[r->labels].line = SSEM_LINES;
  r->labels++;
  s->at++;
  return true;
}

/* Labels wait for the word that follows them, wherever it is put. */
static void settle_labels(struct reader *r, unsigned n)
{
  for (unsigned i = 0; i < r->labels; i++)
    if (r->label[i].line == SSEM_LINES)
      r->label[i].line = n;
}

/* [number [":"]]: decimal digits that stand alone. */
static bool read_own_number(struct scanner *s, unsigned *n, bool *numbered)
{
  struct scanner ahead = *s;
  char c;

  scanner_decimal(&ahead);
  c = scanner_next(&ahead);
  *numbered = ahead.at > s->at &&
              (ahead.at == ahead.end || scanner_is_blank(c) || c == ':');
  if (!*numbered)
    return true;
  if (!reader_line_number(s, n))
    return false;
  scanner_mark(s, ":");
  return true;
}

bool asm_line(struct reader *r, struct scanner *s)
{
  unsigned n = r->words == 0 ? 0 : r->target[r->words - 1] + 1;
  const char *const at = s->at;
  bool numbered;
  bool labelled;

  if (!read_own_number(s, &n, &numbered))
    return false;
  do {
    scanner_blanks(s);
    if (!read_label(r, s, &labelled))
      return false;
  } while (labelled);
  if (s->at == s->end)
    return !numbered ||
           scanner_fault(s, at,
                         "found line number %u alone, expected an order or a "
                         "number after it",
                         n);
  if (!reader_claim(r, s, at, n))
    return false;
  settle_labels(r, n);
  r->todo[r->words - 1] = *s;
  r->target[r->words - 1] = n;
  return true;
}

/* A number or a label. Values that no word holds come out as some other such
 * value. */
static bool read_term(const struct reader *r, struct scanner *s,
                      const char *expected, int64_t *value)
{
  const int64_t most = (int64_t)1 << 34;
  const char *const at = s->at;
  char shown[TEXT_SHOWN];
  unsigned label;
  uint64_t number;
  bool fits;
  size_t size;

  if (scanner_number(s, &number, &fits)) {
    *value = number > (uint64_t)most ? most : (int64_t)number;
    return true;
  }
  size = scanner_name(s);
  if (size == 0)
    return scanner_expected(s, expected);
  label = find_label(r, at, size);
  if (label == r->labels)
    return scanner_fault(s, at, "found %s, which labels no line, expected %s",
                         text_shown(at, s->at, shown), expected);
  *value = r->label[label].line;
  return true;
}

/* A sum between least and most. A file has at most 2^20 terms of at most 2^34
 * each, so the sum stays within int64_t. */
static bool read_sum(const struct reader *r, struct scanner *s,
                     const char *expected, int64_t least, int64_t most,
                     int64_t *sum)
{
  const char *const at = s->at;
  char shown[TEXT_SHOWN];
  char sign = scanner_next(s);

  *sum = 0;
  do {
    int64_t value = 0;

    s->at += sign == '-' || sign == '+';
    if (!read_term(r, s, expected, &value))
      return false;
    *sum += sign == '-' ? -value : value;
    sign = scanner_next(s);
  } while (sign == '-' || sign == '+');
  return (*sum >= least && *sum <= most) ||
         scanner_fault(s, at, "found %s, expected %s",
                       text_shown(at, s->at, shown), expected);
}

static bool read_whole(const struct reader *r, struct scanner *s, int64_t *sum)
{
  return read_sum(r, s, "a number from -2147483648 to 4294967295", INT32_MIN,
                  UINT32_MAX, sum);
}

static bool unknown_mnemonic(struct scanner *s, size_t size)
{
  struct nearest near = nearest_to(s->at, size);

  for (unsigned f = 0; f < 8; f++)
    nearest_offer(&near, order_mnemonic(f));
  for (unsigned i = 0; i < OTHERS; i++)
    nearest_offer(&near, others[i].name);
  return scanner_unknown(s,
                         "JMP, JRP, LDN, STO, SUB, SUB5, CMP, STP, NUM, EJA "
                         "or a number",
                         &near);
}

static bool read_mnemonic(struct scanner *s, unsigned *function)
{
  const char *const at = s->at;
  const size_t size = scanner_name(s);

  *function = order_find_mnemonic(at, size);
  for (unsigned i = 0; i < OTHERS; i++)
    if (strlen(others[i].name) == size &&
        strncasecmp(others[i].name, at, size) == 0)
      *function = others[i].function;
  if (*function != NO_MNEMONIC)
    return true;
  s->at = at;
  return unknown_mnemonic(s, size);
}

/* Does a number or a sum begin here, and no mnemonic? */
static bool number_here(const struct scanner *s)
{
  const char c = scanner_next(s);

  return s->at == s->end || scanner_is_digit(c) || c == '-' || c == '+';
}

bool asm_statement(struct reader *r, struct scanner *s, word *w, bool *is_order)
{
  unsigned function = NUM;
  int64_t value = 0;

  if (!number_here(s) && !read_mnemonic(s, &function))
    return false;
  scanner_blanks(s);
  *is_order = function < NO_MNEMONIC;
  if (!*is_order) {
    if (!read_whole(r, s, &value))
      return false;
    *w = (word)(value - (function == EJA));
  } else {
    if ((s->at < s->end || (function != FN_CMP && function != FN_STP)) &&
        !read_sum(r, s, "a line 0 to 31", 0, SSEM_LINES - 1, &value))
      return false;
    *w = (word)value | (word)function << 13;
  }
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

bool asm_finish(struct reader *r, const struct scanner *s)
{
  if (r->labels > 0 && r->label[r->labels - 1].line == SSEM_LINES)
    return scanner_fault(s, s->at,
                         "found the end of the file, expected an order or a "
                         "number for the last label");
  for (unsigned i = 0; i < r->words; i++) {
    bool is_order;

    if (!asm_statement(r, &r->todo[i], &r->pr->S[r->target[i]], &is_order))
      return false;
  }
  return true;
}
