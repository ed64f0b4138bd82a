// SPDX-License-Identifier: MIT
/*
 * verilated_twin.h - struct twin over a Verilated ssem (C++, private). V is the
 * class Verilator made; Dump is called once a digit period, settled.
 */
#ifndef SSEM_VERILATED_TWIN_H
#define SSEM_VERILATED_TWIN_H

#include <verilated.h>

#include <cstdint>

extern "C" {
#include "twin.h"
}

struct twin {
  virtual ~twin() = default;
  virtual void key_in(const word S[SSEM_LINES]) = 0;
  virtual void run(uint64_t orders) = 0;
  virtual void read(word S[SSEM_LINES], word *A, word *CI) = 0;
};

struct twin *twin_open_plain();
struct twin *twin_open_vcd(const char *vcd);

template <class V, class Dump> class verilated_twin final : public twin
{
  VerilatedContext context;
  V top{ &context };
  Dump dump;

public:
  explicit verilated_twin(const char *vcd) : dump(context, top, vcd)
  {
  }

  void key_in(const word S[SSEM_LINES]) override
  {
    top.CS = 0;
    top.MAN = 1;
    top.WRITE = 1;
    reset();
    for (unsigned n = 0; n < SSEM_LINES; n++) {
      top.LS = n & 31;
      bar();
      top.KLC = 1;
      bar();
      top.KLC = 0;
      top.TW = S[n];
      bar();
      top.TW = 0;
    }
    top.WRITE = 0;
    top.MAN = 0;
    top.LS = 31;
    top.CS = 1;
    reset();
  }

  void run(uint64_t orders) override
  {
    const uint64_t last = orders * SSEM_BAR - 2; // CS comes one period late
    uint64_t n = 0;

    for (; n < last; n++)
      period(n);
    top.CS = 0;
    period(n);
    period(n + 1);
  }

  void read(word S[SSEM_LINES], word *A, word *CI) override
  {
    for (unsigned n = 0; n < SSEM_LINES * SSEM_BAR / 2; n++) {
      settle();
      if (!top.BO && top.beat == BEAT_S2) {
        see(A, top.a_w);
        see(CI, top.c_w);
      }
      if (!top.BO && (top.beat == BEAT_S1 || top.beat == BEAT_S2))
        see(&S[top.line], top.s_w);
      clock();
    }
  }

private:
  void period(uint64_t n)
  {
    settle();
    dump(n);
    clock();
  }

  void settle()
  {
    top.clk = 0;
    top.eval();
  }

  void clock()
  {
    top.clk = 1;
    top.eval();
  }

  void reset()
  {
    top.rst = 1;
    settle();
    clock(); // what the console holds reaches the machine
    settle();
    clock();
    top.rst = 0;
  }

  void bar()
  {
    for (unsigned n = 0; n < SSEM_BAR; n++) {
      settle();
      clock();
    }
  }

  /* The spot that the beam leaves in digit period p. */
  void see(word *line, digit spot)
  {
    const word here = (word)1 << top.p;

    *line = spot ? *line | here : *line & ~here;
  }
};

#endif
