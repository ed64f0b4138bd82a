// SPDX-License-Identifier: MIT
/*
 * theorem5.cpp - the gates are the Verilog.
 *
 * The netlist that Yosys synthesized, the one that level gates simulates, is
 * made into AND gates once more and compared with those of the Verilog itself:
 * every signal and every flip-flop, in every state, under every console.
 * Neither circuit asks for a value, so there is nothing to split.
 */
#include "aiger.h"
#include "machine.h"

#include "theorems.h"

static void same_circuit(const circuit *expected, const circuit *found)
{
#define SAME(name, what, path) \
  same_word(name, expected->what(path), found->what(path));
#define TIME(unit, name, digits, meaning) \
  SAME("next." #name, next, #unit "." #name)
#define HELD(unit, name, digits, meaning) \
  SAME("next." #name, next, #unit "." #name)
#define LINE(unit, name, n, meaning) \
  SAME("next." #name, next, #unit ".S[" #n "]")
#define WIRE(unit, name, digits, meaning) SAME(#name, get, #unit "." #name)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
#undef SAME
}

static void the_netlist_is_the_verilog(unsigned phase)
{
  circuit *const rtl = read_circuit("rtl");
  circuit *const gates = read_circuit("gates");
  const digit rst = any_digit(ANY_RST);
  struct ssem m;
  struct ssem_console k;

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  any_console(&k);
  starts_from(&m);
  give_circuit(rtl, &m, &k, rst);
  give_circuit(gates, &m, &k, rst);
  same_circuit(rtl, gates);
}

static void no_register_is_lost_or_new(unsigned)
{
  same_word("registers", read_circuit("rtl")->registers(),
            read_circuit("gates")->registers());
}

static const struct statement statements[] = {
  { "every signal and register of the netlist is that of the Verilog", SSEM_BAR,
    the_netlist_is_the_verilog, false },
  { "the netlist has as many registers as the Verilog", 1,
    no_register_is_lost_or_new, false },
};

const struct theorem theorem5 = {
  5,
  "The gates are the Verilog: in every state, under every console, the netlist "
  "settles and clocks as the Verilog does.",
  statements,
  sizeof statements / sizeof *statements,
  "gates",
};
