// SPDX-License-Identifier: MIT
/*
 * test_translate.c - is a translated program the same program?
 *
 * The oracle is isa_next(), order by order. Compared are all 34 words of the
 * T-state, the count of orders and whether STP was obeyed, after runs that are
 * cut at every kind of place. Every check is made of both engines. SEED sets
 * the random programs; the seed is printed.
 */
#include "sim/translate.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ORDER(f, n) ((word)(f) << 13 | (word)(n))

static uint64_t random_state;

static word random_word(void)
{
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (word)(random_state >> 16);
}

static word below(word limit)
{
  return random_word() % limit;
}

/* Open the engine under test, or skip where the host cannot. */
static struct translate *open_engine(enum translate_engine engine)
{
  char text[TRANSLATE_TEXT] = "";
  struct translate *const x = translate_open(engine, text);

  if (x == NULL) {
    print_message("%s\n", text);
    if (getenv("CI") != NULL)
      fail();
    skip();
  }
  return x;
}

static enum translate_engine engine_of(void **state)
{
  return *(const enum translate_engine *)*state;
}

static bool oracle_run(struct isa *t, uint64_t max_orders, uint64_t *orders)
{
  *orders = 0;
  while (*orders < max_orders) {
    const bool stops = isa_final(t);

    isa_next(t);
    ++*orders;
    if (stops)
      return true;
  }
  return false;
}

/* Run both from *t on, check that they agree and that nothing beside the state
 * was written, leave *t where they arrived. */
static bool agree(struct translate *x, struct isa *t, uint64_t max_orders)
{
  struct {
    word before[4];
    struct isa t;
    word after[4];
  } hedge = { { 1, 2, 3, 4 }, *t, { 5, 6, 7, 8 } }, was = hedge;
  struct isa expected = *t, found;
  uint64_t e_orders, f_orders = 12345;
  const bool e = oracle_run(&expected, max_orders, &e_orders);
  const bool f = translate_run(x, &hedge.t, max_orders, &f_orders);

  found = hedge.t;
  assert_memory_equal(hedge.before, was.before, sizeof was.before);
  assert_memory_equal(hedge.after, was.after, sizeof was.after);

  if (e != f || e_orders != f_orders ||
      memcmp(&expected, &found, sizeof found) != 0) {
    print_message("at most %" PRIu64 " orders from CI %" PRIu32 " A %" PRIu32
                  ": expected %" PRIu64 " orders, CI %" PRIu32 " A %" PRIu32
                  ", found %" PRIu64 ", CI %" PRIu32 " A %" PRIu32 "\n",
                  max_orders, t->CI, t->A, e_orders, expected.CI, expected.A,
                  f_orders, found.CI, found.A);
    for (unsigned n = 0; n < SSEM_LINES; n++)
      print_message("%2u: 0x%08" PRIx32 " expected 0x%08" PRIx32
                    " found 0x%08" PRIx32 "%s\n",
                    n, t->S[n], expected.S[n], found.S[n],
                    expected.S[n] == found.S[n] ? "" : "  <-");
    fail();
  }
  *t = found;
  return f;
}

/* Run *t to its end or through max_orders, in pieces of random length. */
static void agree_in_pieces(struct translate *x, struct isa *t, word max_orders)
{
  for (word left = max_orders; left > 0;) {
    const word piece = below(4) == 0 ? below(8) : below(left + 200);
    const word now = piece < left ? piece : left;

    if (agree(x, t, now))
      return;
    left -= now;
  }
}

static void random_state_of_words(struct isa *t)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = random_word();
  t->A = random_word();
  t->CI = random_word();
}

/* A word such as programs live on: small, or a power of two, or the difference
 * between two orders, which turns one into the other. */
static word random_number(void)
{
  switch (below(6)) {
  case 0: return below(4);
  case 1: return 0 - below(4);
  case 2: return ORDER(below(8), below(32)) - ORDER(below(8), below(32));
  case 3: return (word)1 << below(32);
  case 4: return 32 * below(4) + below(32);
  default: return ORDER(1 + below(6), below(32));
  }
}

static word random_order(word length)
{
  static const word functions[] = { FN_LDN, FN_LDN, FN_STO,  FN_SUB,
                                    FN_SUB, FN_CMP, FN_SUB5, FN_JRP };
  const word f = functions[below(below(4) == 0 ? 8 : 7)];
  const word line = below(4) == 0 ? 1 + below(length) : 18 + below(8);

  return ORDER(f, line) | (below(8) == 0 ? random_word() << 16 : 0);
}

/* LDN line, SUB constant, STO line: its word becomes another and, the next
 * time round, the first again. */
static void rewrite(struct isa *t, word at, word line, word other)
{
  const word constant = 26 + below(5);

  t->S[at] = ORDER(FN_LDN, line);
  t->S[at + 1] = ORDER(FN_SUB, constant);
  t->S[at + 2] = ORDER(FN_STO, line);
  t->S[constant] = 0 - t->S[line] - other;
}

/* A loop of orders in lines 1 to length, data from 18 to 30, which rewrites
 * some of its orders or the operand of its jump; now and then all of it. */
