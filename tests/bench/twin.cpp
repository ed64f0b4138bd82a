// SPDX-License-Identifier: MIT
/* twin.cpp - the Verilated twin without a trace, and the choice between two. */
#include "tests/bench/verilated_twin.h"

#include <Vtwin.h>

namespace
{
struct no_dump {
  no_dump(VerilatedContext &, Vtwin &, const char *)
  {
  }

  void operator()(uint64_t)
  {
  }
};
} // namespace

struct twin *twin_open_plain()
{
  return new verilated_twin<Vtwin, no_dump>(nullptr);
}

struct twin *twin_open(enum twin_kind kind, const char *vcd,
                       char text[TEXT_SENTENCE])
{
  text[0] = '\0';
  return kind == TWIN_PLAIN ? twin_open_plain() : twin_open_vcd(vcd);
}

void twin_key_in(struct twin *w, const word S[SSEM_LINES])
{
  w->key_in(S);
}

void twin_run(struct twin *w, uint64_t orders)
{
  w->run(orders);
}

void twin_read(struct twin *w, word S[SSEM_LINES], word *A, word *CI)
{
  w->read(S, A, CI);
}

void twin_close(struct twin *w)
{
  delete w;
}
