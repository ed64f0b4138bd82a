// SPDX-License-Identifier: MIT
/*
 * fuzz_fst.h - an FST file made of any bytes, read back by fst2vcd: a harness
 * as in fuzz_targets.h.
 */
#ifndef TESTS_FUZZ_FST_H
#define TESTS_FUZZ_FST_H

#include <stddef.h>
#include <stdint.h>

/* The bytes say which variables there are and what happens when. It must come
 * back change for change, or this aborts. Needs fst2vcd. */
void fuzz_fst(const uint8_t *bytes, size_t size);

#endif
