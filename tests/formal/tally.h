// SPDX-License-Identifier: MIT
/*
 * tally.h - what a statement came to, in numbers that are the same each time.
 *
 * How many equations were found true is counted for each claim by its name. The
 * text says so for a golden file: a claim that is dropped, a digit that is
 * left out or a case that is lost is a line that differs.
 *
 *   class tally n;
 *
 *   n.equation("A");                        // once an equation
 *   n.text();                               // "  32 equations of each: A\n"
 */
#ifndef FORMAL_TALLY_H
#define FORMAL_TALLY_H

#include <string>
#include <vector>

class tally
{
  struct claim {
    std::string what;
    const char *at; /* the name last given; the same text may stand elsewhere */
    unsigned long equations;
  };
  std::vector<claim> claims; /* in the order in which they were first made */
  size_t last = 0;

  bool is(size_t n, const char *what);

public:
  /* Count an equation of the claim. */
  void equation(const char *what);

  /* All equations. */
  unsigned long equations() const;

  /* A line for each number of equations, with the claims that have so many; no
   * line is longer than 80 characters. */
  std::string text() const;
};

#endif
