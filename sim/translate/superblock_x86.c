// SPDX-License-Identifier: MIT
/*
 * superblock_x86.c - operations into machine code, one by one.
 *
 * The main path comes first, the side exits after it. At the head the whole
 * length is taken from the orders left; a side exit gives back what was not
 * obeyed. CI is not kept: at each operation it is a constant, or a constant
 * away from r9d. The stubs, which all superblocks share, stand at the end.
 */
#include "superblock_x86.h"

#include <string.h>

enum exit_kind {
  EXIT_LINE, /* go on at CI */
  EXIT_JUMP, /* go on at ecx + CI */
  EXIT_LEAVE /* go back to C with status, CI as it is */
};

struct side_exit {
  enum exit_kind kind;
  size_t fixup;    /* the jump that comes here */
  unsigned obeyed; /* operations obeyed on the way */
  word CI;
  bool absolute; /* CI is whole, not a distance from r9d */
  enum x86_status status;
};

struct emitter {
  struct code *c;
  const struct superblock *b;
  const struct lines *lines;
  const struct x86_stubs *stubs;
  struct side_exit exit[2 * SUPERBLOCK_ORDERS + 2];
  unsigned exits;
  unsigned i;    /* the operation in hand */
  bool absolute; /* a JMP has been obeyed: CI is known whole */
  word base;     /* what the recording had in r9d */
  word same;     /* lines that now hold A */
  word opposite; /* lines that now hold -A */
};

/* CI as a side exit wants it. */
static word exit_CI(const struct emitter *e, word CI)
{
  return e->absolute ? CI : CI - e->base;
}

static void side_exit(struct emitter *e, size_t fixup, enum exit_kind kind,
                      word CI, unsigned obeyed, enum x86_status status)
{
  e->exit[e->exits++] = (struct side_exit){
    .kind = kind,
    .fixup = fixup,
    .obeyed = obeyed,
    .CI = CI,
    .absolute = e->absolute,
    .status = status,
  };
}

static void emit_base(struct code *c, word CI, bool absolute)
{
  if (absolute)
    emit_set_base(c, CI & ~(word)31);
  else if ((CI & ~(word)31) != 0)
    emit_add_base(c, CI & ~(word)31);
}

/* Go on at a line, through the dispatch table. */
static void emit_dispatch(struct emitter *e, word line)
{
  const size_t at = offsetof(struct dispatch, entry) + 64 * (size_t)line;

  if (has_line(e->lines->dirty, line)) {
    emit_load_operand(e->c, line);
    EMIT(e->c, 0xc1, 0xe9, 13);   /* shr ecx, 13 */
    EMIT(e->c, 0x83, 0xe1, 0x07); /* and ecx, 7 */
    emit_jump_table_indexed(e->c, at);
  } else {
    emit_jump_table(e->c, at);
  }
}

static void emit_exit(struct emitter *e, const struct side_exit *x)
{
  struct code *const c = e->c;

  emit_fix_up(c, x->fixup);
  if (x->obeyed < e->b->length)
    emit_add_left(c, e->b->length - x->obeyed);
  if (x->kind == EXIT_JUMP) {
    emit_add_operand(c, x->CI);
    if (!x->absolute)
      emit_operand_plus_base(c);
    emit_jump_to(c, e->stubs->dispatch);
    return;
  }
  emit_base(c, x->CI, x->absolute);
  if (x->kind == EXIT_LINE) {
    emit_dispatch(e, x->CI & 31);
    return;
  }
  emit_set_operand(c, x->CI & 31);
  emit_set_status(c, x->status);
  emit_jump_to(c, e->stubs->leave);
}

/* ecx = S[n], or A where that is known to be the same. */
static void load_operand(struct emitter *e, word n)
{
  if (has_line(e->same, n))
    emit_operand_is_A(e->c);
  else
    emit_load_operand(e->c, n);
}

/* Is the order in this dirty line still of the function that was recorded?
 * ecx = the order, its function digits cleared. */
static void check_function(struct emitter *e, word CI, word PI)
{
  const word function = PI & 0xe000;

  load_operand(e, CI & 31);
  if (function != 0)
    emit_xor_operand(e->c, function);
  emit_test_operand(e->c, 0xe000);
  side_exit(e, emit_jump_if(e->c, IF_NOT_EQUAL), EXIT_LINE, exit_CI(e, CI),
            e->i, X86_UNTRANSLATED);
}

