// SPDX-License-Identifier: MIT
/*
 * fst_block_image.c - a block of value changes of an FST file: its bytes.
 *
 *   type, length of all that follows and of itself
 *   begin, end, bytes of all chains
 *   frame: two lengths, number of variables, values before the block
 *   number of variables, "Z", chains: length (0 if not squeezed), bytes
 *   index: where each variable's chain stands; length of the index
 *   times; length, length squeezed, number of times
 */
#include "fst_block.h"

#include <string.h>

enum {
  LENGTH = 1,  /* where the length stands in the block, after the type */
  MEMORY = 25, /* and the bytes of all chains, after begin and end */
  SHORT = 32   /* bytes of a chain that are not worth squeezing */
};

static bool is_same(const struct fst_bytes *a, const struct fst_bytes *b)
{
  return a->used == b->used && memcmp(a->at, b->at, a->used) == 0;
}

/* The first variable that has the same chain. */
static unsigned first_alike(const struct fst_block *b, unsigned variable)
{
  unsigned i = 0;

  while (!is_same(&b->chain[i].bytes, &b->chain[variable].bytes))
    i++;
  return i;
}

/* A chain squeezed, or as it is. */
static void put_chain(struct fst_block *b, const struct fst_bytes *chain,
                      struct fst_bytes *image)
{
  const size_t before = image->used;

  fst_put_varint(image, chain->used);
  if (chain->used > SHORT &&
      fst_squeeze(&b->squeeze, chain->at, chain->used, image))
    return;
  image->used = before;
  fst_put_varint(image, 0);
  fst_put(image, chain->at, chain->used);
}

/* Index: so many variables, one after the other, that did not change. */
static void put_unchanged(struct fst_bytes *index, uint64_t *count)
{
  if (*count > 0)
    fst_put_varint(index, *count << 1);
  *count = 0;
}

/* The chains, and into scratch the index. An entry is odd: how far a chain is
 * from the one before; or minus the number of the variable, from 1, whose
 * chain it shares. Returns the bytes that a reader will have of them. */
static uint64_t put_chains(struct fst_block *b, struct fst_bytes *image)
{
  const size_t start = image->used;
  struct fst_bytes *const index = &b->scratch;
  uint64_t last = 0, unchanged = 0, memory = 0;

  index->used = 0;
  fst_put(image, "Z", 1);
  for (unsigned i = 0; i < b->variables; i++) {
    const struct fst_bytes *const chain = &b->chain[i].bytes;
    const unsigned alike = chain->used > 0 ? first_alike(b, i) : i;

    memory += chain->used;
    if (chain->used == 0) {
      unchanged++;
      continue;
    }
    put_unchanged(index, &unchanged);
    if (alike < i) {
      fst_put_signed(index, -2 * ((int64_t)alike + 1) + 1);
      continue;
    }
    fst_put_signed(index, 2 * (int64_t)(image->used - start - last) + 1);
    last = image->used - start;
    put_chain(b, chain, image);
  }
  put_unchanged(index, &unchanged);
  return memory;
}

static void put_head(struct fst_block *b, struct fst_bytes *image)
{
  const unsigned char skip = FST_TYPE_SKIP;
  struct fst_bytes *const squeezed = &b->scratch;

  fst_put(image, &skip, 1);
  fst_put_u64(image, 0); /* the length, and the memory: see below */
  fst_put_u64(image, b->begin);
  fst_put_u64(image, b->end);
  fst_put_u64(image, 0);
  squeezed->used = 0;
  if (!fst_squeeze(&b->squeeze, b->frame.at, b->frame.used, squeezed))
    fst_put(squeezed, b->frame.at, b->frame.used);
  fst_put_varint(image, b->frame.used);
  fst_put_varint(image, squeezed->used);
  fst_put_varint(image, b->variables);
  fst_put(image, squeezed->at, squeezed->used);
  fst_put_varint(image, b->variables);
}

static void put_times(struct fst_block *b, struct fst_bytes *image)
{
  const size_t before = image->used;

  if (!fst_squeeze(&b->squeeze, b->times.at, b->times.used, image))
    fst_put(image, b->times.at, b->times.used);
  fst_put_u64(image, b->times.used);
  fst_put_u64(image, image->used - 8 - before);
  fst_put_u64(image, b->time_count);
}

/* Was there memory for everything? */
static bool complete(const struct fst_block *b, const struct fst_bytes *image)
{
  bool good = !b->failed && !image->failed && !b->times.failed &&
              !b->frame.failed && !b->scratch.failed;

  for (unsigned i = 0; i < b->variables; i++)
    good &= !b->chain[i].bytes.failed;
  return good;
}

bool fst_block_image(struct fst_block *b, struct fst_bytes *image)
{
  const size_t start = image->used;
  uint64_t memory;

  put_head(b, image);
  memory = put_chains(b, image);
  fst_put(image, b->scratch.at, b->scratch.used);
  fst_put_u64(image, b->scratch.used);
  put_times(b, image);
  if (!complete(b, image))
    return false;
  fst_u64(image->at + start + LENGTH, image->used - start - LENGTH);
  fst_u64(image->at + start + MEMORY, memory);
  return true;
}
