// SPDX-License-Identifier: MIT
/*
 * test_verdict.c - of levels that differ, the one that stands alone is found.
 *
 * A liar (support/liar.h) stands among the honest. All programs here are LDN
 * 24, SUB 24, JMP 25 for ever.
 */
#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"
#include "support/liar.h"
#include "support/machine.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

/* The honest levels, and the liar. */
static struct level *isa, *serial, *waves;
static struct liar liar;
static struct lockstep ls;
static char text[TEXT_SENTENCE];

static struct level *open(const char *name)
{
  struct level *const l =
    level_open(name, &(const struct level_options){ .as_built = false }, text);

  assert_non_null(l);
  return l;
}

static int open_all(void **state)
{
  (void)state;
  isa = open("isa");
  serial = open("serial");
  waves = open("waves");
  liar = (struct liar){ .level.ops = &liar_ops, .honest = open("serial") };
  return 0;
}

static int close_all(void **state)
{
  (void)state;
  isa->ops->close(isa);
  serial->ops->close(serial);
  waves->ops->close(waves);
  liar.honest->ops->close(liar.honest);
  return 0;
}

/* Digit period p of a beat of bar number n. */
static unsigned period(unsigned n, enum ssem_beat beat, unsigned p)
{
  return (n - 1) * SSEM_BAR + (unsigned)beat * SSEM_BEAT + p;
}

/* Compare these levels, by digit, and say how they differ. */
static const char *compare(struct level *const level[], unsigned count)
{
  const word S[SSEM_LINES] = { [1] = order(FN_LDN, 24),
                               [2] = order(FN_SUB, 24),
                               [3] = order(FN_JMP, 25),
                               [24] = 5 };

  lockstep_init(&ls, level, count);
  lockstep_clear(&ls, S, 0);
  lockstep_bars(&ls, 30);
  lockstep_explain(&ls, text, sizeof text);
  return text;
}

static void spoil_A(struct ssem *m)
{
  m->A ^= 1;
}

static void whoever_stands_alone_is_found_wherever_it_is_listed(void **state)
{
  (void)state;
  liar.spoil = spoil_A;
  liar.at = period(3, BEAT_S2, 7);
  for (unsigned at = 0; at < 4; at++) {
    struct level *level[4] = { isa, serial, waves };

    memmove(&level[at + 1], &level[at], (3 - at) * sizeof level[0]);
    level[at] = &liar.level;
    assert_string_equal(
      compare(level, 4),
      "after order 2 (02: SUB 24), bar 3, beat S2, digit 7: liar differs from "
      "isa, serial and waves: ssem.accumulator.A: expected "
      "4294967286, found 4294967287\n  order 1 (01: LDN 24)"
      "\n  order 2 (02: SUB 24)\n  order 3 (03: JMP 25)");
    assert_int_equal(ls.difference.found, at);
  }
}

/* Levels without digit periods are heard at the next boundary. */
static void isa_tells_which_of_two_is_right(void **state)
{
  (void)state;
  liar.spoil = spoil_A;
  for (unsigned p = 0; p < SSEM_BAR; p++) {
    struct level *const level[] = { &liar.level, serial, isa };

    liar.at = period(2, BEAT_S1, 0) + p;
    compare(level, 3);
    assert_int_equal(ls.orders, 1);
    assert_int_equal(ls.bars, 1);
    assert_int_equal(ls.difference.beat * SSEM_BEAT + ls.difference.p, p);
    assert_int_equal(ls.periods, liar.at);
    assert_int_equal(ls.difference.right, 6);
    assert_int_equal(ls.difference.wrong, 1);
  }
  assert_non_null(strstr(text, "digit 35: liar differs from serial and isa: "));
}

static void tell_X(struct ssem_wires *w)
{
  w->X ^= 1;
  w->s ^= 1;
  w->s_w ^= 1;
}

/* A wire that is wrong but once, and that no tube takes up: isa cannot tell. */
static void isa_is_not_named_where_it_agrees_with_both(void **state)
{
  struct level *const level[] = { isa, &liar.level, serial, waves };

  (void)state;
  liar.tell = tell_X;
  liar.at = period(1, BEAT_A2, 20);
  assert_non_null(strstr(compare(level, 4),
                         "before order 1, bar 1, beat A2, digit 20: liar "
                         "differs from serial and waves: ssem.staticisor.X: "
                         "expected 0, found 1; 2 more differ\n"));
  assert_int_equal(ls.difference.right, 12);
}

