// SPDX-License-Identifier: MIT
/*
 * test_rtl.c - the machine in Verilog and in gates against the machine in C.
 *
 * Lockstep compares T-states at every boundary; the digit comparison compares
 * every signal of signals.def, settled, at every digit period, with the same
 * random fingers on both consoles. A level that was not built is skipped.
 */
#include "sim/interp.h"
#include "sim/level/levels.h"
#include "sim/level/rtl.h"
#include "sim/lockstep/lockstep.h"
#include "support/need.h"
#include "support/random.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 5 };

static const char *const names[LEVELS] = { "isa", "serial", "waves", "rtl",
                                           "gates" };

/* Open a level, or skip the test where its tools are missing. */
static struct level *open_level(const char *name, bool as_built)
{
  char text[TEXT_SENTENCE];
  struct level *const l = level_open(
    name, &(const struct level_options){ .as_built = as_built }, text);

  if (l == NULL)
    missing(text);
  return l;
}

/* Both levels from one T-state, n digit periods, random fingers. */
static void compare_levels(const char *name, bool as_built, uint64_t n)
{
  struct level *const serial = open_level("serial", as_built);
  struct level *const other = open_level(name, as_built);
  struct level *const pair[] = { serial, other };
  uint64_t done = 0;

  while (done < n) {
    const bool fingers = !random_one_in(4);
    struct ssem_console k;
    struct lockstep ls;
    struct isa t;
    char text[TEXT_SENTENCE];

    random_running_isa(&t);
    if (random_one_in(2)) {
      const word LC = random_below(32);

      serial->ops->embed(serial, &t, LC);
      other->ops->embed(other, &t, LC);
    } else {
      serial->ops->clear(serial, t.S, t.CI);
      other->ops->clear(other, t.S, t.CI);
    }
    ssem_console_rest(&k);
    lockstep_init(&ls, pair, 2);
    lockstep_begin(&ls, 0);
    while (ls.periods < 20000 && lockstep_tick(&ls, &k))
      if (fingers)
        random_fingers(&k);
    lockstep_explain(&ls, text, sizeof text);
    assert_string_equal(text, "");
    done += ls.periods;
  }
  serial->ops->close(serial);
  other->ops->close(other);
}

static void every_signal_agrees_at_every_digit_period(void **state)
{

  (void)state;
  compare_levels("rtl", false, 3000000);
}

static void every_signal_agrees_as_built(void **state)
{

  (void)state;
  compare_levels("rtl", true, 3000000);
}

static void every_signal_agrees_in_gates(void **state)
{

  (void)state;
  compare_levels("gates", false, 250000);
  compare_levels("gates", true, 250000);
}

static void every_signal_agrees_in_waves(void **state)
{

  (void)state;
  compare_levels("waves", false, 3000000);
  compare_levels("waves", true, 3000000);
}

static void all_levels_agree_on_2000_random_programs(void **state)
{
  struct level *levels[LEVELS];
  unsigned orders = 0;

  (void)state;
  for (unsigned i = 0; i < LEVELS; i++)
    levels[i] = open_level(names[i], false);
  for (unsigned program = 0; program < 2000; program++) {
    struct isa t;

    random_running_isa(&t);
    for (unsigned i = 0; i < LEVELS; i++)
      levels[i]->ops->clear(levels[i], t.S, t.CI);
    for (unsigned order = 0; order < 50; order++) {
      const enum level_status expected = levels[0]->ops->advance(levels[0]);

      levels[0]->ops->interp(levels[0], &t);
      for (unsigned i = 1; i < LEVELS; i++) {
        struct isa u;
        char text[128];

        assert_int_equal(levels[i]->ops->advance(levels[i]), expected);
        levels[i]->ops->interp(levels[i], &u);
        if (interp_difference(&t, &u, text, sizeof text) > 0)
          fail_msg("program %u, order %u, %s: %s", program, order, names[i],
                   text);
      }
      orders++;
      if (expected == LEVEL_STOPPED)
        break;
    }
  }
  print_message("%u orders\n", orders);
  for (unsigned i = 0; i < LEVELS; i++)
    levels[i]->ops->close(levels[i]);
}

