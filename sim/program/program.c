// SPDX-License-Identifier: MIT
/* program.c - program files in: which format it is, and the lines of digits. */
#include "program.h"

#include "program_reader.h"
#include "sim/order.h"

#include <errno.h>
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
static bool digits_here(const struct cursor *c, size_t most)
{
  const char *p = c->at;

  while (p < c->end && is_decimal(*p))
    p++;
  return (size_t)(p - c->at) > most && c->at[0] <= '1' &&
         (c->at + 1 == p || c->at[1] <= '1');
}

/* A line of decimal digits and nothing else. */
static bool only_digits(const struct cursor *c)
{
  for (const char *p = c->at; p < c->end; p++)
    if (!is_decimal(*p))
      return false;
  return true;
}

/* In a file known to be of digits a short run is a mistake in the digits, not
 * a number. */
static enum shape shape_of(struct cursor c, bool of_digits)
{
  const size_t most = of_digits ? 0 : LONGEST_NUMBER;
  bool colon;

  if (digits_here(&c, LONGEST_NUMBER) || (of_digits && only_digits(&c)))
    return SHAPE_BARE;
  if (c.at == c.end || !is_decimal(*c.at))
    return SHAPE_ASM;
  while (c.at < c.end && is_decimal(*c.at))
    c.at++;
  skip_blanks(&c);
  colon = c.at < c.end && *c.at == ':';
  if (colon)
    c.at++;
  skip_blanks(&c);
  if (!digits_here(&c, most))
    return SHAPE_ASM;
  return colon ? SHAPE_SNP : SHAPE_LST;
}

