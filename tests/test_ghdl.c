// SPDX-License-Identifier: MIT
/*
 * test_ghdl.c - dumps as GHDL writes them: states as texts, and what it leaves
 * out.
 *
 * beats.vcd and beats.fst are GHDL's, of tests/machines/beats.vhd obeying
 * programs/fn-cmp.asm. The dumps in memory are of the machine of held.h.
 */
#include "support/held.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#define CHECK(dump, map)                                                \
  "$SSEM check --vcd tests/machines/" dump " --map tests/machines/" map \
  ".map programs/fn-cmp.asm | "                                         \
  "sed -e s,tests/machines/,, -e /covered/d"

static struct said s;

static void a_dump_of_ghdl_is_checked(void **state)
{
  (void)state;
  shell(&s, CHECK("beats.vcd", "beats_vcd"));
  assert_string_equal(s.out,
                      "programs/fn-cmp.asm: isa = beats.vcd at every "
                      "boundary, 10 orders, stopped by STP in line 12\n");
}

static void an_fst_of_ghdl_has_states_in_words(void **state)
{
  (void)state;
  need("fst2vcd");
  shell(&s, CHECK("beats.fst", "beats"));
  assert_string_equal(s.out,
                      "programs/fn-cmp.asm: isa = beats.fst at every "
                      "boundary, 10 orders, stopped by STP in line 12\n");
  shell(&s, "sed s/action1/action2/ tests/machines/beats.map >$TMP/b.map; "
            "$SSEM check --vcd tests/machines/beats.fst --map $TMP/b.map "
            "programs/fn-cmp.asm");
  assert_int_equal(s.status, 0); /* nothing happens between the two */
  shell(&s, "sed s/action1/scan1/ tests/machines/beats.map >$TMP/b.map; "
            "$SSEM check --vcd tests/machines/beats.fst --map $TMP/b.map "
            "programs/fn-cmp.asm");
  assert_int_equal(s.status, 1); /* before CI is raised */
}

static void what_ghdl_leaves_out_is_explained(void **state)
{
  (void)state;
  shell(&s, "sed -e 's/= \\([a-z]\\)/= beats.\\1/' -e s/reverse.*// "
            "tests/machines/beats.map >$TMP/b.map; cat $TMP/b.map >&2; "
            "$SSEM check --vcd tests/machines/beats.vcd --map $TMP/b.map "
            "programs/fn-cmp.asm");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(
    s.err, "b.map:5:12: found 'beats.current_beat', which GHDL left out of the "
           "dump, expected a signal that it dumps: its --fst has enumerations; "
           "each word of a memory and each field of a record needs a signal"));
  shell(&s, "sed 's/^S .*/S[*] = beats.store[%u]/' "
            "tests/machines/beats_vcd.map >$TMP/b.map; "
            "$SSEM check --vcd tests/machines/beats.vcd --map $TMP/b.map "
            "programs/fn-cmp.asm");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "b.map:4:8: found 'beats.store[0]', which GHDL "
                                "left out of the dump"));
}

#define STATES                                                           \
  "$scope module t $end $var wire 32 a a $end $var wire 5 c c $end\n"    \
  "$var string 0 s state $end $var string 1 u next $end $var real 64 r " \
  "r $end $upscope $end $enddefinitions $end\n"
#define WORDS "A = t.a\nCI = t.c\n"
#define RUN                                                               \
  STATES "#0 sidle s b0 a b1 c #1 sget\\040it s #2 sdo u sdo s b10 c "    \
         "b11111111111111111111111111111011 a #3 sget\\040it s #4 sdo s " \
         "b11 c b11111111111111111111111111110110 a #5 sget\\040it s #6 " \
         "s\\'stop\\\\ s #9\n"

