// SPDX-License-Identifier: MIT
/*
 * fst_file.h - a fast signal trace, GTKWave's own compressed format.
 *
 * Any variables, any rising times. The file is a row of blocks, each a type, a
 * length and its bytes: header, hierarchy (scopes and variables) and geometry
 * (how wide they are) come first, then blocks of value changes. A block is
 * written as one to be skipped and made valid when it is whole, and then the
 * header says how far the file goes: whatever ends this process, the file is
 * good up to the last block. The first is written at once, the second is short,
 * and each is twice as long as the one before up to a bound, which bounds the
 * memory too: some 8 MB.
 *
 *   struct fst_file f;
 *   unsigned carry;
 *
 *   if (!fst_file_open(&f, &out, &about, text))
 *     return false;
 *   fst_file_scope(&f, "ssem");
 *   carry = fst_file_variable(&f, FST_KIND_REG, 1, "carry");
 *   fst_file_upscope(&f);
 *   fst_file_ready(&f);                      // no more variables
 *   if (fst_file_times(&f, 100, 0, 1))       // a group of one time, p = 0
 *     fst_block_wave(&f.block, carry, 1, 1); // 1 from time 100 on
 *   fst_file_close(&f, 200);                 // before output_close(&out, ...)
 *
 * The format is drawn in libfst's doc/block_format.txt.
 */
#ifndef TRACEGEN_FST_FILE_H
#define TRACEGEN_FST_FILE_H

#include "fst_block.h"
#include "output.h"

/* What a viewer calls a variable: numbers of the format. */
enum fst_kind {
  FST_KIND_REAL = 3,
  FST_KIND_REG = 5,
  FST_KIND_WIRE = 16,
  FST_KIND_STRING = 21
};

struct fst_about {
  const char *date;    /* 118 bytes at most; more are cut off */
  const char *version; /* 127 */
  const char *comment;
  int timescale; /* the unit of time, as a power of ten of a second: -7 */
};

struct fst_file {
  struct output *out;
  struct fst_block block;     /* takes the changes: fst_block_wave() ... */
  struct fst_bytes header;    /* as it stands in the file */
  struct fst_bytes hierarchy; /* until fst_file_ready(): scopes, variables */
  struct fst_bytes geometry;  /* and their widths */
  struct fst_bytes image;     /* of what is to be written */
  uint64_t scopes, names;     /* how many there are */
  uint64_t blocks;            /* of values, in the file */
  uint64_t size;              /* of the file, in bytes */
  uint32_t most;              /* times in the block being filled */
};

/* Begin a file in out, which remains the caller's and must be a file of its
 * own, still empty. False, and text says why, if that cannot be. */
bool fst_file_open(struct fst_file *f, struct output *out,
                   const struct fst_about *about, char text[TEXT_SENTENCE]);

/* Begin and end a scope; what comes between lies in it. */
void fst_file_scope(struct fst_file *f, const char *name);
void fst_file_upscope(struct fst_file *f);

/* The next variable has names for its values 0 to count - 1, of so many
 * digits; what they are of has a name too. No name has blanks in it. */
void fst_file_names(struct fst_file *f, const char *of, unsigned count,
                    unsigned digits, const char *const names[]);

/* A variable: digits are 1 to 32, FST_REAL or FST_TEXT. Returns its number in
 * f->block. */
unsigned fst_file_variable(struct fst_file *f, enum fst_kind kind,
                           unsigned digits, const char *name);

/* All variables are told. What comes before the first values is written with
 * them. */
void fst_file_ready(struct fst_file *f);

/* The times first + p step for each digit p of set, which is not 0; the last
 * block is written if it is long enough. False if they do not rise, each above
 * all before: then there are no such times, and no changes to tell of them. */
bool fst_file_times(struct fst_file *f, uint64_t first, uint64_t step,
                    uint64_t set);

/* The trace ends at time: write what is left, and free what f holds. Failures
 * are left in f->out, to be told by output_close(). */
void fst_file_close(struct fst_file *f, uint64_t time);

/* Free what f holds and write nothing more. */
void fst_file_discard(struct fst_file *f);

#endif
