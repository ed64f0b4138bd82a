// SPDX-License-Identifier: MIT
/* twin_vcd.cpp - the Verilated twin that writes Verilator's own VCD. */
#include "tests/bench/verilated_twin.h"

#include <Vtwinvcd.h>
#include <verilated_vcd_c.h>

namespace
{
class vcd_dump
{
  VerilatedVcdC vcd;

public:
  vcd_dump(VerilatedContext &context, Vtwinvcd &top, const char *name)
  {
    context.traceEverOn(true);
    top.trace(&vcd, 99);
    vcd.open(name);
  }

  ~vcd_dump()
  {
    vcd.close();
  }

  void operator()(uint64_t period)
  {
    vcd.dump(period * 100);
  }
};
} // namespace

struct twin *twin_open_vcd(const char *vcd)
{
  return new verilated_twin<Vtwinvcd, vcd_dump>(vcd);
}
