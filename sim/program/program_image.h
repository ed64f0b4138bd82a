// SPDX-License-Identifier: MIT
/*
 * program_image.h - memory images: the text as tokens, the words at addresses;
 * internal to this folder.
 *
 * A token is a word (letters, digits, _) or a mark of one character. It stands
 * from i->s->at to i->end; there is none at the end of the text. Functions that
 * take something move on to the next token, or fail with a sentence.
 */
#ifndef SSEM_PROGRAM_IMAGE_H
#define SSEM_PROGRAM_IMAGE_H

#include "program_reader.h"

struct image {
  struct reader *r;
  struct scanner *s;
  enum format format;
  unsigned radix;         /* of words */
  unsigned address_radix; /* of addresses */
  unsigned address;       /* of the next word */
  unsigned last;          /* the last address that holds a word other than 0 */
  const char *end;        /* of the token */
};

/* Is there a token, and is it this one, case ignored? */
bool image_has_token(const struct image *i);
bool image_is(const struct image *i, const char *token);

/* On to the next token. */
void image_next(struct image *i);

/* Fail: the token, where `what` was expected. */
bool image_expected(const struct image *i, const char *what);

/* Take this token; a decimal number; RADIX of a name (BIN) or a number (2); an
 * address; a word, of at most 32 binary digits. */
bool image_take(struct image *i, const char *token);
bool image_number(struct image *i, word *w);
bool image_radix(struct image *i, unsigned *radix);
bool image_address(struct image *i, unsigned *address);
bool image_word(struct image *i, word *w);

/* Put a word at i->address, which moves on. */
bool image_put(struct image *i, word w);

/* program_fpga.c: .coe and .mif, from their first token on. */
bool image_coe(struct image *i);
bool image_mif(struct image *i);

#endif
