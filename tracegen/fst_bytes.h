// SPDX-License-Identifier: MIT
/*
 * fst_bytes.h - a row of bytes that grows, and the numbers of an FST file.
 *
 * Fixed numbers stand with their most significant byte first; a varint has
 * seven binary digits a byte, the least significant first, and the top digit
 * of a byte says that another follows (LEB128).
 *
 *   struct fst_bytes b = { NULL };
 *
 *   fst_put_varint(&b, 300);                 // ac 02
 *   if (b.failed)                            // out of memory, somewhere
 *     ...
 *   fst_bytes_free(&b);
 */
#ifndef TRACEGEN_FST_BYTES_H
#define TRACEGEN_FST_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FST_VARINT = 10 }; /* bytes that hold any varint */

struct fst_bytes {
  unsigned char *at; /* NULL if room is 0 */
  size_t used, room;
  bool failed; /* there was no memory; nothing is put any more */
};

/* Make room for so many more bytes. False if there is no memory, or was none
 * before: what there is stays. */
bool fst_bytes_grow(struct fst_bytes *b, size_t more);

static inline bool fst_bytes_need(struct fst_bytes *b, size_t more)
{
  return b->room - b->used >= more || fst_bytes_grow(b, more);
}

/* Give the memory back; b is empty and may be filled again. */
void fst_bytes_free(struct fst_bytes *b);

/* Append size bytes; text and its zero; 8 bytes of a number. */
void fst_put(struct fst_bytes *b, const void *bytes, size_t size);
void fst_put_text(struct fst_bytes *b, const char *text);
void fst_put_u64(struct fst_bytes *b, uint64_t value);

/* The 8 bytes of a number at a place of one's own. */
void fst_u64(unsigned char to[8], uint64_t value);

/* Append a varint; and one that may be negative (signed LEB128). */
void fst_put_varint(struct fst_bytes *b, uint64_t value);
void fst_put_signed(struct fst_bytes *b, int64_t value);

/* The same without looking for room. Returns what comes after it. */
static inline unsigned char *fst_varint(unsigned char *to, uint64_t value)
{
  for (; value > 127; value >>= 7)
    *to++ = (unsigned char)(value | 128);
  *to++ = (unsigned char)value;
  return to;
}

#endif
