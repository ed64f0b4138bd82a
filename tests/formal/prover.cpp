// SPDX-License-Identifier: MIT
/*
 * prover.cpp - proves theorems:
 * prove DIR GOLDEN [THEOREM[.STATEMENT[.INSTANCE]]...]
 *
 * A statement is proved when every equation is true in all its cases, and the
 * cases add up to all states (cases.h). If an equation is false, a state that
 * shows it is tried on the ordinary machine (attempt.h), which tells it in
 * words.
 *
 * What a theorem came to, in numbers that are the same each time, is written to
 * DIR/theoremN.txt and must be what GOLDEN/theoremN.txt says; with "-" for
 * GOLDEN, or for a part of a theorem, it is not compared.
 *
 * Exit status: 0 all proved, 1 a theorem is false, 2 the prover is at fault, 3
 * proved, but otherwise than GOLDEN says, 77 a theorem that was asked for by
 * number is skipped (make had no yosys).
 */
#include "aiger.h"
#include "attempt.h"
#include "tally.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <unistd.h>

namespace
{

/* An equation that fails. */
struct refuted {
  const char *what;
  unsigned p;
  formula why;
};

enum verdict { PROVED, FALSE, FAULT, CHANGED, SKIPPED = 77 };

/* A theorem, or a part of it. */
struct part {
  unsigned theorem, statement; /* 0 is every one */
  int instance;                /* -1 is every one */
};

struct sums {
  struct counts counts;
  unsigned long equations;
  unsigned instances, covered;
};

class tally equations; /* of this statement */
struct sums total;     /* of this theorem */
std::string folder, golden;

/* One instance. If it is false, by says what shows it: "A.31". */
verdict prove(const struct theorem &t, unsigned statement, unsigned instance,
              std::string *by)
{
  struct attempt claim = { t.number, statement + 1, instance, "end", 0 };
  formula why = 1;

  try {
    if (cover(t.statements[statement], instance, &total.counts, nullptr))
      return PROVED;
    printf("  the cases do not add up to all states\n");
    return FAULT;
  } catch (const refuted &refuted) {
    claim.what = refuted.what;
    claim.p = refuted.p;
    why = refuted.why;
  } catch (const endless &) {
  }
  attempts one(folder);

  *by = claim.what + "." + std::to_string(claim.p);
  one.add(claim, example(why));
  forget_case();
  if (one.confirmed())
    return FALSE;
  printf("  the ordinary machine does not confirm it\n");
  return FAULT;
}

/* One statement, in all its instances or one; its numbers are added to text. */
verdict prove_statement(const struct theorem &t, unsigned statement,
                        int instance_asked, std::string *text)
{
  const struct statement &s = t.statements[statement];
  const struct sums before = total;
  std::string found;

  equations = tally();
  for (unsigned instance = 0; instance < s.instances; instance++) {
    std::string by;

    if (instance_asked >= 0 &&
        instance != static_cast<unsigned>(instance_asked))
      continue;
    const verdict v = prove(t, statement, instance, &by);

    if (v != (s.fails ? FALSE : PROVED)) {
      printf("  FAILED: %u.%u (%u) %s: %s\n", t.number, statement + 1, instance,
             by.c_str(), s.says);
      return v == FAULT ? FAULT : FALSE;
    }
    total.instances++;
    total.covered++;
    found += s.fails ? " " + by : "";
  }
  total.equations += equations.equations();

  std::ostringstream line;
  line << t.number << "." << statement + 1 << " " << s.says << "\n";
  if (s.fails)
    line << "  false in " << s.instances << " of " << s.instances << ":"
         << found << "\n";
  else
    line << "  " << s.instances << " instances, "
         << total.counts.cases - before.counts.cases << " cases, "
         << total.counts.splits - before.counts.splits << " splits\n"
         << equations.text();
  *text += line.str();
  printf("  %u.%u %-64s %6lu cases\n", t.number, statement + 1, s.says,
         total.counts.cases - before.counts.cases);
  return PROVED;
}

/* Does what stands in DIR/name stand in GOLDEN/name too? */
bool is_golden(const std::string &name)
{
  const std::string found = folder + "/" + name, known = golden + "/" + name;
  const std::string command = "diff -u " + known + " " + found;

  fflush(stdout);
  if (system(command.c_str()) == 0)
    return true;
  printf("  proved, but not as %s says: read the diff; make golden\n",
         known.c_str());
  return false;
}

bool has_circuit(const struct theorem &t)
{
  return t.needs == nullptr ||
         access((folder + "/" + t.needs + ".aag").c_str(), R_OK) == 0;
}

verdict prove_theorem(const struct theorem &t, const struct part &part)
{
  const std::string name = "theorem" + std::to_string(t.number) + ".txt";
  std::string text =
    "Theorem " + std::to_string(t.number) + ". " + t.rule + "\n";
  verdict v = PROVED;

  total = sums();
  if (t.needs != nullptr)
    text += "Circuit: " + read_circuit(t.needs)->maker() + "\n";
  for (unsigned i = 0; i < t.count && v == PROVED; i++)
    if (part.statement == 0 || part.statement == i + 1)
      v = prove_statement(t, i, part.instance, &text);
  if (part.statement != 0 || v != PROVED)
    return v;
  std::ofstream(folder + "/" + name) << text;
  return golden == "-" || is_golden(name) ? PROVED : CHANGED;
}

const char *in_words(verdict v)
{
  return v == PROVED    ? "proved"
         : v == FALSE   ? "FALSE"
         : v == CHANGED ? "proved otherwise"
                        : "NOT PROVED";
}

verdict report(const struct theorem &t, const struct part &part)
{
  const auto begin = std::chrono::steady_clock::now();
  struct rusage usage;
  verdict v = FAULT;

  printf("Theorem %u. %s\n", t.number, t.rule);
  if (!has_circuit(t)) {
    printf("  skipped: no %s/%s.aag, for which make needs yosys\n\n",
           folder.c_str(), t.needs);
    return SKIPPED;
  }
  try {
    v = prove_theorem(t, part);
  } catch (const std::exception &error) {
    printf("  %s\n", error.what());
  }
  const std::chrono::duration<double> seconds =
    std::chrono::steady_clock::now() - begin;

  getrusage(RUSAGE_SELF, &usage);
  printf("  %s: %lu cases, %lu splits, %lu equations, covered %u of %u, "
         "%.1f s, %ld MB\n\n",
         in_words(v), total.counts.cases, total.counts.splits, total.equations,
         total.covered, total.instances, seconds.count(),
         usage.ru_maxrss / 1024);
  fflush(stdout);
  return v;
}

} // namespace

