// SPDX-License-Identifier: MIT
/*
 * superblock_x86.c - beads into machine code, one after another.
 *
 * The straight way through a superblock comes first, its exits after it, out
 * of the way. At the head the whole length is taken from the orders left; an
 * exit gives back what was not obeyed. CI is not kept: at each bead it is a
 * constant, or a constant away from r9d.
 */
#include "superblock_x86.h"

#include <string.h>

enum exit_kind {
  EXIT_LINE, /* go on at CI */
  EXIT_JUMP, /* go on at ecx + CI */
  EXIT_LEAVE /* go back to C with status, CI as it is */
};

struct exit {
  enum exit_kind kind;
  size_t mark;     /* the jump that comes here */
  unsigned obeyed; /* beads obeyed on the way */
  word CI;
  bool absolute; /* CI is whole, not a distance from r9d */
  enum x86_status status;
};

struct press {
  struct code *c;
  const struct superblock *b;
  const struct belief *belief;
  const struct x86_common *common;
  struct exit exit[2 * SUPERBLOCK_ORDERS + 2];
  unsigned exits;
  unsigned i;    /* the bead in hand */
  bool absolute; /* a JMP has been obeyed: CI is known whole */
  word base;     /* what the recording had in r9d */
  word same;     /* lines that now hold A */
  word opposite; /* lines that now hold -A */
};

/* CI as an exit wants it. */
static word place(const struct press *p, word CI)
{
  return p->absolute ? CI : CI - p->base;
}

static void leave_by(struct press *p, size_t mark, enum exit_kind kind, word CI,
                     unsigned obeyed, enum x86_status status)
{
  p->exit[p->exits++] = (struct exit){
    .kind = kind,
    .mark = mark,
    .obeyed = obeyed,
    .CI = CI,
    .absolute = p->absolute,
    .status = status,
  };
}

static void settle_base(struct code *c, word CI, bool absolute)
{
  if (absolute)
    emit_set_base(c, CI & ~(word)31);
  else if ((CI & ~(word)31) != 0)
    emit_add_base(c, CI & ~(word)31);
}

/* Go on at a line, through the deck. */
static void go_on(struct press *p, word line)
{
  const size_t at = offsetof(struct deck, entry) + 64 * (size_t)line;

  if (has_line(p->belief->doubted, line)) {
    emit_load_operand(p->c, line);
    EMIT(p->c, 0xc1, 0xe9, 13);   /* shr ecx, 13 */
    EMIT(p->c, 0x83, 0xe1, 0x07); /* and ecx, 7 */
    emit_jump_table_indexed(p->c, at);
  } else {
    emit_jump_table(p->c, at);
  }
}

static void write_exit(struct press *p, const struct exit *e)
{
  struct code *const c = p->c;

  emit_land(c, e->mark);
  if (e->obeyed < p->b->length)
    emit_give_back(c, p->b->length - e->obeyed);
  if (e->kind == EXIT_JUMP) {
    emit_add_operand(c, e->CI);
    if (!e->absolute)
      emit_operand_plus_base(c);
    emit_jump_to(c, p->common->find);
    return;
  }
  settle_base(c, e->CI, e->absolute);
  if (e->kind == EXIT_LINE) {
    go_on(p, e->CI & 31);
    return;
  }
  emit_set_operand(c, e->CI & 31);
  emit_set_status(c, e->status);
  emit_jump_to(c, p->common->leave);
}

/* ecx = S[n], or A where that is known to be the same. */
static void fetch(struct press *p, word n)
{
  if (has_line(p->same, n))
    emit_operand_is_A(p->c);
  else
    emit_load_operand(p->c, n);
}

/* Is this doubted order still of the function that was recorded? ecx = it,
 * its function digits cleared. */
