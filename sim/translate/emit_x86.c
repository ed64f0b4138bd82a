// SPDX-License-Identifier: MIT
/* emit_x86.c - one host instruction a function, bytes as in the manual. */
#include "emit_x86.h"

bool emit_fitted(const struct code *c)
{
  return c->used <= c->size;
}

void emit_bytes(struct code *c, const uint8_t *bytes, size_t n)
{
  for (size_t i = 0; i < n; i++, c->used++)
    if (c->used < c->size)
      c->bytes[c->used] = bytes[i];
}

static void put_word(struct code *c, size_t at, word w)
{
  for (unsigned i = 0; i < 4; i++)
    if (at + i < c->size)
      c->bytes[at + i] = (uint8_t)(w >> 8 * i);
}

void emit_word(struct code *c, word w)
{
  put_word(c, c->used, w);
  c->used += 4;
}

enum { EAX, ECX, EBX = 3, EBP = 5 };
enum { LOAD = 0x8b, STORE = 0x89, SUBTRACT = 0x2b, COMPARE = 0x3b };

const uint8_t emit_registers[EMIT_REGISTERS] = { 10, 11, EBX, EBP,
                                                 12, 13, 14,  15 };

/* An instruction on [rdi + 4n] and a register (0 to 15): ModRM with an 8-digit
 * displacement, and REX for the upper registers. */
static void on_store(struct code *c, uint8_t opcode, unsigned reg, word n)
{
  if (reg >= 8)
    EMIT(c, 0x44);
  EMIT(c, opcode, (uint8_t)(0x47 | (reg & 7) << 3), (uint8_t)(4 * n));
}

/* The same on the register that holds a line. */
static void on_register(struct code *c, uint8_t opcode, unsigned reg,
                        unsigned line)
{
  if (line >= 8)
    EMIT(c, 0x41);
  EMIT(c, opcode, (uint8_t)(0xc0 | reg << 3 | (line & 7)));
}

static void on_line(struct code *c, uint8_t opcode, unsigned reg, word n)
{
  if (c->reg[n] != 0)
    on_register(c, opcode, reg, c->reg[n]);
  else
    on_store(c, opcode, reg, n);
}

/* An instruction on [rdi + 4 rcx] and a register: ModRM and SIB. */
static void on_indexed(struct code *c, uint8_t opcode, unsigned reg)
{
  EMIT(c, opcode, (uint8_t)(0x04 | reg << 3), 0x8f);
}

void emit_load_line(struct code *c, word n)
{
  on_line(c, LOAD, EAX, n);
}

void emit_store_line(struct code *c, word n)
{
  on_store(c, STORE, EAX, n);
  if (c->reg[n] != 0)
    on_register(c, STORE, EAX, c->reg[n]);
}

void emit_load_register(struct code *c, word n)
{
  on_store(c, LOAD, c->reg[n], n);
}

void emit_sub_line(struct code *c, word n)
{
  on_line(c, SUBTRACT, EAX, n);
}

void emit_compare_line(struct code *c, word n)
{
  on_line(c, COMPARE, EAX, n);
}

void emit_load_operand(struct code *c, word n)
{
  on_line(c, LOAD, ECX, n);
}

void emit_load_indexed(struct code *c)
{
  on_indexed(c, LOAD, EAX);
}

void emit_store_indexed(struct code *c)
{
  on_indexed(c, STORE, EAX);
}

void emit_sub_indexed(struct code *c)
{
  on_indexed(c, SUBTRACT, EAX);
}

void emit_operand_indexed(struct code *c)
{
  on_indexed(c, LOAD, ECX);
}

void emit_negate(struct code *c)
{
  EMIT(c, 0xf7, 0xd8);
}

void emit_test(struct code *c)
{
  EMIT(c, 0x85, 0xc0);
}

void emit_operand_is_A(struct code *c)
{
  EMIT(c, 0x89, 0xc1);
}

void emit_mask_operand(struct code *c)
{
  EMIT(c, 0x83, 0xe1, 0x1f);
}

void emit_compare_operand(struct code *c, word w)
{
  EMIT(c, 0x81, 0xf9);
  emit_word(c, w);
}

void emit_xor_operand(struct code *c, word w)
{
  EMIT(c, 0x81, 0xf1);
  emit_word(c, w);
}

void emit_test_operand(struct code *c, word w)
{
  EMIT(c, 0xf7, 0xc1);
  emit_word(c, w);
}

void emit_add_operand(struct code *c, word w)
{
  EMIT(c, 0x81, 0xc1);
  emit_word(c, w);
}

void emit_set_operand(struct code *c, word w)
{
  EMIT(c, 0xb9);
  emit_word(c, w);
}

void emit_set_status(struct code *c, word w)
{
  EMIT(c, 0xba);
  emit_word(c, w);
}

void emit_sub_left(struct code *c, word orders)
{
  EMIT(c, 0x49, 0x81, 0xe8);
  emit_word(c, orders);
}

void emit_add_left(struct code *c, word orders)
{
  EMIT(c, 0x49, 0x81, 0xc0);
  emit_word(c, orders);
}

void emit_set_base(struct code *c, word w)
{
  EMIT(c, 0x41, 0xb9);
  emit_word(c, w);
}

void emit_add_base(struct code *c, word w)
{
  EMIT(c, 0x41, 0x81, 0xc1);
  emit_word(c, w);
}

void emit_operand_plus_base(struct code *c)
{
  EMIT(c, 0x44, 0x01, 0xc9);
}

size_t emit_jump_if(struct code *c, enum condition when)
{
  EMIT(c, 0x0f, (uint8_t)(0x80 | when));
  emit_word(c, 0);
  return c->used;
}

size_t emit_jump(struct code *c)
{
  EMIT(c, 0xe9);
  emit_word(c, 0);
  return c->used;
}

void emit_fix_up(struct code *c, size_t fixup)
{
  put_word(c, fixup - 4, (word)(c->used - fixup));
}

size_t emit_here(const struct code *c)
{
  return c->origin + c->used;
}

static void set_target(struct code *c, size_t fixup, size_t offset)
{
  put_word(c, fixup - 4, (word)(offset - (c->origin + fixup)));
}

void emit_jump_to(struct code *c, size_t offset)
{
  set_target(c, emit_jump(c), offset);
}

void emit_jump_if_to(struct code *c, enum condition when, size_t offset)
{
  set_target(c, emit_jump_if(c, when), offset);
}

void emit_jump_table(struct code *c, size_t at)
{
  EMIT(c, 0xff, 0xa6);
  emit_word(c, (word)at);
}

void emit_jump_table_indexed(struct code *c, size_t at)
{
  EMIT(c, 0xff, 0xa4, 0xce);
  emit_word(c, (word)at);
}
