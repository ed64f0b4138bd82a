// SPDX-License-Identifier: MIT
/* rtl.cpp - the machine in Verilog, made into C++ by Verilator. */
#include "verilated_machine.h"

#include <Vssem.h>
#include <Vssem___024root.h>

struct rtl *rtl_open(bool as_built, char text[TEXT_SENTENCE])
{
  return open_machine<Vssem, Vssem___024root>(as_built, "rtl", text);
}

void rtl_close(struct rtl *r)
{
  delete r;
}

void rtl_reset(struct rtl *r, const struct ssem_console *k)
{
  r->reset(k);
}

void rtl_settle(struct rtl *r, const struct ssem_console *k,
                struct period *seen)
{
  r->settle(k);
  if (seen != nullptr)
    r->look(seen);
}

void rtl_periods(struct rtl *r, const struct ssem_console *k, unsigned count,
                 struct period *seen)
{
  r->periods(k, count, seen);
}

void rtl_clock(struct rtl *r)
{
  r->clock();
}

enum level_status rtl_run(struct rtl *r)
{
  return r->run();
}

void rtl_read(const struct rtl *r, struct ssem *m)
{
  struct period seen;
  struct ssem_wires w;

  r->look(&seen);
  period_write(&seen, m, &w);
}

void rtl_write(struct rtl *r, const struct ssem *m)
{
  const struct ssem_wires none = {};
  struct period given;

  period_read(m, &none, &given);
  r->load(&given, m->as_built);
}