static void check_function(struct press *p, word CI, word PI)
{
  const word function = PI & 0xe000;

  fetch(p, CI & 31);
  if (function != 0)
    emit_xor_operand(p->c, function);
  emit_test_operand(p->c, 0xe000);
  leave_by(p, emit_jump_if(p->c, IF_NOT_EQUAL), EXIT_LINE, place(p, CI), p->i,
           X86_MISSING);
}

/* The operand of a jump, where it is not trusted: as recorded? */
static void check_jump(struct press *p, const struct bead *d, bool relative)
{
  const word CI = relative ? place(p, d->CI) + 1 : 1;
  const bool absolute = p->absolute;

  emit_compare_operand(p->c, d->value);
  p->absolute = absolute || !relative;
  leave_by(p, emit_jump_if(p->c, IF_NOT_EQUAL), EXIT_JUMP, CI, p->i + 1,
           X86_MISSING);
  p->absolute = absolute;
}

static void jump(struct press *p, const struct bead *d, bool doubted)
{
  const bool relative = order_function(d->PI) == FN_JRP;
  const word n = d->PI & 31;

  if (doubted)
    emit_operand_indexed(p->c);
  else if (has_line(p->belief->doubted, n))
    fetch(p, n);
  if (doubted || has_line(p->belief->doubted, n))
    check_jump(p, d, relative);
  if (!relative)
    p->absolute = true;
}

static void store(struct press *p, const struct bead *d, bool doubted)
{
  const word n = d->PI & 31;

  if (doubted) {
    EMIT(p->c, 0x8b, 0x96); /* mov edx, [rsi + trusted] */
    emit_word(p->c, (word)offsetof(struct deck, trusted));
    EMIT(p->c, 0x0f, 0xa3, 0xca); /* bt edx, ecx */
    leave_by(p, emit_jump_if(p->c, IF_BELOW), EXIT_LEAVE, place(p, d->CI), p->i,
             X86_SINGLY);
    emit_store_indexed(p->c);
    p->opposite = 0;
    return;
  }
  if (has_line(p->same, n))
    return;
  if (has_line(p->belief->trusted, n)) {
    emit_compare_line(p->c, n);
    leave_by(p, emit_jump_if(p->c, IF_NOT_EQUAL), EXIT_LEAVE, place(p, d->CI),
             p->i, X86_SINGLY);
  } else {
    emit_store_line(p->c, n);
  }
  p->same |= line_set(n);
  p->opposite &= ~line_set(n);
}

static void load_negative(struct press *p, word n, bool doubted)
{
  const word same = p->same;

  if (doubted) {
    emit_load_indexed(p->c);
    emit_negate(p->c);
    p->same = p->opposite = 0;
  } else if (has_line(p->same, n)) {
    emit_negate(p->c);
    p->same = p->opposite;
    p->opposite = same;
  } else if (!has_line(p->opposite, n)) {
    emit_load_line(p->c, n);
    emit_negate(p->c);
    p->same = 0;
    p->opposite = line_set(n);
  }
}

static void subtract(struct press *p, word n, bool doubted)
{
  if (doubted)
    emit_sub_indexed(p->c);
  else
    emit_sub_line(p->c, n);
  p->same = p->opposite = 0;
}

static void test(struct press *p, const struct bead *d)
{
  emit_test(p->c);
  leave_by(p, emit_jump_if(p->c, d->skips ? IF_NOT_NEGATIVE : IF_NEGATIVE),
           EXIT_LINE, place(p, d->CI) + (d->skips ? 1 : 2), p->i + 1,
           X86_MISSING);
}

static void press_bead(struct press *p, const struct bead *d)
{
  const bool doubted = has_line(p->belief->doubted, d->CI);
  const unsigned function = order_function(d->PI);

  if (doubted && p->i > 0)
    check_function(p, d->CI, d->PI);
  else if (doubted)
    fetch(p, d->CI & 31);
  if (doubted && function < FN_CMP)
    emit_mask_operand(p->c);
  switch (function) {
  case FN_JMP:
  case FN_JRP: jump(p, d, doubted); break;
  case FN_LDN: load_negative(p, d->PI & 31, doubted); break;
  case FN_STO: store(p, d, doubted); break;
  case FN_SUB:
  case FN_SUB5: subtract(p, d->PI & 31, doubted); break;
  case FN_CMP: test(p, d); break;
  case FN_STP:
    leave_by(p, emit_jump(p->c), EXIT_LEAVE, place(p, d->CI), p->i + 1,
             X86_STOPPED);
    break;
  }
}