/* The operand of a jump, where it is not guarded: as recorded? */
static void check_jump(struct emitter *e, const struct operation *o,
                       bool relative)
{
  const word CI = relative ? exit_CI(e, o->CI) + 1 : 1;
  const bool absolute = e->absolute;

  emit_compare_operand(e->c, o->value);
  e->absolute = absolute || !relative;
  side_exit(e, emit_jump_if(e->c, IF_NOT_EQUAL), EXIT_JUMP, CI, e->i + 1,
            X86_UNTRANSLATED);
  e->absolute = absolute;
}

static void jump(struct emitter *e, const struct operation *o, bool dirty)
{
  const bool relative = order_function(o->PI) == FN_JRP;
  const word n = o->PI & 31;

  if (dirty)
    emit_operand_indexed(e->c);
  else if (has_line(e->lines->dirty, n))
    load_operand(e, n);
  if (dirty || has_line(e->lines->dirty, n))
    check_jump(e, o, relative);
  if (!relative)
    e->absolute = true;
}

static void store(struct emitter *e, const struct operation *o, bool dirty)
{
  const word n = o->PI & 31;

  if (dirty) {
    EMIT(e->c, 0x8b, 0x96); /* mov edx, [rsi + guarded] */
    emit_word(e->c, (word)offsetof(struct dispatch, guarded));
    EMIT(e->c, 0x0f, 0xa3, 0xca); /* bt edx, ecx */
    side_exit(e, emit_jump_if(e->c, IF_BELOW), EXIT_LEAVE, exit_CI(e, o->CI),
              e->i, X86_GUARD);
    emit_store_indexed(e->c);
    e->opposite = 0;
    return;
  }
  if (has_line(e->same, n))
    return;
  if (has_line(e->lines->guarded, n)) {
    emit_compare_line(e->c, n);
    side_exit(e, emit_jump_if(e->c, IF_NOT_EQUAL), EXIT_LEAVE,
              exit_CI(e, o->CI), e->i, X86_GUARD);
  } else {
    emit_store_line(e->c, n);
  }
  e->same |= line_set(n);
  e->opposite &= ~line_set(n);
}

static void load_negative(struct emitter *e, word n, bool dirty)
{
  const word same = e->same;

  if (dirty) {
    emit_load_indexed(e->c);
    emit_negate(e->c);
    e->same = e->opposite = 0;
  } else if (has_line(e->same, n)) {
    emit_negate(e->c);
    e->same = e->opposite;
    e->opposite = same;
  } else if (!has_line(e->opposite, n)) {
    emit_load_line(e->c, n);
    emit_negate(e->c);
    e->same = 0;
    e->opposite = line_set(n);
  }
}

static void subtract(struct emitter *e, word n, bool dirty)
{
  if (dirty)
    emit_sub_indexed(e->c);
  else
    emit_sub_line(e->c, n);
  e->same = e->opposite = 0;
}

static void test(struct emitter *e, const struct operation *o)
{
  emit_test(e->c);
  side_exit(e, emit_jump_if(e->c, o->skips ? IF_NOT_NEGATIVE : IF_NEGATIVE),
            EXIT_LINE, exit_CI(e, o->CI) + (o->skips ? 1 : 2), e->i + 1,
            X86_UNTRANSLATED);
}

static void emit_operation(struct emitter *e, const struct operation *o)
{
  const bool dirty = has_line(e->lines->dirty, o->CI);
  const unsigned function = order_function(o->PI);

  if (dirty && e->i > 0)
    check_function(e, o->CI, o->PI);
  else if (dirty)
    load_operand(e, o->CI & 31);
  if (dirty && function < FN_CMP)
    emit_mask_operand(e->c);
  switch (function) {
  case FN_JMP:
  case FN_JRP: jump(e, o, dirty); break;
  case FN_LDN: load_negative(e, o->PI & 31, dirty); break;
  case FN_STO: store(e, o, dirty); break;
  case FN_SUB:
  case FN_SUB5: subtract(e, o->PI & 31, dirty); break;
  case FN_CMP: test(e, o); break;
  case FN_STP:
    side_exit(e, emit_jump(e->c), EXIT_LEAVE, exit_CI(e, o->CI), e->i + 1,
              X86_STOPPED);
    break;
  }
}

/* The end of a superblock that comes round: its head once more. */
static void emit_loop(struct emitter *e, size_t body)
{
  const struct operation *const o = &e->b->operation[0];

  if (has_line(e->lines->dirty, o->CI))
    check_function(e, e->b->next, o->PI);
  emit_base(e->c, exit_CI(e, e->b->next), e->absolute);
  emit_sub_left(e->c, e->b->length);
  emit_jump_if_to(e->c, IF_NOT_BELOW, body);
}

