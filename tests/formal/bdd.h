// SPDX-License-Identifier: MIT
/*
 * bdd.h - formulas: reduced ordered binary decision diagrams.
 *
 * A formula is a question asked variable by variable, always in the same order
 * (the lowest number first), and with no question that does not matter. Drawn
 * so, two formulas that mean the same are the same drawing, hence the same
 * number here: proving an equation is comparing two integers [R. E. Bryant,
 * Graph-based algorithms for Boolean function manipulation, 1986].
 *
 *   formula a = bdd_variable(0), b = bdd_variable(1);
 *   formula f = bdd_ite(a, b, 0);           // a & b
 *   f == bdd_ite(b, a, 0);                  // true
 *
 * There is one table of formulas. bdd_begin() may empty it: formulas made
 * before are then meaningless.
 */
#ifndef FORMAL_BDD_H
#define FORMAL_BDD_H

#include <vector>

typedef unsigned formula; /* 0 is false, 1 is true */

enum { BDD_VARIABLES = 4096 }; /* variables are numbered from 0 */

/* The formula that is true when the variable is. */
formula bdd_variable(unsigned variable);

/* If f then g else h; every other operation is made of this one. */
formula bdd_ite(formula f, formula g, formula h);

/* The first variable that f asks for; f is not 0 or 1. */
unsigned bdd_top(formula f);

/* Let value[variable] be such that f is true, touching only the variables that
 * f asks for on the way. f is not 0. */
void bdd_satisfy(formula f, std::vector<signed char> &value);

/* Begin anew: drop all formulas if there have come to be many. */
void bdd_begin();

#endif
