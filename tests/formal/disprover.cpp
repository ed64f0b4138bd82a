// SPDX-License-Identifier: MIT
/*
 * disprover.cpp - looks for claims that are false:
 * disprove DIR THEOREM.STATEMENT CLAIM...
 *
 * A CLAIM is the name of one ("T"), one digit of it ("A.31"), or each of some
 * digits ("A.0-31"); in a name, # stands for each of 00 to 31 ("S#"). For each
 * a state is found in which the machine, which has a fault, makes it false, and
 * the ordinary machine must confirm that (attempt.h). Two more names: "end", of
 * a run without end; and, in a statement that says that one of its claims is
 * false in every instance, "astray.I", which is found if in instance I they are
 * all true.
 *
 * Nothing but these claims is looked at. So if the machine's fault is one that
 * they must find, and they do not, something is wrong with them.
 *
 * Exit status: 0 all of them are false, 1 some are not, 2 it cannot be told.
 */
#include "attempt.h"

#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>

namespace
{

const int any_of_them = -1;

/* Nothing is left to do. */
struct finished {
};

/* By name, then digit: has it been found false? */
std::map<std::string, std::map<int, bool>> wanted;
std::map<const void *, std::map<int, bool> *> known_names;
unsigned left; /* of them, not yet found */
std::string folder;
attempts *list;      /* of the states that were found; if null, none is asked */
struct attempt here; /* the instance being run */

void want(const std::string &name, int p)
{
  if (wanted[name].emplace(p, false).second)
    left++;
}

/* CLAIM, but for the #. */
void want_digits(const std::string &claim)
{
  const size_t dot = claim.find_last_of('.');
  int first, last, end = 0;

  if (dot == std::string::npos || !isdigit(claim[dot + 1])) {
    want(claim, any_of_them);
    return;
  }
  const int n =
    sscanf(claim.c_str() + dot + 1, "%d%n-%d%n", &first, &end, &last, &end);
  if (n < 1 || dot + 1 + static_cast<size_t>(end) != claim.size())
    throw std::runtime_error(claim + " names no digits");
  for (int p = first; p <= (n == 2 ? last : first); p++)
    want(claim.substr(0, dot), p);
}

void want_claim(const std::string &claim)
{
  const size_t hash = claim.find('#');

  if (hash == std::string::npos) {
    want_digits(claim);
    return;
  }
  for (unsigned n = 0; n < 32; n++) {
    std::string one = claim;

    want_digits(one.replace(
      hash, 1,
      { static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10) }));
  }
}

/* The digits of this name that are wanted, or null. Names are looked up by
 * where they stand first: the same few come again and again. */
std::map<int, bool> *wanted_of(const char *what)
{
  const auto [i, is_new] = known_names.emplace(what, nullptr);

  if (is_new) {
    const auto w = wanted.find(what);

    i->second = w == wanted.end() ? nullptr : &w->second;
  }
  return i->second;
}

void found(std::map<int, bool>::iterator i, const char *what, unsigned p,
           formula why)
{
  if (list->empty())
    printf("    first in instance %u\n", here.instance);
  here.what = what;
  here.p = p;
  list->add(here, example(why));
  i->second = true;
  if (--left == 0)
    throw finished();
}

/* Are all claims true in this instance? */
bool is_true(const struct statement &s, unsigned instance)
{
  struct counts n = {};

  try {
    return cover(s, instance, &n, nullptr);
  } catch (const finished &) {
  } catch (const endless &) {
  }
  forget_case();
  return false;
}

/* Instances of a statement that says it fails, in which it does not. */
void find_true(const struct statement &s)
{
  for (auto &[instance, is_found] : wanted["astray"])
    if (is_true(s, static_cast<unsigned>(instance))) {
      printf("    all is as expected, first in instance %d\n", instance);
      is_found = true;
      left--;
    }
}

void find_false(const struct statement &s)
{
  struct counts n = {};

  try {
    for (here.instance = 0; here.instance < s.instances; here.instance++)
      try {
        cover(s, here.instance, &n, nullptr);
      } catch (const endless &) {
        const auto end = wanted.find("end");

        if (end != wanted.end() && !end->second[any_of_them])
          found(end->second.find(any_of_them), "end", 0, 1);
        forget_case();
      }
  } catch (const finished &) {
  }
}

void tell_what_is_left()
{
  for (const auto &[name, digits] : wanted)
    for (const auto &[p, is_found] : digits)
      if (!is_found)
        printf("    %u.%u %s%s is not refuted\n", here.theorem, here.statement,
               name.c_str(),
               p == any_of_them ? "" : ("." + std::to_string(p)).c_str());
}

/* Returns the exit status. */
int disprove(const struct theorem &t, unsigned long number)
{
  if (number < 1 || number > t.count)
    throw std::runtime_error("there is no such statement");
  const struct statement &s = t.statements[number - 1];

  here.theorem = t.number;
  here.statement = static_cast<unsigned>(number);
  if (s.fails) {
    find_true(s);
  } else {
    attempts cases(folder);

    list = &cases;
    find_false(s);
    if (!cases.confirmed()) {
      printf("  the ordinary machine does not confirm it\n");
      return 2;
    }
  }
  tell_what_is_left();
  return left > 0;
}

} // namespace

void same_digit(const char *what, digit expected, digit now, unsigned p)
{
  std::map<int, bool> *const digits = wanted_of(what);

  if (list == nullptr && (expected ^ now).as_formula() != 0)
    throw finished();
  if (digits == nullptr || list == nullptr)
    return;
  for (const int q : { any_of_them, static_cast<int>(p) }) {
    const auto i = digits->find(q);

    if (i == digits->end() || i->second)
      continue;
    const formula differs = (expected ^ now).as_formula();
    if (differs != 0)
      found(i, what, p, differs);
  }
}

void same_word(const char *what, const word &expected, const word &now)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    same_digit(what, read_digit(expected, p), read_digit(now, p), p);
}

const char *proof_folder()
{
  return folder.c_str();
}

int main(int argc, char **argv)
{
  unsigned theorem, statement;

  if (argc < 4 || sscanf(argv[2], "%u.%u", &theorem, &statement) != 2) {
    fprintf(stderr, "usage: disprove DIR THEOREM.STATEMENT CLAIM...\n");
    return 2;
  }
  folder = argv[1];
  try {
    for (int a = 3; a < argc; a++)
      want_claim(argv[a]);
    for (unsigned i = 0; i < theorem_count; i++)
      if (theorems[i]->number == theorem)
        return disprove(*theorems[i], statement);
    printf("  there is no theorem %u\n", theorem);
  } catch (const std::exception &error) {
    printf("  %s\n", error.what());
  }
  return 2;
}