/* Keep the lines most read in registers, and load them. A STO in a dirty line
 * might write any of them, so where there is one none is kept. */
static void allocate_registers(struct emitter *e)
{
  unsigned reads[SSEM_LINES] = { 0 };
  const word before = superblock_reads(e->b, e->lines, reads);
  const unsigned worth = e->b->loops ? 1 : 2;

  if (e->b->dirty_sto)
    return;
  for (unsigned i = 0; i < EMIT_REGISTERS; i++) {
    word best = 0;

    for (word n = 1; n < SSEM_LINES; n++)
      if (reads[n] > reads[best])
        best = n;
    if (reads[best] < worth)
      return;
    reads[best] = 0;
    e->c->reg[best] = emit_registers[i];
    if (has_line(before, best))
      emit_load_register(e->c, best);
  }
}

void superblock_x86_emit(struct code *c, const struct superblock *b,
                         const struct lines *lines,
                         const struct x86_stubs *stubs)
{
  struct emitter e = { .c = c, .b = b, .lines = lines, .stubs = stubs };
  const bool stops = order_function(b->operation[b->length - 1].PI) == FN_STP;
  size_t body;

  e.base = b->operation[0].CI & ~(word)31;
  emit_sub_left(c, b->length);
  side_exit(&e, emit_jump_if(c, IF_BELOW), EXIT_LEAVE, b->operation[0].CI & 31,
            0, X86_LIMIT);
  allocate_registers(&e);
  body = emit_here(c);
  for (e.i = 0; e.i < b->length; e.i++)
    emit_operation(&e, &b->operation[e.i]);
  if (!stops && b->loops) {
    emit_loop(&e, body);
    e.absolute = false;
    side_exit(&e, emit_jump(c), EXIT_LEAVE, b->operation[0].CI & 31, 0,
              X86_LIMIT);
  } else if (!stops) {
    side_exit(&e, emit_jump(c), EXIT_LINE, exit_CI(&e, b->next), b->length,
              X86_UNTRANSLATED);
  }
  memset(c->reg, 0, sizeof c->reg); /* dropped on every side exit */
  for (unsigned i = 0; i < e.exits; i++)
    emit_exit(&e, &e.exit[i]);
}

/* Registers on entry, by the calling convention of System V: rdi = struct isa,
 * rsi = struct dispatch, rdx = where to go. */
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
  emit_word(c, (word)offsetof(struct dispatch, left));
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
  emit_word(c, (word)offsetof(struct dispatch, left));
  EMIT(c, 0x89, 0xd0);             /* mov eax, edx */
  EMIT(c, 0x41, 0x5f, 0x41, 0x5e); /* pop r15, r14 */
  EMIT(c, 0x41, 0x5d, 0x41, 0x5c); /* pop r13, r12 */
  EMIT(c, 0x5d, 0x5b);             /* pop rbp, rbx */
  EMIT(c, 0xc3);                   /* ret */
}

/* ecx = CI: split it, look at the order there, go on through the table. */
static void dispatch(struct code *c)
{
  EMIT(c, 0x41, 0x89, 0xc9);       /* mov r9d, ecx */
  EMIT(c, 0x41, 0x83, 0xe1, 0xe0); /* and r9d, -32 */
  emit_mask_operand(c);
  EMIT(c, 0x8b, 0x14, 0x8f); /* mov edx, [rdi + 4 rcx] */
  EMIT(c, 0xc1, 0xea, 13);   /* shr edx, 13 */
  EMIT(c, 0x83, 0xe2, 0x07); /* and edx, 7 */
  EMIT(c, 0x8d, 0x0c, 0xca); /* lea ecx, [rdx + 8 rcx] */
  emit_jump_table_indexed(c, offsetof(struct dispatch, entry));
}

void superblock_x86_stubs(struct code *c, struct x86_stubs *stubs)
{
  /* Some sanitizers look for a signature before a function's first byte. */
  for (unsigned i = 0; i < 16; i++)
    EMIT(c, 0xcc); /* int3 */
  stubs->enter = emit_here(c);
  enter(c);
  stubs->leave = emit_here(c);
  leave(c);
  stubs->dispatch = emit_here(c);
  dispatch(c);
  for (word n = 0; n < SSEM_LINES; n++) {
    stubs->untranslated[n] = emit_here(c);
    emit_set_operand(c, n);
    emit_set_status(c, X86_UNTRANSLATED);
    emit_jump_to(c, stubs->leave);
  }
}
