// SPDX-License-Identifier: MIT
/*
 * digit.h - the types of the machine: a digit, a word, a longer word.
 *
 * A digit is a binary digit on a wire or in a flip-flop. A word is a line of
 * 32 digits, two's complement, digit 0 least significant and first in time.
 *
 * ssem.c, isa.c and interp.c keep every value in these two types and combine
 * digits only with & | ^ ! (never ~ on a digit). Another header with the same
 * guard may therefore stand in for this one, in which a digit is a formula
 * rather than a 0 or a 1; the very same pages are then statements to be proved
 * instead of programs to be run.
 *
 *   word w = 6;
 *   digit d = read_digit(w, 1);      // 1
 *   w = write_digit(w, 0, 1);        // 7
 */
#ifndef SSEM_DIGIT_H
#define SSEM_DIGIT_H

#include <stdbool.h>
#include <stdint.h>

typedef bool digit;
typedef uint32_t word;
typedef uint64_t longword; /* 64 digits: room for a beat (wave.h) */

/* Digit p of a word, p = 0 to 63. A line has 32 digits: from p = 32 on, in the
 * black-out, it reads 0. */
static inline digit read_digit(word w, unsigned p)
{
  return ((uint64_t)w >> p) & 1;
}

/* The word with digit p made d, p = 0 to 63; unchanged from p = 32 on. */
static inline word write_digit(word w, unsigned p, digit d)
{
  const uint64_t hole = (uint64_t)1 << p;

  return (word)((w & ~hole) | ((uint64_t)d << p));
}

#endif
