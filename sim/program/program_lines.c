// SPDX-License-Identifier: MIT
/*
 * program_lines.c - a program line by line: assembly, snapshots, listings and
 * bare digits, as on Rosetta Code.
 */
#include "program_reader.h"

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

bool lines_long_digits(const struct scanner *s)
{
  return digits_here(s, LONGEST_NUMBER);
}

bool lines_only_digits(const struct scanner *s)
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

  if (lines_long_digits(&s) || (of_digits && lines_only_digits(&s)))
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

/* The number of a line on Rosetta Code, "12.", which stands after the digits.
 */
static bool rosetta_number(struct scanner *s, unsigned *n, bool *found)
{
  struct scanner ahead = *s;

  scanner_decimal(&ahead);
  *found = ahead.at > s->at && scanner_next(&ahead) == '.' &&
           (ahead.at + 1 == ahead.end || scanner_is_blank(ahead.at[1]));
  if (!*found)
    return true;
  if (!reader_line_number(s, n))
    return false;
  s->at++;
  scanner_blanks(s);
  return true;
}

/* Does a statement of assembly, and nothing more, stand here? */
static bool is_statement(struct reader *r, struct scanner s, word *w,
                         bool *is_order)
{
  char text[TEXT_SENTENCE];

  s.text = text;
  return asm_statement(r, &s, w, is_order);
}

/* Keep what stands beside the digits of line n. Bare digits may have any text
 * there: what is no order and no number is a remark. */
static bool read_beside(struct reader *r, struct scanner *s, unsigned n,
                        bool bare, bool *rosetta)
{
  struct beside *const b = &r->beside[r->besides];

  scanner_blanks(s);
  b->at = *s;
  b->line = n;
  if (s->at == s->end)
    return true;
  if (!bare) {
    r->besides++;
    return asm_statement(r, s, &b->says, &b->is_order);
  }
  if (is_statement(r, *s, &b->says, &b->is_order)) {
    r->besides++;
  } else if (words_read(s, &b->says, &b->is_order)) {
    r->besides++;
    *rosetta |= b->is_order;
  }
  return true;
}

/* A listing as on Rosetta Code, where the first order is in line 0. */
static void begin_at_0(struct reader *r, const struct scanner *s)
{
  if (r->has_first)
    return;
  r->has_first = true;
  r->first = 0;
  if (!r->options->has_first)
    reader_warn(r, s, s->start,
                "found a listing as on Rosetta Code: the first order is in "
                "line 0; --first-line 1 would begin in line 1");
}

/* [number [":"]] digits [statement], or digits [number "."] [words] */
static bool digit_line(struct reader *r, struct scanner *s, enum shape shape)
{
  const char *const at = s->at;
  unsigned n = r->place;
  bool rosetta = false;
  word w;

  if (shape != SHAPE_BARE && !reader_line_number(s, &n))
    return false;
  if (shape == SHAPE_SNP)
    scanner_mark(s, ":");
  scanner_blanks(s);
  if (!digits_read(s, &w))
    return false;
  scanner_blanks(s);
  if (shape == SHAPE_BARE && !rosetta_number(s, &n, &rosetta))
    return false;
  r->numbered |= rosetta || shape != SHAPE_BARE;
  if (!reader_claim(r, s, at, n))
    return false;
  r->pr->S[n] = w;
  r->digits |= (uint32_t)1 << n;
  if (!read_beside(r, s, n, shape == SHAPE_BARE, &rosetta))
    return false;
  if (rosetta)
    begin_at_0(r, s);
  return true;
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

/* The first line that is no count: what it looks like is what the file is. If
 * there is a count before it, *counted stands there. */
static bool first_line(struct scanner *s, struct scanner *counted,
                       unsigned *count, bool *found)
{
  *found = program_line(s);
  if (!*found || !lines_only_digits(s) || lines_long_digits(s))
    return true;
  *counted = *s;
  if (!count_line(s, count))
    return false;
  *found = program_line(s);
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
  } while (program_line(s));
  return true;
}

/* Digit 0 stands first; certainly so where lines have numbers, or where the
 * file's name says so. */
static bool settle(struct reader *r, const struct scanner *first,
                   enum shape shape)
{
  const bool certain = shape != SHAPE_BARE ||
                       text_ends_in(r->pr->name, ".snp") ||
                       text_ends_in(r->pr->name, ".ssem");

  return digits_settle(r, first, PROGRAM_0_FIRST, certain);
}

bool lines_read(struct reader *r, struct scanner *s)
{
  struct scanner counted = { .line = 0 };
  struct scanner first;
  enum shape shape = SHAPE_ASM;
  unsigned count = 0;
  bool found;

  if (!first_line(s, &counted, &count, &found))
    return false;
  if (!found)
    return true;
  first = *s;
  shape = shape_of(*s, false);
  if (shape == SHAPE_ASM && !asm_begins(s))
    return false;
  if (!read_lines(r, s, shape))
    return false;
  if (!(shape == SHAPE_ASM ? asm_finish(r, s) : settle(r, &first, shape)))
    return false;
  if (counted.line != 0 && count != r->words)
    reader_warn(r, &counted, counted.at,
                "found a count of %u, expected %u, the number of lines that "
                "follow",
                count, r->words);
  return true;
}
