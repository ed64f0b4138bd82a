// SPDX-License-Identifier: MIT
/*
 * translated.h - both engines against isa_next(), for the tests.
 *
 *   struct translate *x = open_engine(engine_of(state));
 *
 *   stopped = agree(x, &t, 1000);        // fails the test if they differ
 *   translate_close(x);
 *
 * BOTH(test) is two cmocka tests, one an engine; main() defines x86_64 and
 * interpret, the engines whose addresses the tests receive as their state.
 */
#ifndef SSEM_TESTS_TRANSLATED_H
#define SSEM_TESTS_TRANSLATED_H

#include "sim/translate/translate.h"

#define ORDER(f, n) ((word)(f) << 13 | (word)(n))

#define BOTH(test)                                          \
  { #test, test, NULL, NULL, &x86_64 },                     \
  {                                                         \
#test "_when_interpreted", test, NULL, NULL, &interpret \
  }

/* Open the engine under test. If that fails, so does the test; but machine code
 * on a processor other than x86-64 is skipped, with the reason. */
struct translate *open_engine(enum translate_engine engine);

/* The engine that a test was given. */
enum translate_engine engine_of(void **state);

/* Run both from *t on, check that they agree in the T-state, in the count of
 * orders and in whether STP was obeyed, and that nothing beside the state was
 * written; leave *t where they arrived. True if STP was obeyed. */
bool agree(struct translate *x, struct isa *t, uint64_t max_orders);

#endif
