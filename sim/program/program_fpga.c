// SPDX-License-Identifier: MIT
/*
 * program_fpga.c - memory images of the makers of FPGAs: .coe (Xilinx) and .mif
 * (Altera, now Intel).
 *
 *   coe   = {key "=" value ";"}, the last of them word {[","] word}
 *   mif   = {key "=" value ";"} "CONTENT" "BEGIN" {entry} "END" ";"
 *   entry = (address | "[" address ".." address "]") ":" word {word} ";"
 */
#include "program_image.h"

bool image_coe(struct image *i)
{
  word w;

  i->radix = 2;
  while (!image_is(i, "memory_initialization_vector"))
    if (!image_take(i, "memory_initialization_radix") || !image_take(i, "=") ||
        !image_radix(i, &i->radix) || !image_take(i, ";"))
      return false;
  image_next(i);
  if (!image_take(i, "="))
    return false;
  while (image_has_token(i) && !image_is(i, ";")) {
    if (!image_word(i, &w) || !image_put(i, w))
      return false;
    if (image_is(i, ","))
      image_next(i);
  }
  return true;
}

static bool mif_width(struct image *i)
{
  const struct scanner s = *i->s;
  word w;

  if (!image_number(i, &w))
    return false;
  return w == SSEM_DIGITS ||
         scanner_fault(&s, s.at, "found words of %u digits, expected 32",
                       (unsigned)w);
}

/* key "=" value ";" */
static bool mif_key(struct image *i)
{
  const bool width = image_is(i, "WIDTH"), depth = image_is(i, "DEPTH");
  const bool address = image_is(i, "ADDRESS_RADIX");
  word w;

  if (!width && !depth && !address && !image_is(i, "DATA_RADIX"))
    return image_expected(i, "WIDTH, DEPTH, ADDRESS_RADIX, DATA_RADIX or "
                             "CONTENT");
  image_next(i);
  if (!image_take(i, "="))
    return false;
  if (!(width   ? mif_width(i)
        : depth ? image_number(i, &w)
                : image_radix(i, address ? &i->address_radix : &i->radix)))
    return false;
  return image_take(i, ";");
}

/* Words from i->address on; in a range, up to its end and over and over. */
static bool mif_words(struct image *i, bool range, unsigned to)
{
  word words[SSEM_LINES];
  unsigned count = 0;

  for (; !image_is(i, ";"); count++) {
    if (count == SSEM_LINES && range)
      return image_expected(i, "; after 32 words for a range");
    if (!image_word(i, &words[count % SSEM_LINES]) ||
        (!range && !image_put(i, words[count % SSEM_LINES])))
      return false;
  }
  if (count == 0)
    return image_expected(i, "a word");
  for (unsigned a = 0; range && i->address <= to; a++)
    if (!image_put(i, words[a % count]))
      return false;
  return image_take(i, ";");
}

/* ".." */
static bool mif_dots(struct image *i)
{
  if (!image_take(i, "."))
    return false;
  return image_take(i, ".");
}

static bool mif_entry(struct image *i)
{
  const bool range = image_is(i, "[");
  unsigned to = 0;

  if (range)
    image_next(i);
  if (!image_address(i, &i->address))
    return false;
  if (range && !(mif_dots(i) && image_address(i, &to) && image_take(i, "]")))
    return false;
  return image_take(i, ":") && mif_words(i, range, to);
}

bool image_mif(struct image *i)
{
  i->r->numbered = true;
  i->radix = i->address_radix = 16;
  while (!image_is(i, "CONTENT"))
    if (!mif_key(i))
      return false;
  image_next(i);
  if (!image_take(i, "BEGIN"))
    return false;
  while (!image_is(i, "END"))
    if (!mif_entry(i))
      return false;
  return true;
}