void same_digit(const char *what, digit expected, digit found, unsigned p)
{
  const formula differs = (expected ^ found).as_formula();

  equations.equation(what);
  if (differs != 0)
    throw refuted{ what, p, differs };
}

void same_word(const char *what, const word &expected, const word &found)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    same_digit(what, read_digit(expected, p), read_digit(found, p), p);
}

const char *proof_folder()
{
  return folder.c_str();
}

int main(int argc, char **argv)
{
  bool is[SKIPPED + 1] = {};

  if (argc < 3) {
    fprintf(stderr,
            "usage: prove DIR GOLDEN [THEOREM[.STATEMENT[.INSTANCE]]...]\n");
    return FAULT;
  }
  folder = argv[1];
  golden = argv[2];
  for (unsigned i = 0; i < theorem_count; i++) {
    if (argc == 3)
      is[report(*theorems[i], { 0, 0, -1 })] = true;
    for (int a = 3; a < argc; a++) {
      struct part p = { 0, 0, -1 };

      sscanf(argv[a], "%u.%u.%d", &p.theorem, &p.statement, &p.instance);
      if (p.theorem == theorems[i]->number)
        is[report(*theorems[i], p)] = true;
    }
  }
  for (const verdict v : { FAULT, FALSE, CHANGED })
    if (is[v])
      return v;
  return is[SKIPPED] && argc > 3 ? SKIPPED : PROVED;
}
