// SPDX-License-Identifier: MIT
/* recording.cpp - gates, written down as they are computed. */
#include "recording.h"

#include <stdexcept>

namespace
{

struct gate {
  enum { VARIABLE, AND, XOR } kind;
  unsigned a, b; /* wires; or the name and digit of a variable */
  bool value;    /* in the state that it is run in */
};

struct claim {
  std::string what;
  unsigned p;
  unsigned expected, found; /* wires */
};

std::vector<struct gate> gates; /* gate n is wire 2n; 0 is the constant */
std::vector<unsigned> asked;    /* wires that must be 1 */
std::vector<struct claim> claims;
std::vector<unsigned> variable; /* wires, by name and digit; 0 if not there */
std::vector<bool> chosen;       /* the state, by name and digit */
std::vector<struct decided> decisions;

bool value_of(unsigned wire)
{
  return gates[wire / 2].value != (wire & 1);
}

unsigned add(const struct gate &g)
{
  gates.push_back(g);
  return static_cast<unsigned>(2 * (gates.size() - 1));
}

unsigned variable_wire(unsigned name, unsigned p)
{
  unsigned &wire = variable[name * 32 + p];

  if (wire == 0)
    wire = add({ gate::VARIABLE, name, p, chosen[name * 32 + p] });
  return wire;
}

/* A wire in the manner of DIMACS: its gate's number, negative if inverted. */
int literal(unsigned wire)
{
  const int n = static_cast<int>(wire / 2);

  return wire & 1 ? -n : n;
}

const struct statement *find(const struct obligation &o)
{
  for (unsigned i = 0; i < theorem_count; i++)
    if (theorems[i]->number == o.theorem && o.statement <= theorems[i]->count)
      return &theorems[i]->statements[o.statement - 1];
  throw std::runtime_error("there is no such statement");
}

void write_state_of(FILE *out, const std::vector<bool> &ones)
{
  for (unsigned n = 0; n < ones.size(); n++)
    if (ones[n] && variable[n] != 0)
      fprintf(out, "%u %u\n", n / 32, n % 32);
  fprintf(out, "end\n");
}

} // namespace

unsigned gate_and(unsigned a, unsigned b)
{
  if (a < 2 || b < 2)
    return a == 0 || b == 0 ? 0 : a == 1 ? b : a;
  return add({ gate::AND, a, b, value_of(a) && value_of(b) });
}

unsigned gate_xor(unsigned a, unsigned b)
{
  if (a < 2 || b < 2)
    return a < 2 ? b ^ a : a ^ b;
  return add({ gate::XOR, a, b, value_of(a) != value_of(b) });
}

bool gate_value(unsigned wire)
{
  const bool value = value_of(wire);

  if (wire < 2)
    return value;
  asked.push_back(value ? wire : wire ^ 1);
  if (asked.size() > 100000)
    throw std::runtime_error("it does not end");
  return value;
}

word any_word(unsigned name, unsigned digits)
{
  word w;

  for (unsigned p = 0; p < digits; p++)
    w = write_digit(w, p, digit::of(variable_wire(name, p)));
  return w;
}

digit any_digit(unsigned name)
{
  return digit::of(variable_wire(name, 0));
}

void same_digit(const char *what, digit expected, digit found, unsigned p)
{
  claims.push_back({ what, p, expected.as_wire(), found.as_wire() });
}

void same_word(const char *what, const word &expected, const word &found)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    same_digit(what, read_digit(expected, p), read_digit(found, p), p);
}

void starts_from(const struct ssem *)
{
}

void record(const struct obligation &o, uint64_t seed)
{
  gates.assign(1, { gate::VARIABLE, 0, 0, false });
  asked.clear();
  claims.clear();
  variable.assign(ANY_NAMES * 32, 0);
  chosen.assign(ANY_NAMES * 32, false);
  decisions = o.decisions;
  for (unsigned n = 0; n < chosen.size(); n++) {
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    chosen[n] = seed >> 63;
  }
  for (const struct decided &d : decisions)
    chosen[d.name * 32 + d.p] = d.value;
  find(o)->body(o.instance);
}

struct recorded recorded_size()
{
  struct recorded r = { static_cast<unsigned>(gates.size() - 1),
                        static_cast<unsigned>(asked.size()),
                        static_cast<unsigned>(claims.size()), 0 };

  for (const struct claim &c : claims)
    r.plain += c.expected == c.found;
  return r;
}

/* The clauses are kept as one list, 0 after each, to be counted first. */
void write_obligation(const std::string &file, enum wanted wanted)
{
  std::vector<int> list, fails;
  unsigned count = 0;
  const auto clause = [&](std::vector<int> literals) {
    list.insert(list.end(), literals.begin(), literals.end());
    list.push_back(0);
    count++;
  };

  for (const struct claim &c : claims) {
    const unsigned differ = gate_xor(c.expected, c.found);

    if (differ > 1)
      fails.push_back(literal(differ));
    else if (differ == 1) /* plainly false */
      fails.insert(fails.end(), { 1, -1 });
  }
  for (unsigned n = 1; n < gates.size(); n++) {
    const struct gate &g = gates[n];
    const int is = static_cast<int>(n);

    if (g.kind == gate::VARIABLE)
      continue;
    const int a = literal(g.a), b = literal(g.b);
    if (g.kind == gate::AND) {
      clause({ -is, a });
      clause({ -is, b });
      clause({ is, -a, -b });
    } else {
      clause({ -is, a, b });
      clause({ -is, -a, -b });
      clause({ is, -a, b });
      clause({ is, a, -b });
    }
  }
  for (const struct decided &d : decisions) {
    const unsigned wire = variable[d.name * 32 + d.p];

    if (wire != 0)
      clause({ literal(d.value ? wire : wire ^ 1) });
  }
  for (const unsigned wire : asked)
    if (wanted == CLAIM_FALSE)
      clause({ literal(wire) });
    else
      fails.push_back(-literal(wire));
  clause(fails);

  FILE *const out = fopen(file.c_str(), "w");
  if (out == nullptr)
    throw std::runtime_error(file + " cannot be written");
  fprintf(out, "p cnf %zu %u\n", gates.size() - 1, count);
  for (const int one : list)
    one == 0 ? fprintf(out, "0\n") : fprintf(out, "%d ", one);
  if (fclose(out) != 0)
    throw std::runtime_error(file + " cannot be written");
}

void write_state(FILE *out, const struct obligation &o)
{
  fprintf(out, "claim %u %u %u - 0\n", o.theorem, o.statement, o.instance);
  write_state_of(out, chosen);
}

void write_values(FILE *out)
{
  for (const struct claim &c : claims)
    fprintf(out, "%s.%u %d %d\n", c.what.c_str(), c.p, value_of(c.expected),
            value_of(c.found));
}

bool write_counterexample(FILE *out, const struct obligation &o,
                          const std::vector<bool> &values)
{
  const auto is = [&](unsigned wire) {
    return (wire > 1 && values[wire / 2]) != (wire & 1);
  };
  std::vector<bool> ones(variable.size());

  for (unsigned n = 0; n < variable.size(); n++)
    ones[n] = variable[n] != 0 && is(variable[n]);
  for (const struct claim &c : claims)
    if (is(c.expected) != is(c.found)) {
      fprintf(out, "claim %u %u %u %s %u\n", o.theorem, o.statement, o.instance,
              c.what.c_str(), c.p);
      write_state_of(out, ones);
      return true;
    }
  return false;
}