static bool read_digits(struct reader *r, struct cursor *c, word *w)
{
  const char *const end = end_of_word(c);
  const char *const at = c->at;
  char shown[SHOWN];

  *w = 0;
  for (; c->at < end; c->at++) {
    const size_t p = (size_t)(c->at - at);

    if (*c->at != '0' && *c->at != '1')
      return reader_fail(r, c, c->at, "found %s in the digits, expected 0 or 1",
                         reader_shown(c->at, c->at + 1, shown));
    if (p < SSEM_DIGITS)
      *w = write_digit(*w, (unsigned)p, *c->at == '1');
  }
  if (end - at == SSEM_DIGITS)
    return true;
  return reader_fail(r, c, at, "found %zu digits, expected 32",
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

/* [number [":"]] digits [statement] */
static bool digit_line(struct reader *r, struct cursor *c, enum shape shape)
{
  const char *const at = c->at;
  unsigned n = r->words;
  const char *beside;
  char shown[SHOWN];
  char text[ORDER_TEXT];
  bool is_order;
  word w;
  word v;

  if (shape != SHAPE_BARE) {
    if (!read_line_number(r, c, &n))
      return false;
    skip_blanks(c);
    c->at += shape == SHAPE_SNP;
    skip_blanks(c);
  }
  if (!read_digits(r, c, &w) || !reader_claim(r, c, at, n))
    return false;
  r->pr->S[n] = w;
  skip_blanks(c);
  beside = c->at;
  if (beside == c->end)
    return true;
  if (!asm_statement(r, c, &v, &is_order))
    return false;
  if (agrees(w, v, is_order))
    return true;
  order_words(w, text);
  reader_warn(r, c, beside,
              "found %s beside digits that say %s (%" PRId32
              "); the digits are kept",
              reader_shown(beside, c->end, shown), text, (int32_t)w);
  return true;
}

/* A count of lines: a number alone on the first line. */
static bool count_line(struct reader *r, struct cursor *c, unsigned *count)
{
  const char *const at = c->at;
  char shown[SHOWN];
  unsigned value = 0;

  for (; c->at < c->end; c->at++)
    if (value <= SSEM_LINES)
      value = value * 10 + (unsigned)(*c->at - '0');
  if (value > SSEM_LINES)
    return reader_fail(r, c, at,
                       "found a count of %s lines, expected at most 32",
                       reader_shown(at, c->end, shown));
  *count = value;
  return true;
}

/* The next line of the text from *at on: without its comment (from ; # // or
 * --), its end (LF, CR LF or CR) and the blanks before them. */
static void next_line(const char **at, const char *end, struct cursor *c)
{
  const char *p = *at;
  bool comment = false;

  c->start = c->at = c->end = p;
  c->number++;
  for (; p < end && *p != '\n' && *p != '\r'; p++) {
    const bool twice = p + 1 < end && p[1] == *p;

    if (*p == ';' || *p == '#' || (twice && (*p == '/' || *p == '-')))
      comment = true;
    if (!comment && *p != ' ' && *p != '\t')
      c->end = p + 1;
  }
  if (p + 1 < end && p[0] == '\r' && p[1] == '\n')
    p++;
  *at = p < end ? p + 1 : p;
  skip_blanks(c);
}

/* Text has no control characters but blanks and ends of lines. */
static bool check_text(struct reader *r, const char *at, const char *end)
{
  struct cursor c = { .number = 1, .start = at };

  for (; at < end; at++) {
    const unsigned char byte = (unsigned char)*at;

    if ((byte < ' ' && strchr("\t\r\n", byte) == NULL) || byte == 0 ||
        byte == 0x7f)
      return reader_fail(r, &c, at, "found byte 0x%02x, expected text", byte);
    if (byte == '\n' || (byte == '\r' && (at + 1 == end || at[1] != '\n'))) {
      c.number++;
      c.start = at + 1;
    }
  }
  return true;
}

static bool read_text(struct reader *r, const char *at, const char *end)
{
  const char *const start = at;
  struct cursor c = { .number = 0, .start = at, .at = at, .end = at };
  struct cursor first = c;
  struct cursor counted = c;
  enum shape shape = SHAPE_ASM;
  bool begun = false;
  unsigned count = 0;

  while (at < end) {
    enum shape here;

    next_line(&at, end, &c);
    if (c.at == c.end)
      continue;
    if (!begun && counted.number == 0 && only_digits(&c) &&
        !digits_here(&c, LONGEST_NUMBER)) {
      counted = c;
      if (!count_line(r, &c, &count))
        return false;
      continue;
    }
    here = shape_of(c, begun && shape != SHAPE_ASM);
    if (!begun) {
      shape = here;
      first = c;
      begun = true;
    }
    if (here != shape)
      return reader_fail(r, &c, c.at, "found %s, expected %s as in line %u",
                         shape_words[here], shape_words[shape], first.number);
    if (!(here == SHAPE_ASM ? asm_line(r, &c) : digit_line(r, &c, here)))
      return false;
  }
  if (r->words == 0) {
    c.number = 1;
    c.start = start;
    return reader_fail(r, &c, start,
                       "found %s, expected a program of 1 to 32 lines",
                       start == end ? "an empty file" : "no order or number");
  }
  if (r->labels > 0 && r->label[r->labels - 1].line == SSEM_LINES)
    return reader_fail(r, &c, c.at,
                       "found the end of the file, expected an order or a "
                       "number for the last label");
  if (shape == SHAPE_ASM && !asm_finish(r))
    return false;
  if (counted.number != 0 && count != r->words)
    reader_warn(r, &counted, counted.at,
                "found a count of %u, expected %u, the number of lines that "
                "follow",
                count, r->words);
  return true;
}

bool program_parse(const char *name, const char *bytes, size_t size,
                   struct program *pr, char text[PROGRAM_TEXT])
{
  const bool mark = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
  const char *const at = bytes + (mark ? 3 : 0);
  const char *const end = bytes + size;
  struct program built = { .given = 0 };
  struct reader r = { .pr = &built, .text = text };
  size_t used;

  snprintf(built.name, sizeof built.name, "%s", name);
  if (size > PROGRAM_LARGEST) {
    snprintf(text, PROGRAM_TEXT,
             "%.200s:1:1: found more than %d bytes, expected a program of at "
             "most 32 lines",
             name, PROGRAM_LARGEST);
    return false;
  }
  if (!check_text(&r, at, end) || !read_text(&r, at, end))
    return false;
  used = strlen(built.warnings);
  if (r.more > 0)
    snprintf(built.warnings + used, sizeof built.warnings - used,
             "and %u more warnings\n", r.more);
  *pr = built;
  return true;
}

bool program_load(const char *name, struct program *pr, char text[PROGRAM_TEXT])
{
  const bool standard = strcmp(name, "-") == 0;
  FILE *const in = standard ? stdin : fopen(name, "rb");
  char *const bytes = in == NULL ? NULL : malloc(PROGRAM_LARGEST + 1);
  bool good = false;
  size_t size;

  if (bytes == NULL) {
    snprintf(text, PROGRAM_TEXT, "%.200s: %s", name, strerror(errno));
  } else {
    errno = 0;
    size = fread(bytes, 1, PROGRAM_LARGEST + 1, in);
    if (ferror(in))
      snprintf(text, PROGRAM_TEXT, "%.200s: %s", name, strerror(errno));
    else
      good = program_parse(name, bytes, size, pr, text);
  }
  free(bytes);
  if (in != NULL && !standard)
    fclose(in);
  return good;
}
