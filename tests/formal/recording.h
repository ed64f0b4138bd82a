// SPDX-License-Identifier: MIT
/*
 * recording.h - one case of a statement as gates, for a solver.
 *
 *   struct obligation o = { 1, 3, 0, decisions };
 *
 *   record(o, 1948);
 *   write_obligation("x.cnf", CLAIM_FALSE);  // unsatisfiable: the case is
 * proved
 *
 * There is one recording at a time; record() begins it anew.
 */
#ifndef FORMAL_RECORDING_H
#define FORMAL_RECORDING_H

#include "theorem.h"

#include <cstdio>
#include <string>
#include <vector>

/* A digit of a variable that the case decides (enum any). */
struct decided {
  unsigned name, p;
  bool value;
};

struct obligation {
  unsigned theorem, statement, instance; /* numbered from 1, 1 and 0 */
  std::vector<struct decided> decisions;
};

/* What the clauses are satisfied by. */
enum wanted {
  CASE_FAILS, /* a state of the case in which a claim is false, or a digit that
                 was asked for is not as it was taken to be */
  CLAIM_FALSE /* one in which all of these are so, and a claim is false */
};

/* Run the statement. Digits that the case leaves open have values drawn by
 * seed while it runs; they are variables all the same. Throws a
 * std::runtime_error if there is no such statement or it does not end. */
void record(const struct obligation &o, uint64_t seed);

/* What the recording holds. */
struct recorded {
  unsigned gates, asked, claims;
  unsigned plain; /* claims that are plainly true, the two sides being one wire
                     or the same constant */
};
struct recorded recorded_size();

/* Write it as CNF (DIMACS): the gates, the decisions, and what is wanted. */
void write_obligation(const std::string &file, enum wanted wanted);

/* The state that it was run in, as attempt.h writes it, with no claim ("-");
 * and each claim's two values, a line each, as replay writes them. */
void write_state(FILE *out, const struct obligation &o);
void write_values(FILE *out);

/* A state that the solver found: values[n] of variable n of the CNF. The first
 * claim that is false in it goes to out as attempt.h writes it. Returns false
 * if there is none. */
bool write_counterexample(FILE *out, const struct obligation &o,
                          const std::vector<bool> &values);

#endif