static void interp_undoes_embed_in_verilog(void **state)
{

  (void)state;
  for (unsigned as_built = 0; as_built < 2; as_built++) {
    struct level *const rtl = open_level("rtl", as_built);

    for (unsigned i = 0; i < 1000; i++) {
      struct isa t, u;

      random_running_isa(&t);
      rtl->ops->embed(rtl, &t, random_below(32));
      rtl->ops->interp(rtl, &u);
      assert_memory_equal(&u, &t, sizeof t);
    }
    rtl->ops->close(rtl);
  }
}

/* At any moment, and without disturbing the machine. */
static void interp_in_verilog_is_interp_in_c(void **state)
{
  char text[TEXT_SENTENCE];
  struct level *const probe = open_level("rtl", false);
  struct level *const serial = open_level("serial", false);
  struct level *const rtl =
    level_open("rtl", &(const struct level_options){ .as_built = false }, text);
  struct level *const pair[] = { serial, rtl };
  struct ssem_console k;
  struct lockstep ls;

  (void)state;
  probe->ops->close(probe);
  for (unsigned i = 0; i < 200; i++) {
    struct isa t, u;

    random_running_isa(&t);
    serial->ops->clear(serial, t.S, t.CI);
    rtl->ops->clear(rtl, t.S, t.CI);
    ssem_console_rest(&k);
    lockstep_init(&ls, pair, 2);
    lockstep_begin(&ls, 0);
    for (unsigned j = 0; j < 100; j++) {
      for (unsigned n = random_below(31); n > 0; n--) {
        assert_true(lockstep_tick(&ls, &k));
        random_fingers(&k);
      }
      serial->ops->interp(serial, &t);
      rtl->ops->interp(rtl, &u);
      assert_memory_equal(&u, &t, sizeof t);
    }
  }
  serial->ops->close(serial);
  rtl->ops->close(rtl);
}

static void rst_clears_everything_but_the_store(void **state)
{
  char text[TEXT_SENTENCE];
  struct rtl *const r = rtl_open(true, text);
  struct ssem_console k;

  (void)state;
  if (r == NULL)
    missing(text);
  ssem_console_rest(&k);
  for (unsigned i = 0; i < 500; i++) {
    struct ssem before, expected, found;

    rtl_read(r, &before);
    random_store(before.S);
    rtl_write(r, &before);
    for (unsigned n = random_below(1000); n > 0; n--) {
      random_fingers(&k);
      rtl_settle(r, &k, NULL);
      rtl_clock(r);
    }
    rtl_read(r, &before);
    k.KC = i & 1; /* a prepulse asked for meanwhile is not kept */
    rtl_reset(r, &k);
    rtl_read(r, &found);
    ssem_clear(&expected, &k);
    expected.as_built = 1;
    memcpy(expected.S, before.S, sizeof expected.S);
    assert_memory_equal(expected.S, found.S, sizeof found.S);
#define TIME(unit, name, digits, meaning) \
  assert_int_equal(expected.name, found.name);
#define HELD(unit, name, digits, meaning) \
  assert_int_equal(expected.name, found.name);
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  }
  rtl_close(r);
}

static void an_idle_bar_regenerates_and_obeys_nothing(void **state)
{
  struct level *const rtl = open_level("rtl", false);
  struct ssem_console rest;
  struct signals before, after;
  struct isa t;

  (void)state;
  ssem_console_rest(&rest);
  random_running_isa(&t);
  t.S[t.CI & 31] = 0xe000; /* STP */
  rtl->ops->embed(rtl, &t, 5);
  assert_int_equal(rtl->ops->advance(rtl), LEVEL_STOPPED);
  rtl->ops->tick(rtl, &rest, &before);
  assert_int_equal(before.value[SIGNAL_active], 0);
  assert_int_equal(before.value[SIGNAL_stop], 1);
  for (unsigned n = 1; n < 7 * SSEM_BAR; n++)
    rtl->ops->tick(rtl, &rest, NULL);
  rtl->ops->tick(rtl, &rest, &after);
  before.value[SIGNAL_LC] = (before.value[SIGNAL_LC] + 14) & 31;
  before.value[SIGNAL_line] = (before.value[SIGNAL_line] + 14) & 31;
  before.value[SIGNAL_L] = 31; /* staticised from the switches since */
  before.value[SIGNAL_F] = 7;
  before.value[SIGNAL_s] = after.value[SIGNAL_s]; /* another line's digit */
  before.value[SIGNAL_s_w] = after.value[SIGNAL_s_w];
  assert_memory_equal(&before, &after, sizeof after);
  rtl->ops->close(rtl);
}

