// SPDX-License-Identifier: MIT
/* signals.c - signals.def as a table and as a reader. */
#include "signals.h"

#include <string.h>

const struct signal_info signals_info[SIGNAL_COUNT] = {
#define TIME(unit, name, digits, meaning) \
  { KIND_TIME, #unit, #name, digits, meaning },
#define HELD(unit, name, digits, meaning) \
  { KIND_HELD, #unit, #name, digits, meaning },
#define LINE(unit, name, n, meaning) { KIND_LINE, #unit, #name, 32, meaning },
#define WIRE(unit, name, digits, meaning) \
  { KIND_WIRE, #unit, #name, digits, meaning },
#define KEY(unit, name, digits, meaning) \
  { KIND_KEY, #unit, #name, digits, meaning },
#include "signals.def"
};

void signals_read(const struct ssem *m, const struct ssem_console *k,
                  const struct ssem_wires *w, struct signals *sig)
{
  uint32_t *value = sig->value;

#define TIME(unit, name, digits, meaning) *value++ = m->name;
#define HELD(unit, name, digits, meaning) *value++ = m->name;
#define LINE(unit, name, n, meaning) *value++ = m->S[n];
#define WIRE(unit, name, digits, meaning) *value++ = w->name;
#define KEY(unit, name, digits, meaning) *value++ = k->name;
#include "signals.def"
}

enum signal signals_find(const char *name)
{
  unsigned i = 0;

  while (i < SIGNAL_COUNT && strcmp(signals_info[i].name, name) != 0)
    i++;
  return (enum signal)i;
}
