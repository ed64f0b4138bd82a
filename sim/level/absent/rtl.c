// SPDX-License-Identifier: MIT
/* rtl.c - stands in for rtl.cpp where there is no Verilator. */
#include "sim/level/rtl.h"

#include <stdio.h>

struct rtl *rtl_open(bool as_built, char text[TEXT_SENTENCE])
{
  (void)as_built;
  snprintf(text, TEXT_SENTENCE,
           "level rtl was not built: install verilator and g++ (make deps), "
           "then make again");
  return NULL;
}

/* Nothing was opened, so nothing else is ever called. */
void rtl_close(struct rtl *r)
{
  (void)r;
}

void rtl_reset(struct rtl *r, const struct ssem_console *k)
{
  (void)r, (void)k;
}

void rtl_settle(struct rtl *r, const struct ssem_console *k,
                struct period *seen)
{
  (void)r, (void)k, (void)seen;
}

void rtl_clock(struct rtl *r)
{
  (void)r;
}

void rtl_periods(struct rtl *r, const struct ssem_console *k, unsigned count,
                 struct period *seen)
{
  (void)r;
  (void)k;
  (void)count;
  (void)seen;
}

enum level_status rtl_run(struct rtl *r)
{
  (void)r;
  return LEVEL_STOPPED;
}

void rtl_read(const struct rtl *r, struct ssem *m)
{
  (void)r, (void)m;
}

void rtl_write(struct rtl *r, const struct ssem *m)
{
  (void)r, (void)m;
}
