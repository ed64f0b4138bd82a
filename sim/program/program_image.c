// SPDX-License-Identifier: MIT
/*
 * program_image.c - memory images: tokens, words at addresses, and the files
 * that $readmemb and $readmemh read (IEEE 1364-2005, 17.2.9).
 *
 *   readmem = {"@" hexadecimal address | word}
 *
 * A word has 32 digits, the most significant first; fewer have zeros before
 * them. An image of more than 32 words is several stores, one after another.
 */
#include "program_image.h"

#include <string.h>
#include <strings.h>

enum { LAST_ADDRESS = 65535 };

static bool next_line(struct image *i)
{
  switch (i->format) {
  case FORMAT_MIF: return scanner_line(i->s, "", "-");
  case FORMAT_COE:
    while (scanner_line(i->s, "", ""))
      if (scanner_next(i->s) != ';' || i->s->end == i->s->at + 1)
        return true; /* a ; before something else makes a remark */
    return false;
  default: return scanner_line(i->s, "", "/");
  }
}

/* How a remark that may span lines begins and ends here; NULL if none can. */
static const char *remark(const struct image *i, bool begins)
{
  return i->format == FORMAT_MIF   ? "%"
         : i->format == FORMAT_COE ? NULL
         : begins                  ? "/*"
                                   : "*/";
}

static bool at_mark(const struct scanner *s, const char *mark)
{
  const size_t size = strlen(mark);

  return (size_t)(s->end - s->at) >= size && memcmp(s->at, mark, size) == 0;
}

/* Past a remark that begins at the cursor, to the text's end if need be. */
static void skip_remark(struct image *i)
{
  struct scanner *const s = i->s;

  s->at += strlen(remark(i, true));
  while (!at_mark(s, remark(i, false))) {
    if (s->at < s->end)
      s->at++;
    else if (!next_line(i))
      return;
  }
  s->at += strlen(remark(i, false));
}

static bool in_word(char c)
{
  return c != '.' && scanner_is_name(c);
}

void image_next(struct image *i)
{
  struct scanner *const s = i->s;

  for (s->at = i->end;;) {
    if (scanner_ended(s)) {
      if (!next_line(i))
        break;
    } else if (remark(i, true) != NULL && at_mark(s, remark(i, true))) {
      skip_remark(i);
    } else {
      i->end = s->at + 1;
      while (in_word(*s->at) && i->end < s->end && in_word(*i->end))
        i->end++;
      return;
    }
  }
  i->end = s->at = s->end;
}

bool image_has_token(const struct image *i)
{
  return i->end > i->s->at;
}

bool image_expected(const struct image *i, const char *what)
{
  char shown[TEXT_SHOWN];

  return scanner_fault(i->s, i->s->at, "found %s, expected %s",
                       i->end == i->s->at ? "the end of the file"
                                          : text_shown(i->s->at, i->end, shown),
                       what);
}

bool image_is(const struct image *i, const char *token)
{
  const size_t size = strlen(token);

  return (size_t)(i->end - i->s->at) == size &&
         strncasecmp(i->s->at, token, size) == 0;
}

bool image_take(struct image *i, const char *token)
{
  if (!image_is(i, token))
    return image_expected(i, token);
  image_next(i);
  return true;
}

/* Digits of this radix that a word of 32 binary ones takes. */
static size_t most_digits(unsigned radix)
{
  return radix == 2 ? 32 : radix == 8 ? 11 : radix == 10 ? 10 : 8;
}

/* The token as a number of this radix with no more than 32 binary digits. */
static bool take_number(struct image *i, unsigned radix, const char *what,
                        word *w)
{
  static const char digits[] = "0123456789abcdef";
  uint64_t value = 0;
  size_t count = 0;

  for (const char *p = i->s->at; p < i->end; p++) {
    const char lower = (char)(scanner_is_letter(*p) ? *p | 32 : *p);
    const char *const d = memchr(digits, lower, radix);

    if (*p == '_' && i->format != FORMAT_MIF)
      continue;
    if (d == NULL)
      return image_expected(i, what);
    value = value * radix + (unsigned)(d - digits);
    if (++count > most_digits(radix) || value > UINT32_MAX)
      return image_expected(i, what);
  }
  if (count == 0)
    return image_expected(i, what);
  *w = (word)value;
  image_next(i);
  return true;
}

