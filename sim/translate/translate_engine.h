// SPDX-License-Identifier: MIT
/*
 * translate_engine.h - what translate.c knows of each engine.
 *
 * An engine is a struct whose first member is a struct translate, opened by
 * its own function and reached through its operations. Their contracts are
 * those of translate.h.
 */
#ifndef SSEM_TRANSLATE_ENGINE_H
#define SSEM_TRANSLATE_ENGINE_H

#include "translate.h"

struct translate_ops {
  const char *name;
  bool (*run)(struct translate *x, struct isa *t, uint64_t max_orders,
              uint64_t *orders);
  void (*close)(struct translate *x);
};

struct translate {
  const struct translate_ops *ops;
  struct translate_account account;
};

/* Portable C; NULL and a sentence without memory. */
struct translate *translate_interpret_open(char text[TRANSLATE_TEXT]);

/* Machine code of x86-64. Only to be opened on such a host; NULL and a
 * sentence without memory or executable pages. */
struct translate *translate_x86_open(char text[TRANSLATE_TEXT]);

#endif
