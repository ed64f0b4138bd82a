// SPDX-License-Identifier: MIT
/*
 * test_map_words.c - words put together by a map: from signals side by side,
 * from single digits as ModelSim and netlists dump them, from a whole store.
 *
 * The machine and what it obeys are those of support/held.h.
 */
#include "support/held.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static char dump[16384]; /* made by the functions that follow */

static void put(const char *format, unsigned a, unsigned b)
{
  const size_t end = strlen(dump);

  assert_true(end + 128 < sizeof dump);
  snprintf(dump + end, sizeof dump - end, format, a, b);
}

/* Declare digits of a word, each a scalar with an identifier of its own. */
static void declare(const char *format, char id, unsigned digits)
{
  for (unsigned d = digits; d-- > 0;) {
    put("$var reg 1 ", 0, 0);
    put("%c%u ", (unsigned)id, d);
    put(format, d, 0);
    put(" $end\n", 0, 0);
  }
}

/* Their values. */
static void set(char id, unsigned digits, uint32_t value)
{
  for (unsigned d = 0; d < digits; d++) {
    put("%u", value >> d & 1, 0);
    put("%c%u\n", (unsigned)id, d);
  }
}

/* A dump of the whole run: A and CI, of `digits` digits, digit by digit. */
static void run_of_single_digits(const char *a, const char *c, unsigned digits)
{
  static const struct {
    uint32_t A, CI;
  } at[] = { { 0, 1 }, { (uint32_t)-5, 2 }, { (uint32_t)-10, 3 } };

  dump[0] = '\0';
  put("$timescale 1ns $end $scope module t $end\n", 0, 0);
  declare(a, 'a', 32);
  declare(c, 'c', digits);
  put("$var wire 1 k k $end $upscope $end $enddefinitions $end\n", 0, 0);
  for (unsigned i = 0; i < 3; i++) {
    put("#%u\n0k\n", 20 * i, 0);
    set('a', 32, at[i].A);
    set('c', digits, at[i].CI);
    put("#%u\n1k\n", 20 * i + 10, 0);
  }
  put("#99\n", 0, 0);
}

static void single_digits_are_joined(void **state)
{
  (void)state;
  run_of_single_digits("acc [%u]", "\\pc[%u]", 5);
  assert_int_equal(
    held_check("A = t.acc\nCI = t.pc\nboundary = t.k rise\n", dump),
    HELD_STOPPED);
  assert_string_equal(
    held.left_out, "; CI in digits 0 to 4 only; the store is not in the map");
  assert_int_equal(
    held_check("A = t.acc[31:0]\nCI = t.pc[0:4] reversed\n"
               "boundary = t.k if t.pc[1:0] == 1 || t.pc[1] || t.acc != 7\n",
               dump),
    HELD_STOPPED);
  assert_int_equal(
    held_check("A = t.acc\nCI = t.pc reversed\nboundary = t.k rise\n", dump),
    HELD_DIFFERS);
}

static void a_single_digit_that_is_missing_is_named(void **state)
{
  (void)state;
  run_of_single_digits("acc[%u]", "pc[%u]", 5);
  memcpy(strstr(dump, "acc[7]"), "acc_7_", 6);
  assert_int_equal(
    held_check("A = t.acc\nCI = t.pc\nboundary = t.k rise\n", dump),
    HELD_BROKEN);
  held_says("m:1:5: found no 't.acc[7]' in the dump, expected every digit of "
            "t.acc");
  assert_int_equal(held_check("A = {t.acc[31:8], t.acc_7_, t.acc[6:0]}\n"
                              "CI = t.pc\nboundary = t.k rise\n",
                              dump),
                   HELD_STOPPED);
}

static void words_are_put_together_from_parts_and_numbers(void **state)
{
  (void)state;
  run_of_single_digits("acc[%u]", "pc[%u]", 5);
  assert_int_equal(held_check("A = {t.acc[31:16], t.acc[15:0]}\n"
                              "CI = { 0b000 , t.pc[4:0] }\n"
                              "boundary = t.k rise\n",
                              dump),
                   HELD_STOPPED);
  assert_string_equal(
    held.left_out, "; CI in digits 0 to 7 only; the store is not in the map");
  assert_int_equal(held_check("A = t.acc\nCI = {0x00000A, t.pc}\n"
                              "boundary = t.k rise\n",
                              dump),
                   HELD_DIFFERS);
  held_says(
    "before order 1, time 10 (10 ns): CI: expected 1, found 321 (digits 6, 8)");
}

