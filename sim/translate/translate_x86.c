// SPDX-License-Identifier: MIT
/*
 * translate_x86.c - record, emit, run: superblocks as they are needed.
 *
 * What happens only now and then happens here, in C: to translate an order
 * that heads no superblock yet; to interpret an order that would change a
 * guarded line, and invalidate what was made of it; to interpret the last few
 * orders when fewer are left than the next superblock has.
 */
#include "translate_x86.h"

#include "code_pages.h"
#include "superblock_x86.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  PAGES = 512 * 1024,  /* bytes of machine code, all superblocks together */
  LARGEST = 16 * 1024, /* bytes that one superblock may take */
  DIRTY_AFTER = 3      /* changes after which a guarded line is dirty */
};

struct translate_x86 {
  struct translate_statistics *statistics;
  struct dispatch dispatch;
  struct lines lines;
  struct x86_stubs stubs;
  struct code_pages pages;
  size_t first, used;    /* offsets: first superblock, end of the last */
  word writes;           /* lines that superblocks store into, unguarded */
  word text[SSEM_LINES]; /* the guarded lines, as they were translated */
  unsigned char changes[SSEM_LINES];
  bool empty;  /* no superblock stands */
  bool broken; /* the host took its pages back */
  unsigned (*enter)(struct isa *t, struct dispatch *dispatch,
                    const void *entry);
  struct superblock b;
  uint8_t buffer[LARGEST];
};

/* Throw all superblocks away. */
static void flush(struct translate_x86 *x)
{
  if (x->empty)
    return;
  for (unsigned i = 0; i < DISPATCH_ENTRIES; i++)
    x->dispatch.entry[i] =
      code_pages_at(&x->pages, x->stubs.untranslated[i / 8]);
  x->used = x->first;
  x->writes = 0;
  x->empty = true;
  x->statistics->flushes++;
}

/* Start afresh: no line is known. */
static void reset(struct translate_x86 *x)
{
  flush(x);
  x->lines.guarded = x->lines.dirty = 0;
  x->dispatch.guarded = 0;
  memset(x->changes, 0, sizeof x->changes);
}

/* A guarded line now holds another word. */
static void invalidate(struct translate_x86 *x, const struct isa *t, word n)
{
  flush(x);
  x->text[n] = t->S[n];
  if (++x->changes[n] < DIRTY_AFTER)
    return;
  x->lines.guarded &= ~line_set(n);
  x->lines.dirty |= line_set(n);
  x->dispatch.guarded = x->lines.guarded;
}

/* Obey one order; true if it was the STP. */
static bool interpret(struct translate_x86 *x, struct isa *t)
{
  const word PI = isa_order(t), n = PI & 31;
  const bool stops = isa_final(t);

  isa_next(t);
  x->dispatch.left--;
  x->statistics->interpreted++;
  if (order_function(PI) == FN_STO && has_line(x->lines.guarded, n) &&
      t->S[n] != x->text[n])
    invalidate(x, t, n);
  return stops;
}

static void guard(struct translate_x86 *x, const struct isa *t, word lines)
{
  for (word n = 0; n < SSEM_LINES; n++)
    if (has_line(lines, n))
      x->text[n] = t->S[n];
  x->lines.guarded |= lines;
  x->dispatch.guarded = x->lines.guarded;
}

/* Record from t on, until nothing that is read as code is written unguarded;
 * each time round some line becomes guarded, so 32 times at most. */
static void record(struct translate_x86 *x, const struct isa *t)
{
  for (;;) {
    struct superblock *const b = &x->b;
    word clash;

    superblock_record(b, t, &x->lines);
    clash =
      b->reads & ~x->lines.guarded & (b->writes | b->dirty_writes | x->writes);
    if (clash == 0)
      break;
    flush(x);
    guard(x, t, clash);
  }
  guard(x, t, x->b.reads & ~x->lines.guarded);
}