static void a_state_is_compared_with_a_text(void **state)
{
  static const char *const same[] = {
    "boundary = t.state == \"get it\"\n",
    "boundary = \"get it\" == t.state\n",
    "boundary = t.state change if t.state == \"get it\"\n",
    "boundary = !(t.state != \"get it\") rise if t.state != \"do\" && t.c\n",
    "boundary = \"t.state\" == \"get it\" && t.state != \"never\"\n",
  };
  char lines[256];

  (void)state;
  for (unsigned i = 0; i < sizeof same / sizeof same[0]; i++) {
    snprintf(lines, sizeof lines, WORDS "stop = t.state == \"'stop\\\"\n%s",
             same[i]);
    assert_int_equal(held_check(lines, RUN), HELD_STOPPED);
    assert_false(held.ls.reached);
    assert_int_equal(held.ls.agreed, 3);
  }
  assert_int_equal(held_check(WORDS "boundary = t.state == \"do\"\n", RUN),
                   HELD_DIFFERS);
  assert_int_equal(held_check(WORDS "boundary = t.state == t.next\n", RUN),
                   HELD_DIFFERS);
  held_says("time 2: CI: expected 1, found 2 (digits 0, 1)");
  assert_int_equal(held_check(WORDS "boundary = t.next != \"do\"\n", RUN),
                   HELD_ENDED); /* what has no value yet is not known */
  assert_int_equal(held.ls.agreed, 0);
}

static void a_text_in_the_wrong_place_is_refused(void **state)
{
  static const struct {
    const char *lines, *sentence;
  } wrong[] = {
    { "boundary = t.state",
      "m:3:12: found 't.state', which is a text, "
      "expected == or != and a text in quotes beside it" },
    { "boundary = t.state + 1 == 2", "m:3:12: found 't.state', which is" },
    { "boundary = t.c if !t.state", "m:3:20: found 't.state', which is" },
    { "boundary = t.c\nstop = t.state < \"b\"", "m:4:8: found 't.state', whi" },
    { "boundary = t.c == \"do\"", "m:3:19: found no signal 'do' in the dump" },
    { "boundary = t.stat == \"do\"", "m:3:12: found no signal 't.stat' in the "
                                     "dump, expected the path of one; near it: "
                                     "t.state" },
    { "boundary = t.r == \"do\"", "m:3:12: found 't.r' without digits" },
    { "boundary = t.c\nS[1] = t.state", "m:4:8: found 't.state' without digi" },
  };
  char lines[256];

  (void)state;
  for (unsigned i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    snprintf(lines, sizeof lines, WORDS "%s\n", wrong[i].lines);
    assert_int_equal(held_check(lines, RUN), HELD_BROKEN);
    held_says(wrong[i].sentence);
  }
}

/* More different texts than any machine has states. */
static void texts_without_end_are_not_known(void **state)
{
  static char dump[65536];
  size_t end = (size_t)snprintf(dump, sizeof dump, "%s#0 b0 a b1 c\n", STATES);

  (void)state;
  for (unsigned i = 1; i < 3000; i++)
    end += (size_t)snprintf(dump + end, sizeof dump - end, "#%u s%u s\n", i, i);
  assert_int_equal(held_check(WORDS "boundary = t.state == \"1000\"\n", dump),
                   HELD_ENDED);
  assert_int_equal(held.ls.agreed, 1);
  assert_int_equal(held_check(WORDS "boundary = t.state != \"never\" if "
                                    "t.state != \"1\"\n",
                              dump),
                   HELD_ENDED); /* true once, until they are not known */
  assert_int_equal(held.ls.agreed, 0);
}

static int begin(void **state)
{
  return shell_begin(state) != 0 || held_begin(state) != 0;
}

static int end(void **state)
{
  return held_end(state) != 0 || shell_end(state) != 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_dump_of_ghdl_is_checked),
    cmocka_unit_test(an_fst_of_ghdl_has_states_in_words),
    cmocka_unit_test(what_ghdl_leaves_out_is_explained),
    cmocka_unit_test(a_state_is_compared_with_a_text),
    cmocka_unit_test(a_text_in_the_wrong_place_is_refused),
    cmocka_unit_test(texts_without_end_are_not_known),
  };

  return cmocka_run_group_tests(tests, begin, end);
}
