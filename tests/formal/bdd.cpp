// SPDX-License-Identifier: MIT
/* bdd.cpp - the algebra of formulas: one table, one operation. */
#include "bdd.h"

#include <cstddef>
#include <cstdint>

namespace
{

struct node {
  unsigned variable;
  formula low, high; /* what remains if the variable is 0, if it is 1 */
};

struct answer { /* of bdd_ite(f, g, h) */
  formula f, g, h, is;
};

enum { CACHE = 1 << 16, MANY = 1 << 16 };

std::vector<node> nodes;
std::vector<formula> table; /* a hash of all nodes; 0 is an empty place */
std::vector<answer> cache;

size_t hash(unsigned a, unsigned b, unsigned c)
{
  const uint64_t mixed = (a * UINT64_C(0x9e3779b97f4a7c15)) ^
                         (b * UINT64_C(0xc2b2ae3d27d4eb4f)) ^
                         (c * UINT64_C(0x165667b19e3779f9));

  return static_cast<size_t>(mixed >> 29 ^ mixed >> 47);
}

void empty()
{
  nodes.assign({ { BDD_VARIABLES, 0, 0 }, { BDD_VARIABLES, 1, 1 } });
  table.assign(4 * MANY, 0);
  cache.assign(CACHE, { 0, 0, 0, 0 });
}

void grow()
{
  table.assign(2 * table.size(), 0);
  for (formula n = 2; n < nodes.size(); n++) {
    size_t i = hash(nodes[n].variable, nodes[n].low, nodes[n].high);

    while (table[i &= table.size() - 1] != 0)
      i++;
    table[i] = n;
  }
}

/* The one node that asks for variable and goes on with low or high. */
formula ask(unsigned variable, formula low, formula high)
{
  if (low == high)
    return low;
  if (2 * nodes.size() > table.size())
    grow();
  for (size_t i = hash(variable, low, high);; i++) {
    formula &place = table[i &= table.size() - 1];

    if (place == 0) {
      nodes.push_back({ variable, low, high });
      return place = static_cast<formula>(nodes.size() - 1);
    }
    const node &n = nodes[place];
    if (n.variable == variable && n.low == low && n.high == high)
      return place;
  }
}

formula given(formula f, unsigned variable, bool value)
{
  const node &n = nodes[f];

  return n.variable != variable ? f : value ? n.high : n.low;
}

} // namespace

formula bdd_ite(formula f, formula g, formula h)
{
  if (f < 2)
    return f ? g : h;
  if (g == h)
    return g;
  if (g == 1 && h == 0)
    return f;

  const size_t i = hash(f, g, h) % CACHE;
  if (cache[i].f == f && cache[i].g == g && cache[i].h == h)
    return cache[i].is;

  unsigned v = nodes[f].variable;
  v = nodes[g].variable < v ? nodes[g].variable : v;
  v = nodes[h].variable < v ? nodes[h].variable : v;
  const formula low =
    bdd_ite(given(f, v, false), given(g, v, false), given(h, v, false));
  const formula high =
    bdd_ite(given(f, v, true), given(g, v, true), given(h, v, true));
  const formula is = ask(v, low, high);

  cache[i] = { f, g, h, is };
  return is;
}

formula bdd_variable(unsigned variable)
{
  return ask(variable, 0, 1);
}

unsigned bdd_top(formula f)
{
  return nodes[f].variable;
}

void bdd_satisfy(formula f, std::vector<signed char> &value)
{
  while (f > 1) {
    const node &n = nodes[f];
    const bool one = n.low == 0;

    value[n.variable] = one;
    f = one ? n.high : n.low;
  }
}

void bdd_begin()
{
  if (nodes.empty() || nodes.size() > MANY)
    empty();
}
