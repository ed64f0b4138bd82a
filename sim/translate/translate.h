// SPDX-License-Identifier: MIT
/*
 * translate.h - the target machine at speed: binary translation.
 *
 * isa.h says what an order means; this obeys millions of them. Orders are
 * translated to the host's own machine code once and obeyed many times, the
 * lecture's second technique [G. Lettieri, Virtualization: Introduction, Pisa
 * 2018/19]. After any number of orders the T-state is the one that isa_next()
 * would have reached, programs that rewrite themselves included.
 *
 *   char text[TEXT_SENTENCE];
 *   struct translate *x = translate_open(TRANSLATE_BEST, text);
 *   uint64_t orders;
 *
 *   stopped = translate_run(x, &t, 1000000, &orders);   // t moves in place
 *   translate_close(x);
 *
 * docs/explanation/translation.md tells how it works and why it is exact.
 */
#ifndef SSEM_TRANSLATE_H
#define SSEM_TRANSLATE_H

#include "sim/isa.h"
#include "sim/text/text.h"

enum translate_engine {
  TRANSLATE_BEST,     /* machine code if the host allows it, else interpret */
  TRANSLATE_X86_64,   /* machine code of an x86-64 host, or fail */
  TRANSLATE_INTERPRET /* portable C on any host */
};

struct translate;

/* What an engine has done since it was opened. An interpreter translates
 * nothing: it leaves all but interpreted at 0. */
struct translate_statistics {
  uint64_t superblocks; /* superblocks translated, again ones included */
  uint64_t flushes;     /* times that all of them were thrown away */
  uint64_t interpreted; /* orders obeyed one at a time, not as machine code */
  word guarded;         /* digit n: line n is a constant of the code */
  word dirty;           /* digit n: line n is read afresh each time */
};

/* Open an engine. On failure (no memory, no executable pages, not an x86-64
 * host) returns NULL and text is one sentence; TRANSLATE_BEST then falls back
 * on the interpreter and fails only without memory. */
struct translate *translate_open(enum translate_engine engine,
                                 char text[TEXT_SENTENCE]);

/* The engine's name: "x86-64" or "interpret". */
const char *translate_name(const struct translate *x);

/* Obey orders of *t until STP has been obeyed (returns true; CI stays at its
 * line) or max_orders have (returns false); *orders receives how many, the STP
 * included. If the last of max_orders is the STP, that is true. Obeying a
 * final state is one order. t is the caller's: between two calls it may change
 * in any way, or be another. Cannot fail. */
bool translate_run(struct translate *x, struct isa *t, uint64_t max_orders,
                   uint64_t *orders);

/* What x has done so far. */
void translate_statistics(const struct translate *x,
                          struct translate_statistics *statistics);

/* Free everything, the pages of machine code included. NULL is allowed. */
void translate_close(struct translate *x);

#endif
