// SPDX-License-Identifier: MIT
/*
 * test_seek.c - a level that was sought is the level that ticked all the way.
 *
 * Two levels of the same name: one is cleared and ticks from digit period 0 on,
 * the other is brought to the bar. From S1 of the bar every signal of both is
 * compared in each digit period of three bars; at its boundary the T-state,
 * after each of forty orders.
 */
#include "support/machine.h"
#include "support/need.h"
#include "support/random.h"
#include "support/test.h"

#include "sim/level/find.h"
#include "sim/level/levels.h"
#include "sim/level/seek.h"
#include "sim/signals.h"

#include <string.h>

static const struct level_options plain = { .as_built = false };
static const struct level_options as_built = { .as_built = true };

/* A run that has the two levels, and one that runs ahead. */
struct pair {
  struct level *ticked, *sought, *ahead;
  word S[SSEM_LINES];
  word CI;
};

static struct level *open(const char *name, const struct level_options *o)
{
  char text[TEXT_SENTENCE];
  struct level *const l = level_open(name, o, text);

  if (l == NULL)
    missing(text);
  return l;
}

/* ahead NULL: the level sought for goes by itself. */
static void open_pair(struct pair *x, const char *name, const char *ahead,
                      const struct level_options *o)
{
  x->ticked = open(name, o);
  x->sought = open(name, o);
  x->ahead = ahead == NULL ? x->sought : open(ahead, o);
}

static void close_pair(struct pair *x)
{
  if (x->ahead != x->sought)
    x->ahead->ops->close(x->ahead);
  x->ticked->ops->close(x->ticked);
  x->sought->ops->close(x->sought);
}

/* A program that runs on for a while, first line and all. */
static void random_run(struct pair *x)
{
  struct isa t;

  random_running_isa(&t);
  memcpy(x->S, t.S, sizeof x->S);
  x->CI = random_below(32) - 1;
}

/* Digit periods from clear to S1 of the bar; false: the bar never begins. */
static bool tick_to(struct pair *x, uint64_t bar)
{
  struct ssem_console rest;
  struct signals sig;
  uint64_t periods = (bar - 1) * SSEM_BAR;

  ssem_console_rest(&rest);
  x->ticked->ops->clear(x->ticked, x->S, x->CI);
  for (sig.value[SIGNAL_PP] = 1; periods > 0 && sig.value[SIGNAL_PP];)
    for (unsigned i = 0; i < SSEM_BAR; i++, periods--)
      x->ticked->ops->tick(x->ticked, &rest, &sig);
  return sig.value[SIGNAL_PP] != 0;
}

static enum seek_status run(struct seek *s, uint64_t step)
{
  while (seek_step(s, step) == SEEK_RUNNING)
    ;
  return s->status;
}

/* The next digit periods of both, every signal. */
static void same_periods(struct pair *x, unsigned periods)
{
  struct ssem_console rest;
  struct signals a, b;

  ssem_console_rest(&rest);
  for (unsigned i = 0; i < periods; i++) {
    x->ticked->ops->tick(x->ticked, &rest, &a);
    x->sought->ops->tick(x->sought, &rest, &b);
    for (unsigned k = 0; k < SIGNAL_COUNT; k++)
      if (a.value[k] != b.value[k])
        fail_msg("digit period %u, %s: ticked %u, sought %u", i,
                 signals_info[k].name, a.value[k], b.value[k]);
  }
}

/* Bring the level to a bar of a random program, in steps of any size, and hold
 * it against the other. Returns false if that bar never begins. */
static bool seek_and_compare(struct pair *x, uint64_t bar)
{
  struct seek s;

  random_run(x);
  seek_begin(&s, x->ahead, x->S, x->CI, bar, SEEK_S1);
  run(&s, 1 + random_below(20));
  if (!tick_to(x, bar)) {
    assert_false(s.status == SEEK_READY && seek_put(&s, x->sought));
    assert_true(s.orders < bar);
    return false;
  }
  assert_int_equal(s.status, SEEK_READY);
  assert_true(seek_put(&s, x->sought));
  assert_int_equal(s.orders, bar - 1);
  same_periods(x, 3 * SSEM_BAR);
  return true;
}