static void random_loop(struct isa *t)
{
  const word length = 6 + below(10);

  for (word n = 0; n < SSEM_LINES; n++)
    t->S[n] = random_number();
  for (word n = 1; n <= length; n++)
    t->S[n] = random_order(length);
  t->S[length + 1] = ORDER(FN_JMP, 31);
  t->S[31] = below(3);
  for (word count = below(4); count > 0; count--) {
    const word at = 1 + below(length - 2);

    if (below(4) == 0)
      rewrite(t, at, 31, below(length));
    else
      rewrite(t, at, 1 + below(length), random_order(length));
  }
  t->A = random_number();
  t->CI = 1 + (below(2) == 0 ? 0 : random_word() << 5);
}

static void random_words_are_obeyed_as_t_next_obeys_them(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct isa t;

  for (unsigned i = 0; i < 20000; i++) {
    random_state_of_words(&t);
    agree_in_pieces(x, &t, 400);
  }
  translate_close(x);
}

static void loops_that_store_into_themselves_stay_exact(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct translate_account account;
  unsigned doubting = 0;
  struct isa t;

  for (unsigned i = 0; i < 10000; i++) {
    random_loop(&t);
    agree_in_pieces(x, &t, 1500);
    translate_account(x, &account);
    doubting += account.doubted != 0;
  }
  if (engine_of(state) == TRANSLATE_X86_64) {
    assert_true(doubting > 1000);
    assert_true(account.superblocks > account.discards);
  }
  translate_close(x);
}

static void every_number_of_orders_is_a_place_to_stop(void **state)
{
  struct isa start, t;

  for (unsigned i = 0; i < 20; i++) {
    struct translate *const x = open_engine(engine_of(state));

    random_loop(&start);
    for (uint64_t max = 0; max < 500; max++) {
      t = start;
      if (agree(x, &t, max))
        break;
    }
    translate_close(x);
  }
}

static void ci_keeps_its_upper_digits(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct isa t;

  for (unsigned i = 0; i < 3000; i++) {
    /* Round and round by JRP alone, 32 times something further each time. */
    isa_clear(&t, 31 - below(4));
    t.CI |= random_word() << 5;
    for (unsigned n = 0; n < SSEM_LINES; n++)
      t.S[n] = ORDER(FN_LDN + below(3), 20 + below(8));
    for (unsigned n = 0; n < 6; n++)
      t.S[below(20)] = ORDER(below(4) == 0 ? FN_JMP : FN_JRP, 20 + below(8));
    t.S[31] = ORDER(below(2) == 0 ? FN_CMP : FN_SUB, 20);
    t.S[30] = ORDER(below(2) == 0 ? FN_CMP : FN_JRP, 20);
    for (unsigned n = 20; n < 28; n++)
      t.S[n] = below(2) == 0 ? random_word() : 32 * random_word() + below(3);
    agree_in_pieces(x, &t, 1000);
  }
  translate_close(x);
}

/* Small programs by hand: what is rewritten, and the line to be doubted. */
static const struct rewriting {
  const char *what;
  word doubted;
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
};

static void rewritten_orders_and_operands_are_the_new_ones(void **state)
{
  const enum translate_engine engine = engine_of(state);

  for (size_t i = 0; i < sizeof rewritings / sizeof rewritings[0]; i++) {
    struct translate *const x = open_engine(engine);
    struct translate_account account;
    struct isa t;

    isa_clear(&t, 1);
    memcpy(t.S, rewritings[i].S, sizeof t.S);
    assert_false(agree(x, &t, 20011));
    translate_account(x, &account);
    if (engine == TRANSLATE_X86_64) {
      print_message("%s: %" PRIu64 " discards, %" PRIu64 " orders singly\n",
                    rewritings[i].what, account.discards, account.singly);
      assert_true((account.doubted & rewritings[i].doubted) != 0);
      assert_int_equal(account.doubted & account.trusted, 0);
      assert_true(account.discards < 100);
      assert_true(account.singly < 400);
    } else {
      assert_int_equal(account.singly, 20011);
    }
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
  struct translate_account account;
  struct isa t;
  uint64_t orders;

  first_program(&t, 262144);
  assert_true(translate_run(x, &t, UINT64_MAX, &orders));
  assert_int_equal(orders, 2097154);
  assert_int_equal(t.S[27], 131072);
  assert_int_equal(t.CI, 13);
  assert_int_equal(t.A, 0);
  translate_account(x, &account);
  if (engine_of(state) == TRANSLATE_X86_64) {
    assert_int_equal(account.singly, 0);
    assert_int_equal(account.discards, 0);
    assert_in_range(account.superblocks, 1, 20);
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
  const char *const seed = getenv("SEED");
#define BOTH(test)                                          \
  { #test, test, NULL, NULL, &x86_64 },                     \
  {                                                         \
#test "_when_interpreted", test, NULL, NULL, &interpret \
  }
  const struct CMUnitTest tests[] = {
    BOTH(random_words_are_obeyed_as_t_next_obeys_them),
    BOTH(loops_that_store_into_themselves_stay_exact),
    BOTH(every_number_of_orders_is_a_place_to_stop),
    BOTH(ci_keeps_its_upper_digits),
    BOTH(rewritten_orders_and_operands_are_the_new_ones),
    BOTH(the_first_program_finds_its_factor_in_time),
    BOTH(the_stp_is_an_order_and_is_counted),
  };

  random_state = seed != NULL ? strtoull(seed, NULL, 0) : 1948;
  print_message("SEED=%" PRIu64 "\n", random_state);
  random_state = random_state * 2 + 1;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
