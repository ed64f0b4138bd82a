// SPDX-License-Identifier: MIT
/*
 * verilated_machine.h - struct rtl over any Verilated ssem (C++, private).
 *
 * V is the class Verilator made, Root the one that holds its nets. The path of
 * every net follows from signals.def: ssem.<unit>.<name>.
 */
#ifndef SSEM_VERILATED_MACHINE_H
#define SSEM_VERILATED_MACHINE_H

#include <verilated.h>

#include <cstdint>

extern "C" {
#include "rtl.h"
}

struct rtl {
  virtual ~rtl() = default;
  virtual void reset(const struct ssem_console *k) = 0;
  virtual void settle(const struct ssem_console *k, struct ssem_wires *w) = 0;
  virtual void clock() = 0;
  virtual enum level_status run() = 0;
  virtual void read(struct ssem *m) const = 0;
  virtual void write(const struct ssem *m) = 0;
};

#define NET(unit, name) net.ssem__DOT__##unit##__DOT__##name

template <class V, class Root> class machine final : public rtl
{
  VerilatedContext context;
  V top{ &context };
  Root &net{ *top.rootp };

public:
  explicit machine(bool as_built)
  {
    struct ssem_console rest;

    top.clk = 0;
    top.as_built = as_built;
    for (unsigned n = 0; n < SSEM_LINES; n++)
      NET(store, S)[n] = 0;
    ssem_console_rest(&rest);
    reset(&rest);
  }

  void reset(const struct ssem_console *k) override
  {
    top.rst = 1;
    settle(k, nullptr);
    clock();
    top.rst = 0;
  }

  void settle(const struct ssem_console *k, struct ssem_wires *w) override
  {
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) set(top.name, k->name);
#include "sim/signals.def"
    top.clk = 0;
    top.eval();
    if (w == nullptr)
      return;
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) w->name = NET(unit, name);
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  }

  void clock() override
  {
    top.clk = 1;
    top.eval();
  }

  enum level_status run() override
  {
    struct ssem_console rest;

    ssem_console_rest(&rest);
    settle(&rest, nullptr);
    for (unsigned n = 0; n < LEVEL_LOST_AFTER; n++) {
      clock();
      if (NET(timebase, active) && NET(timebase, beat) == BEAT_A1 &&
          NET(timebase, p) == 0)
        return LEVEL_RUNNING;
      if (!NET(timebase, active) && NET(timebase, stop) && !NET(timebase, ksp))
        return LEVEL_STOPPED;
      top.clk = 0;
      top.eval();
    }
    return LEVEL_LOST;
  }

  void read(struct ssem *m) const override
  {
#define TIME(unit, name, digits, meaning) m->name = NET(unit, name);
#define HELD(unit, name, digits, meaning) m->name = NET(unit, name);
#define LINE(unit, name, n, meaning) m->S[n] = NET(unit, S)[n];
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  }

  void write(const struct ssem *m) override
  {
    top.as_built = m->as_built;
    top.clk = 0;
    top.eval();
#define TIME(unit, name, digits, meaning) set(NET(unit, name), m->name);
#define HELD(unit, name, digits, meaning) set(NET(unit, name), m->name);
#define LINE(unit, name, n, meaning) NET(unit, S)[n] = m->S[n];
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  }

private:
  template <class Net> static void set(Net &n, word value)
  {
    n = static_cast<Net>(value);
  }
};

#endif