bool image_number(struct image *i, word *w)
{
  return take_number(i, 10, "a number", w);
}

bool image_radix(struct image *i, unsigned *radix)
{
  static const struct {
    const char *name;
    unsigned radix;
  } names[] = { { "2", 2 },   { "10", 10 },  { "16", 16 },  { "BIN", 2 },
                { "OCT", 8 }, { "DEC", 10 }, { "UNS", 10 }, { "HEX", 16 } };

  for (size_t n = 0; n < sizeof names / sizeof names[0]; n++)
    if (image_is(i, names[n].name)) {
      *radix = names[n].radix;
      image_next(i);
      return true;
    }
  return image_expected(
    i, i->format == FORMAT_COE ? "2, 10 or 16" : "BIN, OCT, DEC, UNS or HEX");
}

static const char *word_words(unsigned radix)
{
  return radix == 2    ? "a word of at most 32 digits 0 and 1"
         : radix == 16 ? "a word of at most 8 hexadecimal digits"
         : radix == 8  ? "a word in octal digits"
                       : "a word in decimal digits";
}

/* A word; only in decimal may it have a sign. */
bool image_word(struct image *i, word *w)
{
  const bool minus = i->radix == 10 && image_is(i, "-");
  word value = 0;

  if (minus)
    image_next(i);
  if (!take_number(i, i->radix, word_words(i->radix), &value))
    return false;
  *w = minus ? 0 - value : value;
  return true;
}

bool image_address(struct image *i, unsigned *address)
{
  const char *const at = i->s->at;
  const struct scanner s = *i->s;
  word a = 0;

  if (!take_number(i, i->address_radix, "an address", &a))
    return false;
  *address = a;
  return a <= LAST_ADDRESS ||
         scanner_fault(&s, at, "found an address over %d, expected a line",
                       LAST_ADDRESS);
}

/* A later word at an address replaces the one before, as it does elsewhere. */
bool image_put(struct image *i, word w)
{
  struct reader *const r = i->r;
  const unsigned image = r->options->image == 0 ? 1 : r->options->image;
  const unsigned a = i->address, n = a % SSEM_LINES;

  if (a > LAST_ADDRESS)
    return scanner_fault(i->s, i->s->at,
                         "found a word after address %d, expected no more",
                         LAST_ADDRESS);
  i->address++;
  if (w != 0 && a > i->last)
    i->last = a;
  if (a / SSEM_LINES != image - 1)
    return true;
  r->words += !(r->pr->given >> n & 1);
  r->pr->given |= (uint32_t)1 << n;
  r->pr->S[n] = w;
  return true;
}

static bool read_readmem(struct image *i)
{
  word w;

  i->radix = i->format == FORMAT_READMEMB ? 2 : 16;
  i->address_radix = 16;
  while (image_has_token(i)) {
    if (image_is(i, "@")) {
      i->r->numbered = true;
      image_next(i);
      if (!image_address(i, &i->address))
        return false;
    } else if (!image_word(i, &w) || !image_put(i, w)) {
      return false;
    }
  }
  return true;
}

/* Is the image that was asked for there, or the only one? */
static bool choose(struct image *i, const struct scanner *whole)
{
  const unsigned images = i->last / SSEM_LINES + 1;
  const unsigned image = i->r->options->image;

  i->r->images = images;
  if (image > images || (image == 0 && images > 1))
    return scanner_fault(whole, whole->start,
                         images == 1
                           ? "found %u image of 32 words, expected --image 1"
                           : "found %u images of 32 words, expected --image 1 "
                             "to %u",
                         images, images);
  return true;
}

bool image_read(struct reader *r, struct scanner *s, enum format format)
{
  struct image i = { .r = r, .s = s, .format = format, .end = s->end };
  struct scanner first = *s;
  bool good;

  s->at = s->end = s->start;
  i.end = s->at;
  image_next(&i);
  program_line(&first);
  good = format == FORMAT_COE   ? image_coe(&i)
         : format == FORMAT_MIF ? image_mif(&i)
                                : read_readmem(&i);
  if (!good || !choose(&i, &first))
    return false;
  r->digits = r->pr->given;
  return i.radix == 10 || digits_settle(r, &first, PROGRAM_31_FIRST, false);
}
