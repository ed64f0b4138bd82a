// SPDX-License-Identifier: MIT
/*
 * translate_x86.h - the engine that runs machine code of the x86-64.
 *
 * Known to translate.c alone, which opens it only on such a host.
 *
 *   struct translate_x86 *x = translate_x86_open(&statistics, text);
 *
 *   stopped = translate_x86_run(x, &t, 1000000, &orders);
 *   translate_x86_close(x);
 */
#ifndef SSEM_TRANSLATE_X86_H
#define SSEM_TRANSLATE_X86_H

#include "translate.h"

struct translate_x86;

/* Open the engine; it counts in *statistics, which must outlive it. NULL and
 * one sentence in text without memory or executable pages. */
struct translate_x86 *
translate_x86_open(struct translate_statistics *statistics,
                   char text[TEXT_SENTENCE]);

/* As translate_run(). Should the host take its pages back, the run goes on
 * order by order. */
bool translate_x86_run(struct translate_x86 *x, struct isa *t,
                       uint64_t max_orders, uint64_t *orders);

/* Free everything, the pages included. NULL is allowed. */
void translate_x86_close(struct translate_x86 *x);

#endif
