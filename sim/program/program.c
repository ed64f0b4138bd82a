// SPDX-License-Identifier: MIT
/* program.c - program files in: which format it is, and the lines of digits. */
#include "program.h"

#include "program_reader.h"
#include "sim/order.h"
#include "sim/text/text_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What a line of a file looks like. */
enum shape {
  SHAPE_ASM, /* anything else: assembly */
  SHAPE_SNP, /* number, colon, digits */
  SHAPE_LST, /* number, digits */
  SHAPE_BARE /* digits */
};

static const char *const shape_words[] = {
  [SHAPE_ASM] = "assembly",
  [SHAPE_SNP] = "a snapshot line (0001: and 32 digits)",
  [SHAPE_LST] = "a line of a listing (1 and 32 digits)",
  [SHAPE_BARE] = "a bare line of 32 digits",
};

/* No number that fits in a word has more decimal digits, so a longer run of
 * them must be the digits of a word. */
enum { LONGEST_NUMBER = 10 };

/* Does a run of more than `most` decimal digits start here, like 01...? */
static bool digits_here(const struct scanner *s, size_t most)
{
  const char *p = s->at;

  while (p < s->end && scanner_is_digit(*p))
    p++;
  return (size_t)(p - s->at) > most && s->at[0] <= '1' &&
         (s->at + 1 == p || s->at[1] <= '1');
}

/* A line of decimal digits and nothing else. */
static bool only_digits(const struct scanner *s)
{
  for (const char *p = s->at; p < s->end; p++)
    if (!scanner_is_digit(*p))
      return false;
  return true;
}

/* In a file known to be of digits a short run is a mistake in the digits, not
 * a number. */
static enum shape shape_of(struct scanner s, bool of_digits)
{
  const size_t most = of_digits ? 0 : LONGEST_NUMBER;
  bool colon;

  if (digits_here(&s, LONGEST_NUMBER) || (of_digits && only_digits(&s)))
    return SHAPE_BARE;
  if (!scanner_is_digit(scanner_next(&s)))
    return SHAPE_ASM;
  scanner_decimal(&s);
  colon = scanner_mark(&s, ":");
  scanner_blanks(&s);
  if (!digits_here(&s, most))
    return SHAPE_ASM;
  return colon ? SHAPE_SNP : SHAPE_LST;
}

