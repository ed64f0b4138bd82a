// SPDX-License-Identifier: MIT
/*
 * opinion.cpp - a second opinion on what the prover found, by a SAT solver:
 * opinion DIR CASES SEED N STATEMENT...
 * opinion DIR CASES SEED N --mutant STATEMENT
 *
 * Draws N cases of the statements, at least one of each, from the lists in
 * CASES (lister.cpp), and gives the gates of each to cadical (recording.h). No
 * formula takes part, and none is left out because it is found to be true. That
 * a claim is false, or that a digit which was asked for is not as it was taken
 * to be, must be unsatisfiable; so must a state that is in no case of an
 * instance. The gates in one state must have the values that the ordinary
 * machine computes (DIR/replay).
 *
 * With --mutant the machine has a fault: cases are drawn until in one of them a
 * false claim is satisfiable, and the ordinary machine must confirm it.
 *
 * Exit status: 0 as it must be, 1 otherwise, 2 something is at fault.
 */
#include "recording.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

namespace
{

enum answer { SATISFIABLE = 10, UNSATISFIABLE = 20 };

struct share {
  std::string statement;
  std::vector<struct obligation> cases; /* all of them */
  unsigned taken;                       /* how many of them are drawn */
};

std::string folder, lists;
uint64_t seed;

uint64_t random_number()
{
  uint64_t z = seed += UINT64_C(0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
  return z ^ z >> 31;
}

/* The exit status of a command. */
int run(const std::string &command)
{
  fflush(stdout);
  const int status = system(command.c_str());

  return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

answer solve(const std::string &file)
{
  const int status =
    run("cadical -q -t 300 " + file + " >" + folder + "/answer");

  if (status != SATISFIABLE && status != UNSATISFIABLE)
    throw std::runtime_error("cadical came to no answer on " + file);
  return static_cast<answer>(status);
}

struct share read_cases(const std::string &statement)
{
  std::ifstream in(lists + "/" + statement + ".cases");
  struct share s = { statement, {}, 0 };
  std::string line, word;
  unsigned theorem, number;

  if (sscanf(statement.c_str(), "%u.%u", &theorem, &number) != 2)
    throw std::runtime_error(statement + ": found no statement");
  while (std::getline(in, line)) {
    std::istringstream words(line);
    struct obligation o = { theorem, number, 0, {} };

    words >> o.instance;
    while (words >> word) {
      struct decided d;
      int value;

      if (sscanf(word.c_str(), "%u.%u=%d", &d.name, &d.p, &value) != 3 ||
          d.name >= ANY_NAMES || d.p >= SSEM_DIGITS)
        throw std::runtime_error(statement + ".cases: found " + word);
      d.value = value != 0;
      o.decisions.push_back(d);
    }
    s.cases.push_back(o);
  }
  if (s.cases.empty())
    throw std::runtime_error(statement + ".cases: found no case");
  return s;
}

/* The cases in an order drawn at random. */
void shuffle(std::vector<struct obligation> *cases)
{
  for (size_t n = cases->size(); n > 1; n--)
    std::swap((*cases)[n - 1], (*cases)[random_number() % n]);
}

/* Let each take one more in turn, until n are taken or all are. */
void divide(std::vector<struct share> *shares, unsigned n)
{
  for (bool more = true; more;) {
    more = false;
    for (struct share &s : *shares)
      if (n > 0 && s.taken < s.cases.size()) {
        s.taken++;
        n--;
        more = true;
      }
  }
}

/* Is there a state in no case of an instance? A clause for each case says that
 * it is not this one. Returns how many instances have such a state. */
unsigned uncovered(const struct share &s)
{
  const std::string file = folder + "/cover.cnf";
  std::map<unsigned, std::pair<unsigned, std::string>> instances;
  unsigned bad = 0;

  for (const struct obligation &o : s.cases) {
    auto &[clauses, text] = instances[o.instance];

    clauses++;
    for (const struct decided &d : o.decisions)
      text +=
        (d.value ? "-" : "") + std::to_string(1 + 32 * d.name + d.p) + " ";
    text += "0\n";
  }
  for (const auto &[instance, cnf] : instances) {
    std::ofstream(file) << "p cnf " << 32 * ANY_NAMES << " " << cnf.first
                        << "\n"
                        << cnf.second;
    bad += solve(file) != UNSATISFIABLE;
  }
  return bad;
}

/* Does the ordinary machine compute what the gates do, in this state? */
bool same_values(const struct obligation &o)
{
  FILE *const values = fopen((folder + "/values").c_str(), "w");
  FILE *const state = fopen((folder + "/cases").c_str(), "w");

  if (values == nullptr || state == nullptr)
    throw std::runtime_error(folder + " cannot be written to");
  write_state(state, o);
  write_values(values);
  return fclose(values) == 0 && fclose(state) == 0 &&
         run(folder + "/replay " + folder + " | cmp -s - " + folder +
             "/values") == 0;
}

/* One statement. Returns how much of it is not as it must be. */
unsigned ask(struct share *s)
{
  const std::string file = folder + "/case.cnf";
  unsigned bad = 0, unlike = 0, plain = 0;
  unsigned long gates = 0, asked = 0, claims = 0;

  shuffle(&s->cases);
  for (unsigned n = 0; n < s->taken; n++) {
    record(s->cases[n], random_number());
    const struct recorded size = recorded_size();

    gates += size.gates;
    asked += size.asked;
    claims += size.claims;
    plain += size.plain;
    unlike += !same_values(s->cases[n]);
    write_obligation(file, CASE_FAILS);
    bad += solve(file) != UNSATISFIABLE;
  }
  const unsigned open = uncovered(*s);

  printf("%-4s %5u of %5zu  %9lu %8lu %9lu %9u   %u satisfiable, %u "
         "computed otherwise, %u not covered\n",
         s->statement.c_str(), s->taken, s->cases.size(), gates, asked, claims,
         plain, bad, unlike, open);
  return bad + unlike + open;
}

/* The values of the variables of the CNF, as the solver gave them. */
std::vector<bool> read_answer()
{
  std::ifstream in(folder + "/answer");
  std::vector<bool> values;
  std::string word;

  while (in >> word) {
    const long n = strtol(word.c_str(), nullptr, 10);
    const size_t variable = static_cast<size_t>(n < 0 ? -n : n);

    if (values.size() <= variable)
      values.resize(variable + 1);
    values[variable] = n > 0;
  }
  return values;
}

/* Cases are drawn until one is false. Returns whether one is, and confirmed. */
bool refute(struct share *s, unsigned most)
{
  const std::string file = folder + "/case.cnf";

  shuffle(&s->cases);
  for (unsigned n = 0; n < most && n < s->cases.size(); n++) {
    record(s->cases[n], random_number());
    write_obligation(file, CLAIM_FALSE);
    if (solve(file) == UNSATISFIABLE)
      continue;
    std::vector<bool> values = read_answer();
    FILE *const out = fopen((folder + "/cases").c_str(), "w");

    values.resize(recorded_size().gates + 1);
    const bool written = out != nullptr &&
                         write_counterexample(out, s->cases[n], values) &&
                         fclose(out) == 0;
    printf("satisfiable in case %u\n", n + 1);
    return written && run(folder + "/replay " + folder) == 1;
  }
  printf("satisfiable in none of %zu cases\n",
         std::min<size_t>(most, s->cases.size()));
  return false;
}

} // namespace

const char *proof_folder()
{
  return folder.c_str();
}

int main(int argc, char **argv)
{
  std::vector<struct share> shares;
  unsigned bad = 0;

  if (argc < 6) {
    fprintf(stderr,
            "usage: opinion DIR CASES SEED N [--mutant] STATEMENT...\n");
    return 2;
  }
  folder = argv[1];
  lists = argv[2];
  seed = strtoull(argv[3], nullptr, 10);
  const unsigned n = static_cast<unsigned>(strtoul(argv[4], nullptr, 10));
  const bool mutant = std::string(argv[5]) == "--mutant";
  try {
    for (int a = mutant ? 6 : 5; a < argc; a++)
      shares.push_back(read_cases(argv[a]));
    if (mutant)
      return shares.size() == 1 && refute(&shares[0], n) ? 0 : 1;
    divide(&shares, n);
    printf("%-4s %14s  %9s %8s %9s %9s\n", "", "cases", "gates", "asked",
           "claims", "plain");
    for (struct share &s : shares)
      bad += ask(&s);
  } catch (const std::exception &error) {
    printf("%s\n", error.what());
    return 2;
  }
  return bad > 0;
}
