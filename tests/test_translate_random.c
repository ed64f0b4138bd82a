// SPDX-License-Identifier: MIT
/*
 * test_translate_random.c - is a translated program the same program?
 *
 * Random words, and random loops that rewrite themselves, run by both engines
 * in pieces of random length. The oracle is isa_next(), order by order.
 * Compared are all 34 words of the T-state, the count of orders and whether
 * STP was obeyed. SEED sets the programs; the seed is printed.
 */
#include "support/random.h"
#include "support/test.h"
#include "support/translated.h"

#include <string.h>

/* Run *t to its end or through max_orders, in pieces of random length. */
static void agree_in_pieces(struct translate *x, struct isa *t, word max_orders)
{
  for (word left = max_orders; left > 0;) {
    const word piece =
      random_below(4) == 0 ? random_below(8) : random_below(left + 200);
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
  switch (random_below(6)) {
  case 0: return random_below(4);
  case 1: return 0 - random_below(4);
  case 2:
    return ORDER(random_below(8), random_below(32)) -
           ORDER(random_below(8), random_below(32));
  case 3: return (word)1 << random_below(32);
  case 4: return 32 * random_below(4) + random_below(32);
  default: return ORDER(1 + random_below(6), random_below(32));
  }
}

static word random_order(word length, word data)
{
  static const word functions[] = { FN_LDN, FN_LDN, FN_STO,  FN_SUB,
                                    FN_SUB, FN_CMP, FN_SUB5, FN_JRP };
  const word f = functions[random_below(random_below(4) == 0 ? 8 : 7)];
  const word line =
    random_below(4) == 0 ? 1 + random_below(length) : 18 + random_below(data);

  return ORDER(f, line) | (random_below(8) == 0 ? random_word() << 16 : 0);
}

/* LDN line, SUB constant, STO line: its word becomes another and, the next
 * time round, the first again. */
static void rewrite(struct isa *t, word at, word line, word other)
{
  const word constant = 26 + random_below(5);

  t->S[at] = ORDER(FN_LDN, line);
  t->S[at + 1] = ORDER(FN_SUB, constant);
  t->S[at + 2] = ORDER(FN_STO, line);
  t->S[constant] = 0 - t->S[line] - other;
}

/* A loop of orders in lines 1 to length, data from 18 to 30, which rewrites
 * some of its orders or the operand of its jump; now and then all of it. */
static void random_loop(struct isa *t)
{
  const word length = 6 + random_below(10), data = 1 + random_below(8);

  for (word n = 0; n < SSEM_LINES; n++)
    t->S[n] = random_number();
  for (word n = 1; n <= length; n++)
    t->S[n] = random_order(length, data);
  t->S[length + 1] = ORDER(FN_JMP, 31);
  t->S[31] = random_below(3);
  for (word count = random_below(4); count > 0; count--) {
    const word at = 1 + random_below(length - 2),
               line = 1 + random_below(length);

    if (random_below(4) == 0) {
      rewrite(t, at, 31, random_below(length));
    } else if (random_below(3) == 0) {
      t->S[line] = ORDER(FN_STO, 18 + random_below(data));
      rewrite(t, at, line,
              ORDER(FN_STO, random_below(2) == 0 ? 18 + random_below(data)
                                                 : 1 + random_below(length)));
    } else {
      rewrite(t, at, line, random_order(length, data));
    }
  }
  t->A = random_number();
  t->CI = 1 + (random_below(2) == 0 ? 0 : random_word() << 5);
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
  struct translate_statistics found;
  unsigned dirty = 0;
  struct isa t;

  for (unsigned i = 0; i < 10000; i++) {
    random_loop(&t);
    agree_in_pieces(x, &t, 1500);
    translate_statistics(x, &found);
    dirty += found.dirty != 0;
  }
  if (engine_of(state) == TRANSLATE_X86_64) {
    assert_true(dirty > 1000);
    assert_true(found.superblocks > found.flushes);
  }
  translate_close(x);
}

static void the_caller_may_change_anything_between_runs(void **state)
{
  struct translate *const x = open_engine(engine_of(state));
  struct isa start, t;

  for (unsigned i = 0; i < 1000; i++) {
    random_loop(&start);
    t = start;
    for (unsigned piece = 0; piece < 10; piece++) {
      agree(x, &t, 97 + random_below(300));
      switch (random_below(5)) {
      case 0: t = start; break;
      case 1: t.A = random_number(); break;
      case 2: t.CI += random_below(16); break;
      case 3: t.S[18 + random_below(8)] = random_number(); break;
      case 4: t.S[random_below(32)] = start.S[random_below(32)]; break;
      }
    }
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
    isa_clear(&t, 31 - random_below(4));
    t.CI |= random_word() << 5;
    for (unsigned n = 0; n < SSEM_LINES; n++)
      t.S[n] = ORDER(FN_LDN + random_below(3), 20 + random_below(8));
    for (unsigned n = 0; n < 6; n++)
      t.S[random_below(20)] =
        ORDER(random_below(4) == 0 ? FN_JMP : FN_JRP, 20 + random_below(8));
    t.S[31] = ORDER(random_below(2) == 0 ? FN_CMP : FN_SUB, 20);
    t.S[30] = ORDER(random_below(2) == 0 ? FN_CMP : FN_JRP, 20);
    for (unsigned n = 20; n < 28; n++)
      t.S[n] = random_below(2) == 0 ? random_word()
                                    : 32 * random_word() + random_below(3);
    agree_in_pieces(x, &t, 1000);
  }
  translate_close(x);
}

int main(void)
{
  static enum translate_engine x86_64 = TRANSLATE_X86_64;
  static enum translate_engine interpret = TRANSLATE_INTERPRET;
  const struct CMUnitTest tests[] = {
    BOTH(random_words_are_obeyed_as_t_next_obeys_them),
    BOTH(loops_that_store_into_themselves_stay_exact),
    BOTH(the_caller_may_change_anything_between_runs),
    BOTH(every_number_of_orders_is_a_place_to_stop),
    BOTH(ci_keeps_its_upper_digits),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