static void seek_many(const char *name, const char *ahead,
                      const struct level_options *o, unsigned times)
{
  unsigned began = 0;
  struct pair x;

  open_pair(&x, name, ahead, o);
  for (unsigned i = 0; i < times; i++)
    began += seek_and_compare(&x, 1 + random_below(i % 8 == 0 ? 3 : 60));
  close_pair(&x);
  assert_in_range(began, times / 4, times - 1); /* both ends are met */
}

static void a_sought_level_is_the_one_that_ticked_all_the_way(void **state)
{
  (void)state;
  seek_many("serial", "isa", &plain, 400);
  seek_many("serial", "serial", &plain, 100);
}

static void so_is_the_verilog(void **state)
{
  (void)state;
  seek_many("rtl", "isa", &plain, 100);
}

static void so_are_its_gates(void **state)
{
  (void)state;
  seek_many("gates", "isa", &plain, 30);
}

static void as_built_the_machine_itself_runs_ahead(void **state)
{
  (void)state;
  seek_many("serial", "serial", &as_built, 200);
}

static void a_level_goes_by_itself_where_it_is_told_to(void **state)
{
  (void)state;
  seek_many("serial", NULL, &plain, 200);
  seek_many("serial", NULL, &as_built, 200);
}

static void a_boundary_is_reached_by_any_level(void **state)
{
  struct pair x;

  (void)state;
  open_pair(&x, "serial", "isa", &plain);
  for (unsigned i = 0; i < 400; i++) {
    const uint64_t bar = 1 + random_below(i % 4 == 0 ? 3 : 60);
    enum level_status status = LEVEL_RUNNING;
    struct seek s;
    struct isa t;

    random_run(&x);
    x.ticked->ops->clear(x.ticked, x.S, x.CI);
    x.ticked->ops->advance(x.ticked);
    level_run(x.ticked, bar - 1, &status);
    seek_begin(&s, x.ahead, x.S, x.CI, bar, SEEK_BOUNDARY);
    assert_int_equal(run(&s, 7),
                     status == LEVEL_STOPPED ? SEEK_STOPPED : SEEK_READY);
    if (s.status == SEEK_STOPPED)
      continue;
    assert_true(seek_put(&s, x.sought));
    for (unsigned k = 0; k < 40 && status == LEVEL_RUNNING; k++) {
      x.sought->ops->interp(x.sought, &t);
      assert_true(level_equals(x.ticked, &t));
      status = x.ticked->ops->advance(x.ticked);
      assert_int_equal(status, x.sought->ops->advance(x.sought));
    }
  }
  close_pair(&x);
}

static void several_levels_are_put_by_one_seek(void **state)
{
  struct pair x;
  struct seek s;

  (void)state;
  open_pair(&x, "serial", "isa", &plain);
  do {
    random_run(&x);
    seek_begin(&s, x.ahead, x.S, x.CI, 9, SEEK_S1);
  } while (run(&s, 100) != SEEK_READY);
  assert_true(seek_put(&s, x.sought));
  assert_true(seek_put(&s, x.ticked));
  same_periods(&x, 3 * SSEM_BAR);
  close_pair(&x);
}

/* 1: LDN 4, 2: STO 5, 3: STP. */
static const word three_orders[SSEM_LINES] = {
  [1] = 2u << 13 | 4,
  [2] = 3u << 13 | 5,
  [3] = 7u << 13,
  [4] = 7,
};

/* Verilator keeps a context of the thread, the one that was made last. */
static void machines_in_verilog_close_in_any_order(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 24; i++) {
    struct level *l[3];

    for (unsigned k = 0; k < 3; k++)
      l[k] = open(k == 1 ? "gates" : "rtl", &plain);
    for (unsigned left = 3, n = i; left > 0; n /= left--) {
      const unsigned k = n % left;

      l[k]->ops->close(l[k]);
      l[k] = l[left - 1];
    }
  }
}

