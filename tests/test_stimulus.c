// SPDX-License-Identifier: MIT
/*
 * test_stimulus.c - stimuli read: every statement in primitives, every bad one
 * refused with its sentence to the letter.
 */
#include "sim/console/stimulus.h"
#include "support/random.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static char text[TEXT_SENTENCE];

/* The acts of a stimulus, "/" between. */
static const char *acts(const char *file)
{
  static char out[8192];
  struct text all = text_in(out, sizeof out);
  struct stimulus st;

  if (!stimulus_parse("s", file, strlen(file), &st, text))
    fail_msg("%s: %s", file, text);
  for (size_t i = 0; i < st.acts; i++) {
    char words[STIMULUS_ACT_TEXT];

    stimulus_act_text(&st.act[i], words);
    text_add(&all, "%s%s", i == 0 ? "" : "/", words);
  }
  stimulus_free(&st);
  return out;
}

static void is(const char *file, const char *expected)
{
  assert_string_equal(acts(file), expected);
}

static void bad(const char *file, const char *sentence)
{
  struct stimulus st;

  if (stimulus_parse("s", file, strlen(file), &st, text))
    fail_msg("%s: not refused", file);
  assert_string_equal(text, sentence);
  assert_null(st.act);
  assert_null(st.statement);
}

static void a_primitive_is_itself(void **state)
{
  static const char *const same[] = {
    "CS 0",
    "CS 1",
    "MAN 1",
    "WRITE 1",
    "KLC 1",
    "KSC 0",
    "KCC 1",
    "LS 31",
    "FS 7",
    "TW 0",
    "TW 0xffffffff",
    "KC",
    "KC if lit",
    "wait 1 digits",
    "wait 36 beats",
    "wait 2 bars",
    "wait 1099511627776 scans",
    "wait 3 orders",
    "wait idle",
    "wait stop",
    "wait stop at most 12 orders",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof same / sizeof same[0]; i++)
    is(same[i], same[i]);
  is("TW digits 3 4 14", "TW 0x4018");
  is("  LS\t0x1f   # all down\r\n\n# nothing\nFS 0b111", "LS 31/FS 7");
}

#define CLEAR_5 "LS 5/wait 72 digits/KLC 1/wait 72 digits/KLC 0"
#define KEY_5(digits) \
  "LS 5/wait 72 digits/WRITE 1/TW " digits "/wait 72 digits/TW 0"

static void a_word_is_made_of_primitives(void **state)
{
  (void)state;
  is("stop", "CS 0/wait idle");
  is("run", "CS 1/KC if lit");
  is("step", "/KC/wait idle");
  is("step 2", "/KC/wait idle/KC/wait idle");
  is("switches down", "LS 31/FS 7");
  is("manual STO 4", "/MAN 1/FS 3/LS 4");
  is("manual 7 31", "/MAN 1/FS 7/LS 31");
  is("auto", "/MAN 0/LS 31/FS 7");
  is("clear store", "/KSC 1/wait 1 scans/KSC 0");
  is("clear line 5", "/" CLEAR_5);
  is("clear control", "/KCC 1/wait 36 digits/KCC 0");
  is("key 5 digits 0 31", "/" KEY_5("0x80000001"));
  is("enter 5 LDN 24", "/" CLEAR_5 "//" KEY_5("0x4018"));
  is("enter 5 stp", "/" CLEAR_5 "//" KEY_5("0xe000"));
  is("enter 5 CMP 3", "/" CLEAR_5 "//" KEY_5("0xc003"));
  is("enter 5 NUM -1", "/" CLEAR_5 "//" KEY_5("0xffffffff"));
  is("enter 5 NUM 4294967295", "/" CLEAR_5 "//" KEY_5("0xffffffff"));
  is("enter 5 NUM -2147483648", "/" CLEAR_5 "//" KEY_5("0x80000000"));
}

static void the_first_lines_say_what_is_there_at_clear(void **state)
{
  static const char first[] = "program a b.asm  # mine\nas-built\nCS 0\n";
  static const char second[] = "power-up 0xffffffffffffffff\nKC\n";
  static const char quoted[] = "program \"/x/a #1.asm\" # it\n";
  struct stimulus st;

  (void)state;
  assert_true(stimulus_parse("d/s", first, strlen(first), &st, text));
  assert_string_equal(st.program, "d/a b.asm");
  assert_true(st.as_built);
  assert_false(st.power_up);
  assert_int_equal(st.statements, 1);
  assert_int_equal(st.statement[0].line, 3);
  assert_string_equal(st.statement[0].text, "CS 0");
  stimulus_free(&st);
  assert_true(stimulus_parse("s", second, strlen(second), &st, text));
  assert_true(st.power_up && st.seed == UINT64_MAX);
  stimulus_free(&st);
  assert_true(stimulus_parse("d/s", quoted, strlen(quoted), &st, text));
  assert_string_equal(st.program, "/x/a #1.asm");
  stimulus_free(&st);
}

#define ANY                                                                 \
  "expected a switch or key (CS MAN WRITE KLC KSC KCC LS FS TW KC), wait, " \
  "or a word (stop run step switches manual auto clear key enter)"
