// SPDX-License-Identifier: MIT
/*
 * prover.cpp - proves theorems: prove DIR [NUMBER...]
 *
 * A statement is run with variables for digits (digit.h). Where it needs the
 * value of one, it is begun anew twice, with the variable 0 and with it 1: a
 * case is such a list of values. A case that ran to its end with every equation
 * true covers the part 2^-k of all states, k being the length of its list; a
 * statement is proved when these parts add up to exactly 1.
 *
 * If an equation fails, the values that make it fail are written to DIR/case,
 * and DIR/replay tries them on the ordinary machine and tells them in words.
 *
 * Exit status: 0 all proved, 1 a theorem is false, 2 the prover is at fault, 77
 * a theorem that was asked for by number is skipped (make had no yosys).
 */
#include "theorem.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

const uint64_t whole = UINT64_C(1) << 62; /* all states of an instance */

/* An equation that fails, or a run without end (why = 1: for all values). */
struct refuted {
  formula why;
};

struct decision {
  unsigned variable;
  bool value;
};

struct tally {
  unsigned long cases, splits, equations;
  unsigned instances, covered;
};

tally total;
unsigned questions; /* in this case */
std::vector<signed char> value(BDD_VARIABLES, -1);
std::string folder;

/* The order of the variables decides how large formulas get. Short registers
 * and switches come first: they open gates for whole words. Then the words,
 * side by side, high digits first: the carry out of the low digits is then a
 * formula further down that all digits above it share. */
unsigned variable_of(unsigned name, unsigned p)
{
  const bool wide = name < ANY_L || name == ANY_TW;

  return (wide ? 5 + 31 - p : p) * ANY_NAMES + name;
}

digit any_one(unsigned name, unsigned p)
{
  const unsigned variable = variable_of(name, p);

  if (value[variable] >= 0)
    return value[variable] != 0;
  return digit::of(bdd_variable(variable));
}

void run_case(const std::vector<decision> &list, const struct statement &s,
              unsigned instance)
{
  bdd_begin();
  questions = 0;
  for (const decision &d : list)
    value[d.variable] = d.value;
  s.body(instance);
}

void forget(const std::vector<decision> &list)
{
  for (const decision &d : list)
    value[d.variable] = -1;
}

/* Write the failing values down and let the ordinary machine try them. */
bool replay(const struct theorem &t, unsigned statement, unsigned instance,
            formula why)
{
  const std::string file = folder + "/case";
  char command[512];

  bdd_satisfy(why, value);
  FILE *const out = fopen(file.c_str(), "w");
  if (out == nullptr) {
    perror(file.c_str());
    return false;
  }
  for (unsigned name = 0; name < ANY_NAMES; name++)
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      if (value[variable_of(name, p)] == 1)
        fprintf(out, "%u %u\n", name, p);
  fclose(out);
  value.assign(value.size(), -1);

  snprintf(command, sizeof command, "$RUN %s/replay %s %u %u %u",
           folder.c_str(), folder.c_str(), t.number, statement, instance);
  fflush(stdout);
  const int status = system(command);
  return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

enum verdict { PROVED, FALSE, FAULT, SKIPPED = 77 };

verdict prove(const struct theorem &t, unsigned statement, unsigned instance)
{
  const struct statement &s = t.statements[statement];
  std::vector<std::vector<decision>> open(1);
  uint64_t covered = 0;

  while (!open.empty()) {
    const std::vector<decision> list = open.back();

    open.pop_back();
    try {
      run_case(list, s, instance);
      total.cases++;
      covered += whole >> list.size();
    } catch (const split &split) {
      total.splits++;
      if (list.size() == 62)
        return FAULT;
      for (const bool one : { true, false }) {
        open.push_back(list);
        open.back().push_back({ split.variable, one });
      }
    } catch (const refuted &refuted) {
      if (replay(t, statement, instance, refuted.why))
        return FALSE;
      printf("  the ordinary machine does not confirm it\n");
      return FAULT;
    } catch (const std::exception &error) {
      printf("  %s\n", error.what());
      return FAULT;
    }
    forget(list);
  }
  total.covered += covered == whole;
  return covered == whole ? PROVED : FAULT;
}

verdict prove_all(const struct theorem &t)
{
  for (unsigned i = 0; i < t.count; i++) {
    const struct statement &s = t.statements[i];
    const tally before = total;

    for (unsigned instance = 0; instance < s.instances; instance++) {
      const verdict v = prove(t, i, instance);

      if (v != (s.fails ? FALSE : PROVED)) {
        printf("  FAILED: %s (%u)\n", s.says, instance);
        return v == FALSE ? FALSE : FAULT;
      }
      total.instances++;
      total.covered += s.fails;
    }
    printf("  %-66s %6lu cases\n", s.says, total.cases - before.cases);
  }
  return total.covered == total.instances ? PROVED : FAULT;
}

verdict report(const struct theorem &t)
{
  const auto begin = std::chrono::steady_clock::now();
  struct rusage usage;

  printf("Theorem %u. %s\n", t.number, t.rule);
  if (t.needs != nullptr) {
    const std::string file = folder + "/" + t.needs + ".aag";

    if (access(file.c_str(), R_OK) != 0) {
      printf("  skipped: no %s, for which make needs yosys\n\n", file.c_str());
      return SKIPPED;
    }
  }
  total = tally();
  const verdict v = prove_all(t);
  const std::chrono::duration<double> seconds =
    std::chrono::steady_clock::now() - begin;

  getrusage(RUSAGE_SELF, &usage);
  printf(
    "  %s: %lu cases, %lu splits, %lu equations, covered %u of %u, %.1f s, "
    "%ld MB\n\n",
    v == PROVED  ? "proved"
    : v == FALSE ? "FALSE"
                 : "NOT PROVED",
    total.cases, total.splits, total.equations, total.covered, total.instances,
    seconds.count(), usage.ru_maxrss / 1024);
  fflush(stdout);
  return v;
}

} // namespace

void prover_asked()
{
  if (++questions > 100000)
    throw refuted{ 1 };
}

word any_word(unsigned name, unsigned digits)
{
  word w;

  for (unsigned p = 0; p < digits; p++)
    w = write_digit(w, p, any_one(name, p));
  return w;
}

digit any_digit(unsigned name)
{
  return any_one(name, 0);
}

void same_digit(const char *, digit expected, digit found)
{
  const formula differs = (expected ^ found).as_formula();

  total.equations++;
  if (differs != 0)
    throw refuted{ differs };
}

void same_word(const char *what, const word &expected, const word &found)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    same_digit(what, read_digit(expected, p), read_digit(found, p));
}

const char *proof_folder()
{
  return folder.c_str();
}

void starts_from(const struct ssem *)
{
}

int main(int argc, char **argv)
{
  verdict worst = PROVED;

  if (argc < 2) {
    fprintf(stderr, "usage: prove DIR [NUMBER...]\n");
    return FAULT;
  }
  folder = argv[1];
  for (unsigned i = 0; i < theorem_count; i++) {
    bool wanted = argc == 2;

    for (int a = 2; a < argc; a++)
      wanted = wanted || strtoul(argv[a], nullptr, 10) == theorems[i]->number;
    if (wanted) {
      const verdict v = report(*theorems[i]);

      if (v != SKIPPED || argc > 2)
        worst = v > worst ? v : worst;
    }
  }
  return worst;
}
