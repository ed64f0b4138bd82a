// SPDX-License-Identifier: MIT
/* gates.cpp - the machine in gates: Yosys's netlist of rtl/, Verilated. */
#include "verilated_machine.h"

#include <Vgates.h>
#include <Vgates___024root.h>

#include <cstdio>
#include <new>

struct rtl *gates_open(bool as_built, char text[LEVEL_TEXT])
{
  struct rtl *const r =
    new (std::nothrow) machine<Vgates, Vgates___024root>(as_built);

  if (r == nullptr)
    snprintf(text, LEVEL_TEXT, "gates: out of memory");
  return r;
}
