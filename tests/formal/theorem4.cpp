// SPDX-License-Identifier: MIT
/*
 * theorem4.cpp - the Verilog machine is the C machine.
 *
 * Yosys turns rtl/ into AND gates and flip-flops (aiger.ys). In every state,
 * reachable or not, under every console, each signal of signals.def has the
 * value that ssem_settle gives it, and each flip-flop takes the value that
 * ssem_clock leaves. beat and p are plain numbers, so this is stated for each
 * of the 144 digit periods of a bar; a p beyond 35 comes from none of them.
 */
#include "aiger.h"
#include "machine.h"

#include "theorems.h"

/* Digits in all of what remembers, the strap excepted. */
static const unsigned register_digits =
  SSEM_LINES * 32 + 3 * 32 + 5 + 3 + 5 + 6 + 2 + 6;

/* A register holds what give_circuit() gave it: only wires are to be claimed.
 */
static void same_wires(const struct ssem_wires *w, const circuit *c)
{
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning) \
  same_word(#name, w->name, c->get(#unit "." #name));
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
}

/* What a register takes at the clock edge is called next.CI. */
static void same_registers(const struct ssem *m, const circuit *c)
{
#define TIME(unit, name, digits, meaning) \
  same_word("next." #name, m->name, c->next(#unit "." #name));
#define HELD(unit, name, digits, meaning) \
  same_word("next." #name, m->name, c->next(#unit "." #name));
#define LINE(unit, name, n, meaning) \
  same_word("next." #name, m->S[n], c->next(#unit ".S[" #n "]"));
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
}

static void every_register_is_there(unsigned)
{
  same_word("registers", register_digits, read_circuit("rtl")->registers());
}

static void a_tick_is_a_clock_edge(unsigned phase)
{
  circuit *const c = read_circuit("rtl");
  struct ssem m, before;
  struct ssem_console k;
  struct ssem_wires w;

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  any_console(&k);
  starts_from(&m);
  before = m;
  ssem_settle(&m, &k, &w);
  ssem_clock(&m, &k, &w);
  give_circuit(c, &before, &k, 0);
  same_wires(&w, c);
  same_registers(&m, c);
}

static void rst_clears_all_but_the_store(unsigned phase)
{
  circuit *const c = read_circuit("rtl");
  struct ssem m, cleared;
  struct ssem_console k;

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  any_console(&k);
  starts_from(&m);
  ssem_clear(&cleared, &k);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    cleared.S[n] = m.S[n];
  cleared.as_built = m.as_built;
  give_circuit(c, &m, &k, 1);
  same_registers(&cleared, c);
}

static const struct statement statements[] = {
  { "the circuit has the registers of the C page, and no other", 1,
    every_register_is_there, false },
  { "a tick is a clock edge: every signal, every register", SSEM_BAR,
    a_tick_is_a_clock_edge, false },
  { "rst clears everything but the store tube", SSEM_BAR,
    rst_clears_all_but_the_store, false },
};

const struct theorem theorem4 = {
  4,
  "The Verilog is the C: in every state, reachable or not, under every "
  "console, a clock edge does what a tick does, signal by signal.",
  statements,
  sizeof statements / sizeof *statements,
  "rtl",
};
