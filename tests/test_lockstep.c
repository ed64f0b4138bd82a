// SPDX-License-Identifier: MIT
/*
 * test_lockstep.c - levels side by side: they agree where they must, and a
 * level that lies is found at the first boundary after the lie.
 */
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

#include "sim/level/levels.h"
#include "sim/lockstep/lockstep.h"

#include <string.h>

static struct level *level[2];
static struct lockstep ls;
static char text[TEXT_SENTENCE];

static int open_pair(bool as_built)
{
  level[0] = level_open(
    "isa", &(const struct level_options){ .as_built = as_built }, text);
  level[1] = level_open(
    "serial", &(const struct level_options){ .as_built = as_built }, text);
  lockstep_init(&ls, level, 2);
  return level[0] == NULL || level[1] == NULL;
}

static int open_default(void **state)
{
  (void)state;
  return open_pair(false);
}

static int open_as_built(void **state)
{
  (void)state;
  return open_pair(true);
}

static int close_pair(void **state)
{
  (void)state;
  level[0]->ops->close(level[0]);
  level[1]->ops->close(level[1]);
  return 0;
}

static void serial_is_isa_on_random_t_states_and_programs(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 10000; i++) {
    struct isa t;

    random_isa(&t, false);
    lockstep_embed(&ls, &t, random_below(32), 0);
    lockstep_run(&ls, 40);
    lockstep_explain(&ls, text, sizeof text);
    assert_string_equal(text, "");
  }
}

static void serial_is_isa_on_random_programs_from_clear(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 2000; i++) {
    struct isa t;

    random_isa(&t, false);
    lockstep_clear(&ls, t.S, t.CI);
    lockstep_run(&ls, 40);
    lockstep_explain(&ls, text, sizeof text);
    assert_string_equal(text, "");
  }
}

/* As built the two agree as long as CI's digits 13 to 15 are 0. */
static void as_built_agrees_while_ci_has_digits_13_to_15_clear(void **state)
{
  unsigned agreed = 0;

  (void)state;
  for (unsigned i = 0; i < 10000; i++) {
    struct isa t;

    random_isa(&t, true);
    lockstep_embed(&ls, &t, random_below(32), 0);
    for (unsigned k = 0; k < 40 && ls.outcome == LOCKSTEP_RUNNING; k++) {
      if ((ls.state.CI >> 13 & 7) != 0)
        break;
      lockstep_run(&ls, 1);
      lockstep_explain(&ls, text, sizeof text);
      assert_string_equal(text, "");
      agreed++;
    }
  }
  assert_true(agreed > 10000);
}

static void
as_built_a_jump_to_digit_13_is_reported_as_a_difference(void **state)
{
  word S[SSEM_LINES] = { 0 };

  (void)state;
  S[1] = order(FN_JMP, 10);
  S[10] = (1 << 13) | 4;
  S[5] = order(FN_LDN, 20);
  S[20] = 99;
  lockstep_clear(&ls, S, 0);
  assert_int_equal(lockstep_run(&ls, 10), LOCKSTEP_DIFFERS);
  assert_int_equal(ls.orders, 2);
  lockstep_explain(&ls, text, sizeof text);
  /* 100 adds to the old PI: JMP 10 + LDN 20 is LDN 30, a blank line */
  assert_string_equal(text,
                      "after order 2 (05: LDN 20), bar 3, beat A1, digit 0: "
                      "serial differs from isa: A: expected -99, found 0 "
                      "(digits 0, 2 to 4, 7 to 31)"
                      "\n  order 1 (01: JMP 10)"
                      "\n  order 2 (05: LDN 20)");
}

/* A level that obeys as isa does until it lies about one word, or stops. */
struct liar {
  struct level level;
  struct level *honest;
  unsigned advances, lies_at, lies_about;
};

enum { ABOUT_A = 32, ABOUT_CI = 33, ABOUT_STOPPING = 34 };

static void liar_clear(struct level *l, const word S[SSEM_LINES], word CI)
{
  struct liar *const liar = (struct liar *)l;

  liar->honest->ops->clear(liar->honest, S, CI);
  liar->advances = 0;
}