/* Give the order at CI a superblock. False if the host refuses. */
static bool translate_here(struct translate_x86 *x, const struct isa *t)
{
  const word line = t->CI & 31;
  const unsigned function = order_function(isa_order(t));
  struct code c = { .bytes = x->buffer, .size = sizeof x->buffer };

  record(x, t);
  if (x->used + sizeof x->buffer > x->pages.size)
    flush(x);
  c.origin = x->used;
  superblock_x86_emit(&c, &x->b, &x->lines, &x->stubs);
  if (!emit_fitted(&c) ||
      !code_pages_write(&x->pages, x->used, c.bytes, c.used))
    return false;
  for (unsigned f = 0; f < 8; f++)
    if (f == function || has_line(x->lines.guarded, line))
      x->dispatch.entry[8 * line + f] = code_pages_at(&x->pages, x->used);
  x->used += (c.used + 63) / 64 * 64;
  x->writes |= x->b.writes;
  x->empty = false;
  x->statistics->superblocks++;
  return true;
}

/* The caller may have changed a guarded line. */
static void check_guarded(struct translate_x86 *x, const struct isa *t)
{
  for (word n = 0; n < SSEM_LINES; n++)
    if (has_line(x->lines.guarded, n) && t->S[n] != x->text[n]) {
      reset(x);
      return;
    }
}

static const void *entry_at(const struct translate_x86 *x, const struct isa *t)
{
  return x->dispatch.entry[8 * (t->CI & 31) + order_function(isa_order(t))];
}

/* Translated code for as long as it goes; true if STP was obeyed. */
static bool run_translated(struct translate_x86 *x, struct isa *t)
{
  while (x->dispatch.left >= SUPERBLOCK_ORDERS && !x->broken) {
    switch (x->enter(t, &x->dispatch, entry_at(x, t))) {
    case X86_UNTRANSLATED: x->broken = !translate_here(x, t); break;
    case X86_GUARD: interpret(x, t); break;
    case X86_LIMIT: return false;
    case X86_STOPPED: return true;
    }
  }
  return false;
}

bool translate_x86_run(struct translate_x86 *x, struct isa *t,
                       uint64_t max_orders, uint64_t *orders)
{
  bool stopped;

  check_guarded(x, t);
  x->dispatch.left = max_orders;
  stopped = run_translated(x, t);
  while (!stopped && x->dispatch.left > 0)
    stopped = interpret(x, t);
  *orders = max_orders - x->dispatch.left;
  x->statistics->guarded = x->lines.guarded;
  x->statistics->dirty = x->lines.dirty;
  return stopped;
}

void translate_x86_close(struct translate_x86 *x)
{
  if (x != NULL)
    code_pages_close(&x->pages);
  free(x);
}

/* Map the pages and write the shared code. */
static bool prepare(struct translate_x86 *x)
{
  struct code c = { .bytes = x->buffer, .size = sizeof x->buffer };
  const void *enter;

  if (!code_pages_open(&x->pages, PAGES))
    return false;
  superblock_x86_stubs(&c, &x->stubs);
  if (!code_pages_write(&x->pages, 0, c.bytes, c.used))
    return false;
  enter = code_pages_at(&x->pages, x->stubs.enter);
  memcpy(&x->enter, &enter, sizeof x->enter);
  x->first = (c.used + 63) / 64 * 64;
  flush(x);
  x->statistics->flushes = 0;
  return true;
}

struct translate_x86 *
translate_x86_open(struct translate_statistics *statistics,
                   char text[TEXT_SENTENCE])
{
  struct translate_x86 *const x = calloc(1, sizeof *x);

  if (x == NULL) {
    snprintf(text, TEXT_SENTENCE, "translate: out of memory");
    return NULL;
  }
  x->statistics = statistics;
  if (prepare(x))
    return x;
  snprintf(text, TEXT_SENTENCE,
           "translate: this host gives no executable pages; interpret instead");
  translate_x86_close(x);
  return NULL;
}