/* The last four orders are told, oldest first, whatever came before. */
static void after_many_orders_the_last_four_are_told(void **state)
{
  struct level *const level[] = { isa, &liar.level, serial, waves };

  (void)state;
  liar.tell = tell_X;
  liar.at = period(21, BEAT_A2, 20);
  assert_string_equal(
    compare(level, 4),
    "after order 20 (02: SUB 24), bar 21, beat A2, digit 20: liar differs from "
    "serial and waves: ssem.staticisor.X: expected 0, found 1; 2 more differ\n"
    "  order 18 (03: JMP 25)\n  order 19 (01: LDN 24)\n  order 20 (02: SUB 24)"
    "\n  order 21 (03: JMP 25)");
  assert_int_equal(ls.orders, 20);
}

static void of_two_alone_the_first_listed_is_expected(void **state)
{
  struct level *const one[] = { &liar.level, serial };
  struct level *const other[] = { serial, &liar.level };

  (void)state;
  liar.tell = tell_X;
  liar.at = 0;
  assert_non_null(strstr(compare(one, 2), "serial differs from liar: "));
  assert_non_null(strstr(compare(other, 2), "liar differs from serial: "));
}

/* A line of the store that is under no beam here. */
static void spoil_line_30(struct ssem *m)
{
  m->S[30] |= 8;
}

static void a_line_not_under_the_beam_is_compared_in_every_period(void **state)
{
  struct level *const level[] = { serial, waves, &liar.level };

  (void)state;
  liar.spoil = spoil_line_30;
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    liar.at = period(2, BEAT_A1, p);
    compare(level, 3);
    assert_int_equal(ls.periods, liar.at);
    assert_int_equal(ls.difference.signal, SIGNAL_S30);
    assert_int_equal(ls.difference.found, 2);
  }
}

/* isa lies: T-states are compared at every boundary, in the same pass. */
static enum level_status lying_advance(struct level *l)
{
  const enum level_status status = liar_advance(l);
  struct isa t;

  if (++liar_of(l)->ticks == 3) {
    l->ops->interp(l, &t);
    t.CI ^= 1U << 31;
    liar_of(l)->honest->ops->embed(liar_of(l)->honest, &t, 0);
  }
  return status;
}

static void isa_stands_alone_at_the_boundary_where_it_parts(void **state)
{
  static const struct level_ops lying = { .name = "lying isa",
                                          .clear = liar_clear,
                                          .advance = lying_advance,
                                          .interp = liar_interp };
  struct liar isa_liar = { .level.ops = &lying, .honest = isa };
  struct level *const level[] = { &isa_liar.level, serial, waves };

  (void)state;
  assert_string_equal(
    compare(level, 3),
    "after order 2 (02: SUB 24), bar 3, beat A1, digit 0: lying isa differs "
    "from serial and waves: CI: expected 3, found -2147483645 (digit 31 only)"
    "\n  order 1 (01: LDN 24)\n  order 2 (02: SUB 24)");
  assert_int_equal(ls.periods, period(3, BEAT_A1, 1));
}

static void stand_still(struct ssem *m)
{
  m->active = 0;
}

static void a_machine_that_comes_to_no_boundary_is_told(void **state)
{
  struct level *const three[] = { isa, serial, &liar.level };
  struct level *const two[] = { isa, &liar.level };

  (void)state;
  liar.spoil = stand_still;
  liar.for_ever = true;
  liar.at = period(2, BEAT_S1, 0);
  assert_non_null(strstr(compare(three, 3), "bar 2, beat S1, digit 0: liar "
                                            "differs from isa and serial: "));
  assert_non_null(strstr(compare(two, 2),
                         "after order 1 (01: LDN 24), bar 2, beat A1, digit "
                         "0: liar differs from isa: expected running, found "
                         "no boundary in two bars\n"));
  assert_non_null(strstr(compare(&two[1], 1),
                         "digit 0: liar comes to no boundary in two bars\n"));
}

static void spoil_stop(struct ssem *m)
{
  m->stop = 1;
}

static void a_machine_that_stops_alone_is_told(void **state)
{
  struct level *const level[] = { isa, &liar.level };

  (void)state;
  liar.spoil = spoil_stop;
  liar.at = period(2, BEAT_A2, 3);
  assert_non_null(strstr(compare(level, 2),
                         "after order 2 (02: SUB 24), bar 3, beat S1, digit "
                         "0: liar differs from isa: expected running, found "
                         "stopped; CI: expected 3, found 2 (digit 0 only)\n"));
}

