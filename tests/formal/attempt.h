// SPDX-License-Identifier: MIT
/*
 * attempt.h - states in which a claim is said to be false, for the ordinary
 * machine to try.
 *
 *   class attempts list(folder);
 *
 *   list.add({ 1, 3, 0, "A", 31 }, example(why));
 *   if (list.confirmed())                   // DIR/replay found it false too
 *     ...
 */
#ifndef FORMAL_ATTEMPT_H
#define FORMAL_ATTEMPT_H

#include "cases.h"

#include <cstdio>
#include <string>

/* A claim of an instance of a statement. */
struct attempt {
  unsigned theorem, statement; /* as they are numbered, from 1 */
  unsigned instance;
  std::string what;
  unsigned p;
};

class attempts
{
  std::string folder;
  FILE *out;
  unsigned count = 0;

public:
  /* Begin DIR/cases anew. Throws a std::runtime_error if that cannot be
   * written. */
  explicit attempts(const std::string &folder);
  ~attempts();
  attempts(const attempts &) = delete;
  attempts &operator=(const attempts &) = delete;

  bool empty() const
  {
    return count == 0;
  }

  /* Write one down: the variables that are 1 in it, all others being 0. */
  void add(const struct attempt &a, const std::vector<decision> &ones);

  /* Close the list and let DIR/replay try all of it, and tell. Returns whether
   * every claim was found false there. Once. */
  bool confirmed();
};

#endif
