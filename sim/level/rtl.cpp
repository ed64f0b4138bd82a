// SPDX-License-Identifier: MIT
/* rtl.cpp - the machine in Verilog, made into C++ by Verilator. */
#include "verilated_machine.h"

#include <Vssem.h>
#include <Vssem___024root.h>

#include <cstdio>
#include <new>

struct rtl *rtl_open(bool as_built, char text[LEVEL_TEXT])
{
  struct rtl *const r =
    new (std::nothrow) machine<Vssem, Vssem___024root>(as_built);

  if (r == nullptr)
    snprintf(text, LEVEL_TEXT, "rtl: out of memory");
  return r;
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
                struct ssem_wires *w)
{
  r->settle(k, w);
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
  r->read(m);
}

void rtl_write(struct rtl *r, const struct ssem *m)
{
  r->write(m);
}