#define TO_31 "expected a line 0 to 31"
#define END "expected the end of the line"
#define SET "expected 31, all switches down, or another of 0 to 31"
#define FUNCTION "expected a function: a mnemonic or 0 to 7"

static void every_bad_statement_has_its_sentence(void **state)
{
  static const struct {
    const char *file, *sentence;
  } all[] = {
    { "\n  sto", "s:2:3: found 'sto', " ANY "; near it: stop" },
    { "Wait 3", "s:1:1: found 'Wait', " ANY "; near it: wait" },
    { "cs 0", "s:1:1: found 'cs', " ANY "; near it: CS, LS, FS" },
    { "7", "s:1:1: found '7', " ANY },
    { "CS", "s:1:3: found the end of the line, expected 0 or 1" },
    { "CS 2", "s:1:4: found '2', expected 0 or 1" },
    { "KSC -1", "s:1:5: found '-1', expected 0 or 1" },
    { "CS 0 1", "s:1:6: found '1', " END },
    { "LS 32", "s:1:4: found '32', " SET },
    { "FS 8", "s:1:4: found '8', expected 7, all switches down, or another of "
              "0 to 7" },
    { "TW", "s:1:3: found the end of the line, expected digits and their "
            "numbers, or a number from 0 to 4294967295" },
    { "TW 4294967296",
      "s:1:4: found '4294967296', expected digits and their numbers, or a "
      "number from 0 to 4294967295" },
    { "TW 3 4", "s:1:6: found '4', " END },
    { "TW digits",
      "s:1:10: found the end of the line, expected a digit 0 to 31" },
    { "TW digits 3 32", "s:1:13: found '32', expected a digit 0 to 31" },
    { "KC 1", "s:1:4: found '1', expected if lit, or the end of the line" },
    { "KC if", "s:1:6: found the end of the line, expected if lit, or the end "
               "of the line" },
    { "KC if lit up", "s:1:11: found 'up', " END },
    { "wait", "s:1:5: found the end of the line, expected idle, stop, or a "
              "number from 1 up" },
    { "wait 0 bars",
      "s:1:6: found '0', expected idle, stop, or a number from 1 up" },
    { "wait 1099511627777 bars", "s:1:6: found '1099511627777', expected idle, "
                                 "stop, or a number from 1 up" },
    { "wait 3", "s:1:7: found the end of the line, expected digits, beats, "
                "bars, scans or orders" },
    { "wait 3 bar", "s:1:8: found 'bar', expected digits, beats, bars, scans "
                    "or orders; near it: bars" },
    { "wait 3 bars 1", "s:1:13: found '1', " END },
    { "wait 3 orders 1", "s:1:15: found '1', " END },
    { "wait idle 1", "s:1:11: found '1', " END },
    { "wait stop in", "s:1:11: found 'in', expected at most N orders, or the "
                      "end of the line" },
    { "wait stop at", "s:1:13: found the end of the line, expected at most N "
                      "orders, or the end of the line" },
    { "wait stop at most 0 orders",
      "s:1:19: found '0', expected a number of orders, 1 or more" },
    { "wait stop at most 3 bars", "s:1:21: found 'bars', expected orders" },
    { "wait stop at most 3 orders 2", "s:1:28: found '2', " END },
    { "stop it", "s:1:6: found 'it', " END },
    { "run 2", "s:1:5: found '2', " END },
    { "step 0", "s:1:6: found '0', expected a number of steps, 1 to 100000" },
    { "step x", "s:1:6: found 'x', expected a number of steps, 1 to 100000" },
    { "step 1 2", "s:1:8: found '2', " END },
    { "switches", "s:1:9: found the end of the line, expected down" },
    { "switches up", "s:1:10: found 'up', expected down" },
    { "switches down 1", "s:1:15: found '1', " END },
    { "manual", "s:1:7: found the end of the line, " FUNCTION },
    { "manual 8 3", "s:1:8: found '8', " FUNCTION },
    { "manual LDM 3", "s:1:8: found 'LDM', " FUNCTION "; near it: LDN" },
    { "manual LDN", "s:1:11: found the end of the line, " TO_31 },
    { "manual LDN 32", "s:1:12: found '32', " TO_31 },
    { "manual LDN 3 4", "s:1:14: found '4', " END },
    { "auto 1", "s:1:6: found '1', " END },
    { "clear", "s:1:6: found the end of the line, expected store, line N or "
               "control" },
    { "clear A", "s:1:7: found 'A', expected store, line N or control" },
    { "clear line", "s:1:11: found the end of the line, " TO_31 },
    { "clear line 32", "s:1:12: found '32', " TO_31 },
    { "clear line 3 4", "s:1:14: found '4', " END },
    { "clear store 3", "s:1:13: found '3', " END },
    { "clear control 3", "s:1:15: found '3', " END },
    { "key", "s:1:4: found the end of the line, " TO_31 },
    { "key 32 digits 1", "s:1:5: found '32', " TO_31 },
    { "key 3 digit 1",
      "s:1:7: found 'digit', expected digits and their numbers" },
    { "key 3 digits", "s:1:13: found the end of the line, expected a digit 0 "
                      "to 31" },
    { "key 3 digits 32", "s:1:14: found '32', expected a digit 0 to 31" },
    { "enter 32 STP", "s:1:7: found '32', " TO_31 },
    { "enter 3", "s:1:8: found the end of the line, expected an order such as "
                 "LDN 24, or NUM and a number" },
    { "enter 3 LDM 4", "s:1:9: found 'LDM', expected an order such as LDN 24, "
                       "or NUM and a number; near it: LDN" },
    { "enter 3 LDN", "s:1:12: found the end of the line, " TO_31 },
    { "enter 3 LDN 4 5", "s:1:15: found '5', " END },
    { "enter 3 NUM", "s:1:12: found the end of the line, expected a number "
                     "from -2147483648 to 4294967295" },
    { "enter 3 NUM -2147483649", "s:1:13: found '-2147483649', expected a "
                                 "number from -2147483648 to 4294967295" },
    { "enter 3 NUM 4294967296", "s:1:13: found '4294967296', expected a number "
                                "from -2147483648 to 4294967295" },
    { "program", "s:1:8: found the end of the line, expected the name of a "
                 "file" },
    { "program \"a", "s:1:10: found no second \", expected one" },
    { "program \"a\" b", "s:1:13: found 'b', " END },
    { "program a\nprogram b", "s:2:1: found a second 'program', expected one" },
    { "program a\npower-up 1",
      "s:2:1: found power-up after program, expected one of them" },
    { "power-up 1\nprogram a",
      "s:2:1: found program after power-up, expected one of them" },
    { "power-up", "s:1:9: found the end of the line, expected a seed, a number "
                  "that 64 digits hold" },
    { "power-up 18446744073709551616",
      "s:1:10: found '18446744073709551616', expected a seed, a number that "
      "64 digits hold" },
    { "power-up 1 2", "s:1:12: found '2', " END },
    { "power-up 1\npower-up 1",
      "s:2:1: found a second 'power-up', expected one" },
    { "as-built 1", "s:1:10: found '1', " END },
    { "as-built\nas-built", "s:2:1: found a second 'as-built', expected one" },
    { "CS 0\nas-built",
      "s:2:1: found as-built after a statement, expected it before the first" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
    bad(all[i].file, all[i].sentence);
}

static void a_stimulus_that_is_too_long_is_refused(void **state)
{
  static char file[STIMULUS_LARGEST + 2];
  struct stimulus st;

  (void)state;
  memset(file, '\n', sizeof file);
  assert_false(stimulus_parse("s", file, sizeof file - 1, &st, text));
  assert_string_equal(text, "s:1:1: found more than 1048576 bytes, expected a "
                            "stimulus");
  memset(file, 0, sizeof file);
  for (unsigned i = 0; i < 6; i++)
    strcat(file, "step 100000\n");
  bad(file, "s:6:1: found more than 1048576 acts, expected a shorter "
            "stimulus");
}

static void what_is_printed_is_a_stimulus_that_prints_the_same(void **state)
{
  static struct said s;

  (void)state;
  shell(&s, "printf 'power-up 7\\nas-built\\nstop\\nenter 5 LDN 24\\n"
            "manual CMP 3\\nstep 2\\nauto\\nclear store\\nrun\\n"
            "wait stop at most 3 orders\\n' | $SSEM stimulus - >$TMP/a.stim; "
            "$SSEM stimulus $TMP/a.stim | tee $TMP/b.stim | wc -l; "
            "sed 's/ *#.*//' $TMP/a.stim | cmp - $TMP/b.stim && echo same");
  assert_string_equal(s.out, "31\nsame\n");
}

static void any_bytes_are_read_or_refused_in_a_sentence(void **state)
{
  static const char *const words[] = {
    "CS ",    "wait ",  "idle",    " 1",     "\n",    "stop ", "digits ",
    "clear ", "line ",  "TW ",     "0x1f",   "enter", "key",   "NUM -1",
    "LDN ",   "#",      "\"",      "KC ",    "step",  "31",    "at ",
    "most ",  "orders", "manual ", "power-", "up ",   "auto",  "store",
  };

  (void)state;
  for (unsigned i = 0; i < 20000; i++) {
    char file[256] = "";
    struct stimulus st;

    for (unsigned n = random_below(12); n > 0; n--)
      strcat(file, words[random_below(sizeof words / sizeof words[0])]);
    text[0] = '\0';
    if (stimulus_parse("s", file, strlen(file), &st, text))
      stimulus_free(&st);
    else
      assert_true(memcmp(text, "s:", 2) == 0 && strchr(text, '\n') == NULL);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_primitive_is_itself),
    cmocka_unit_test(a_word_is_made_of_primitives),
    cmocka_unit_test(the_first_lines_say_what_is_there_at_clear),
    cmocka_unit_test(every_bad_statement_has_its_sentence),
    cmocka_unit_test(a_stimulus_that_is_too_long_is_refused),
    cmocka_unit_test(what_is_printed_is_a_stimulus_that_prints_the_same),
    cmocka_unit_test(any_bytes_are_read_or_refused_in_a_sentence),
  };

  random_begin();
  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
