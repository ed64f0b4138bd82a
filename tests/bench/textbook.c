// SPDX-License-Identifier: MIT
/*
 * textbook.c - fetch, decode, obey, again: the lecture's first technique
 * [G. Lettieri, Virtualization: Introduction, Pisa 2018/19], five-digit
 * addresses and a count of orders added. An honest comparator: the state is in
 * local variables, and nothing is done that the machine does not ask for.
 */
#include "tests/bench/textbook.h"

bool textbook_run(struct isa *t, uint64_t max_orders, uint64_t *orders)
{
  uint32_t *const Mem = t->S;
  uint32_t A = t->A, CI = t->CI;
  uint64_t count = 0;
  bool stopped = false;

  while (!stopped && count < max_orders) {
    const uint32_t PI = Mem[CI & 31];
    const uint32_t addr = PI & 31;

    count++;
    switch ((PI >> 13) & 7) {
    case 0: CI = Mem[addr]; break;
    case 1: CI = CI + Mem[addr]; break;
    case 2: A = 0 - Mem[addr]; break;
    case 3: Mem[addr] = A; break;
    case 4:
    case 5: A = A - Mem[addr]; break;
    case 6:
      if ((int32_t)A < 0)
        CI++;
      break;
    case 7: stopped = true; break;
    }
    if (!stopped)
      CI++;
  }
  t->A = A;
  t->CI = CI;
  *orders = count;
  return stopped;
}
