// SPDX-License-Identifier: MIT
/*
 * fuzz_targets.h - what must survive any bytes: harness functions, used by the
 * fuzzers in tests/fuzz and, over their corpus, by tests/test_corpus.c.
 *
 * Each returns if all is well and aborts if a rule of the header it tests is
 * broken; the sanitizers watch over the rest.
 */
#ifndef TESTS_FUZZ_TARGETS_H
#define TESTS_FUZZ_TARGETS_H

#include <stddef.h>
#include <stdint.h>

/* A map, a line "---", and a dump: read, and checked against a program. */
void fuzz_dump(const uint8_t *bytes, size_t size);

/* A map. */
void fuzz_map(const uint8_t *bytes, size_t size);

/* A program file; one that is read is written in every format, and read back
 * gives the same words. */
void fuzz_program(const uint8_t *bytes, size_t size);

/* A state; one that is read is written, and read back is the same. */
void fuzz_state(const uint8_t *bytes, size_t size);

/* A stimulus; one that is read is played for 20,000 digit periods. */
void fuzz_stimulus(const uint8_t *bytes, size_t size);

/* A trigger; one that is read is asked of a T-state. */
void fuzz_trigger(const uint8_t *bytes, size_t size);

#endif