static void digits_and_boundaries_go_on_from_one_another(void **state)
{
  struct level *const level[] = { waves, isa, serial };
  const word S[SSEM_LINES] = { [1] = order(FN_LDN, 4),
                               [2] = order(FN_SUB, 4),
                               [3] = order(FN_STO, 5),
                               [4] = 77,
                               [8] = order(FN_STP, 0) };

  (void)state;
  lockstep_init(&ls, level, 3);
  lockstep_clear(&ls, S, 0);
  assert_int_equal(lockstep_bars(&ls, 2), LOCKSTEP_RUNNING);
  assert_int_equal(ls.orders, 2);
  assert_int_equal(lockstep_run(&ls, 0), LOCKSTEP_RUNNING);
  assert_int_equal(ls.orders, 2);
  assert_int_equal(ls.state.CI, 3);
  assert_int_equal(lockstep_run(&ls, 1), LOCKSTEP_RUNNING);
  assert_true(ls.state.S[5] == (word)-154);
  assert_int_equal(lockstep_bars(&ls, 1), LOCKSTEP_RUNNING);
  assert_int_equal(ls.periods, 2 * SSEM_BAR + SSEM_BAR - SSEM_BEAT);
  assert_int_equal(ls.orders, 4); /* a blank line is JMP 0, to line 1 */
  lockstep_leave(&ls, 0);
  assert_int_equal(lockstep_run(&ls, 100), LOCKSTEP_RUNNING);
  assert_int_equal(ls.orders, 104);
  assert_int_equal(ls.recent.last, 104);
}

static void the_idle_bar_after_an_stp_is_compared(void **state)
{
  struct level *const level[] = { isa, serial, waves };
  const word S[SSEM_LINES] = { [1] = order(FN_LDN, 4), [2] = order(FN_STP, 0) };

  (void)state;
  lockstep_init(&ls, level, 3);
  lockstep_clear(&ls, S, 0);
  assert_int_equal(lockstep_bars(&ls, 100), LOCKSTEP_STOPPED);
  assert_int_equal(ls.orders, 2);
  assert_int_equal(ls.bars, 3);
  assert_int_equal(ls.periods, 3 * SSEM_BAR);
  assert_int_equal(ls.state.CI, 2);
}

/* A beat in which a key moves is ticked, at level waves too: not compared. */
static void what_waves_borrows_is_counted_and_not_compared(void **state)
{
  struct level *const level[] = { waves, serial };
  const word S[SSEM_LINES] = { [1] = order(FN_LDN, 4) };
  struct ssem_console k;

  (void)state;
  ssem_console_rest(&k);
  lockstep_init(&ls, level, 2);
  lockstep_clear(&ls, S, 0);
  for (unsigned n = 0; n < SSEM_BAR; n++) {
    k.KLC = n >= 50;
    assert_true(lockstep_tick(&ls, &k));
  }
  assert_int_equal(ls.borrowed, 2 * SSEM_BEAT - 50);
  assert_int_equal(ls.periods, SSEM_BAR - ls.borrowed);
}

/* A record that has no more to tell. */
static enum level_status ending_advance(struct level *l)
{
  return ++liar_of(l)->ticks == 4 ? LEVEL_ENDED : liar_advance(l);
}

static void a_level_that_ends_ends_the_comparison(void **state)
{
  static const struct level_ops ending = { .name = "ending",
                                           .clear = liar_clear,
                                           .advance = ending_advance,
                                           .interp = liar_interp };
  struct liar dump = { .level.ops = &ending, .honest = isa };
  struct level *const level[] = { serial, &dump.level, waves };
  const word S[SSEM_LINES] = { 0 };

  (void)state;
  lockstep_init(&ls, level, 3);
  lockstep_clear(&ls, S, 0);
  assert_int_equal(lockstep_run(&ls, 100), LOCKSTEP_ENDED);
  assert_int_equal(ls.orders, 3);
  lockstep_clear(&ls, S, 0);
  assert_int_equal(lockstep_bars(&ls, 100), LOCKSTEP_ENDED);
  assert_int_equal(ls.orders, 3);
  lockstep_explain(&ls, text, sizeof text);
  assert_string_equal(text, "");
}

#define each(name) cmocka_unit_test_setup_teardown(name, open_all, close_all)

int main(void)
{
  const struct CMUnitTest tests[] = {
    each(whoever_stands_alone_is_found_wherever_it_is_listed),
    each(isa_tells_which_of_two_is_right),
    each(isa_is_not_named_where_it_agrees_with_both),
    each(after_many_orders_the_last_four_are_told),
    each(of_two_alone_the_first_listed_is_expected),
    each(a_line_not_under_the_beam_is_compared_in_every_period),
    each(isa_stands_alone_at_the_boundary_where_it_parts),
    each(a_machine_that_comes_to_no_boundary_is_told),
    each(a_machine_that_stops_alone_is_told),
    each(digits_and_boundaries_go_on_from_one_another),
    each(the_idle_bar_after_an_stp_is_compared),
    each(what_waves_borrows_is_counted_and_not_compared),
    each(a_level_that_ends_ends_the_comparison),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
