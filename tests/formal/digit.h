// SPDX-License-Identifier: MIT
/*
 * digit.h - the types of the machine once more, for proofs: here a digit
 * is a formula (bdd.h), and words are rows of digits (row.h).
 *
 * This page stands in for sim/digit.h: it has the same guard, and is read first
 * (g++ -x c++ -include tests/formal/digit.h -c sim/ssem.c). The pages of the
 * machine are then compiled unchanged, and running them works out what each
 * digit is as a formula of the digits one began with.
 *
 * Where a page needs to know a digit's value, in an if, a ?:, a switch or an
 * index, and the formula does not say, the digit throws a struct split; the
 * prover (prover.cpp) then tries both values, one after the other.
 *
 * Operators are friends defined inside the class, so that they are found for
 * digits and words only and comparisons of enums are left alone.
 */
#ifndef SSEM_DIGIT_H
#define SSEM_DIGIT_H

#include "bdd.h"

/* "The value of this variable is needed": thrown by bool and unsigned. */
struct split {
  unsigned variable;
};

/* Called at each question, so that a case that never ends can be given up. */
void digit_asked();

class digit
{
  formula f;

public:
  digit(bool value = false) : f(value)
  {
  }
  static digit of(formula f)
  {
    digit d;
    d.f = f;
    return d;
  }
  formula as_formula() const
  {
    return f;
  }
  explicit operator bool() const
  {
    digit_asked();
    if (f > 1)
      throw split{ bdd_top(f) };
    return f;
  }
  friend digit operator!(digit a)
  {
    return of(a.f < 2 ? !a.f : bdd_ite(a.f, 0, 1));
  }
  friend digit operator&(digit a, digit b)
  {
    return a.f < 2 ? (a.f ? b : a) : b.f < 2 ? b & a : of(bdd_ite(a.f, b.f, 0));
  }
  friend digit operator|(digit a, digit b)
  {
    return a.f < 2 ? (a.f ? a : b) : b.f < 2 ? b | a : of(bdd_ite(a.f, 1, b.f));
  }
  friend digit operator^(digit a, digit b)
  {
    return a.f < 2   ? (a.f ? !b : b)
           : b.f < 2 ? b ^ a
                     : of(bdd_ite(a.f, (!b).f, b.f));
  }
};

#include "row.h"

#endif