static void a_wrong_word_is_refused_with_its_place(void **state)
{
  static const struct {
    const char *line, *sentence;
  } wrong[] = {
    { "A = {t.acc, t.pc}",
      "m:1:13: found more than 32 digits, expected no more" },
    { "A = {t.acc",
      "m:1:11: found the end of the line, expected a comma or }" },
    { "A = {t.acc,}", "m:1:12: found '}', expected the name of a signal" },
    { "A = {}", "m:1:6: found '}', expected the name of a signal" },
    { "A = 12", "m:1:5: found '12', expected the name of a signal, 0b or 0x" },
    { "A = 0b", "m:1:5: found '0b', expected the name of a signal, 0b or 0x" },
    { "A = 0b12", "m:1:5: found '0b12', expected 0b or 0x and digits" },
    { "A = {t.acc} twice", "m:1:13: found 'twice', expected reversed, or" },
    { "S[*] = {t.m[%u], t.n}", "m:1:18: found 't.n', expected one %u or %02u" },
    { "S = t.acc line 1", "m:1:16: found '1', expected line 0 leftmost" },
    { "S = t.acc", "m:1:5: found a store of 32 digits, expected 1024" },
    { "S = {0x00, t.acc, t.pc}",
      "m:1:6: found a store of 45 digits, expected 1024" },
    { "A = 0x123456789",
      "m:1:5: found a number of 36 digits, expected 32 at most" },
  };
  char lines[256];

  (void)state;
  run_of_single_digits("acc[%u]", "pc[%u]", 5);
  for (unsigned i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    snprintf(lines, sizeof lines, "%s\nCI = t.pc\nboundary = t.k\n%s",
             wrong[i].line, wrong[i].line[0] == 'S' ? "A = t.acc\n" : "");
    assert_int_equal(held_check(lines, dump), HELD_BROKEN);
    held_says(wrong[i].sentence);
  }
}

/* A whole store as one vector: the line at its left end is 0 or 31. */
static void run_with_a_store(bool line_0_leftmost)
{
  static const struct {
    unsigned line;
    uint32_t word;
  } in[] = { { 1, 0x4014 }, { 2, 0x8014 }, { 3, 0xe000 }, { 20, 5 } };

  dump[0] = '\0';
  put("$scope module t $end $var wire 32 a a $end $var wire 5 c c $end\n"
      "$var wire 1 k k $end $var reg 1024 s s[1023:0] $end $upscope $end\n"
      "$enddefinitions $end #0 b1 c b0 a 0k b",
      0, 0);
  for (unsigned i = 0; i < 32; i++) {
    uint32_t w = 0;

    for (unsigned k = 0; k < 4; k++)
      if (in[k].line == (line_0_leftmost ? i : 31 - i))
        w = in[k].word;
    for (unsigned d = 32; d-- > 0;)
      put("%u", w >> d & 1, 0);
  }
  put(" s #1 1k #2 0k b10 c ", 0, 0);
  put(HELD_MINUS_5, 0, 0);
  memcpy(strrchr(dump, '!'), "a", 1);
  put("#3 1k #4\n", 0, 0);
}

static void line_0_of_a_store_stands_at_either_end(void **state)
{
  (void)state;
  for (unsigned left = 0; left < 2; left++) {
    run_with_a_store(left);
    for (unsigned said = 0; said < 2; said++) {
      char lines[256];

      snprintf(lines, sizeof lines,
               "A = t.a\nCI = t.c\nboundary = t.k rise\n"
               "S = {t.s[1023:1000], t.s[999:40], t.s[39:0]}%s\n",
               said ? " line 0 leftmost" : "");
      assert_int_equal(held_check(lines, dump),
                       left == said ? HELD_ENDED : HELD_DIFFERS);
      assert_string_equal(held.left_out, "; CI in digits 0 to 4 only");
      if (left != said)
        held_says(": line 01: expected 16404, found 0 (digits 2, 4, 14); 7 "
                  "more differ");
    }
  }
}

