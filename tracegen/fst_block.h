// SPDX-License-Identifier: MIT
/*
 * fst_block.h - a block of value changes of an FST file, in memory.
 *
 * A variable's changes in a block are its chain: for each change a varint that
 * says how many of the block's times have passed since the one before, and the
 * value. The times themselves stand once, as a table. A block also holds what
 * every variable was before its first time, so that a reader may begin there.
 *
 *   struct fst_block b;
 *
 *   fst_block_open(&b);
 *   fst_block_variable(&b, 1);               // variable 0, of one digit
 *   fst_block_times(&b, 0, 100, 3);          // times 0 and 100
 *   fst_block_wave(&b, 0, 3, 2);             // 0 at time 0, 1 at time 100
 *   fst_block_image(&b, &image);             // a reader's bytes
 *   fst_block_next(&b);
 *   fst_block_close(&b);
 */
#ifndef TRACEGEN_FST_BLOCK_H
#define TRACEGEN_FST_BLOCK_H

#include "fst_bytes.h"
#include "fst_squeeze.h"

/* What a variable is, in place of its number of digits, 1 to 32. */
enum { FST_TEXT = 0, FST_REAL = 64 };

enum {
  FST_GROUP = 64, /* times that may be told at once */
  FST_TYPE_HEADER = 0,
  FST_TYPE_GEOMETRY = 3,
  FST_TYPE_HIERARCHY = 4,
  FST_TYPE_VALUES = 8, /* with chains shared by variables of the same changes */
  FST_TYPE_SKIP = 255  /* not yet whole */
};

struct fst_chain {
  struct fst_bytes bytes;
  uint32_t time;   /* which of the block's times the last change was at */
  unsigned digits; /* 1 to 32, FST_TEXT or FST_REAL */
  bool known;      /* it has had a value */
  uint64_t now;    /* the last one; the bytes of a real */
};

struct fst_block {
  struct fst_chain *chain; /* of each variable */
  unsigned variables;
  struct fst_bytes times;    /* each less the one before */
  uint32_t time_count;       /* how many there are */
  uint64_t begin;            /* the first time, or where the last block ended */
  uint64_t end;              /* the last time; once known is true */
  bool known;                /* there has been a time */
  uint32_t group[FST_GROUP]; /* which of the block's times those told are */
  size_t size;               /* bytes in all chains */
  struct fst_bytes frame;    /* the values before this block */
  struct fst_bytes scratch;
  struct fst_squeeze squeeze;
  bool failed; /* out of memory: the block is worthless */
};

/* An empty block without variables. False: out of memory, nothing to close. */
bool fst_block_open(struct fst_block *b);
void fst_block_close(struct fst_block *b);

/* Add a variable, before the first time. They count from 0. */
void fst_block_variable(struct fst_block *b, unsigned digits);

/* The times first + p step, for each digit p of set, each later than any time
 * before. They are a group: its changes are told by p. */
void fst_block_times(struct fst_block *b, uint64_t first, uint64_t step,
                     uint64_t set);

/* A variable's changes in the group: in time p for each digit p of set. A
 * variable of one digit takes the value of digit p of wave, one of several
 * value[p]. Each variable's changes come in order of time. */
void fst_block_wave(struct fst_block *b, unsigned variable, uint64_t set,
                    uint64_t wave);
void fst_block_words(struct fst_block *b, unsigned variable, uint64_t set,
                     const uint32_t value[FST_GROUP]);
void fst_block_real(struct fst_block *b, unsigned variable, unsigned p,
                    double value);
void fst_block_text(struct fst_block *b, unsigned variable, unsigned p,
                    const char *text);

/* Append the block, type and length first (the type as FST_TYPE_SKIP), to an
 * image. There must be times in it. False if there was no memory for all
 * that has been told. */
bool fst_block_image(struct fst_block *b, struct fst_bytes *image);

/* Begin the next block, where this one ended. */
void fst_block_next(struct fst_block *b);

#endif
