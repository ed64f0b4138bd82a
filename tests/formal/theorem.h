// SPDX-License-Identifier: MIT
/*
 * theorem.h - the words that theorems are written in.
 *
 * A statement is a function that begins with variables (any_word, any_digit),
 * runs the machine, and claims which words and digits are the same. It is
 * proved if every claim holds whatever the variables are.
 *
 *   static void regenerates(unsigned)
 *   {
 *     const word w = any_word(ANY_A, 32);
 *
 *     same_word("A", w, w - 0);
 *   }
 *
 * Statement 3 of theorem 1 is called 1.3, and its claim about digit 31 of what
 * it names "A" is 1.3 A.31. A name stands for one claim of a statement, so that
 * a fault can be said to be found by it and by no other.
 *
 * prover.cpp makes it a proof, disprover.cpp looks for claims that are false,
 * replay.cpp tries one case, opinion.cpp writes the claims out for a solver.
 */
#ifndef FORMAL_THEOREM_H
#define FORMAL_THEOREM_H

#include "sim/interp.h"

/* Variables, by name. ANY_S + n is line n of the store. */
enum any {
  ANY_S,
  ANY_CI = SSEM_LINES,
  ANY_PI,
  ANY_A,
  ANY_L,
  ANY_F,
  ANY_LC,
  ANY_T,
  ANY_STOP,
  ANY_ACTIVE,
  ANY_KSP,
  ANY_CARRY,
  ANY_BORROW,
  ANY_AS_BUILT,
  ANY_CS,
  ANY_KC,
  ANY_MAN,
  ANY_LS,
  ANY_FS,
  ANY_TW,
  ANY_WRITE,
  ANY_KLC,
  ANY_KSC,
  ANY_KCC,
  ANY_RST,
  ANY_NAMES = 64
};

/* A word of which so many digits (1 to 32) are variables, the others 0. The
 * same name is the same variable throughout a statement. */
word any_word(unsigned name, unsigned digits);
digit any_digit(unsigned name);

/* The claim that two values are the same, what being its name: a word without a
 * space. The claim about one digit may be called digit p of a longer thing. */
void same_word(const char *what, const word &expected, const word &found);
void same_digit(const char *what, digit expected, digit found, unsigned p = 0);

/* For whoever reads a counterexample: the run begins in this state. */
void starts_from(const struct ssem *m);

/* Where the prover was told to find and leave its files. */
const char *proof_folder();

struct statement {
  const char *says;   /* one phrase */
  unsigned instances; /* proved for each, 0 to instances - 1 */
  void (*body)(unsigned instance);
  bool fails; /* claimed instead: in every instance one of them is false */
};

struct theorem {
  unsigned number;
  const char *rule; /* one sentence */
  const struct statement *statements;
  unsigned count;
  const char *needs; /* a circuit, by name, or NULL */
};

/* All theorems, in order. */
extern const struct theorem *const theorems[];
extern const unsigned theorem_count;

#endif
