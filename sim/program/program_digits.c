// SPDX-License-Identifier: MIT
/*
 * program_digits.c - 32 digits, and which way round they stand.
 *
 * In 1948, and in the files of most simulators, digit 0 stands first; in
 * Verilog and in memory images digit 31 does. A file read the wrong way round
 * is another program, so what it says is looked at: first what stands beside
 * the digits, then which way round more of its words are plain orders or small
 * numbers.
 */
#include "program_reader.h"

#include "sim/order.h"

#include <inttypes.h>

bool digits_take(struct scanner *s, word *w, size_t *size)
{
  const char *const end = scanner_word_end(s);
  const char *const at = s->at;
  char shown[TEXT_SHOWN];

  *w = 0;
  *size = (size_t)(end - at);
  for (; s->at < end; s->at++) {
    const size_t p = (size_t)(s->at - at);

    if (*s->at != '0' && *s->at != '1')
      return scanner_fault(s, s->at, "found %s in the digits, expected 0 or 1",
                           text_shown(s->at, s->at + 1, shown));
    if (p < SSEM_DIGITS)
      *w = write_digit(*w, (unsigned)p, *s->at == '1');
  }
  return true;
}

bool digits_read(struct scanner *s, word *w)
{
  const char *const at = s->at;
  size_t size;

  return digits_take(s, w, &size) &&
         (size == SSEM_DIGITS ||
          scanner_fault(s, at, "found %zu digits, expected 32", size));
}

/* The digits say w, the words beside them say v. An order agrees if it names
 * what the machine sees in w; SUB names both its codes. */
static bool agrees(word w, word v, bool is_order)
{
  const unsigned f = (v >> 13) & 7;
  const unsigned g = (w >> 13) & 7;

  if (!is_order)
    return w == v;
  if (f != g && !(f == FN_SUB && g == FN_SUB5))
    return false;
  return f == FN_CMP || f == FN_STP || ((w ^ v) & 31) == 0;
}

/* The words beside the digits: do they say the same? */
static void check_besides(struct reader *r)
{
  for (unsigned i = 0; i < r->besides; i++) {
    const struct beside *const b = &r->beside[i];
    const word w = r->pr->S[b->line];
    char shown[TEXT_SHOWN], text[ORDER_TEXT];

    if (agrees(w, b->says, b->is_order))
      continue;
    order_words(w, text);
    reader_warn(r, &b->at, b->at.at,
                "found %s beside digits that say %s (%" PRId32
                "); the digits are kept",
                text_shown(b->at.at, b->at.end, shown), text, (int32_t)w);
  }
}

/* How many words, as they were read and the other way round, are as what stands
 * beside them says; those that are so both ways are not counted. */
static void count_besides(const struct reader *r, unsigned count[2])
{
  for (unsigned i = 0; i < r->besides; i++) {
    const struct beside *const b = &r->beside[i];
    const word w = r->pr->S[b->line];
    const bool so = agrees(w, b->says, b->is_order);
    const bool other =
      agrees(order_reversed(w, SSEM_DIGITS), b->says, b->is_order);

    count[0] += so && !other;
    count[1] += other && !so;
  }
}

/* What programs are made of: a plain order, or a number of some 16 digits. */
static bool is_likely(word w)
{
  return order_is_plain(w) || w <= 0xffff || w >= 0xffff0000;
}

/* The same for words that are likely; words: those that are not 0. */
static void count_likely(const struct reader *r, unsigned count[2],
                         unsigned *words)
{
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    const word w = r->pr->S[n];
    const bool so = is_likely(w),
               other = is_likely(order_reversed(w, SSEM_DIGITS));

    if (!(r->digits >> n & 1) || w == 0)
      continue;
    ++*words;
    count[0] += so && !other;
    count[1] += other && !so;
  }
}

/* One likely word is enough in a file of one or two, else twice as many. */
static bool clearly(const unsigned count[2], unsigned words)
{
  return count[1] > 2 * count[0] && (count[1] > 1 || words < 3);
}

static void turn(struct reader *r)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (r->digits >> n & 1)
      r->pr->S[n] = order_reversed(r->pr->S[n], SSEM_DIGITS);
}

static const char *order_of(enum program_digits digits)
{
  return digits == PROGRAM_0_FIRST ? "0-first" : "31-first";
}

/* The digits stand as is usual. Might they stand otherwise? */
static bool check_likely(struct reader *r, const struct scanner *s,
                         enum program_digits usual, bool certain)
{
  const enum program_digits other =
    usual == PROGRAM_0_FIRST ? PROGRAM_31_FIRST : PROGRAM_0_FIRST;
  const unsigned usual_digit = usual == PROGRAM_0_FIRST ? 0 : 31;
  unsigned count[2] = { 0, 0 }, words = 0;
  struct scanner top = *s;

  count_likely(r, count, &words);
  if (!clearly(count, words))
    return true;
  if (certain) {
    reader_warn(r, &top, top.start,
                "found digits that make more sense with digit %u first "
                "(%u word%s against %u); they are read with digit %u first, "
                "--digit-order %s turns them",
                31 - usual_digit, count[1], count[1] == 1 ? "" : "s", count[0],
                usual_digit, order_of(other));
    return true;
  }
  return scanner_fault(
    &top, top.start,
    "found digits that make more sense with digit %u first (%u word%s against "
    "%u), expected --digit-order %s, which reads them so, or %s",
    31 - usual_digit, count[1], count[1] == 1 ? "" : "s", count[0],
    order_of(other), order_of(usual));
}

bool digits_settle(struct reader *r, const struct scanner *s,
                   enum program_digits read, bool certain)
{
  const enum program_digits other =
    read == PROGRAM_0_FIRST ? PROGRAM_31_FIRST : PROGRAM_0_FIRST;
  enum program_digits digits = r->options->digits;
  unsigned count[2] = { 0, 0 };

  count_besides(r, count);
  if (digits == PROGRAM_DIGITS_AS_FOUND && count[0] != count[1]) {
    digits = count[0] > count[1] ? read : other;
    if (digits != read)
      reader_warn(r, s, s->start,
                  "found words beside the digits that say that digit %u stands "
                  "first; so they are read",
                  digits == PROGRAM_0_FIRST ? 0U : 31U);
  }
  if (digits == other)
    turn(r);
  check_besides(r);
  return digits != PROGRAM_DIGITS_AS_FOUND || check_likely(r, s, read, certain);
}
