// SPDX-License-Identifier: MIT
/*
 * test_translate.c - programs whose end, or whose trick, is known.
 *
 * Programs by hand that rewrite an order or the operand of a jump in each way
 * there is; the first program; and what counts as an order. The oracle is
 * isa_next(). That machine code was used, and not the slow way round it, is
 * seen in the statistics.
 */
#include "support/test.h"
#include "support/translated.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Small programs by hand: what is rewritten, and the line that becomes dirty.
 */
static const struct rewriting {
  const char *what;
  word dirty;
  word S[SSEM_LINES];
} rewritings[] = {
  { "the operand of an order",
    1 << 2,
    { 0, ORDER(FN_LDN, 20), ORDER(FN_SUB, 24), ORDER(FN_STO, 20),
      ORDER(FN_LDN, 2), ORDER(FN_SUB, 21), ORDER(FN_STO, 2), ORDER(FN_JMP, 22),
      [21] = 0 - ORDER(FN_SUB, 24) - ORDER(FN_SUB, 29), [24] = 7, [29] = 5 } },
  { "the function of an order",
    1 << 2,
    { 0, ORDER(FN_LDN, 20), ORDER(FN_SUB, 24), ORDER(FN_STO, 20),
      ORDER(FN_LDN, 2), ORDER(FN_SUB, 21), ORDER(FN_STO, 2), ORDER(FN_JMP, 22),
      [21] = 0 - ORDER(FN_SUB, 24) - ORDER(FN_LDN, 29), [24] = 7, [29] = 5 } },
  { "the line that a STO writes",
    1 << 2,
    { 0, ORDER(FN_LDN, 24), ORDER(FN_STO, 25), ORDER(FN_LDN, 2),
      ORDER(FN_SUB, 21), ORDER(FN_STO, 2), ORDER(FN_LDN, 24), ORDER(FN_STO, 26),
      ORDER(FN_JMP, 22), [21] = 0 - ORDER(FN_STO, 25) - ORDER(FN_STO, 27),
      [24] = 7 } },
  { "the order itself",
    1 << 3,
    { 0, ORDER(FN_LDN, 20), ORDER(FN_SUB, 21), ORDER(FN_STO, 3),
      ORDER(FN_LDN, 3), ORDER(FN_SUB, 22), ORDER(FN_STO, 20), ORDER(FN_LDN, 25),
      ORDER(FN_STO, 3), ORDER(FN_JMP, 24), [20] = 0 - ORDER(FN_SUB, 9),
      [22] = 32, [25] = 0 - ORDER(FN_STO, 3) } },
  { "the next order",
    1 << 4,
    { 0, ORDER(FN_LDN, 20), ORDER(FN_SUB, 21), ORDER(FN_STO, 4),
      ORDER(FN_STP, 0), ORDER(FN_STO, 20), ORDER(FN_LDN, 23), ORDER(FN_STO, 4),
      ORDER(FN_JMP, 24), [20] = 0 - ORDER(FN_LDN, 25),
      [23] = 0 - ORDER(FN_STP, 0), [25] = ORDER(FN_LDN, 25) } },
  { "the operand of a JMP",
    1 << 22,
    { 0, ORDER(FN_LDN, 22), ORDER(FN_SUB, 21), ORDER(FN_STO, 22),
      ORDER(FN_LDN, 20), ORDER(FN_SUB, 24), ORDER(FN_STO, 20),
      ORDER(FN_JMP, 22), [10] = ORDER(FN_LDN, 20), ORDER(FN_STO, 20),
      ORDER(FN_JMP, 23), [21] = (word)-9, [24] = 7 } },
  { "the operand of a JRP",
    1 << 22,
    { 0, ORDER(FN_LDN, 22), ORDER(FN_SUB, 21), ORDER(FN_STO, 22),
      ORDER(FN_JRP, 22), [10] = ORDER(FN_LDN, 20), ORDER(FN_SUB, 25),
      ORDER(FN_STO, 20), ORDER(FN_JMP, 23), [14] = ORDER(FN_JMP, 24),
      [21] = (word)-110, [22] = 64 + 9, [25] = 3 } },
  { "data that becomes an order 101 rounds later",
    1 << 16,
    { 0,
      ORDER(FN_LDN, 20),
      ORDER(FN_SUB, 21),
      ORDER(FN_STO, 20),
      ORDER(FN_STO, 16),
      ORDER(FN_LDN, 22),
      ORDER(FN_STO, 19),
      ORDER(FN_LDN, 19),
      ORDER(FN_SUB, 23),
      ORDER(FN_STO, 22),
      ORDER(FN_CMP, 0),
      ORDER(FN_JMP, 24),
      ORDER(FN_LDN, 25),
      ORDER(FN_STO, 22),
      ORDER(FN_LDN, 28),
      ORDER(FN_SUB, 23),
      [17] = ORDER(FN_STO, 28),
      ORDER(FN_JMP, 24),
      [20] = ORDER(FN_SUB, 29),
      0 - ORDER(FN_SUB, 29) - ORDER(FN_LDN, 30),
      100,
      1,
      0,
      (word)-100,
      [29] = 3,
      9 } },
  { "a STO between two LDN of the line that it may write",
    1 << 2,
    { 0, ORDER(FN_LDN, 20), ORDER(FN_STO, 20), ORDER(FN_LDN, 20),
      ORDER(FN_STO, 27), ORDER(FN_LDN, 2), ORDER(FN_SUB, 21), ORDER(FN_STO, 2),
      ORDER(FN_LDN, 27), ORDER(FN_SUB, 23), ORDER(FN_STO, 20),
      ORDER(FN_JMP, 22), [20] = 5, 0 - ORDER(FN_STO, 20) - ORDER(FN_STO, 25), 0,
      3 } },
  { "lines from 30 down, orders met late among them",
    1 << 2,
    { 0, ORDER(FN_LDN, 14), ORDER(FN_STO, 30), ORDER(FN_LDN, 2),
      ORDER(FN_SUB, 16), ORDER(FN_STO, 15), ORDER(FN_LDN, 15), ORDER(FN_STO, 2),
      ORDER(FN_SUB, 17), ORDER(FN_CMP, 0), ORDER(FN_JMP, 18),
      ORDER(FN_JMP, 19), [14] = 0 - ORDER(FN_LDN, 14), [16] = (word)-1,
      ORDER(FN_STO, 26), 0, 21, [22] = ORDER(FN_LDN, 14), ORDER(FN_JMP, 18) } },
};

