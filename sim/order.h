// SPDX-License-Identifier: MIT
/*
 * order.h - an order in words: "LDN 26", "CMP", "SUB5 3"; a beat: "A2"; and
 * the order of digits.
 *
 * Mnemonics are those of the 1998 competition [PRM]; the second function code
 * of SUB is written SUB5, so that every order has one spelling.
 *
 *   char text[ORDER_TEXT];
 *
 *   order_words(0x4018, text);           // "LDN 24"
 */
#ifndef SSEM_ORDER_H
#define SSEM_ORDER_H

#include "digit.h"

#include <stddef.h>

/* Bytes that hold any order in words, the terminating zero included. */
enum { ORDER_TEXT = 16 };

/* The mnemonic of a function, 0 to 7 (enum ssem_function). */
const char *order_mnemonic(unsigned function);

/* The function whose mnemonic are the size bytes at `at`, in either case; 8 if
 * there is none. */
unsigned order_find_mnemonic(const char *at, size_t size);

/* The order that the machine sees in w: function and line; no line for CMP and
 * STP, which do not look at it. Ignored digits of w do not show. */
void order_words(word w, char text[ORDER_TEXT]);

/* Is w exactly the word that order_words() names, with no ignored digit set
 * (for CMP and STP the line digits count as ignored)? */
bool order_is_plain(word w);

/* The lowest digits of a word, 1 to 32 of them, the other way round: digit 0 is
 * then the highest. In 1948 digit 0 was written first. */
word order_reversed(word w, unsigned digits);

/* The name of a beat of the bar, by enum ssem_beat: "S1", "A1", "S2", "A2". */
const char *order_beat(unsigned beat);

/* The beat whose name text begins with, 0 to 3; 4 if there is none. */
unsigned order_find_beat(const char *text);

#endif
