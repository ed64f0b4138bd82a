// SPDX-License-Identifier: MIT
/*
 * verilated_machine.h - struct rtl over any Verilated probe.v (C++, private).
 *
 * V is the class Verilator made, Root the one that holds its nets, of which
 * only the store is looked at; all the others come through the probe's ports.
 */
#ifndef SSEM_VERILATED_MACHINE_H
#define SSEM_VERILATED_MACHINE_H

#include <verilated.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>

extern "C" {
#include "rtl.h"

#include "sim/signals.h"
}

struct rtl {
  virtual ~rtl() = default;
  virtual void reset(const struct ssem_console *k) = 0;
  virtual void settle(const struct ssem_console *k) = 0;
  virtual void look(struct period *seen) const = 0;
  virtual void clock() = 0;
  virtual void periods(const struct ssem_console *k, unsigned count,
                       struct period *seen) = 0;
  virtual enum level_status run() = 0;
  virtual void load(const struct period *given, digit as_built) = 0;
};

template <class V, class Root> class machine final : public rtl
{
  VerilatedContext context;
  V top{ &context };
  const Root &net{ *top.rootp };
  struct ssem_console taken; // what stands behind the flip-flops

public:
  explicit machine(bool as_built)
  {
    const struct period blank = {};

    ssem_console_rest(&taken);
    top.take = 0;
    top.rst = 0;
    top.eval();
    load(&blank, as_built);
    reset(&taken);
  }

  /* Verilator unmakes a model in the context of the thread, which is the one
   * made last, and may be gone. */
  ~machine() override
  {
    Verilated::threadContextp(&context);
  }

  void reset(const struct ssem_console *k) override
  {
    top.rst = 1;
    take(k);
    clock();
    top.rst = 0;
    take(k);
  }

  void settle(const struct ssem_console *k) override
  {
    if (!signals_keys_same(k, &taken))
      take(k);
  }

  void look(struct period *seen) const override
  {
    copy(seen->byte, top.seen_byte);
    copy(seen->held, top.seen_held);
    copy(seen->S, net.probe__DOT__ssem__DOT__store__DOT__S);
  }

  void clock() override
  {
    top.tick = !top.tick;
    top.eval();
  }

  void periods(const struct ssem_console *k, unsigned count,
               struct period *seen) override
  {
    settle(k);
    for (unsigned i = 0; i < count; i++) {
      look(&seen[i]);
      clock();
    }
  }

  enum level_status run() override
  {
    struct ssem_console rest;

    ssem_console_rest(&rest);
    settle(&rest);
    for (unsigned n = 0; n < LEVEL_LOST_AFTER; n++) {
      clock();
      if (period_at_boundary(byte()))
        return LEVEL_RUNNING;
      if (period_stopped(byte()))
        return LEVEL_STOPPED;
    }
    return LEVEL_LOST;
  }

  void load(const struct period *given, digit as_built) override
  {
    copy(top.given_byte, given->byte);
    copy(top.given_held, given->held);
    copy(top.given_S, given->S);
    top.as_built = as_built;
    top.load = 1;
    take(&taken);
    top.load = 0;
  }

private:
  void take(const struct ssem_console *k)
  {
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) set(top.name, k->name);
#include "sim/signals.def"
    taken = *k;
    top.take = 1;
    top.eval();
    top.take = 0;
    top.eval();
  }

  const uint8_t *byte() const
  {
    return &top.seen_byte[0];
  }

  /* From one array to the other; where that has more room, 0s. */
  template <class To, class From> static void copy(To &to, const From &from)
  {
    constexpr size_t size = sizeof to < sizeof from ? sizeof to : sizeof from;

    std::memcpy(&to, &from, size);
    std::memset(reinterpret_cast<char *>(&to) + size, 0, sizeof to - size);
  }

  template <class Port> static void set(Port &port, word value)
  {
    port = static_cast<Port>(value);
  }
};

/* A machine, or NULL and a sentence: Verilator's part of it wants memory and a
 * thread, and throws what it cannot have. */
template <class V, class Root>
struct rtl *open_machine(bool as_built, const char *name,
                         char text[TEXT_SENTENCE])
{
  try {
    return new machine<V, Root>(as_built);
  } catch (const std::exception &e) {
    snprintf(text, TEXT_SENTENCE, "%s: out of memory or threads: %s", name,
             e.what());
    return nullptr;
  }
}

#endif
