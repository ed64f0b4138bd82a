// SPDX-License-Identifier: MIT
/*
 * test_trigger.c - expressions over the T-state, and traces that begin where
 * one of them holds.
 */
#include "support/machine.h"
#include "support/random.h"
#include "support/shell.h"
#include "support/test.h"

#include "sim/text/trigger.h"

#include <stdio.h>
#include <string.h>

#define FIRST "programs/first-35.asm"

static struct said s;

/* A = -5, CI = 37 (line 5), line 5 is SUB 9, S[9] = 12, before order 8. */
static bool holds(const char *expression)
{
  struct trigger tr;
  char text[TEXT_SENTENCE];
  struct isa t;

  isa_clear(&t, 5);
  t.CI = 37;
  t.A = (word)-5;
  t.S[5] = order(FN_SUB, 9);
  t.S[9] = 12;
  if (!trigger_parse(expression, &tr, text))
    fail_msg("%s: %s", expression, text);
  return trigger_holds(&tr, &t, 8);
}

static void names_are_the_t_state_and_the_order(void **state)
{
  (void)state;
  assert_true(holds("A == -5"));
  assert_true(holds("CI==37"));
  assert_true(holds("line == 5"));
  assert_true(holds("f == SUB"));
  assert_true(holds("f == sub && sub5 == 5"));
  assert_true(holds("n == 9"));
  assert_true(holds("order == 8"));
  assert_true(holds("S[9] == 12"));
  assert_true(holds("S[n] == 12"));
  assert_true(holds("S[line] == 0x8009"));
  assert_true(holds("S[4 + 5 + 32] == 12"));
  assert_true(holds("A"));
  assert_false(holds("A + 5"));
}

static void zeros_in_front_of_a_number_mean_nothing(void **state)
{
  (void)state;
  assert_true(holds("010 == 10"));
  assert_true(holds("n == 09"));
  assert_true(holds("S[009] == 12"));
  assert_true(holds("0x0a == 0b1010"));
}

/* A = -5 is 4294967291, as in a program file; order = 8 has no such reading. */
static void a_number_beside_a_word_may_be_its_digits(void **state)
{
  (void)state;
  assert_true(holds("A == 4294967291"));
  assert_true(holds("0xfffffffb == A"));
  assert_false(holds("A != 4294967291"));
  assert_true(holds("-A + 0 == 5 && A + 4 == 0xffffffff"));
  assert_true(holds("A & 0x80000000 == 0x80000000"));
  assert_true(holds("(A ^ 0xffffffff) == 4"));
  assert_true(holds("A >= 4294967291 && A <= 4294967291"));
  assert_true(holds("order < 4294967291"));
  assert_true(holds("CI < 0x7fffffff && CI > 0xffffffff"));
  assert_true(holds("A + 4294967295 == 4294967290 - 0"));
  assert_true(holds("A + 4294967296 == 4294967291 + 0"));
  assert_true(holds("A - 2147483648 < A"));
}

static void an_index_that_is_computed_is_taken_mod_32(void **state)
{
  (void)state;
  assert_true(holds("S[9 + 32] == 12"));
  assert_true(holds("S[n - 32] == 12"));
  assert_true(holds("S[CI - 28] == 12"));
  assert_true(holds("S[A + 14] == 12"));
  assert_true(holds("S[-23 + 0] == 12"));
  assert_true(holds("S[S[9] - 3] == S[(9)]"));
}

static void operators_bind_as_in_c(void **state)
{
  (void)state;
  assert_true(holds("A < 0 && f == SUB || A > 0"));
  assert_true(holds("A > 0 && f == STP || A < 0"));
  assert_false(holds("A > 0 && (f == STP || A < 0)"));
  assert_true(holds("!(A > 0)"));
  assert_true(holds("!A == 0"));
  assert_true(holds("10 - 3 - 2 == 5"));
  assert_true(holds("2 - -3 == 5"));
  assert_true(holds("CI & 31 == 5") == ((37 & 31) == 5)); /* & binds first */
  assert_true(holds("3 <= 3 && 3 >= 3 && 2 < 3 && 3 > 2 && 2 != 3"));
  assert_false(holds("3 < 3 || 3 > 3 || 3 != 3 || 4 <= 3 || 3 >= 4"));
  assert_true(holds("f==SUB&&A<0"));
}