static bool read_digits(struct scanner *s, word *w)
{
  const char *const end = scanner_word_end(s);
  const char *const at = s->at;
  char shown[TEXT_SHOWN];

  *w = 0;
  for (; s->at < end; s->at++) {
    const size_t p = (size_t)(s->at - at);

    if (*s->at != '0' && *s->at != '1')
      return scanner_fault(s, s->at, "found %s in the digits, expected 0 or 1",
                           text_shown(s->at, s->at + 1, shown));
    if (p < SSEM_DIGITS)
      *w = write_digit(*w, (unsigned)p, *s->at == '1');
  }
  return end - at == SSEM_DIGITS ||
         scanner_fault(s, at, "found %zu digits, expected 32",
                       (size_t)(end - at));
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

/* The words beside the digits w, if there are any: do they say the same? */
static bool read_beside(struct reader *r, struct scanner *s, word w)
{
  const char *const beside = s->at;
  char shown[TEXT_SHOWN];
  char text[ORDER_TEXT];
  bool is_order;
  word v;

  if (beside == s->end)
    return true;
  if (!asm_statement(r, s, &v, &is_order))
    return false;
  if (agrees(w, v, is_order))
    return true;
  order_words(w, text);
  reader_warn(r, s, beside,
              "found %s beside digits that say %s (%" PRId32
              "); the digits are kept",
              text_shown(beside, s->end, shown), text, (int32_t)w);
  return true;
}

/* [number [":"]] digits [statement] */
static bool digit_line(struct reader *r, struct scanner *s, enum shape shape)
{
  const char *const at = s->at;
  unsigned n = r->words;
  word w;

  if (shape != SHAPE_BARE && !reader_line_number(s, &n))
    return false;
  if (shape == SHAPE_SNP)
    scanner_mark(s, ":");
  scanner_blanks(s);
  if (!read_digits(s, &w) || !reader_claim(r, s, at, n))
    return false;
  r->pr->S[n] = w;
  scanner_blanks(s);
  return read_beside(r, s, w);
}

/* A count of lines: a number alone on the first line. */
static bool count_line(struct scanner *s, unsigned *count)
{
  const char *const at = s->at;
  const uint64_t value = scanner_decimal(s);
  char shown[TEXT_SHOWN];

  *count = (unsigned)value;
  return value <= SSEM_LINES ||
         scanner_fault(s, at, "found a count of %s lines, expected at most 32",
                       text_shown(at, s->end, shown));
}

/* The next line: a comment begins with ; # // or --. */
static bool next_line(struct scanner *s)
{
  return scanner_line(s, ";#", "/-");
}

/* The first line that is no count: what it looks like is what the file is. If
 * there is a count before it, *counted stands there. */
static bool first_line(struct scanner *s, struct scanner *counted,
                       unsigned *count, bool *found)
{
  *found = next_line(s);
  if (!*found || !only_digits(s) || digits_here(s, LONGEST_NUMBER))
    return true;
  *counted = *s;
  if (!count_line(s, count))
    return false;
  *found = next_line(s);
  return true;
}

/* Lines from this first one on, all of one shape. */
static bool read_lines(struct reader *r, struct scanner *s, enum shape shape)
{
  const unsigned first = s->line;

  do {
    const enum shape here = shape_of(*s, shape != SHAPE_ASM);

    if (here != shape)
      return scanner_fault(s, s->at, "found %s, expected %s as in line %u",
                           shape_words[here], shape_words[shape], first);
    if (!(here == SHAPE_ASM ? asm_line(r, s) : digit_line(r, s, here)))
      return false;
  } while (next_line(s));
  return true;
}

static bool nothing_read(const struct scanner *s)
{
  return scanner_fault(
    s, s->start, "found %s, expected a program of 1 to 32 lines",
    s->next == s->stop ? "an empty file" : "no order or number");
}

static bool read_text(struct reader *r, struct scanner *s)
{
  const struct scanner whole = *s;
  struct scanner counted = { .line = 0 };
  enum shape shape = SHAPE_ASM;
  unsigned count = 0;
  bool found;

  if (!first_line(s, &counted, &count, &found))
    return false;
  if (found) {
    shape = shape_of(*s, false);
    if (!read_lines(r, s, shape))
      return false;
  }
  if (r->words == 0)
    return nothing_read(&whole);
  if (shape == SHAPE_ASM && !asm_finish(r, s))
    return false;
  if (counted.line != 0 && count != r->words)
    reader_warn(r, &counted, counted.at,
                "found a count of %u, expected %u, the number of lines that "
                "follow",
                count, r->words);
  return true;
}

bool program_parse(const char *name, const char *bytes, size_t size,
                   struct program *pr, char text[TEXT_SENTENCE])
{
  struct program built = { .given = 0 };
  struct reader r = { .pr = &built };
  struct scanner s;
  size_t used;

  snprintf(built.name, sizeof built.name, "%s", name);
  scanner_open(&s, name, bytes, size, text);
  if (size > PROGRAM_LARGEST)
    return scanner_fault(&s, s.start,
                         "found more than %d bytes, expected a program of at "
                         "most 32 lines",
                         PROGRAM_LARGEST);
  if (!scanner_is_text(&s) || !read_text(&r, &s))
    return false;
  used = strlen(built.warnings);
  if (r.more > 0)
    snprintf(built.warnings + used, sizeof built.warnings - used,
             "and %u more warnings\n", r.more);
  *pr = built;
  return true;
}

bool program_load(const char *name, struct program *pr,
                  char text[TEXT_SENTENCE])
{
  size_t size;
  char *const bytes = text_file_read(name, PROGRAM_LARGEST, &size, text);
  const bool good = bytes != NULL && program_parse(name, bytes, size, pr, text);

  free(bytes);
  return good;
}