static void a_bar_after_the_stp_never_begins(void **state)
{
  struct level *const isa = open("isa", &plain);
  struct level *const serial = open("serial", &plain);
  struct seek s;

  (void)state;
  for (uint64_t bar = 4; bar < 8; bar++) {
    seek_begin(&s, isa, three_orders, 0, bar, SEEK_S1);
    assert_int_equal(run(&s, bar), SEEK_STOPPED);
    assert_int_equal(s.orders, 3);
    seek_begin(&s, isa, three_orders, 0, bar, SEEK_BOUNDARY);
    assert_int_equal(run(&s, bar), SEEK_STOPPED);
    assert_int_equal(s.orders, 3);
  }
  seek_begin(&s, serial, three_orders, 0, 4, SEEK_S1);
  assert_int_equal(run(&s, 1), SEEK_STOPPED);
  assert_int_equal(s.orders, 3);
  seek_begin(&s, isa, three_orders, 0, 3, SEEK_S1);
  assert_int_equal(run(&s, 1), SEEK_READY);
  assert_true(seek_put(&s, serial));
  isa->ops->close(isa);
  serial->ops->close(serial);
}

/* A level that is told of an STP where isa sees none begins no bar: the two are
 * two machines, and seek_put() says so. */
static void a_level_that_stops_where_isa_goes_on_is_not_put(void **state)
{
  struct level *const isa = open("isa", &plain);
  struct level *const serial = open("serial", &plain);
  struct seek s;

  (void)state;
  seek_begin(&s, isa, three_orders, 0, 3, SEEK_S1);
  assert_int_equal(run(&s, 1), SEEK_READY);
  s.t.S[2] = 7u << 13;
  assert_false(seek_put(&s, serial));
  isa->ops->close(isa);
  serial->ops->close(serial);
}

static enum find_status find(struct find *f, const char *name, const char *when,
                             uint64_t from, uint64_t most)
{
  struct level *const l = open(name, &plain);
  static struct trigger tr;
  char text[TEXT_SENTENCE];

  assert_true(trigger_parse(when, &tr, text));
  find_begin(f, l, three_orders, 0, &tr, from, most);
  while (find_step(f, 1 + random_below(3)) == FIND_RUNNING)
    ;
  l->ops->close(l);
  return f->status;
}

static void the_first_order_before_which_a_trigger_holds_is_found(void **state)
{
  static const char *const names[] = { "isa", "serial" };
  struct find f;

  (void)state;
  for (unsigned i = 0; i < 2; i++) {
    assert_int_equal(find(&f, names[i], "f==STO", 1, 100), FIND_FOUND);
    assert_int_equal(f.order, 2);
    assert_int_equal(find(&f, names[i], "A<0", 1, 100), FIND_FOUND);
    assert_int_equal(f.order, 2);
    assert_int_equal(find(&f, names[i], "A<0", 3, 100), FIND_FOUND);
    assert_int_equal(f.order, 3);
    assert_int_equal(find(&f, names[i], "A<0", 1, 1), FIND_NONE);
    assert_int_equal(f.order, 1);
    assert_int_equal(find(&f, names[i], "A==5", 1, 100), FIND_NONE);
    assert_int_equal(f.order, 3); /* the STP is the last that is looked at */
    assert_int_equal(find(&f, names[i], "f==STP", 1, 3), FIND_FOUND);
    assert_int_equal(f.order, 3);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_sought_level_is_the_one_that_ticked_all_the_way),
    cmocka_unit_test(so_is_the_verilog),
    cmocka_unit_test(so_are_its_gates),
    cmocka_unit_test(as_built_the_machine_itself_runs_ahead),
    cmocka_unit_test(a_level_goes_by_itself_where_it_is_told_to),
    cmocka_unit_test(a_boundary_is_reached_by_any_level),
    cmocka_unit_test(several_levels_are_put_by_one_seek),
    cmocka_unit_test(machines_in_verilog_close_in_any_order),
    cmocka_unit_test(a_bar_after_the_stp_never_begins),
    cmocka_unit_test(a_level_that_stops_where_isa_goes_on_is_not_put),
    cmocka_unit_test(the_first_order_before_which_a_trigger_holds_is_found),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
