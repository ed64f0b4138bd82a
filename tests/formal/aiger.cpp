// SPDX-License-Identifier: MIT
/* aiger.cpp - reading a circuit, and working it out. */
#include "aiger.h"

#include "theorem.h"

#include <fstream>
#include <stdexcept>

circuit::circuit(const std::string &file)
{
  read_gates(file + ".aag");
  read_names(file + ".map");
}

/* aag M I L O A, then a line for each: inputs, flip-flops (number, next value,
 * reset value), outputs, gates in an order in which they can be worked out. */
void circuit::read_gates(const std::string &file)
{
  std::ifstream in(file);
  std::string magic, line;
  unsigned most, latches, outputs, ands, literal;

  in >> magic >> most >> inputs >> latches >> outputs >> ands;
  if (!in || magic != "aag" || most > 10000000)
    throw std::runtime_error(file + ": no AIGER file");
  value.resize(most + 1);
  known.resize(most + 1);
  known[0] = true;
  for (unsigned i = 0; i < inputs; i++)
    if (!(in >> literal) || literal != 2 * (i + 1))
      throw std::runtime_error(file + ": inputs out of order");
  for (unsigned i = 0; i < latches; i++) {
    unsigned after;

    if (!(in >> literal >> after) || literal != 2 * (inputs + i + 1) ||
        after > 2 * most + 1)
      throw std::runtime_error(file + ": flip-flops out of order");
    std::getline(in, line); /* what it is reset to does not matter here */
    follows[literal] = after;
  }
  for (unsigned i = 0; i < outputs; i++)
    in >> literal;
  for (unsigned i = 0; i < ands; i++) {
    gate g;

    if (!(in >> g.is >> g.a >> g.b) || g.is % 2 != 0 || g.is > 2 * most ||
        g.a >= g.is || g.b >= g.is)
      throw std::runtime_error(file + ": gates out of order");
    gates.push_back(g);
  }
}

/* "input N digit name", "latch N digit name", "wire LITERAL digit name". */
void circuit::read_names(const std::string &file)
{
  std::ifstream in(file);
  std::string kind, name;
  unsigned n, p;

  while (in >> kind >> n >> p >> name) {
    if (kind == "output" || name.find('$') != std::string::npos)
      continue;
    const unsigned literal = kind == "input"   ? 2 * (n + 1)
                             : kind == "latch" ? 2 * (inputs + n + 1)
                                               : n;
    std::vector<unsigned> &digits = literals[name];

    if (p >= 32 || literal >= 2 * value.size())
      throw std::runtime_error(file + ": " + name + ": out of range");
    if (digits.size() <= p)
      digits.resize(p + 1);
    digits[p] = literal;
  }
  if (literals.empty())
    throw std::runtime_error(file + ": no names");
}

unsigned circuit::registers() const
{
  return static_cast<unsigned>(follows.size());
}

digit circuit::of(unsigned literal) const
{
  return literal & 1 ? !value[literal / 2] : value[literal / 2];
}

const std::vector<unsigned> &circuit::named(const std::string &name) const
{
  const auto i = literals.find(name);

  if (i == literals.end())
    throw std::runtime_error("the circuit has no " + name);
  return i->second;
}

void circuit::set(const std::string &name, const word &w, unsigned digits)
{
  const std::vector<unsigned> &list = named(name);

  if (list.size() != digits)
    throw std::runtime_error(name + " has another length in the circuit");
  for (unsigned p = 0; p < digits; p++) {
    if (list[p] % 2 != 0 || list[p] / 2 > inputs + registers() || list[p] == 0)
      throw std::runtime_error(name + " is neither flip-flop nor input");
    value[list[p] / 2] = read_digit(w, p);
    known[list[p] / 2] = true;
  }
}

void circuit::settle()
{
  for (unsigned i = 0; i <= inputs + registers(); i++)
    if (!known[i])
      throw std::runtime_error("flip-flop or input " + std::to_string(2 * i) +
                               " is not given");
  for (const gate &g : gates)
    value[g.is / 2] = of(g.a) & of(g.b);
}

word circuit::get(const std::string &name) const
{
  const std::vector<unsigned> &list = named(name);
  word w = 0;

  for (unsigned p = 0; p < list.size(); p++)
    w = write_digit(w, p, of(list[p]));
  return w;
}

word circuit::next(const std::string &name) const
{
  const std::vector<unsigned> &list = named(name);
  word w = 0;

  for (unsigned p = 0; p < list.size(); p++) {
    const auto after = follows.find(list[p]);

    w = write_digit(w, p, of(after == follows.end() ? list[p] : after->second));
  }
  return w;
}

circuit *read_circuit(const char *name)
{
  static std::map<std::string, circuit> circuits;
  const std::string file = std::string(proof_folder()) + "/" + name;

  return &circuits.try_emplace(file, file).first->second;
}
