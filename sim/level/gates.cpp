// SPDX-License-Identifier: MIT
/* gates.cpp - the machine in gates: Yosys's netlist of rtl/, Verilated. */
#include "verilated_machine.h"

#include <Vgates.h>
#include <Vgates___024root.h>

struct rtl *gates_open(bool as_built, char text[TEXT_SENTENCE])
{
  return open_machine<Vgates, Vgates___024root>(as_built, "gates", text);
}
