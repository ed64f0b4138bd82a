// SPDX-License-Identifier: MIT
/* fst_block.c - a block of value changes of an FST file: filling it. */
#include "fst_block.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEEP = 8 << 20 }; /* bytes of memory that empty chains may keep */

bool fst_block_open(struct fst_block *b)
{
  memset(b, 0, sizeof *b);
  return fst_squeeze_open(&b->squeeze);
}

void fst_block_close(struct fst_block *b)
{
  for (unsigned i = 0; i < b->variables; i++)
    fst_bytes_free(&b->chain[i].bytes);
  free(b->chain);
  fst_bytes_free(&b->times);
  fst_bytes_free(&b->frame);
  fst_bytes_free(&b->scratch);
  fst_squeeze_close(&b->squeeze);
}

/* The value of a variable, as text; what has none yet is x, or no number; a
 * text has none at all. */
static void put_value(struct fst_bytes *frame, const struct fst_chain *c)
{
  const double none = NAN;

  if (c->digits == FST_REAL) {
    fst_put(frame, c->known ? (const void *)&c->now : &none, sizeof none);
    return;
  }
  for (unsigned d = c->digits; d-- > 0;)
    fst_put(frame, c->known ? &"01"[c->now >> d & 1] : "x", 1);
}

void fst_block_variable(struct fst_block *b, unsigned digits)
{
  struct fst_chain *const chain =
    realloc(b->chain, (b->variables + 1) * sizeof *chain);

  if (chain == NULL) {
    b->failed = true;
    return;
  }
  b->chain = chain;
  memset(&chain[b->variables], 0, sizeof *chain);
  chain[b->variables].digits = digits;
  put_value(&b->frame, &chain[b->variables]);
  b->variables++;
}

void fst_block_next(struct fst_block *b)
{
  size_t kept = 0;

  b->frame.used = 0;
  for (unsigned i = 0; i < b->variables; i++) {
    put_value(&b->frame, &b->chain[i]);
    kept += b->chain[i].bytes.room;
  }
  for (unsigned i = 0; i < b->variables; i++) {
    b->chain[i].bytes.used = 0;
    b->chain[i].time = 0;
    if (kept > KEEP)
      fst_bytes_free(&b->chain[i].bytes);
  }
  b->times.used = 0;
  b->time_count = 0;
  b->begin = b->end;
  b->size = 0;
}

void fst_block_times(struct fst_block *b, uint64_t first, uint64_t step,
                     uint64_t set)
{
  unsigned char *to;

  if (!fst_bytes_need(&b->times, (size_t)FST_GROUP * FST_VARINT))
    return;
  to = b->times.at + b->times.used;
  for (; set != 0; set &= set - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(set);
    const uint64_t time = first + p * step;

    if (!b->known)
      b->begin = time;
    to = fst_varint(to, b->time_count == 0 ? time : time - b->end);
    b->known = true;
    b->end = time;
    b->group[p] = b->time_count++;
  }
  b->times.used = (size_t)(to - b->times.at);
}

/* Make room for so many changes of so many bytes each, besides the varint.
 * Returns where the first of them goes; NULL if there is no memory. */
static unsigned char *begin(struct fst_chain *c, size_t changes, size_t bytes)
{
  return fst_bytes_need(&c->bytes, changes * (FST_VARINT + bytes))
           ? c->bytes.at + c->bytes.used
           : NULL;
}

static void end(struct fst_block *b, struct fst_chain *c,
                const unsigned char *to)
{
  const size_t used = (size_t)(to - c->bytes.at);

  b->size += used - c->bytes.used;
  c->bytes.used = used;
  c->known = true;
}

/* How many of the block's times have passed since the chain's last change. */
static uint32_t passed(const struct fst_block *b, struct fst_chain *c,
                       unsigned p)
{
  const uint32_t since = b->group[p] - c->time;

  c->time = b->group[p];
  return since;
}

void fst_block_wave(struct fst_block *b, unsigned variable, uint64_t set,
                    uint64_t wave)
{
  struct fst_chain *const c = &b->chain[variable];
  unsigned char *to = begin(c, FST_GROUP, 0);

  if (to == NULL)
    return;
  for (; set != 0; set &= set - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(set);

    c->now = wave >> p & 1;
    to = fst_varint(to, (uint64_t)passed(b, c, p) << 2 | c->now << 1);
  }
  end(b, c, to);
}

void fst_block_words(struct fst_block *b, unsigned variable, uint64_t set,
                     const uint32_t value[FST_GROUP])
{
  struct fst_chain *const c = &b->chain[variable];
  unsigned char *to = begin(c, FST_GROUP, sizeof value[0]);

  if (to == NULL)
    return;
  for (; set != 0; set &= set - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(set);
    uint32_t left = value[p] << (32 - c->digits); /* first digit on top */

    c->now = value[p];
    to = fst_varint(to, (uint64_t)passed(b, c, p) << 1);
    for (unsigned i = 0; i < c->digits; i += 8, left <<= 8)
      *to++ = (unsigned char)(left >> 24);
  }
  end(b, c, to);
}

void fst_block_real(struct fst_block *b, unsigned variable, unsigned p,
                    double value)
{
  struct fst_chain *const c = &b->chain[variable];
  unsigned char *to = begin(c, 1, sizeof value);

  if (to == NULL)
    return;
  memcpy(&c->now, &value, sizeof value);
  to = fst_varint(to, (uint64_t)passed(b, c, p) << 1 | 1);
  memcpy(to, &value, sizeof value);
  end(b, c, to + sizeof value);
}

void fst_block_text(struct fst_block *b, unsigned variable, unsigned p,
                    const char *text)
{
  struct fst_chain *const c = &b->chain[variable];
  const size_t length = strlen(text);
  unsigned char *to = begin(c, 2, length);

  if (to == NULL)
    return;
  to = fst_varint(to, (uint64_t)passed(b, c, p) << 1);
  to = fst_varint(to, length);
  for (size_t i = 0; i < length; i++)
    to[i] = (unsigned char)text[i];
  end(b, c, to + length);
}