static void rewritten_orders_and_operands_are_the_new_ones(void **state)
{
  const enum translate_engine engine = engine_of(state);

  for (size_t i = 0; i < sizeof rewritings / sizeof rewritings[0]; i++) {
    struct translate *const x = open_engine(engine);
    struct translate_statistics found;
    struct isa t;
    bool stops;

    isa_clear(&t, 1);
    memcpy(t.S, rewritings[i].S, sizeof t.S);
    stops = agree(x, &t, 20011);
    translate_statistics(x, &found);
    if (engine == TRANSLATE_X86_64) {
      print_message("%s: %" PRIu64 " flushes, %" PRIu64 " orders interpreted\n",
                    rewritings[i].what, found.flushes, found.interpreted);
      assert_true((found.dirty & rewritings[i].dirty) != 0);
      assert_int_equal(found.dirty & found.guarded, 0);
      assert_true(found.flushes < 100);
      assert_true(found.interpreted < 400);
    } else if (!stops) {
      assert_int_equal(found.interpreted, 20011);
    }
    translate_close(x);
  }
}

/* One loop (3 to 12) rewrites line 15 and knows it as data; another (15 to 22)
 * obeys it: STO 28 or SUB 28, by turns of 21 rounds. From line 23 and back to
 * it, so that the superblock which stood first is entered again. */
