// SPDX-License-Identifier: MIT
/*
 * cases.h - a statement, tried in all the cases that it falls into.
 *
 * The body of a statement is run with variables for digits (digit.h). Where it
 * needs the value of one it is begun anew twice, with the variable 0 and with
 * it 1: a case is such a list of values. A case of k values is the part 2^-k of
 * all states.
 *
 *   struct counts n = {};
 *
 *   if (cover(statement, 0, &n, nullptr))   // the cases add up to all states
 *     ...
 *
 * What becomes of an equation is for the caller to say: he defines same_digit()
 * and same_word() (theorem.h), and may throw out of them what cover() passes
 * on. The values of the case that it left are then still known to example().
 */
#ifndef FORMAL_CASES_H
#define FORMAL_CASES_H

#include "theorem.h"

#include <functional>
#include <vector>

struct decision {
  unsigned name; /* enum any */
  unsigned p;    /* digit, 0 to 31 */
  bool value;
};

struct counts {
  unsigned long cases, splits;
};

/* A run without end: thrown by a body that has asked 100,000 questions. */
struct endless {
};

/* Run the body of s in every case and count. Returns whether the parts of those
 * that ran to their end add up to exactly 1. ended, if it is not empty, is
 * called after each. Throws a std::runtime_error if a case has more than 62
 * values, and whatever the body throws but a split. */
bool cover(const struct statement &s, unsigned instance, struct counts *n,
           const std::function<void(const std::vector<decision> &)> &ended);

/* One state of this case in which why is true (why is not 0): the variables
 * that are 1 in it; the others are 0. */
std::vector<decision> example(formula why);

/* Forget the values of a case that was left by a throw. */
void forget_case();

#endif
