// SPDX-License-Identifier: MIT
/*
 * signals.h - every signal by number and name, and its value at one level.
 *
 * signals.def is the list; this is its C form. SIGNAL_CI is the number of
 * ssem.control.CI, signals_info[SIGNAL_CI] its entry.
 *
 *   struct signals sig;
 *
 *   ssem_settle(&m, &k, &w);
 *   signals_read(&m, &k, &w, &sig);
 *   printf("%s = %u\n", signals_info[SIGNAL_CI].name, sig.value[SIGNAL_CI]);
 */
#ifndef TRACEGEN_SIGNALS_H
#define TRACEGEN_SIGNALS_H

#include "ssem.h"

#include <stdbool.h>

enum signal {
#define TIME(unit, name, digits, meaning) SIGNAL_##name,
#define HELD(unit, name, digits, meaning) SIGNAL_##name,
#define LINE(unit, name, n, meaning) SIGNAL_##name,
#define WIRE(unit, name, digits, meaning) SIGNAL_##name,
#define KEY(unit, name, digits, meaning) SIGNAL_##name,
#include "signals.def"
  SIGNAL_COUNT
};

enum signal_kind { KIND_TIME, KIND_HELD, KIND_LINE, KIND_WIRE, KIND_KEY };

struct signal_info {
  enum signal_kind kind;
  const char *unit;    /* "control" */
  const char *name;    /* "CI"; unique among all units */
  unsigned digits;     /* 1 to 32 */
  const char *meaning; /* one phrase */
};

extern const struct signal_info signals_info[SIGNAL_COUNT];

/* The value of every signal in one digit period, settled. */
struct signals {
  uint32_t value[SIGNAL_COUNT];
};

/* Is every switch and key of two consoles the same? */
static inline bool signals_keys_same(const struct ssem_console *a,
                                     const struct ssem_console *b)
{
  bool same = true;

#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) same &= a->name == b->name;
#include "signals.def"
  return same;
}

/* Read every signal of the machine in C. w must be settled from m and k. */
void signals_read(const struct ssem *m, const struct ssem_console *k,
                  const struct ssem_wires *w, struct signals *sig);

/* The number of the signal called name ("CI"), or SIGNAL_COUNT. */
enum signal signals_find(const char *name);

#endif
