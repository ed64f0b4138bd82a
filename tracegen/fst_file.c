// SPDX-License-Identifier: MIT
/* fst_file.c - a fast signal trace: header, hierarchy, and block by block. */
#include "fst_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The header: where what it says stands, from the start of the file. */
enum {
  HEADER_START = 9,      /* the first time */
  HEADER_END = 17,       /* the last */
  HEADER_SCOPES = 41,    /* how many */
  HEADER_VARIABLES = 49, /* and how many of them share no chains: all */
  HEADER_BLOCKS = 65,    /* of values */
  HEADER_VERSION = 128,  /* bytes of text, with zeros to fill them */
  HEADER_DATE = 119,
  HEADER_SIZE = 330
};

/* Entries of the hierarchy. */
enum {
  ENTRY_ATTRIBUTE = 252,
  ENTRY_SCOPE = 254,
  ENTRY_UPSCOPE = 255,
  ATTRIBUTE_OTHER = 0,
  OTHER_COMMENT = 0,
  OTHER_NAMES = 7, /* of a variable's values */
  SCOPE_MODULE = 0,
  DIRECTION_IMPLICIT = 0
};

/* A block ends with this many times, or bytes in its chains; the very first
 * with its first group of times, so that there is something to be read. */
enum { FIRST_TIMES = 1 << 12, MOST_TIMES = 1 << 17, MOST_BYTES = 1 << 21 };

static void put_byte(struct fst_bytes *b, unsigned byte)
{
  const unsigned char c = (unsigned char)byte;

  fst_put(b, &c, 1);
}

/* Text cut off or filled up with zeros to so many bytes, one zero at least. */
static void put_field(struct fst_bytes *b, const char *text, size_t size)
{
  size_t length = strlen(text);

  if (length >= size)
    length = size - 1;
  fst_put(b, text, length);
  for (; length < size; length++)
    put_byte(b, 0);
}

/* What is not known yet is 0: start, end, scopes, variables, blocks. */
static void make_header(struct fst_bytes *header, const struct fst_about *about)
{
  const double e = 2.7182818284590452354; /* tells how reals are stored */

  put_byte(header, FST_TYPE_HEADER);
  fst_put_u64(header, HEADER_SIZE - 1);
  for (unsigned i = 0; i < 2; i++)
    fst_put_u64(header, 0);
  fst_put(header, &e, sizeof e);
  for (unsigned i = 0; i < 5; i++)
    fst_put_u64(header, 0);
  put_byte(header, (unsigned)about->timescale & 255);
  put_field(header, about->version, HEADER_VERSION);
  put_field(header, about->date, HEADER_DATE);
  put_byte(header, 0);    /* from Verilog */
  fst_put_u64(header, 0); /* where time is zero */
}

/* An attribute: of the file, or of the variable that follows. */
static void put_attribute(struct fst_bytes *h, unsigned type, const char *text,
                          uint64_t number)
{
  put_byte(h, ENTRY_ATTRIBUTE);
  put_byte(h, ATTRIBUTE_OTHER);
  put_byte(h, type);
  fst_put_text(h, text);
  fst_put_varint(h, number);
}

bool fst_file_open(struct fst_file *f, struct output *out,
                   const struct fst_about *about, char text[TEXT_SENTENCE])
{
  memset(f, 0, sizeof *f);
  if (!output_is_file(out)) {
    snprintf(text, TEXT_SENTENCE, "%.400s: expected a file, to write FST in",
             out->name);
    return false;
  }
  if (!fst_block_open(&f->block)) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", out->name);
    return false;
  }
  f->out = out;
  f->most = 1;
  make_header(&f->header, about);
  put_attribute(&f->hierarchy, OTHER_COMMENT, about->comment, 0);
  return true;
}

void fst_file_scope(struct fst_file *f, const char *name)
{
  put_byte(&f->hierarchy, ENTRY_SCOPE);
  put_byte(&f->hierarchy, SCOPE_MODULE);
  fst_put_text(&f->hierarchy, name);
  fst_put_text(&f->hierarchy, ""); /* what it is made of */
  f->scopes++;
}

void fst_file_upscope(struct fst_file *f)
{
  put_byte(&f->hierarchy, ENTRY_UPSCOPE);
}

void fst_file_names(struct fst_file *f, const char *of, unsigned count,
                    unsigned digits, const char *const names[])
{
  struct fst_bytes table = { .at = NULL };
  char number[16];

  snprintf(number, sizeof number, " %u", count);
  fst_put(&table, of, strlen(of));
  fst_put(&table, number, strlen(number));
  for (unsigned i = 0; i < count; i++) {
    fst_put(&table, " ", 1);
    fst_put(&table, names[i], strlen(names[i]));
  }
  for (unsigned i = 0; i < count; i++) {
    fst_put(&table, " ", 1);
    for (unsigned d = digits; d-- > 0;)
      fst_put(&table, &"01"[i >> d & 1], 1);
  }
  fst_put_text(&table, "");
  if (!table.failed) {
    put_attribute(&f->hierarchy, OTHER_NAMES, (char *)table.at, ++f->names);
    put_attribute(&f->hierarchy, OTHER_NAMES, "", f->names);
  }
  f->hierarchy.failed |= table.failed;
  fst_bytes_free(&table);
}