/* Lines 0 to 31 in two halves of 16 digits, as a board with narrow memories has
 * them; the first boundary. */
static void run_with_two_memories(void)
{
  dump[0] = '\0';
  put("$scope module t $end $var wire 32 a a $end $var wire 5 c c $end\n"
      "$var wire 1 k k $end\n",
      0, 0);
  for (unsigned n = 0; n < 32; n++) {
    put("$var reg 16 h%u high[%u] $end ", n, n);
    put("$var reg 16 l%u low[%u] $end\n", n, n);
  }
  put("$upscope $end $enddefinitions $end #0 b1 c b0 a 0k\n", 0, 0);
  for (unsigned n = 0; n < 32; n++)
    put("b0 h%u b0 l%u\n", n, n);
  put("b0100000000010100 l1 b1000000000010100 l2 b1110000000000000 l3 b101 l20"
      "\n#1 1k #2\n",
      0, 0);
}

static void lines_are_put_together_from_two_memories(void **state)
{
  (void)state;
  run_with_two_memories();
  assert_int_equal(held_check("A = t.a\nCI = t.c\nboundary = t.k rise\n"
                              "S[*] = {t.high[%u], t.low[%u]}\n",
                              dump),
                   HELD_ENDED);
  assert_int_equal(held_check("A = t.a\nCI = t.c\nboundary = t.k rise\n"
                              "S[*] = {t.low[%u], t.high[%u]}\n",
                              dump),
                   HELD_DIFFERS);
}

/* S[*] is for the lines that have no name of their own, before it or after. */
static void a_line_of_the_store_is_given_once(void **state)
{
#define BOTH "{t.high[%u], t.low[%u]}\n"
#define ONE(n) "S[" #n "] = {t.high[" #n "], t.low[" #n "]}\n"
  static const struct {
    const char *lines, *sentence;
  } twice[] = {
    { ONE(3) ONE(4) ONE(3), "m:6:1: found a second 'S[3]', expected one" },
    { "S[*] = " BOTH ONE(31) "  S[ 31 ] = t.a\n",
      "m:6:3: found a second 'S[31]', expected one" },
    { "S[*] = " BOTH "S[*] = " BOTH,
      "m:5:1: found a second 'S[*]', expected one" },
    { "S[*]=" BOTH ONE(7) "S[*]=" BOTH,
      "m:6:1: found a second 'S[*]', expected one" },
    { "S[*7] = " BOTH, "m:4:4: found '7]', expected ] and =" },
  };
  static const char *const once[] = {
    "S[*] = " BOTH ONE(7),
    ONE(7) "S[*] = " BOTH,
    ONE(7) "S[*] = " BOTH ONE(8),
  };
  char lines[512];

  (void)state;
  run_with_two_memories();
  for (unsigned i = 0; i < sizeof twice / sizeof twice[0]; i++) {
    snprintf(lines, sizeof lines, "A = t.a\nCI = t.c\nboundary = t.k rise\n%s",
             twice[i].lines);
    assert_int_equal(held_check(lines, dump), HELD_BROKEN);
    held_says(twice[i].sentence);
  }
  for (unsigned i = 0; i < sizeof once / sizeof once[0]; i++) {
    snprintf(lines, sizeof lines, "A = t.a\nCI = t.c\nboundary = t.k rise\n%s",
             once[i]);
    assert_int_equal(held_check(lines, dump), HELD_ENDED);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(single_digits_are_joined),
    cmocka_unit_test(a_single_digit_that_is_missing_is_named),
    cmocka_unit_test(words_are_put_together_from_parts_and_numbers),
    cmocka_unit_test(a_wrong_word_is_refused_with_its_place),
    cmocka_unit_test(line_0_of_a_store_stands_at_either_end),
    cmocka_unit_test(lines_are_put_together_from_two_memories),
    cmocka_unit_test(a_line_of_the_store_is_given_once),
  };

  return cmocka_run_group_tests(tests, held_begin, held_end);
}
