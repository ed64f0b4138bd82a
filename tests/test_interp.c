// SPDX-License-Identifier: MIT
/*
 * test_interp.c - the two maps between V-state and T-state, by sampling. (All
 * states are the prover's business, tests/formal.)
 */
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

#include "sim/interp.h"

#include <string.h>

static bool same(const struct isa *t, const struct isa *u)
{
  char text[128];

  return interp_difference(t, u, text, sizeof text) == 0;
}

static void interp_of_embed_is_the_t_state_itself(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 10000; i++) {
    struct ssem m;
    struct isa t, u;

    random_isa(&t, false);
    embed(&t, random_digit(), random_below(32), &m);
    assert_true(ssem_at_boundary(&m));
    interp(&m, &u);
    assert_true(same(&t, &u));
  }
}

static void a_bar_from_embed_is_one_t_next(void **state)
{
  struct ssem_console rest;

  (void)state;
  ssem_console_rest(&rest);
  for (unsigned i = 0; i < 10000; i++) {
    struct ssem m;
    struct isa t, u;

    random_isa(&t, false);
    embed(&t, 0, random_below(32), &m);
    for (unsigned p = 0; p < SSEM_BAR; p++)
      ssem_tick(&m, &rest);
    interp(&m, &u);
    isa_next(&t);
    assert_true(same(&t, &u));
  }
}

/* Every tick either leaves interp unchanged or moves it by one T-next; how
 * often it moved is returned. CS as given, KC pressed now and then, but not
 * when an STP's bar or the lamp would make it the operator's move: nor, then,
 * while a press is waiting, lest a second one outlive the STP's bar. */
static unsigned follow(struct ssem *m, bool running, unsigned ticks)
{
  struct ssem_console k;
  struct isa t, u;
  unsigned moves = 0;

  ssem_console_rest(&k);
  interp(m, &t);
  for (unsigned i = 0; i < ticks; i++) {
    k.CS = running;
    k.KC =
      !running && !m->active && !m->stop && !m->ksp && random_below(200) == 0;
    ssem_tick(m, &k);
    interp(m, &u);
    if (same(&t, &u))
      continue;
    isa_next(&t);
    assert_true(same(&t, &u));
    moves++;
  }
  return moves;
}

static void each_tick_keeps_interp_or_moves_it_by_one_t_next(void **state)
{
  (void)state;
  for (unsigned running = 0; running < 2; running++) {
    unsigned moves = 0;

    for (unsigned i = 0; i < 100; i++) {
      struct ssem m;
      struct isa t;

      random_isa(&t, false);
      embed(&t, 0, random_below(32), &m);
      moves += follow(&m, running, 8 * SSEM_BAR);
    }
    assert_true(moves > 100);
  }
}

static void interp_ends_on_every_v_state_within_two_bars(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 50000; i++) {
    struct ssem m, n;
    struct ssem_console rest;
    struct isa t;
    unsigned ticks = 0;

    random_ssem(&m);
    interp(&m, &t);
    ssem_console_rest(&rest);
    n = m;
    while (!ssem_at_boundary(&n) && !ssem_stopped(&n)) {
      ssem_tick(&n, &rest);
      assert_true(++ticks <= 2 * SSEM_BAR);
    }
    assert_int_equal(t.CI, n.CI);
    assert_int_equal(t.A, n.A);
    assert_memory_equal(t.S, n.S, sizeof t.S);
  }
}

static void
in_an_idle_machine_interp_is_one_ahead_of_the_control_tube(void **state)
{
  struct bench b;
  struct isa t;

  (void)state;
  bench_clear(&b);
  b.m.S[1] = order(FN_CMP, 0);
  b.m.A = 0xffffffff;
  bench_stop(&b);
  assert_int_equal(b.m.CI, 1);
  interp(&b.m, &t);
  assert_int_equal(t.CI, 3); /* two ahead: a test is owed */
  bench_clear(&b);
  bench_stop(&b); /* JMP 0 */
  interp(&b.m, &t);
  assert_int_equal(t.CI, 1);
}

static void interp_does_not_listen_to_the_console(void **state)
{
  struct bench b;
  struct isa t;

  (void)state;
  bench_clear(&b);
  b.k.CS = 0;
  bench_bars(&b, 1);
  assert_false(b.m.active);
  interp(&b.m, &t);
  assert_int_equal(t.CI, 1);
}

static void a_stopped_machine_is_projected_as_it_stands(void **state)
{
  struct bench b;
  struct isa t;

  (void)state;
  bench_clear(&b);
  b.m.S[1] = order(FN_STP, 0);
  bench_orders(&b, 1);
  interp(&b.m, &t);
  assert_int_equal(t.CI, 1);
  assert_true(isa_final(&t));
}

static void a_difference_is_told_in_words(void **state)
{
  struct isa t, u;
  char text[128];

  (void)state;
  isa_clear(&t, 1);
  u = t;
  assert_int_equal(interp_difference(&t, &u, text, sizeof text), 0);
  assert_string_equal(text, "");
  u.A = (word)-5;
  assert_int_equal(interp_difference(&t, &u, text, sizeof text), 1);
  assert_string_equal(text, "A: expected 0, found -5 (digits 0, 1, 3 to 31)");
  u.S[7] = 1;
  u.S[31] = 2;
  assert_int_equal(interp_difference(&t, &u, text, sizeof text), 3);
  assert_string_equal(
    text, "A: expected 0, found -5 (digits 0, 1, 3 to 31); 2 more differ");
  u.A = 0;
  u.S[31] = 0;
  assert_int_equal(interp_difference(&t, &u, text, sizeof text), 1);
  assert_string_equal(text, "line 07: expected 0, found 1 (digit 0 only)");
  assert_int_equal(interp_difference(&t, &u, text, 8), 1);
  assert_string_equal(text, "line 07");
}

static void the_digits_that_differ_are_told(void **state)
{
  static const struct {
    word differ;
    const char *words;
  } all[] = {
    { 1, "(digit 0 only)" },
    { 0x80000000, "(digit 31 only)" },
    { 0xffffffff, "(every digit)" },
    { 0x1f, "(digits 0 to 4)" },
    { 0xfffffffe, "(digits 1 to 31)" },
    { 0x80000003, "(digits 0, 1, 31)" },
    { 0x00f000ff, "(digits 0 to 7, 20 to 23)" },
    { 0x77700007, "(digits 0 to 2, 20 to 22, 24 to 26, 28 to 30)" },
    { 0x77707007, "(15 digits)" },
    { 0x55555555, "(16 digits)" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct isa t, u;
    char text[128];

    isa_clear(&t, 0);
    t.S[9] = 0x12345678;
    u = t;
    u.S[9] ^= all[i].differ;
    interp_difference(&t, &u, text, sizeof text);
    assert_string_equal(strstr(text, "("), all[i].words);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(interp_of_embed_is_the_t_state_itself),
    cmocka_unit_test(a_bar_from_embed_is_one_t_next),
    cmocka_unit_test(each_tick_keeps_interp_or_moves_it_by_one_t_next),
    cmocka_unit_test(interp_ends_on_every_v_state_within_two_bars),
    cmocka_unit_test(
      in_an_idle_machine_interp_is_one_ahead_of_the_control_tube),
    cmocka_unit_test(interp_does_not_listen_to_the_console),
    cmocka_unit_test(a_stopped_machine_is_projected_as_it_stands),
    cmocka_unit_test(a_difference_is_told_in_words),
    cmocka_unit_test(the_digits_that_differ_are_told),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
