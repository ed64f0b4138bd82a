// SPDX-License-Identifier: MIT
/*
 * try.c - try one mutant: is it told from the machine, and after how long?
 *
 *   try LEVEL        LEVEL is the one that holds the fault: serial or rtl
 *
 * Two checks, those of test_lockstep and test_rtl, cut short at the first
 * difference. Against isa: T-states at boundaries, random programs, console at
 * rest. By digit: every signal of serial and rtl at every digit period, random
 * fingers on both consoles, both readings of F, and clear against rst. Prints
 * how many orders (bars, for the second) each let pass before it saw the fault,
 * "-" where it never did. A machine that comes to no boundary within two bars
 * is caught too.
 */
#include "sim/level/levels.h"
#include "sim/level/rtl.h"
#include "sim/lockstep/lockstep.h"
#include "tests/support/random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORDERS = 20000, BARS = 20000 };

static struct level *open_level(const char *name, bool as_built)
{
  char text[TEXT_SENTENCE];
  struct level *const l = level_open(
    name, &(const struct level_options){ .as_built = as_built }, text);

  if (l == NULL) {
    fprintf(stderr, "%s\n", text);
    exit(2);
  }
  return l;
}

static bool is_boundary(const struct signals *sig)
{
  return sig->value[SIGNAL_A1] && sig->value[SIGNAL_p] == 0;
}

static bool is_stopped(const struct signals *sig)
{
  return !sig->value[SIGNAL_active] && sig->value[SIGNAL_stop] &&
         !sig->value[SIGNAL_ksp];
}

/* On to the next boundary or the stop, at most two bars. */
static bool advance(struct level *l, struct signals *sig)
{
  struct ssem_console rest;

  ssem_console_rest(&rest);
  for (unsigned n = 0; n < 2 * SSEM_BAR; n++) {
    l->ops->tick(l, &rest, sig);
    if (is_boundary(sig) || is_stopped(sig))
      return true;
  }
  return false;
}

static bool same(const struct signals *sig, const struct isa *t)
{
  return sig->value[SIGNAL_CI] == t->CI && sig->value[SIGNAL_A] == t->A &&
         memcmp(&sig->value[SIGNAL_S00], t->S, sizeof t->S) == 0;
}

static bool against_isa(const char *name, uint64_t *orders)
{
  struct level *const isa = open_level("isa", false);
  struct level *const other = open_level(name, false);
  bool caught = false;

  *orders = 0;
  while (!caught && *orders < ORDERS) {
    enum level_status status = LEVEL_RUNNING;
    struct isa t;

    random_running_isa(&t);
    isa->ops->clear(isa, t.S, t.CI);
    other->ops->clear(other, t.S, t.CI);
    for (unsigned n = 0; n < 40 && status == LEVEL_RUNNING && !caught; n++) {
      struct signals sig;

      status = isa->ops->advance(isa);
      isa->ops->interp(isa, &t);
      caught = !advance(other, &sig) || !same(&sig, &t) ||
               is_stopped(&sig) != (status == LEVEL_STOPPED);
      *orders += !caught;
    }
  }
  isa->ops->close(isa);
  other->ops->close(other);
  return caught;
}

/* ssem_clear() against rst, CS at random, after whatever r holds. */
static bool clears_differ(struct rtl *r)
{
  struct ssem_console k;
  struct ssem m, v;
  bool differ = false;

  ssem_console_rest(&k);
  k.CS = random_one_in(2);
  ssem_clear(&m, &k);
  rtl_reset(r, &k);
  rtl_read(r, &v);
#define TIME(unit, name, digits, meaning) differ |= m.name != v.name;
#define HELD(unit, name, digits, meaning) differ |= m.name != v.name;
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  return differ;
}

static bool by_digit(uint64_t *bars)
{
  char text[TEXT_SENTENCE];
  struct level *serial[2], *rtl[2];
  struct rtl *const r = rtl_open(false, text);
  bool caught = false;

  if (r == NULL) {
    fprintf(stderr, "%s\n", text);
    exit(2);
  }

  for (unsigned i = 0; i < 2; i++) {
    serial[i] = open_level("serial", i);
    rtl[i] = open_level("rtl", i);
  }
  *bars = 0;
  while (!caught && *bars < BARS) {
    const unsigned as_built = random_digit();
    struct ssem_console k;
    struct level *const pair[] = { serial[as_built], rtl[as_built] };
    struct lockstep ls;
    struct isa t;

    random_running_isa(&t);
    serial[as_built]->ops->clear(serial[as_built], t.S, t.CI);
    rtl[as_built]->ops->clear(rtl[as_built], t.S, t.CI);
    ssem_console_rest(&k);
    lockstep_init(&ls, pair, 2);
    lockstep_begin(&ls, 0);
    while (ls.bars < 40 && lockstep_tick(&ls, &k))
      random_fingers(&k);
    caught = ls.outcome == LOCKSTEP_DIFFERS || clears_differ(r);
    *bars += ls.bars;
  }
  rtl_close(r);
  for (unsigned i = 0; i < 2; i++) {
    serial[i]->ops->close(serial[i]);
    rtl[i]->ops->close(rtl[i]);
  }
  return caught;
}

static void report(bool caught, uint64_t after)
{
  if (caught)
    printf(" %8" PRIu64, after);
  else
    printf(" %8s", "-");
}

int main(int argc, char **argv)
{
  uint64_t n;
  bool caught;

  if (argc != 2)
    return 2;
  random_begin_with(1948);
  caught = against_isa(argv[1], &n);
  report(caught, n);
  caught = by_digit(&n);
  report(caught, n);
  printf("\n");
  return 0;
}
