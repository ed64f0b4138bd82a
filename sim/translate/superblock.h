// SPDX-License-Identifier: MIT
/*
 * superblock.h - the orders that a program is about to obey, in their order.
 *
 * A superblock has one entry and many side exits. It is recorded by obeying
 * orders on a copy of the T-state, through jumps and tests alike, until they
 * come back to the first line, or stop, or are many. What it assumes:
 *
 * - A *guarded* line is a constant of the code, and every store into it is
 *   guarded.
 * - A *dirty* line has changed too often: its word is read afresh each time,
 *   so a store into it needs no guard.
 * - Any other line is data, as long as no superblock reads it as an order or
 *   as the operand of a jump.
 *
 * The machine has no indexing: the line that a STO writes is known when it is
 * translated. Only a STO in a dirty line has to look it up as it runs.
 *
 *   superblock_record(&b, &t, &lines);
 *   for (i = 0; i < b.length; i++)
 *     ... b.operation[i].PI ...
 */
#ifndef SSEM_SUPERBLOCK_H
#define SSEM_SUPERBLOCK_H

#include "sim/isa.h"

enum {
  SUPERBLOCK_ORDERS = 96, /* at most, in one superblock */
  SUPERBLOCK_UNROLL = 48 /* a loop is unrolled to at least so many, if it can */
};

/* Sets of lines, digit n for line n. No line is in both. */
struct lines {
  word guarded;
  word dirty;
};

/* An order as it was obeyed. */
struct operation {
  word CI;    /* where the order stood, 32 digits */
  word PI;    /* the order */
  word value; /* S[n] as a JMP or JRP found it */
  bool skips; /* a CMP found A negative */
};

struct superblock {
  struct operation operation[SUPERBLOCK_ORDERS];
  unsigned length; /* 1 to SUPERBLOCK_ORDERS */
  word next;       /* CI after the last operation */
  bool loops;      /* next is the first operation's line, its order the same */
  word reads;      /* lines read as orders or jump operands, not dirty */
  word writes;     /* lines that STOs write, but for those in dirty lines */
  word
    dirty_writes; /* lines that STOs in dirty lines wrote in this recording */
  bool dirty_sto; /* it has a STO in a dirty line */
};

/* Record what t is about to obey. */
void superblock_record(struct superblock *b, const struct isa *t,
                       const struct lines *lines);

/* Count into reads how often each line is read as data, no side exit taken.
 * Returns the lines that are read before they are written. */
word superblock_reads(const struct superblock *b, const struct lines *lines,
                      unsigned reads[SSEM_LINES]);

/* Digit n of a set of lines. */
static inline bool has_line(word set, word n)
{
  return (set >> (n & 31)) & 1;
}

static inline word line_set(word n)
{
  return (word)1 << (n & 31);
}

static inline unsigned order_function(word w)
{
  return (w >> 13) & 7;
}

#endif
