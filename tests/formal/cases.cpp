// SPDX-License-Identifier: MIT
/* cases.cpp - a statement, tried in all the cases that it falls into. */
#include "cases.h"

#include <stdexcept>

namespace
{

const uint64_t whole = UINT64_C(1) << 62; /* all states of an instance */

unsigned questions; /* in this case */
std::vector<signed char> value(BDD_VARIABLES, -1);

/* The order of the variables decides how large formulas get. Short registers
 * and switches come first: they open gates for whole words. Then the words,
 * side by side, high digits first: the carry out of the low digits is then a
 * formula further down that all digits above it share. */
unsigned variable_of(unsigned name, unsigned p)
{
  const bool wide = name < ANY_L || name == ANY_TW;

  return (wide ? 5 + 31 - p : p) * ANY_NAMES + name;
}

decision decision_of(unsigned variable, bool one)
{
  const unsigned name = variable % ANY_NAMES;
  unsigned p = 0;

  while (variable_of(name, p) != variable)
    p++;
  return { name, p, one };
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
    value[variable_of(d.name, d.p)] = d.value;
  s.body(instance);
}

} // namespace

bool cover(const struct statement &s, unsigned instance, struct counts *n,
           const std::function<void(const std::vector<decision> &)> &ended)
{
  std::vector<std::vector<decision>> open(1);
  uint64_t covered = 0;

  while (!open.empty()) {
    const std::vector<decision> list = open.back();

    open.pop_back();
    try {
      run_case(list, s, instance);
      n->cases++;
      covered += whole >> list.size();
      if (ended)
        ended(list);
    } catch (const split &split) {
      n->splits++;
      if (list.size() == 62)
        throw std::runtime_error("a case of more than 62 values");
      for (const bool one : { true, false }) {
        open.push_back(list);
        open.back().push_back(decision_of(split.variable, one));
      }
    }
    forget_case();
  }
  return covered == whole;
}

std::vector<decision> example(formula why)
{
  std::vector<signed char> values = value;
  std::vector<decision> ones;

  bdd_satisfy(why, values);
  for (unsigned name = 0; name < ANY_NAMES; name++)
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      if (values[variable_of(name, p)] == 1)
        ones.push_back({ name, p, true });
  return ones;
}

void forget_case()
{
  value.assign(value.size(), -1);
}

void digit_asked()
{
  if (++questions > 100000)
    throw endless();
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

void starts_from(const struct ssem *)
{
}
