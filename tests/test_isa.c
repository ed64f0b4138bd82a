// SPDX-License-Identifier: MIT
/*
 * test_isa.c - T-next, function by function, at the lecture's snapshot point:
 * CI has been incremented, so CI mod 32 is the line about to be obeyed.
 */
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

#include "sim/isa.h"
#include "sim/order.h"

#include <string.h>

static struct isa t;

/* Line 4 holds the order, line 9 its operand, A = 100. */
static void obey(word PI, word operand)
{
  isa_clear(&t, 4);
  t.S[4] = PI;
  t.S[9] = operand;
  t.A = 100;
  isa_next(&t);
}

static void jmp_loads_ci_then_increments_it(void **state)
{
  (void)state;
  obey(order(FN_JMP, 9), 0x12345678);
  assert_int_equal(t.CI, 0x12345679);
  obey(order(FN_JMP, 9), 0xffffffff);
  assert_int_equal(t.CI, 0);
}

static void jrp_adds_to_ci_then_increments_it(void **state)
{
  (void)state;
  obey(order(FN_JRP, 9), (word)-3);
  assert_int_equal(t.CI, 2);
}

static void ldn_negates(void **state)
{
  (void)state;
  obey(order(FN_LDN, 9), 7);
  assert_int_equal(t.A, (word)-7);
  assert_int_equal(t.CI, 5);
  obey(order(FN_LDN, 9), 0x80000000);
  assert_int_equal(t.A, 0x80000000);
}

static void sto_copies_a(void **state)
{
  (void)state;
  obey(order(FN_STO, 9), 7);
  assert_int_equal(t.S[9], 100);
  assert_int_equal(t.A, 100);
}

static void both_codes_of_sub_subtract(void **state)
{
  (void)state;
  obey(order(FN_SUB, 9), 101);
  assert_int_equal(t.A, (word)-1);
  obey(order(FN_SUB5, 9), 101);
  assert_int_equal(t.A, (word)-1);
}

static void cmp_skips_if_a_is_negative(void **state)
{
  (void)state;
  obey(order(FN_CMP, 0), 0);
  assert_int_equal(t.CI, 5);
  t.CI = 4;
  t.A = 0;
  isa_next(&t);
  assert_int_equal(t.CI, 5);
  t.CI = 4;
  t.A = 0x80000000;
  isa_next(&t);
  assert_int_equal(t.CI, 6);
}

static void stp_is_a_fixed_point(void **state)
{
  (void)state;
  random_isa(&t, false);
  for (unsigned i = 0; i < 1000; i++) {
    struct isa u;

    random_isa(&t, false);
    t.S[t.CI & 31] |= (word)7 << 13;
    u = t;
    assert_true(isa_final(&t));
    isa_next(&t);
    assert_memory_equal(&t, &u, sizeof t);
  }
}

static void an_order_in_words_names_function_and_line(void **state)
{
  char text[ORDER_TEXT];

  (void)state;
  order_words(0x4018, text);
  assert_string_equal(text, "LDN 24");
  order_words(order(FN_SUB5, 3) | 0xffff0000, text);
  assert_string_equal(text, "SUB5 3");
  order_words(order(FN_CMP, 7), text);
  assert_string_equal(text, "CMP");
  assert_true(order_is_plain(order(FN_JMP, 31)));
  assert_false(order_is_plain(order(FN_JMP, 31) | 32));
  assert_false(order_is_plain(order(FN_STP, 1)));
  assert_true(order_is_plain(order(FN_STP, 0)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(jmp_loads_ci_then_increments_it),
    cmocka_unit_test(jrp_adds_to_ci_then_increments_it),
    cmocka_unit_test(ldn_negates),
    cmocka_unit_test(sto_copies_a),
    cmocka_unit_test(both_codes_of_sub_subtract),
    cmocka_unit_test(cmp_skips_if_a_is_negative),
    cmocka_unit_test(stp_is_a_fixed_point),
    cmocka_unit_test(an_order_in_words_names_function_and_line),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
