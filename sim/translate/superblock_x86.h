// SPDX-License-Identifier: MIT
/*
 * superblock_x86.h - a superblock as machine code of the x86-64.
 *
 * Superblocks do not know each other. Each leaves through a table of
 * addresses, the deck, which is data: to link or forget a superblock is to
 * write a pointer, and no code is ever patched.
 *
 *   superblock_x86_common(&c, &common);      // once, at the first page
 *   superblock_x86_press(&c, &b, &belief, &common);
 */
#ifndef SSEM_SUPERBLOCK_X86_H
#define SSEM_SUPERBLOCK_X86_H

#include "emit_x86.h"
#include "superblock.h"

enum { DECK_ENTRIES = SSEM_LINES * 8 };

/* What translated code sees besides the T-state. */
struct deck {
  /* Where to go on for the order at a line: entry[8 line + function]. A
   * trusted line has the same address eight times. */
  const void *entry[DECK_ENTRIES];
  uint64_t left; /* orders that may still be obeyed */
  word trusted;  /* the lines that a doubted STO must not touch */
};

/* Why translated code has come back. CI stands at the next order, except that
 * after X86_STOPPED it stands at the STP that has been obeyed. */
enum x86_status {
  X86_MISSING, /* that order heads no superblock */
  X86_SINGLY,  /* that order stores into a trusted line */
  X86_SPENT,   /* its superblock is longer than what is left */
  X86_STOPPED
};

/* Where the code that all superblocks share stands, offsets among the pages. */
struct x86_common {
  size_t enter;               /* unsigned (struct isa *, struct deck *,
                               * const void *entry): an enum x86_status */
  size_t leave;               /* ecx = line, edx = status */
  size_t find;                /* ecx = CI: go on there */
  size_t missing[SSEM_LINES]; /* the entry of a line without a superblock */
};

/* Write the shared code. */
void superblock_x86_common(struct code *c, struct x86_common *common);

/* Write a superblock that was recorded under this belief, its reads trusted. */
void superblock_x86_press(struct code *c, const struct superblock *b,
                          const struct belief *belief,
                          const struct x86_common *common);

#endif
