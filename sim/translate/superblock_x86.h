// SPDX-License-Identifier: MIT
/*
 * superblock_x86.h - a superblock as machine code of the x86-64.
 *
 * Superblocks do not know each other. Each is left through a table of
 * addresses, the dispatch table, which is data: to link or invalidate a
 * superblock is to write a pointer, and no code is ever patched.
 *
 *   superblock_x86_stubs(&c, &stubs);        // once, at the first page
 *   superblock_x86_emit(&c, &b, &lines, &stubs);
 */
#ifndef SSEM_SUPERBLOCK_X86_H
#define SSEM_SUPERBLOCK_X86_H

#include "emit_x86.h"
#include "superblock.h"

enum { DISPATCH_ENTRIES = SSEM_LINES * 8 };

/* What translated code sees besides the T-state. */
struct dispatch {
  /* Where to go on for the order at a line: entry[8 line + function]. A
   * guarded line has the same address eight times. */
  const void *entry[DISPATCH_ENTRIES];
  uint64_t left; /* orders that may still be obeyed */
  word guarded;  /* the lines that a STO in a dirty line must not touch */
};

/* Why translated code has come back. CI stands at the next order, except that
 * after X86_STOPPED it stands at the STP that has been obeyed. */
enum x86_status {
  X86_UNTRANSLATED, /* that order heads no superblock */
  X86_GUARD,        /* that order stores into a guarded line */
  X86_LIMIT,        /* its superblock is longer than what is left */
  X86_STOPPED
};

/* Where the code that all superblocks share stands, offsets among the pages. */
struct x86_stubs {
  size_t enter;                    /* unsigned (struct isa *, struct dispatch *,
                                    * const void *entry): an enum x86_status */
  size_t leave;                    /* ecx = line, edx = status */
  size_t dispatch;                 /* ecx = CI: go on there */
  size_t untranslated[SSEM_LINES]; /* the entry of a line without superblock */
};

/* Write the shared code. */
void superblock_x86_stubs(struct code *c, struct x86_stubs *stubs);

/* Write a superblock that was recorded with these lines, its reads guarded. */
void superblock_x86_emit(struct code *c, const struct superblock *b,
                         const struct lines *lines,
                         const struct x86_stubs *stubs);

#endif
