// SPDX-License-Identifier: MIT
/*
 * mapped_words.h - what a dump shows otherwise than expected, in words;
 * internal to this folder.
 */
#ifndef SSEM_MAPPED_WORDS_H
#define SSEM_MAPPED_WORDS_H

#include "mapped.h"

/* A time of the dump: "time 42000 (4.2 ms)". */
void mapped_time_words(const struct mapped *m, uint64_t time, struct text *out);

/* mapped_begin.c: at the first boundary that counts T-state t was expected,
 * after so many orders: which offset, --from or first would make it so? m goes
 * on to later boundaries. */
void mapped_begin_words(struct mapped *m, const struct isa *t, uint64_t orders,
                        struct text *out);

/* At the boundary that m stands at T-state t was expected, after so many
 * orders: "time 42000 (4.2 ms): A: expected 1, found 2", or x or z; and if it
 * is that of the boundary before (`was`), or of one to come, that too. At the
 * first one m goes on. */
void mapped_words(struct mapped *m, const struct isa *t, const struct isa *was,
                  uint64_t orders, struct text *out);

/* After the last boundary another was expected, and none came. */
void mapped_missing_words(const struct mapped *m, struct text *out);

#endif
