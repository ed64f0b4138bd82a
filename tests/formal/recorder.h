// SPDX-License-Identifier: MIT
/*
 * recorder.h - the types of the machine a third time: a digit is the output of
 * a gate that was recorded, and nothing is known of it but that.
 *
 * This page stands in for sim/digit.h as digit.h does, but makes no formula and
 * finds nothing equal. Running the pages of the machine writes their gates down
 * one after the other (recording.h); an operand that is plainly 0 or 1 is all
 * that is simplified. Where a page needs to know a digit, the value that it has
 * in one state is taken, and it is noted that it must be so in all of the case.
 */
#ifndef SSEM_DIGIT_H
#define SSEM_DIGIT_H

/* A wire is an even number, its inverse the odd one after it; 0 and 1 are the
 * two constants. */
unsigned gate_and(unsigned a, unsigned b);
unsigned gate_xor(unsigned a, unsigned b);

/* The value of a wire, asked for. */
bool gate_value(unsigned wire);

class digit
{
  unsigned wire;

public:
  digit(bool value = false) : wire(value)
  {
  }
  static digit of(unsigned wire)
  {
    digit d;
    d.wire = wire;
    return d;
  }
  unsigned as_wire() const
  {
    return wire;
  }
  explicit operator bool() const
  {
    return gate_value(wire);
  }
  friend digit operator!(digit a)
  {
    return of(a.wire ^ 1);
  }
  friend digit operator&(digit a, digit b)
  {
    return of(gate_and(a.wire, b.wire));
  }
  friend digit operator|(digit a, digit b)
  {
    return of(gate_and(a.wire ^ 1, b.wire ^ 1) ^ 1);
  }
  friend digit operator^(digit a, digit b)
  {
    return of(gate_xor(a.wire, b.wire));
  }
};

#include "row.h"

#endif
