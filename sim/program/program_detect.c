// SPDX-License-Identifier: MIT
/*
 * program_detect.c - which format a program file has.
 *
 * Most formats show in their first line. Those that are only words with an @
 * here and there are told apart by all of their words: see detect_words().
 */
#include "program_reader.h"

#include <string.h>
#include <strings.h>

bool program_line(struct scanner *s)
{
  return scanner_line(s, ";#", "/-");
}

/* What all words of the text are. A data word is one without @. */
struct census {
  unsigned words;   /* data words */
  bool at;          /* some word begins with @ */
  bool pairs;       /* every line is @number number */
  bool single;      /* every line is one data word */
  bool numbers;     /* every data word is a number: decimal, 0x or 0b, */
  bool signs;       /* and some have a sign or a base */
  bool hexadecimal; /* every data word is of 0-9, a-f, x, z and _ */
  bool letters;     /* some has a letter of these, and is no number */
  bool eight;       /* every data word has 8 of them */
  bool zeros;       /* and some begin with 0 */
  bool binary;      /* every data word is of more than 10 digits 0 and 1 */
  bool grouped;     /* some with _ */
  bool remark;      /* there is a remark between these: */
  bool inside;      /* it has not ended yet */
};

/* Is the word a whole number as a person writes it? */
static bool is_number(const struct scanner *s, const char *end, bool *sign)
{
  struct scanner ahead = *s;
  uint64_t value;
  bool fits;

  ahead.end = end;
  *sign = *ahead.at == '-' || *ahead.at == '+';
  ahead.at += *sign;
  *sign |= end - ahead.at > 1 && scanner_is_letter(ahead.at[1]);
  return !lines_long_digits(&ahead) && scanner_number(&ahead, &value, &fits) &&
         ahead.at == end;
}

static void count_word(struct census *c, const struct scanner *s,
                       const char *end)
{
  const size_t size = (size_t)(end - s->at);
  size_t digits = 0, binary = 0, under = 0, letters = 0;
  bool sign;
  const bool number = is_number(s, end, &sign);

  for (const char *p = s->at; p < end; p++) {
    under += *p == '_';
    binary += *p == '0' || *p == '1';
    digits += scanner_is_digit(*p) || strchr("abcdefABCDEFxXzZ", *p) != NULL;
    letters += scanner_is_letter(*p) && *p != '_';
  }
  c->words++;
  c->numbers &= number;
  c->signs |= number && sign;
  c->letters |= letters > 0 && !number;
  c->hexadecimal &= digits + under == size;
  c->eight &= digits == 8;
  c->zeros |= *s->at == '0';
  c->binary &= binary + under == size && binary > 10;
  c->grouped |= under > 0;
}

/* Is the word, of at least two characters, in a remark of C's kind? */
static bool in_remark(struct census *c, const char *at, const char *end)
{
  const bool was = c->inside;

  if (end - at < 2)
    return was;
  c->inside |= at[0] == '/' && at[1] == '*';
  c->remark |= c->inside;
  if (c->inside && end[-2] == '*' && end[-1] == '/') {
    c->inside = false;
    return true;
  }
  return c->inside;
}

static void count_line(struct census *c, struct scanner *s)
{
  unsigned words = 0, ats = 0;

  for (scanner_blanks(s); s->at < s->end; scanner_blanks(s)) {
    const char *const end = scanner_word_end(s);

    if (in_remark(c, s->at, end)) {
      s->at = end;
      continue;
    }
    if (*s->at == '@') {
      ats++;
      for (const char *p = s->at + 1; p < end; p++)
        c->letters |= scanner_is_letter(*p);
    } else {
      words++;
      count_word(c, s, end);
    }
    s->at = end;
  }
  if (words == 0 && ats == 0)
    return;
  c->at |= ats > 0;
  c->single &= words == 1 && ats == 0;
  c->pairs &= words == 1 && ats == 1;
}

static void take_census(struct scanner s, struct census *c)
{
  *c = (struct census){ .pairs = true,
                        .single = true,
                        .numbers = true,
                        .hexadecimal = true,
                        .eight = true,
                        .binary = true };
  while (program_line(&s))
    count_line(c, &s);
}

static bool is_verilog(const struct reader *r)
{
  return text_ends_in(r->pr->name, ".mem") || text_ends_in(r->pr->name, ".hex");
}

/* Words alone: data for Verilog, a .store, numbers, or lines after all. */
static enum format detect_words(const struct reader *r, const struct census *c)
{
  const bool verilog =
    c->binary || (c->hexadecimal && c->eight) || c->letters || is_verilog(r);

  if (c->words == 0)
    return c->at ? FORMAT_READMEMH : FORMAT_LINES;
  if (c->at && c->pairs && c->numbers &&
      (text_ends_in(r->pr->name, ".store") || c->signs || !verilog))
    return FORMAT_STORE;
  if (c->binary)
    return c->at || !c->single || c->grouped || c->remark || is_verilog(r)
             ? FORMAT_READMEMB
             : FORMAT_LINES;
  if (c->at || (c->hexadecimal && is_verilog(r)) ||
      (c->hexadecimal && c->eight && (c->zeros || c->letters || c->remark)))
    return FORMAT_READMEMH;
  return c->single && c->numbers && c->words > 1 ? FORMAT_NUMBERS
                                                 : FORMAT_LINES;
}

static bool begins(const struct scanner *s, const char *what)
{
  const size_t size = strlen(what);

  return (size_t)(s->end - s->at) >= size &&
         strncasecmp(s->at, what, size) == 0;
}

/* A key of a .mif and =, a remark between %, or CONTENT. */
static bool is_mif(const struct scanner *s)
{
  static const char *const keys[] = { "DEPTH", "WIDTH", "ADDRESS_RADIX",
                                      "DATA_RADIX", "CONTENT" };
  struct scanner ahead = *s;
  const size_t size = scanner_name(&ahead);

  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
    if (size == strlen(keys[i]) && strncasecmp(s->at, keys[i], size) == 0)
      return i == 4 || scanner_mark(&ahead, "=");
  return *s->at == '%';
}

/* A colon and ten or more hexadecimal digits. */
static bool is_intel_hex(const struct scanner *s)
{
  const char *p = s->at + 1;

  while (p < s->end && strchr("0123456789abcdefABCDEF", *p) != NULL)
    p++;
  return *s->at == ':' && p == s->end && p - s->at > 10;
}

/* Formats of others that we do not read. */
static bool is_known(const struct scanner *s)
{
  char shown[TEXT_SHOWN];

  text_shown(s->at, s->end, shown);
  if (begins(s, "v2.0 raw") || begins(s, "v3.0 hex"))
    return scanner_fault(s, s->at,
                         "found %s, a Logisim image, expected a program; "
                         "without this line its words are those of $readmemh",
                         shown);
  if (is_intel_hex(s))
    return scanner_fault(
      s, s->at, "found %s, a line of Intel hex, expected a program", shown);
  return true;
}

bool detect_format(const struct reader *r, const struct scanner *s,
                   enum format *format)
{
  struct scanner first = *s;
  struct census census;

  *format = FORMAT_LINES;
  if (!program_line(&first))
    return true;
  if (!is_known(&first))
    return false;
  if (is_mif(&first)) {
    *format = FORMAT_MIF;
  } else if (begins(&first, "memory_initialization_")) {
    *format = FORMAT_COE;
  } else {
    take_census(*s, &census);
    *format = detect_words(r, &census);
  }
  return true;
}
