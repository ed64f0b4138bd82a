// SPDX-License-Identifier: MIT
/* superblock_x86_common.c - the way in, the way out, and finding the way. */
#include "superblock_x86.h"

/* Registers on entry, by the calling convention of System V: rdi = struct isa,
 * rsi = struct deck, rdx = where to go. */
static void enter(struct code *c)
{
  EMIT(c, 0x53, 0x55);             /* push rbx, rbp */
  EMIT(c, 0x41, 0x54, 0x41, 0x55); /* push r12, r13 */
  EMIT(c, 0x41, 0x56, 0x41, 0x57); /* push r14, r15 */
  EMIT(c, 0x8b, 0x87);             /* mov eax, [rdi + A] */
  emit_word(c, (word)offsetof(struct isa, A));
  EMIT(c, 0x44, 0x8b, 0x8f); /* mov r9d, [rdi + CI] */
  emit_word(c, (word)offsetof(struct isa, CI));
  EMIT(c, 0x41, 0x83, 0xe1, 0xe0); /* and r9d, -32 */
  EMIT(c, 0x4c, 0x8b, 0x86);       /* mov r8, [rsi + left] */
  emit_word(c, (word)offsetof(struct deck, left));
  EMIT(c, 0xff, 0xe2); /* jmp rdx */
}

/* ecx = line, edx = status. */
static void leave(struct code *c)
{
  EMIT(c, 0x89, 0x87); /* mov [rdi + A], eax */
  emit_word(c, (word)offsetof(struct isa, A));
  emit_operand_plus_base(c);
  EMIT(c, 0x89, 0x8f); /* mov [rdi + CI], ecx */
  emit_word(c, (word)offsetof(struct isa, CI));
  EMIT(c, 0x4c, 0x89, 0x86); /* mov [rsi + left], r8 */
  emit_word(c, (word)offsetof(struct deck, left));
  EMIT(c, 0x89, 0xd0);             /* mov eax, edx */
  EMIT(c, 0x41, 0x5f, 0x41, 0x5e); /* pop r15, r14 */
  EMIT(c, 0x41, 0x5d, 0x41, 0x5c); /* pop r13, r12 */
  EMIT(c, 0x5d, 0x5b);             /* pop rbp, rbx */
  EMIT(c, 0xc3);                   /* ret */
}

/* ecx = CI: split it, look at the order there, go on through the deck. */
static void find(struct code *c)
{
  EMIT(c, 0x41, 0x89, 0xc9);       /* mov r9d, ecx */
  EMIT(c, 0x41, 0x83, 0xe1, 0xe0); /* and r9d, -32 */
  emit_mask_operand(c);
  EMIT(c, 0x8b, 0x14, 0x8f); /* mov edx, [rdi + 4 rcx] */
  EMIT(c, 0xc1, 0xea, 13);   /* shr edx, 13 */
  EMIT(c, 0x83, 0xe2, 0x07); /* and edx, 7 */
  EMIT(c, 0x8d, 0x0c, 0xca); /* lea ecx, [rdx + 8 rcx] */
  emit_jump_table_indexed(c, offsetof(struct deck, entry));
}

void superblock_x86_common(struct code *c, struct x86_common *common)
{
  /* Some sanitizers look for a signature before a function's first byte. */
  for (unsigned i = 0; i < 16; i++)
    EMIT(c, 0xcc); /* int3 */
  common->enter = emit_here(c);
  enter(c);
  common->leave = emit_here(c);
  leave(c);
  common->find = emit_here(c);
  find(c);
  for (word n = 0; n < SSEM_LINES; n++) {
    common->missing[n] = emit_here(c);
    emit_set_operand(c, n);
    emit_set_status(c, X86_MISSING);
    emit_jump_to(c, common->leave);
  }
}