/* Verilator keeps a note of the machine that a thread has used last. */
static void two_machines_may_be_closed_in_any_order(void **state)
{
  static const char *const verilated[] = { "rtl", "gates" };
  struct ssem_console rest;

  (void)state;
  ssem_console_rest(&rest);
  for (unsigned i = 0; i < 16; i++) {
    struct level *const one = open_level(verilated[i & 1], false);
    struct level *const two = open_level(verilated[i >> 1 & 1], false);
    struct level *const first = i & 4 ? one : two;

    (i & 8 ? one : two)->ops->tick(i & 8 ? one : two, &rest, NULL);
    first->ops->close(first);
    (first == one ? two : one)->ops->close(first == one ? two : one);
  }
}

static void a_difference_says_when_where_and_what(void **state)
{
  char text[TEXT_SENTENCE];
  struct level *const serial = open_level("serial", false);
  struct level *const other = open_level("serial", false);
  struct level *const pair[] = { serial, other };
  struct ssem_console rest;
  struct lockstep ls;
  struct isa t;

  (void)state;
  ssem_console_rest(&rest);
  isa_clear(&t, 1);
  t.S[1] = 0x4018; /* LDN 24 */
  t.S[2] = 0x8018; /* SUB 24 */
  t.S[3] = 0xe000; /* STP */
  serial->ops->embed(serial, &t, 0);
  t.S[24] = 8;
  other->ops->embed(other, &t, 0);
  lockstep_init(&ls, pair, 2);
  lockstep_begin(&ls, 0);
  assert_false(lockstep_tick(&ls, &rest));
  lockstep_explain(&ls, text, sizeof text);
  assert_string_equal(text, "before order 1, bar 1, beat A1, digit 0: serial "
                            "differs from serial: ssem.store.S24: expected 0, "
                            "found 8");
  assert_int_equal(ls.recent.last, 0);

  /* Alike they agree, and the orders obeyed are remembered. */
  t.S[24] = 8;
  serial->ops->embed(serial, &t, 7);
  other->ops->embed(other, &t, 7);
  lockstep_begin(&ls, 0);
  while (ls.orders < 2 && lockstep_tick(&ls, &rest))
    ;
  assert_int_equal(ls.outcome, LOCKSTEP_RUNNING);
  assert_int_equal(ls.recent.last, 2);
  assert_int_equal(ls.recent.order[2].PI, 0x8018);
  assert_int_equal(ls.recent.order[1].PI, 0x4018);
  assert_int_equal(ls.recent.order[1].CI, 1);
  lockstep_explain(&ls, text, sizeof text);
  assert_string_equal(text, "");
  serial->ops->close(serial);
  other->ops->close(other);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_signal_agrees_at_every_digit_period),
    cmocka_unit_test(every_signal_agrees_as_built),
    cmocka_unit_test(every_signal_agrees_in_gates),
    cmocka_unit_test(every_signal_agrees_in_waves),
    cmocka_unit_test(all_levels_agree_on_2000_random_programs),
    cmocka_unit_test(interp_undoes_embed_in_verilog),
    cmocka_unit_test(interp_in_verilog_is_interp_in_c),
    cmocka_unit_test(rst_clears_everything_but_the_store),
    cmocka_unit_test(an_idle_bar_regenerates_and_obeys_nothing),
    cmocka_unit_test(two_machines_may_be_closed_in_any_order),
    cmocka_unit_test(a_difference_says_when_where_and_what),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
