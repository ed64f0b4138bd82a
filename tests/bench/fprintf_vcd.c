// SPDX-License-Identifier: MIT
/* fprintf_vcd.c - a trace by ssem_tick() and fprintf(). */
#include "tests/bench/fprintf_vcd.h"

#include "sim/signals.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { UNITS = 100 /* of 100 ns, in a digit period */ };

static void put_header(FILE *f)
{
  fputs("$timescale 100 ns $end\n", f);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    fprintf(f, "$scope module %s $end\n$var reg %u %c %s $end\n$upscope $end\n",
            signals_info[i].unit, signals_info[i].digits, (char)('!' + i),
            signals_info[i].name);
  fputs("$enddefinitions $end\n", f);
}

static void put_value(FILE *f, unsigned i, uint32_t value)
{
  char digits[33];
  unsigned n = sizeof digits - 1;

  if (signals_info[i].digits == 1) {
    fprintf(f, "%" PRIu32 "%c\n", value, (char)('!' + i));
    return;
  }
  digits[n] = '\0';
  do {
    digits[--n] = (char)('0' + (value & 1));
    value >>= 1;
  } while (value != 0);
  fprintf(f, "b%s %c\n", digits + n, (char)('!' + i));
}

static void put_first(FILE *f, const struct signals *now)
{
  fputs("#0\n$dumpvars\n", f);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    put_value(f, i, now->value[i]);
  fputs("$end\n", f);
}

static void put_changes(FILE *f, uint64_t time, const struct signals *before,
                        const struct signals *now)
{
  bool timed = false;

  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    if (now->value[i] == before->value[i])
      continue;
    if (!timed)
      fprintf(f, "#%" PRIu64 "\n", time);
    timed = true;
    put_value(f, i, now->value[i]);
  }
}

bool fprintf_vcd(const char *name, struct ssem *m, uint64_t beats)
{
  FILE *const f = fopen(name, "w");
  struct ssem_console rest;
  struct signals before, now;
  struct ssem_wires w;
  uint64_t n;

  if (f == NULL)
    return false;
  ssem_console_rest(&rest);
  put_header(f);
  for (n = 0; n < beats * SSEM_BEAT; n++) {
    ssem_settle(m, &rest, &w);
    signals_read(m, &rest, &w, &now);
    if (n == 0)
      put_first(f, &now);
    else
      put_changes(f, n * UNITS, &before, &now);
    before = now;
    ssem_clock(m, &rest, &w);
  }
  fprintf(f, "#%" PRIu64 "\n", n * UNITS);
  return fclose(f) == 0;
}