unsigned fst_file_variable(struct fst_file *f, enum fst_kind kind,
                           unsigned digits, const char *name)
{
  put_byte(&f->hierarchy, kind);
  put_byte(&f->hierarchy, DIRECTION_IMPLICIT);
  fst_put_text(&f->hierarchy, name);
  fst_put_varint(&f->hierarchy, digits == FST_REAL ? 8 : digits);
  fst_put_varint(&f->hierarchy, 0); /* a variable of its own */
  fst_put_varint(&f->geometry, digits == FST_REAL   ? 0
                               : digits == FST_TEXT ? UINT32_MAX
                                                    : digits);
  fst_block_variable(&f->block, digits);
  return f->block.variables - 1;
}

static void write_image(struct fst_file *f)
{
  if (f->image.failed && f->out->error == 0)
    f->out->error = ENOMEM;
  output_write(f->out, (const char *)f->image.at, f->image.used);
  f->size += f->image.used;
  f->image.used = 0;
}

/* Hierarchy: its length, then gzip. */
static void put_hierarchy(struct fst_file *f)
{
  struct fst_bytes gzip = { .at = NULL };
  const bool good = !f->hierarchy.failed && fst_gzip(&f->hierarchy, &gzip);

  put_byte(&f->image, FST_TYPE_HIERARCHY);
  fst_put_u64(&f->image, 16 + gzip.used);
  fst_put_u64(&f->image, f->hierarchy.used);
  fst_put(&f->image, gzip.at, gzip.used);
  f->image.failed |= !good;
  fst_bytes_free(&gzip);
}

/* Geometry: its length, the number of variables, and a width for each. */
static void put_geometry(struct fst_file *f)
{
  put_byte(&f->image, FST_TYPE_GEOMETRY);
  fst_put_u64(&f->image, 24 + f->geometry.used);
  fst_put_u64(&f->image, f->geometry.used);
  fst_put_u64(&f->image, f->block.variables);
  fst_put(&f->image, f->geometry.at, f->geometry.used);
  f->image.failed |= f->geometry.failed;
}

void fst_file_ready(struct fst_file *f)
{
  if (!f->header.failed) {
    fst_u64(f->header.at + HEADER_SCOPES, f->scopes);
    fst_u64(f->header.at + HEADER_VARIABLES, f->block.variables);
    fst_u64(f->header.at + HEADER_VARIABLES + 8, f->block.variables);
  }
  fst_put(&f->image, f->header.at, f->header.used);
  f->image.failed |= f->header.failed;
  put_hierarchy(f);
  put_geometry(f);
}

/* The header counts one block more, and tells how far they go. */
static void count_block(struct fst_file *f)
{
  unsigned char *const at = f->header.at;

  if (f->header.failed)
    return;
  if (f->blocks == 0)
    fst_u64(at + HEADER_START, f->block.begin);
  fst_u64(at + HEADER_END, f->block.end);
  fst_u64(at + HEADER_BLOCKS, ++f->blocks);
}

/* Write the block: first as one to be skipped, then as what it is; and then
 * the header that counts it. The first is what it is at once: there is nothing
 * before it to be kept. */
static void write_block(struct fst_file *f)
{
  const uint64_t at = f->size + f->image.used;
  const char type = FST_TYPE_VALUES;

  count_block(f);
  f->image.failed |= !fst_block_image(&f->block, &f->image);
  if (f->size == 0 && !f->image.failed) {
    memcpy(f->image.at, f->header.at, f->header.used);
    f->image.at[at] = (unsigned char)type;
  }
  write_image(f);
  output_write_at(f->out, at, &type, 1);
  output_write_at(f->out, 0, (const char *)f->header.at, f->header.used);
  fst_block_next(&f->block);
  if (f->most < FIRST_TIMES)
    f->most = FIRST_TIMES;
  else if (f->most < MOST_TIMES)
    f->most *= 2;
}

/* Does the group lie above all times before, and rise? */
static bool rises(const struct fst_block *b, uint64_t first, uint64_t step,
                  uint64_t set)
{
  const unsigned low = (unsigned)__builtin_ctzll(set);
  const unsigned high = 63 - (unsigned)__builtin_clzll(set);

  return (low == high || step > 0) &&
         (high == 0 || step <= (UINT64_MAX - first) / high) &&
         (!b->known || first + low * step > b->end);
}

bool fst_file_times(struct fst_file *f, uint64_t first, uint64_t step,
                    uint64_t set)
{
  if (!rises(&f->block, first, step, set))
    return false;
  if (f->block.time_count >= f->most || f->block.size >= MOST_BYTES)
    write_block(f);
  fst_block_times(&f->block, first, step, set);
  return true;
}

void fst_file_close(struct fst_file *f, uint64_t time)
{
  (void)fst_file_times(f, time, 0, 1);
  if (f->block.time_count > 0)
    write_block(f);
  write_image(f); /* what comes before, if there were no times */
  fst_file_discard(f);
}

void fst_file_discard(struct fst_file *f)
{
  fst_block_close(&f->block);
  fst_bytes_free(&f->header);
  fst_bytes_free(&f->hierarchy);
  fst_bytes_free(&f->geometry);
  fst_bytes_free(&f->image);
}