static enum level_status liar_advance(struct level *l)
{
  struct liar *const liar = (struct liar *)l;
  const enum level_status status = liar->honest->ops->advance(liar->honest);

  liar->advances++;
  if (liar->advances == liar->lies_at && liar->lies_about == ABOUT_STOPPING)
    return LEVEL_STOPPED;
  return status;
}

static void liar_interp(const struct level *l, struct isa *t)
{
  const struct liar *const liar = (const struct liar *)l;

  liar->honest->ops->interp(liar->honest, t);
  if (liar->advances < liar->lies_at)
    return;
  if (liar->lies_about < ABOUT_A)
    t->S[liar->lies_about] ^= 0x80000000;
  if (liar->lies_about == ABOUT_A)
    t->A ^= 1;
  if (liar->lies_about == ABOUT_CI)
    t->CI ^= 1U << 31;
}

static void every_word_and_the_stop_are_compared_at_every_boundary(void **state)
{
  const struct level_ops liar_ops = { .name = "liar",
                                      .clear = liar_clear,
                                      .advance = liar_advance,
                                      .interp = liar_interp };
  word S[SSEM_LINES] = { 0 };

  (void)state;
  S[1] = order(FN_LDN, 9);
  for (unsigned about = 0; about <= ABOUT_STOPPING; about++) {
    for (unsigned at = 1; at <= 4; at++) {
      struct liar liar = { { &liar_ops }, level[1], 0, at, about };
      struct level *pair[2] = { level[0], &liar.level };

      lockstep_init(&ls, pair, 2);
      lockstep_clear(&ls, S, 0);
      lockstep_run(&ls, 10);
      assert_int_equal(ls.outcome, LOCKSTEP_DIFFERS);
      assert_int_equal(ls.orders, at - 1);
      lockstep_explain(&ls, text, sizeof text);
      assert_non_null(strstr(text, "liar"));
    }
  }
}

static void a_level_that_stops_alone_is_told_in_words(void **state)
{
  const struct level_ops liar_ops = { .name = "liar",
                                      .clear = liar_clear,
                                      .advance = liar_advance,
                                      .interp = liar_interp };
  struct liar liar = { { &liar_ops }, level[1], 0, 3, ABOUT_STOPPING };
  struct level *pair[2] = { level[0], &liar.level };
  const word S[SSEM_LINES] = { 0 };

  (void)state;
  lockstep_init(&ls, pair, 2);
  lockstep_clear(&ls, S, 0);
  lockstep_run(&ls, 10);
  lockstep_explain(&ls, text, sizeof text);
  assert_string_equal(text, "after order 2 (01: JMP 0), bar 3, beat A1, digit "
                            "0: liar differs from isa: expected running, found "
                            "stopped\n  order 1 (01: JMP 0)"
                            "\n  order 2 (01: JMP 0)");
}

static void an_unknown_level_is_refused_with_those_that_exist(void **state)
{
  (void)state;
  assert_null(level_open(
    "valves", &(const struct level_options){ .as_built = false }, text));
  assert_non_null(strstr(text, "unknown level valves, expected isa, serial"));
  assert_null(level_open(
    "seral", &(const struct level_options){ .as_built = false }, text));
  assert_string_equal(text, "unknown level seral, expected isa, serial, waves, "
                            "rtl, gates; near it: serial");
}

#define agree(name) \
  cmocka_unit_test_setup_teardown(name, open_default, close_pair)

int main(void)
{
  const struct CMUnitTest tests[] = {
    agree(serial_is_isa_on_random_t_states_and_programs),
    agree(serial_is_isa_on_random_programs_from_clear),
    agree(every_word_and_the_stop_are_compared_at_every_boundary),
    agree(a_level_that_stops_alone_is_told_in_words),
    cmocka_unit_test_setup_teardown(
      as_built_agrees_while_ci_has_digits_13_to_15_clear, open_as_built,
      close_pair),
    cmocka_unit_test_setup_teardown(
      as_built_a_jump_to_digit_13_is_reported_as_a_difference, open_as_built,
      close_pair),
    cmocka_unit_test(an_unknown_level_is_refused_with_those_that_exist),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
