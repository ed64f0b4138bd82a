// SPDX-License-Identifier: MIT
/*
 * emit_x86.h - the few instructions of the x86-64 that translation needs.
 *
 * While translated code runs (names of the host's registers):
 *
 *   eax   A               rdi   struct isa: line n at 4n
 *   r9d   CI less its line at the superblock's entry: a multiple of 32
 *   r8    orders that may still be obeyed
 *   rsi   struct dispatch   ecx, edx   scratch
 *
 *   r10 r11 ebx ebp r12 to r15   lines, the same as the store's
 *
 * A store goes to its line and to its register, so the store is always true
 * and the register may be dropped at any moment.
 *
 *   struct code c = { .bytes = buffer, .size = sizeof buffer };
 *
 *   emit_sub_line(&c, 27);               // SUB 27
 *   from = emit_jump_if(&c, IF_NEGATIVE);
 *   ...
 *   emit_fix_up(&c, from);               // the jump comes here
 *
 * Encodings: Intel 64 and IA-32 Architectures Software Developer's Manual,
 * volume 2.
 */
#ifndef SSEM_EMIT_X86_H
#define SSEM_EMIT_X86_H

#include "sim/ssem.h"

#include <stddef.h>

struct code {
  uint8_t *bytes;
  size_t used, size;
  size_t origin; /* the offset among the pages at which bytes[0] will stand */
  uint8_t reg[SSEM_LINES]; /* the register that holds line n; 0 if none does */
};

/* The registers that may hold lines. */
enum { EMIT_REGISTERS = 8 };
extern const uint8_t emit_registers[EMIT_REGISTERS];

/* Did everything fit? What does not fit is dropped. */
bool emit_fitted(const struct code *c);

/* Any bytes. */
void emit_bytes(struct code *c, const uint8_t *bytes, size_t n);
#define EMIT(c, ...)                              \
  emit_bytes(c, (const uint8_t[]){ __VA_ARGS__ }, \
             sizeof((const uint8_t[]){ __VA_ARGS__ }))
void emit_word(struct code *c, word w);

/* A and a line, n = 0 to 31, or its register if it has one. */
void emit_load_line(struct code *c, word n);    /* eax = S[n] */
void emit_store_line(struct code *c, word n);   /* S[n] = eax */
void emit_sub_line(struct code *c, word n);     /* eax -= S[n], flags */
void emit_compare_line(struct code *c, word n); /* flags of eax - S[n] */
void emit_negate(struct code *c);               /* eax = -eax, flags */
void emit_test(struct code *c);                 /* flags of eax */
void emit_load_operand(struct code *c, word n); /* ecx = S[n] */
void emit_operand_is_A(struct code *c);         /* ecx = eax */

void emit_load_register(struct code *c, word n); /* its register = S[n] */

/* The line whose number is in ecx: never its register. */
void emit_mask_operand(struct code *c);    /* ecx &= 31 */
void emit_load_indexed(struct code *c);    /* eax = S[ecx] */
void emit_store_indexed(struct code *c);   /* S[ecx] = eax */
void emit_sub_indexed(struct code *c);     /* eax -= S[ecx], flags */
void emit_operand_indexed(struct code *c); /* ecx = S[ecx] */

/* ecx against a constant. */
void emit_compare_operand(struct code *c, word w); /* flags of ecx - w */
void emit_xor_operand(struct code *c, word w);     /* ecx ^= w */
void emit_test_operand(struct code *c, word w);    /* flags of ecx & w */
void emit_add_operand(struct code *c, word w);     /* ecx += w */
void emit_set_operand(struct code *c, word w);     /* ecx = w */
void emit_set_status(struct code *c, word w);      /* edx = w */

/* r8 and r9d. */
void emit_sub_left(struct code *c, word orders); /* r8 -= orders, flags */
void emit_add_left(struct code *c, word orders); /* r8 += orders */
void emit_set_base(struct code *c, word w);      /* r9d = w */
void emit_add_base(struct code *c, word w);      /* r9d += w */
void emit_operand_plus_base(struct code *c);     /* ecx += r9d */

/* Jumps. Those forward return a fixup, to be given their target later. */
enum condition {
  IF_BELOW = 0x2,     /* the last subtraction borrowed */
  IF_NOT_BELOW = 0x3, /* it did not */
  IF_EQUAL = 0x4,
  IF_NOT_EQUAL = 0x5,
  IF_NEGATIVE = 0x8,
  IF_NOT_NEGATIVE = 0x9
};
size_t emit_jump_if(struct code *c, enum condition when);
size_t emit_jump(struct code *c);
/* The jump of this fixup comes here. */
void emit_fix_up(struct code *c, size_t fixup);
/* Where the next byte goes, as an offset among the pages. */
size_t emit_here(const struct code *c);
/* A jump's target, an offset among the pages. */
void emit_jump_to(struct code *c, size_t offset);
void emit_jump_if_to(struct code *c, enum condition when, size_t offset);
/* Through the pointer at rsi + at, or at rsi + 8 ecx + at. */
void emit_jump_table(struct code *c, size_t at);
void emit_jump_table_indexed(struct code *c, size_t at);

#endif
