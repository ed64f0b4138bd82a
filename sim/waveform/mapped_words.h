// SPDX-License-Identifier: MIT
/*
 * mapped_words.h - what a dump shows otherwise than expected, in words;
 * internal to this folder.
 */
#ifndef SSEM_MAPPED_WORDS_H
#define SSEM_MAPPED_WORDS_H

#include "mapped.h"

/* At the boundary that m stands at T-state t was expected, after so many
 * orders: "time 42000 (4.2 ms): A: expected 1, found 2", or x or z; and if it
 * is that of the boundary before (`was`), or of one to come, that too. */
void mapped_words(const struct mapped *m, const struct isa *t,
                  const struct isa *was, uint64_t orders, struct text *out);

/* After the last boundary another was expected, and none came. */
void mapped_missing_words(const struct mapped *m, struct text *out);

#endif
