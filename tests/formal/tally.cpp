// SPDX-License-Identifier: MIT
/* tally.cpp - what a statement came to, in numbers. */
#include "tally.h"

#include <algorithm>

/* Is claim n the one so called? The pointer is compared before the text. */
bool tally::is(size_t n, const char *what)
{
  if (n >= claims.size())
    return false;
  if (claims[n].at != what && claims[n].what == what)
    claims[n].at = what;
  return claims[n].at == what;
}

/* A claim is mostly about the same word as the one before it, or the next. */
void tally::equation(const char *what)
{
  if (!is(last, what) && !is(++last, what)) {
    for (last = 0; last < claims.size() && !is(last, what);)
      last++;
    if (last == claims.size())
      claims.push_back({ what, what, 0 });
  }
  claims[last].equations++;
}

unsigned long tally::equations() const
{
  unsigned long sum = 0;

  for (const claim &c : claims)
    sum += c.equations;
  return sum;
}

std::string tally::text() const
{
  std::vector<unsigned long> numbers;
  std::string all;

  for (const claim &c : claims)
    if (std::count(numbers.begin(), numbers.end(), c.equations) == 0)
      numbers.push_back(c.equations);
  for (const unsigned long n : numbers) {
    std::string line = "  " + std::to_string(n) + " equations of each:";

    for (const claim &c : claims) {
      if (c.equations != n)
        continue;
      if (line.size() + 1 + c.what.size() > 80) {
        all += line + "\n";
        line = "   ";
      }
      line += " " + c.what;
    }
    all += line + "\n";
  }
  return all;
}