static void what_is_wrong_is_told_with_its_column(void **state)
{
  static const struct {
    const char *expression, *says;
  } bad[] = {
    { "", "column 1: found the end, expected A, CI, S[line]" },
    { "A ==", "column 5: found the end, expected A, CI" },
    { "A = 3", "column 3: found '=', expected ==" },
    { "A=3", "column 2: found '=', expected ==" },
    { "B > 3", "column 1: found 'B', expected A, CI" },
    { "odrer==3", "column 1: found 'odrer==3', expected A, CI, S[line], line, "
                  "f, n, order, JMP to STP, or a number; near it: order" },
    { "f==CMD", "column 4: found 'CMD', expected A, CI, S[line], line, f, n, "
                "order, JMP to STP, or a number; near it: CMP" },
    { "S == 3", "column 3: found '==', expected [ and an index" },
    { "S[3", "column 4: found the end, expected an operator or ]" },
    { "(A", "column 3: found the end, expected an operator or )" },
    { "A A", "column 3: found 'A', expected an operator" },
    { "0 < A < 9", "column 7: found '<' after a comparison, expected" },
    { "12x", "column 1: found '12x', expected a number: decimal, 0x or 0b" },
    { "A > 9223372036854775808",
      "column 5: found '9223372036854775808', expected a number of at most" },
    { "A > 99999999999999999999", "column 5: found '99999999999999999999'" },
    { "S[32]", "column 3: found '32', expected an index 0 to 31" },
    { "A < S[ -1 ]", "column 8: found '-1', expected an index 0 to 31" },
    { "S[(040)]", "column 3: found '(040)', expected an index 0 to 31" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    struct trigger tr;
    char text[TEXT_SENTENCE];

    assert_false(trigger_parse(bad[i].expression, &tr, text));
    if (strstr(text, bad[i].says) != text)
      fail_msg("%s: said %s", bad[i].expression, text);
  }
}

static void no_text_makes_it_stumble(void **state)
{
  static const char pieces[] = "ACIS[]()!=<>&|^~+-0129xbfnline rdeJMPST";

  (void)state;
  for (unsigned i = 0; i < 200000; i++) {
    char expression[400];
    const unsigned size = random_below(i % 100 == 0 ? 399 : 24);
    struct trigger tr;
    char text[TEXT_SENTENCE];
    struct isa t;

    for (unsigned k = 0; k < size; k++)
      expression[k] = pieces[random_below(sizeof pieces - 1)];
    expression[size] = '\0';
    random_isa(&t, false);
    if (trigger_parse(expression, &tr, text))
      trigger_holds(&tr, &t, i);
    else
      assert_memory_equal(text, "column ", 7);
  }
}

static void too_many_brackets_are_refused(void **state)
{
  char expression[4096];
  struct trigger tr;
  char text[TEXT_SENTENCE];

  (void)state;
  memset(expression, '(', sizeof expression);
  expression[sizeof expression - 1] = '\0';
  assert_false(trigger_parse(expression, &tr, text));
  memset(expression, '-', sizeof expression - 1);
  assert_false(trigger_parse(expression, &tr, text));
}

/* Order 10 is the first CMP that finds A negative: bars 8 to 12 by default. */
static void a_trace_may_begin_where_an_expression_holds(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/w.vcd --when 'f==CMP && A<0' && "
            "grep '^#' $TMP/w.vcd | sed -n '1p;$p'");
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, "#100800\n#172800\n");
  assert_non_null(strstr(s.err, "'f==CMP && A<0' holds before order 10"));
  shell(&s, "$SSEM trace " FIRST " -o $TMP/w.vcd --when 'f==CMP && A<0' "
            "--before 0 --after 1 && grep '^#' $TMP/w.vcd | sed -n '1p;$p'");
  assert_string_equal(s.out, "#129600\n#158400\n");
  shell(&s, "$SSEM trace " FIRST " -o $TMP/w.vcd --when 'f==STP' && "
            "grep '^#' $TMP/w.vcd | sed -n '1p;$p'");
  assert_string_equal(s.out, "#7214400\n#7272000\n"); /* and one idle bar */
  shell(&s, "$SSEM trace " FIRST " -o $TMP/w.vcd --as-built --level serial "
            "--when 'order==1' && grep '^#' $TMP/w.vcd | sed -n '1p;$p'");
  assert_string_equal(s.out, "#0\n#43200\n");
  shell(&s, "$SSEM trace " FIRST " -o $TMP/w.vcd --from 11 --before 0 "
            "--when 'f==CMP && A<0' && grep '^#' $TMP/w.vcd | sed -n '1p'");
  assert_int_equal(s.status, 0);
  assert_string_not_equal(s.out, "#129600\n"); /* a later one */
}

static void a_trigger_that_never_comes_is_said_so(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/never.vcd --when 'A==12345'; "
            "echo $?; ls $TMP/never.vcd");
  assert_memory_equal(s.out, "3\n", 2);
  assert_non_null(strstr(s.err, "'A==12345' holds before none of 504 orders"));
  shell(&s, "$SSEM trace " FIRST " -o $TMP/never.vcd --max-orders 9 "
            "--when 'f==CMP && A<0'");
  assert_int_equal(s.status, 3);
  shell(&s, "$SSEM trace " FIRST " -o $TMP/x.vcd --when 'A=='");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "--when: column 4: found the end"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_are_the_t_state_and_the_order),
    cmocka_unit_test(zeros_in_front_of_a_number_mean_nothing),
    cmocka_unit_test(a_number_beside_a_word_may_be_its_digits),
    cmocka_unit_test(an_index_that_is_computed_is_taken_mod_32),
    cmocka_unit_test(operators_bind_as_in_c),
    cmocka_unit_test(what_is_wrong_is_told_with_its_column),
    cmocka_unit_test(no_text_makes_it_stumble),
    cmocka_unit_test(too_many_brackets_are_refused),
    cmocka_unit_test(a_trace_may_begin_where_an_expression_holds),
    cmocka_unit_test(a_trigger_that_never_comes_is_said_so),
  };

  random_begin();
  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
