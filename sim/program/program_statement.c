// SPDX-License-Identifier: MIT
/*
 * program_statement.c - a statement of assembly: an order or a number.
 *
 *   statement = mnemonic [sum] | sum | ("BIN" | "BINS" | "BNUM") digits
 *   sum       = ["+" | "-"] term {("+" | "-") term}
 *   term      = number | hexadecimal "h" | label
 *
 * EJA n (effective jump address) is n - 1, what JMP needs to find in the store
 * to obey line n next: a directive of A. Bower's babyutils. VAR is NUM.
 */
#include "program_reader.h"
#include "sim/order.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

/* Functions and what else a statement may be. */
enum { NO_MNEMONIC = 8, NUM, EJA, BINARY, START };

/* What may be written beside the mnemonics of order.h. */
static const struct {
  const char *name;
  unsigned function; /* enum ssem_function, or one of the above */
} others[] = {
  { "JPR", FN_JRP },  { "JMR", FN_JRP },  { "SKN", FN_CMP },
  { "HLT", FN_STP },  { "STOP", FN_STP }, { "NUM", NUM },
  { "VAR", NUM },     { "EJA", EJA },     { "BIN", BINARY },
  { "BINS", BINARY }, { "BNUM", BINARY }, { "START", START },
};

enum { OTHERS = sizeof others / sizeof others[0] };

/* Take hexadecimal digits, the first of them 0 to 9, that end in h. */
static bool read_hexadecimal(struct scanner *s, uint64_t *value)
{
  const char *p = s->at;

  if (!scanner_is_digit(scanner_next(s)))
    return false;
  for (*value = 0; p < s->end && scanner_is_name(*p); p++) {
    const char c = (char)(*p | 32);

    if (c == 'h' && (p + 1 == s->end || !scanner_is_name(p[1]))) {
      s->at = p + 1;
      return true;
    }
    if (!scanner_is_digit(*p) && (c < 'a' || c > 'f'))
      return false;
    if (*value <= UINT32_MAX)
      *value = 16 * *value +
               (unsigned)(scanner_is_digit(*p) ? *p - '0' : c - 'a' + 10);
  }
  return false;
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

  if (read_hexadecimal(s, &number) || scanner_number(s, &number, &fits)) {
    *value = number > (uint64_t)most ? most : (int64_t)number;
    return true;
  }
  size = scanner_name(s);
  if (size == 0)
    return scanner_expected(s, expected);
  label = asm_find_label(r, at, size);
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

/* The mnemonics that are like the name at the cursor. */
static struct nearest near_mnemonics(const struct scanner *s)
{
  struct scanner ahead = *s;
  struct nearest near = nearest_to(s->at, scanner_name(&ahead));

  for (unsigned f = 0; f < 8; f++)
    nearest_offer(&near, order_mnemonic(f));
  for (unsigned i = 0; i < OTHERS; i++)
    nearest_offer(&near, others[i].name);
  return near;
}

static bool unknown_mnemonic(const struct scanner *s)
{
  const struct nearest near = near_mnemonics(s);

  return scanner_unknown(s,
                         "JMP, JRP, LDN, STO, SUB, SUB5, CMP, STP, NUM, EJA "
                         "or a number",
                         &near);
}

bool asm_number(const struct reader *r, struct scanner *s, word *w)
{
  int64_t sum;

  if (!read_whole(r, s, &sum))
    return false;
  *w = (word)sum;
  return true;
}

/* Take a mnemonic. */
static bool find_mnemonic(struct scanner *s, unsigned *function)
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
  return false;
}

static bool read_mnemonic(struct scanner *s, unsigned *function)
{
  return find_mnemonic(s, function) || unknown_mnemonic(s);
}

/* Does a number or a sum begin here, and no mnemonic? */
static bool number_here(const struct scanner *s)
{
  const char c = scanner_next(s);

  return s->at == s->end || scanner_is_digit(c) || c == '-' || c == '+';
}

bool asm_begins(const struct scanner *s)
{
  struct scanner ahead = *s;
  unsigned function;

  if (number_here(s) || find_mnemonic(&ahead, &function) ||
      (scanner_name(&ahead) > 0 && scanner_next(&ahead) == ':'))
    return true;
  if (near_mnemonics(s).count > 0)
    return unknown_mnemonic(s);
  return scanner_expected(s, "a line of a program: an order such as LDN 24, a "
                             "number, or 32 digits");
}

/* Digits of a word, 32 or fewer; what is missing is 0. */
static bool read_binary(const struct reader *r, struct scanner *s, word *w)
{
  const char *const at = s->at;
  size_t size;

  if (!digits_take(s, w, &size))
    return false;
  if (size == 0 || size > SSEM_DIGITS)
    return scanner_fault(s, at, "found %zu digits, expected 1 to 32", size);
  if (r->options->digits == PROGRAM_31_FIRST)
    *w = order_reversed(*w, (unsigned)size);
  return true;
}

bool asm_statement(struct reader *r, struct scanner *s, word *w, bool *is_order)
{
  unsigned function = NUM;
  const char *const at = s->at;
  int64_t value = 0;

  if (!number_here(s) && !read_mnemonic(s, &function))
    return false;
  scanner_blanks(s);
  *is_order = function < NO_MNEMONIC;
  if (function == START)
    return scanner_fault(s, at,
                         "found START, expected it alone after the number of "
                         "a line");
  if (function == BINARY) {
    if (!read_binary(r, s, w))
      return false;
  } else if (!*is_order) {
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
