// SPDX-License-Identifier: MIT
/* absent_fstapi.c - stands in for fstapi where Verilator's package has none. */
#include "tests/bench/fstapi.h"

bool fstapi_trace(const char *name, struct ssem *m, uint64_t beats)
{
  (void)name;
  (void)m;
  (void)beats;
  return false;
}