/* The end of a superblock that comes round: its head once more. */
static void close_loop(struct press *p, size_t body)
{
  const struct bead *const d = &p->b->bead[0];

  if (has_line(p->belief->doubted, d->CI)) {
    const word CI = p->b->next;

    check_function(p, CI, d->PI);
  }
  settle_base(p->c, place(p, p->b->next), p->absolute);
  emit_spend(p->c, p->b->length);
  emit_jump_if_to(p->c, IF_NOT_BELOW, body);
}

/* How often each line is read as data on the straight way; before: the lines
 * read before they are written. */
static word count_reads(const struct press *p, unsigned reads[SSEM_LINES])
{
  word before = 0, written = 0;

  for (unsigned i = 0; i < p->b->length; i++) {
    const struct bead *const d = &p->b->bead[i];
    const unsigned function = order_function(d->PI);
    const bool doubted = has_line(p->belief->doubted, d->CI);
    const word n = doubted ? d->CI & 31 : d->PI & 31;
    const bool jumps = function == FN_JMP || function == FN_JRP;

    if (!doubted && function == FN_STO && !has_line(p->belief->trusted, n)) {
      written |= line_set(n);
      continue;
    }
    if (!doubted &&
        (function >= FN_CMP || (jumps && !has_line(p->belief->doubted, n))))
      continue;
    reads[n]++;
    before |= line_set(n) & ~written;
  }
  return before;
}

/* Keep copies of the lines most read in registers, and fetch them. A doubted
 * STO might write any of them, so where there is one there are no copies. */
static void choose_copies(struct press *p)
{
  unsigned reads[SSEM_LINES] = { 0 };
  const word before = count_reads(p, reads);
  const unsigned worth = p->b->loops ? 1 : 2;

  if (p->b->asks)
    return;
  for (unsigned i = 0; i < EMIT_COPIES; i++) {
    word best = 0;

    for (word n = 1; n < SSEM_LINES; n++)
      if (reads[n] > reads[best])
        best = n;
    if (reads[best] < worth)
      return;
    reads[best] = 0;
    p->c->copy[best] = emit_copies[i];
    if (has_line(before, best))
      emit_copy_line(p->c, best);
  }
}

void superblock_x86_press(struct code *c, const struct superblock *b,
                          const struct belief *belief,
                          const struct x86_common *common)
{
  struct press p = { .c = c, .b = b, .belief = belief, .common = common };
  const bool stops = order_function(b->bead[b->length - 1].PI) == FN_STP;
  size_t body;

  p.base = b->bead[0].CI & ~(word)31;
  emit_spend(c, b->length);
  leave_by(&p, emit_jump_if(c, IF_BELOW), EXIT_LEAVE, b->bead[0].CI & 31, 0,
           X86_SPENT);
  choose_copies(&p);
  body = emit_here(c);
  for (p.i = 0; p.i < b->length; p.i++)
    press_bead(&p, &b->bead[p.i]);
  if (!stops && b->loops) {
    close_loop(&p, body);
    p.absolute = false;
    leave_by(&p, emit_jump(c), EXIT_LEAVE, b->bead[0].CI & 31, 0, X86_SPENT);
  } else if (!stops) {
    leave_by(&p, emit_jump(c), EXIT_LINE, place(&p, b->next), b->length,
             X86_MISSING);
  }
  memset(c->copy, 0, sizeof c->copy); /* dropped on every way out */
  for (unsigned i = 0; i < p.exits; i++)
    write_exit(&p, &p.exit[i]);
}
