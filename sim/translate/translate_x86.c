// SPDX-License-Identifier: MIT
/*
 * translate_x86.c - record, press, run: superblocks as they are needed.
 *
 * What happens only now and then happens here, in C: to translate an order
 * that heads no superblock yet; to obey singly an order that would change a
 * trusted line, and lose trust; to obey singly the last few orders when fewer
 * are left than the next superblock has.
 */
#include "code_pages.h"
#include "superblock_x86.h"
#include "translate_engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  PAGES = 512 * 1024,  /* bytes of machine code, all superblocks together */
  LARGEST = 16 * 1024, /* bytes that one superblock may take */
  PATIENCE = 3         /* changes after which a trusted line is doubted */
};

struct translate_x86 {
  struct translate translate;
  struct deck deck;
  struct belief belief;
  struct x86_common common;
  struct code_pages pages;
  size_t first, used;    /* offsets: first superblock, end of the last */
  word writes;           /* lines that superblocks store into, unguarded */
  word text[SSEM_LINES]; /* the trusted lines, as they were translated */
  unsigned char changes[SSEM_LINES];
  bool empty;  /* no superblock stands */
  bool broken; /* the host took its pages back */
  unsigned (*enter)(struct isa *t, struct deck *deck, const void *entry);
  struct superblock b;
  uint8_t buffer[LARGEST];
};

static void discard(struct translate_x86 *x)
{
  if (x->empty)
    return;
  for (unsigned i = 0; i < DECK_ENTRIES; i++)
    x->deck.entry[i] = code_pages_at(&x->pages, x->common.missing[i / 8]);
  x->used = x->first;
  x->writes = 0;
  x->empty = true;
  x->translate.account.discards++;
}

static void forget(struct translate_x86 *x)
{
  discard(x);
  x->belief.trusted = x->belief.doubted = 0;
  x->deck.trusted = 0;
  memset(x->changes, 0, sizeof x->changes);
}

/* A trusted line now holds another word. */
static void disappoint(struct translate_x86 *x, const struct isa *t, word n)
{
  discard(x);
  x->text[n] = t->S[n];
  if (++x->changes[n] < PATIENCE)
    return;
  x->belief.trusted &= ~line_set(n);
  x->belief.doubted |= line_set(n);
  x->deck.trusted = x->belief.trusted;
}

/* Obey one order; true if it was the STP. */
static bool obey_singly(struct translate_x86 *x, struct isa *t)
{
  const word PI = isa_order(t), n = PI & 31;
  const bool stops = isa_final(t);

  isa_next(t);
  x->deck.left--;
  x->translate.account.singly++;
  if (order_function(PI) == FN_STO && has_line(x->belief.trusted, n) &&
      t->S[n] != x->text[n])
    disappoint(x, t, n);
  return stops;
}

static void trust(struct translate_x86 *x, const struct isa *t, word lines)
{
  for (word n = 0; n < SSEM_LINES; n++)
    if (has_line(lines, n))
      x->text[n] = t->S[n];
  x->belief.trusted |= lines;
  x->deck.trusted = x->belief.trusted;
}

/* Record from t on, until nothing that is read as code is written unguarded;
 * each time round some line becomes trusted, so 32 times at most. */
static void record(struct translate_x86 *x, const struct isa *t)
{
  for (;;) {
    struct superblock *const b = &x->b;
    word clash;

    superblock_record(b, t, &x->belief);
    clash =
      b->reads & ~x->belief.trusted & (b->writes | b->scribbles | x->writes);
    if (clash == 0)
      break;
    discard(x);
    trust(x, t, clash);
  }
  trust(x, t, x->b.reads & ~x->belief.trusted);
}

/* Give the order at CI a superblock. False if the host refuses. */
static bool translate_here(struct translate_x86 *x, const struct isa *t)
{
  const word line = t->CI & 31;
  const unsigned function = order_function(isa_order(t));
  struct code c = { .bytes = x->buffer, .size = sizeof x->buffer };

  record(x, t);
  if (x->used + sizeof x->buffer > x->pages.size)
    discard(x);
  c.origin = x->used;
  superblock_x86_press(&c, &x->b, &x->belief, &x->common);
  if (!emit_fitted(&c) ||
      !code_pages_write(&x->pages, x->used, c.bytes, c.used))
    return false;
  for (unsigned f = 0; f < 8; f++)
    if (f == function || has_line(x->belief.trusted, line))
      x->deck.entry[8 * line + f] = code_pages_at(&x->pages, x->used);
  x->used += (c.used + 63) / 64 * 64;
  x->writes |= x->b.writes;
  x->empty = false;
  x->translate.account.superblocks++;
  return true;
}

/* The caller may have changed what was trusted. */
static void meet(struct translate_x86 *x, const struct isa *t)
{
  for (word n = 0; n < SSEM_LINES; n++)
    if (has_line(x->belief.trusted, n) && t->S[n] != x->text[n]) {
      forget(x);
      return;
    }
}

static const void *entry_at(const struct translate_x86 *x, const struct isa *t)
{
  return x->deck.entry[8 * (t->CI & 31) + order_function(isa_order(t))];
}

/* Translated code for as long as it goes; true if STP was obeyed. */
static bool run_translated(struct translate_x86 *x, struct isa *t)
{
  while (x->deck.left >= SUPERBLOCK_ORDERS && !x->broken) {
    switch (x->enter(t, &x->deck, entry_at(x, t))) {
    case X86_MISSING: x->broken = !translate_here(x, t); break;
    case X86_SINGLY: obey_singly(x, t); break;
    case X86_SPENT: return false;
    case X86_STOPPED: return true;
    }
  }
  return false;
}

static bool run(struct translate *translate, struct isa *t, uint64_t max_orders,
                uint64_t *orders)
{
  struct translate_x86 *const x = (struct translate_x86 *)translate;
  bool stopped;

  meet(x, t);
  x->deck.left = max_orders;
  stopped = run_translated(x, t);
  while (!stopped && x->deck.left > 0)
    stopped = obey_singly(x, t);
  *orders = max_orders - x->deck.left;
  x->translate.account.trusted = x->belief.trusted;
  x->translate.account.doubted = x->belief.doubted;
  return stopped;
}

static void close_x86(struct translate *translate)
{
  struct translate_x86 *const x = (struct translate_x86 *)translate;

  code_pages_close(&x->pages);
  free(x);
}

static const struct translate_ops ops = {
  .name = "x86-64",
  .run = run,
  .close = close_x86,
};

/* Map the pages and write the shared code. */
static bool prepare(struct translate_x86 *x)
{
  struct code c = { .bytes = x->buffer, .size = sizeof x->buffer };
  const void *enter;

  if (!code_pages_open(&x->pages, PAGES))
    return false;
  superblock_x86_common(&c, &x->common);
  if (!code_pages_write(&x->pages, 0, c.bytes, c.used))
    return false;
  enter = code_pages_at(&x->pages, x->common.enter);
  memcpy(&x->enter, &enter, sizeof x->enter);
  x->first = (c.used + 63) / 64 * 64;
  discard(x);
  x->translate.account.discards = 0;
  return true;
}

struct translate *translate_x86_open(char text[TRANSLATE_TEXT])
{
  struct translate_x86 *const x = calloc(1, sizeof *x);

  if (x == NULL) {
    snprintf(text, TRANSLATE_TEXT, "translate: out of memory");
    return NULL;
  }
  x->translate.ops = &ops;
  if (prepare(x))
    return &x->translate;
  snprintf(text, TRANSLATE_TEXT,
           "translate: this host gives no executable pages; interpret instead");
  close_x86(&x->translate);
  return NULL;
}