static void data_of_one_superblock_may_be_an_order_of_another(void **state)
{
  static const word S[SSEM_LINES] = {
    0,
    ORDER(FN_LDN, 31),
    ORDER(FN_STO, 30),
    ORDER(FN_LDN, 15),
    ORDER(FN_SUB, 25),
    ORDER(FN_STO, 15),
    ORDER(FN_LDN, 30),
    ORDER(FN_SUB, 29),
    ORDER(FN_STO, 26),
    ORDER(FN_LDN, 26),
    ORDER(FN_STO, 30),
    ORDER(FN_CMP, 0),
    ORDER(FN_JMP, 24),
    ORDER(FN_LDN, 31),
    ORDER(FN_STO, 30),
    ORDER(FN_STO, 28),
    ORDER(FN_LDN, 30),
    ORDER(FN_SUB, 29),
    ORDER(FN_STO, 26),
    ORDER(FN_LDN, 26),
    ORDER(FN_STO, 30),
    ORDER(FN_CMP, 0),
    ORDER(FN_JMP, 27),
    ORDER(FN_JMP, 0),
    2,
    0 - ORDER(FN_STO, 28) - ORDER(FN_SUB, 28),
    0,
    14,
    0,
    (word)-1,
    0,
    (word)-20,
  };
  struct isa t;

  for (uint64_t max = 300; max < 4000; max += 100) {
    struct translate *const x = open_engine(engine_of(state));

    isa_clear(&t, 23);
    memcpy(t.S, S, sizeof S);
    assert_false(agree(x, &t, max));
    translate_close(x);
  }
}

/* The first program as amended on 18 July 1948: highest factor of a. */
static void first_program(struct isa *t, word a)
{
  static const word S[SSEM_LINES] = {
    0,
    ORDER(FN_LDN, 24),
    ORDER(FN_STO, 26),
    ORDER(FN_LDN, 26),
    ORDER(FN_STO, 27),
    ORDER(FN_LDN, 23),
    ORDER(FN_SUB, 27),
    ORDER(FN_CMP, 0),
    ORDER(FN_JRP, 20),
    ORDER(FN_SUB, 26),
    ORDER(FN_STO, 25),
    ORDER(FN_LDN, 25),
    ORDER(FN_CMP, 0),
    ORDER(FN_STP, 0),
    ORDER(FN_LDN, 26),
    ORDER(FN_SUB, 21),
    ORDER(FN_STO, 27),
    ORDER(FN_LDN, 27),
    ORDER(FN_STO, 26),
    ORDER(FN_JMP, 22),
    (word)-3,
    1,
    4,
  };

  isa_clear(t, 1);
  memcpy(t->S, S, sizeof S);
  t->S[23] = 0 - a;
  t->S[24] = a - 1;
}

static void the_first_program_finds_its_factor_in_time(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct translate_statistics found;
  struct isa t;
  uint64_t orders;

  first_program(&t, 262144);
  assert_true(translate_run(x, &t, UINT64_MAX, &orders));
  assert_int_equal(orders, 2097154);
  assert_int_equal(t.S[27], 131072);
  assert_int_equal(t.CI, 13);
  assert_int_equal(t.A, 0);
  translate_statistics(x, &found);
  if (engine_of(state) == TRANSLATE_X86_64) {
    assert_int_equal(found.interpreted, 0);
    assert_int_equal(found.flushes, 0);
    assert_in_range(found.superblocks, 1, 20);
  }
  first_program(&t, 989);
  agree(x, &t, UINT64_MAX);
  translate_close(x);
}

static void the_stp_is_an_order_and_is_counted(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct isa t;
  uint64_t orders;

  first_program(&t, 35); /* 504 orders */
  assert_false(translate_run(x, &t, 503, &orders));
  assert_int_equal(orders, 503);
  assert_int_equal(t.CI, 13);
  assert_false(translate_run(x, &t, 0, &orders));
  assert_int_equal(orders, 0);
  assert_true(translate_run(x, &t, 1000, &orders));
  assert_int_equal(orders, 1);
  assert_int_equal(t.CI, 13);
  assert_true(translate_run(x, &t, UINT64_MAX, &orders));
  assert_int_equal(orders, 1);
  first_program(&t, 35);
  assert_true(translate_run(x, &t, 504, &orders));
  assert_int_equal(orders, 504);
  translate_close(x);
}

int main(void)
{
  static enum translate_engine x86_64 = TRANSLATE_X86_64;
  static enum translate_engine interpret = TRANSLATE_INTERPRET;
  const struct CMUnitTest tests[] = {
    BOTH(rewritten_orders_and_operands_are_the_new_ones),
    BOTH(data_of_one_superblock_may_be_an_order_of_another),
    BOTH(the_first_program_finds_its_factor_in_time),
    BOTH(the_stp_is_an_order_and_is_counted),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
