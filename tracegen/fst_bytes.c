// SPDX-License-Identifier: MIT
/* fst_bytes.c - a row of bytes that grows, and the numbers of an FST file. */
#include "fst_bytes.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 256 };

bool fst_bytes_grow(struct fst_bytes *b, size_t more)
{
  size_t room = b->room < LEAST ? LEAST : b->room;
  unsigned char *at;

  while (room - b->used < more)
    room *= 2;
  at = b->failed ? NULL : realloc(b->at, room);
  if (at == NULL) {
    b->failed = true;
    return false;
  }
  b->at = at;
  b->room = room;
  return true;
}

void fst_bytes_free(struct fst_bytes *b)
{
  free(b->at);
  memset(b, 0, sizeof *b);
}

void fst_put(struct fst_bytes *b, const void *bytes, size_t size)
{
  if (size == 0 || !fst_bytes_need(b, size))
    return;
  memcpy(b->at + b->used, bytes, size);
  b->used += size;
}

void fst_put_text(struct fst_bytes *b, const char *text)
{
  fst_put(b, text, strlen(text) + 1);
}

void fst_u64(unsigned char to[8], uint64_t value)
{
  for (unsigned i = 0; i < 8; i++)
    to[i] = (unsigned char)(value >> (56 - 8 * i));
}

void fst_put_u64(struct fst_bytes *b, uint64_t value)
{
  unsigned char bytes[8];

  fst_u64(bytes, value);
  fst_put(b, bytes, sizeof bytes);
}

void fst_put_varint(struct fst_bytes *b, uint64_t value)
{
  unsigned char bytes[FST_VARINT] = { 0 };

  fst_put(b, bytes, (size_t)(fst_varint(bytes, value) - bytes));
}

void fst_put_signed(struct fst_bytes *b, int64_t value)
{
  bool more = true;

  while (more) {
    unsigned char byte = (unsigned char)(value & 127);

    value = (value - byte) / 128; /* rounds down: byte has been taken off */
    more = !(value == 0 && byte < 64) && !(value == -1 && byte >= 64);
    byte |= more ? 128 : 0;
    fst_put(b, &byte, 1);
  }
}
