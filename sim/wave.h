// SPDX-License-Identifier: MIT
/*
 * wave.h - a word of time: one wire over the 36 digit periods of a beat.
 *
 * Digit p of a wave is the wire's value in digit period p, p = 0 to 35. It is
 * the third type of the machine, beside the digit and the word of digit.h, and
 * like them it is kept behind a few primitives: waves combine with & | ^ and ~
 * (a ~ always under a &, so that no digit beyond 35 shows), and everything else
 * is one of the functions below. Another header with the same guard may stand
 * in for this one, in which every digit of a wave is a formula.
 *
 *   wave u = wave_of(6);                        // digits 1 and 2
 *   wave v = wave_every(1);                     // all 36
 *   digit d = wave_digit(u & v, 2);             // 1
 *   word w = wave_word(u);                      // 6
 */
#ifndef SSEM_WAVE_H
#define SSEM_WAVE_H

#include "digit.h"

typedef longword wave;

/* The digit periods from p to the end of the beat, p = 0 to 35. */
static inline wave wave_from(unsigned p)
{
  return (((wave)1 << 36) - 1) & ~(((wave)1 << p) - 1);
}

/* Digit period p alone, p = 0 to 35. */
static inline wave wave_at(unsigned p)
{
  return (wave)1 << p;
}

/* A wire that is d in every digit period. */
static inline wave wave_every(digit d)
{
  return (0 - (wave)d) & wave_from(0);
}

/* A tube giving up the 32 digits of a line; 0 in the black-out. */
static inline wave wave_of(word w)
{
  return w;
}

/* A tube taking a line back: digits 0 to 31. */
static inline word wave_word(wave w)
{
  return (word)w;
}

/* The wire in digit period p, 0 to 35. */
static inline digit wave_digit(wave w, unsigned p)
{
  return (w >> p) & 1;
}

/* What the carry flip-flop of an adder holds in each digit period, if it begins
 * with first and is cleared in the black-out: digit p + 1 is the majority of
 * u, v and itself in digit p. u and v are 0 in the black-out, so the carry out
 * of digit 31 is seen in digit 32, and then no more. All 36 digits follow from
 * one addition, since a digit of a sum is u ^ v ^ carry. */
static inline wave wave_carries(wave u, wave v, digit first)
{
  return (u + v + first) ^ u ^ v;
}

/* The same for the borrow flip-flop of a subtractor, u - v: a digit of a
 * difference is u ^ v ^ borrow. Past digit 32 the difference goes on for ever;
 * the flip-flop does not. */
static inline wave wave_borrows(wave u, wave v, digit first)
{
  return ((u - v - first) ^ u ^ v) & (wave_from(0) ^ wave_from(33));
}

/* A line of 32 equal digits. */
static inline word word_every(digit d)
{
  return (word)(0 - (word)d);
}

#endif
