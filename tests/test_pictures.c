// SPDX-License-Identifier: MIT
/*
 * test_pictures.c - drawings of traces and pictures of the monitor tube: they
 * say what was asked, are fit to be read, and those of the documents are fresh.
 */
#include "support/file.h"
#include "support/shell.h"
#include "support/test.h"

#include "tracegen/choice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;

/* Fails unless every element of an XML text is closed in its turn. */
static void assert_well_formed(const char *xml)
{
  char open[64][32];
  unsigned depth = 0;

  for (const char *at = strchr(xml, '<'); at != NULL; at = strchr(at, '<')) {
    const char *const end = strchr(at, '>');
    char name[32];

    assert_non_null(end);
    assert_null(memchr(at + 1, '<', (size_t)(end - at - 1)));
    assert_int_equal(
      sscanf(at[1] == '/' ? at + 2 : at + 1, "%31[a-zA-Z]", name), 1);
    if (at[1] == '/') {
      assert_true(depth > 0);
      assert_string_equal(name, open[--depth]);
    } else if (end[-1] != '/') {
      assert_true(depth < 64);
      strcpy(open[depth++], name);
    }
    at = end;
  }
  assert_int_equal(depth, 0);
  for (const char *at = strchr(xml, '&'); at != NULL; at = strchr(at + 1, '&'))
    assert_true(strncmp(at, "&amp;", 5) == 0 || strncmp(at, "&lt;", 4) == 0 ||
                strncmp(at, "&gt;", 4) == 0 || strncmp(at, "&quot;", 6) == 0);
}

static char *drawing(const char *options)
{
  const char *const from = strstr(options, "--from ");
  char line[1024], note[64] = "";
  size_t size;

  if (from != NULL)
    snprintf(note, sizeof note, "ssem: orders 1 to %d by isa\n",
             atoi(from + 7) - 1);
  snprintf(line, sizeof line, "$SSEM trace %s -o $TMP/d.svg && ls $TMP/d.*",
           options);
  shell(&s, line);
  assert_string_equal(s.err, note);
  assert_int_equal(s.status, 0);
  assert_null(strstr(s.out, "gtkw"));
  return file_read("$TMP/d.svg", &size);
}

static void a_drawing_is_well_formed_and_names_what_was_chosen(void **state)
{
  char *const svg = drawing("programs/fn-sub.asm --from 7 --signals "
                            "carry,accumulator,CI,CI");

  (void)state;
  assert_well_formed(svg);
  assert_non_null(strstr(svg, ">07: SUB 25</text>"));
  assert_non_null(strstr(svg, "Signals: carry A a y borrow a_w CI</desc>"));
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const char *const name = signals_info[i].name;
    const bool chosen = strstr(" carry A a y borrow a_w CI ", name) != NULL &&
                        (strlen(name) > 1 || strchr("Aay", name[0]) != NULL);
    char group[32];

    snprintf(group, sizeof group, "<g id=\"%s\">", name);
    assert_int_equal(strstr(svg, group) != NULL, chosen);
  }
  free(svg);
}

static void a_drawing_is_the_same_every_time_and_at_level_waves(void **state)
{
  char *const one = drawing("programs/fn-sub.asm --orders 3");
  char *const two = drawing("programs/fn-sub.asm --orders 3 --level waves");

  (void)state;
  assert_string_equal(one, two);
  free(one);
  free(two);
}

/* CI is 7 until S1 makes it 8: the one ripples up to digit 3 as carries. */
static void a_beat_drawn_alone_shows_its_steps_in_their_place(void **state)
{
  char *const svg =
    drawing("programs/fn-sub.asm --from 8 --beats S1 --signals carry");
  const char *const row = strstr(svg, "class=\"d red\"");

  (void)state;
  assert_non_null(strstr(svg, "Timing of 1 beat of"));
  assert_non_null(row);
  /* low, up at digit 1, down after digit 3, low to the end of period 35 */
  assert_int_equal(strncmp(strchr(row, 'M'), "M100 ", 5), 0);
  assert_non_null(strstr(row, "H124V"));
  assert_non_null(strstr(row, "H196V"));
  assert_non_null(strstr(row, "H964\"/>"));
  free(svg);
}

static void beats_may_run_on_into_the_next_bar(void **state)
{
  char *const svg =
    drawing("programs/fn-cmp.asm --from 2 --beats A2-S1 --signals T");

  (void)state;
  assert_non_null(strstr(svg, ">02: CMP<"));
  assert_non_null(strstr(svg, ">04: STO 22<"));
  assert_non_null(strstr(svg, "Timing of 2 beats"));
  free(svg);
}

static void what_cannot_be_drawn_is_refused_in_words(void **state)
{
  static const struct {
    const char *options, *words;
  } bad[] = {
    { "--signals cary", "found 'cary', expected names of signals or units; "
                        "near it: carry" },
    { "--signals ci", "near it: CI" },
    { "--signals CI,,T", "found ''" },
    { "--signals acumulator", "near it: accumulator" },
    { "--orders 9", "--orders: found 9, expected at most 8 in a drawing" },
    { "--beats A3", "--beats: found 'A3'" },
    { "--beats A", "--beats: found 'A'" },
    { "--beats A2-", "--beats: found 'A2-'" },
    { "--beats S1-A1-S2", "--beats: found" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    char line[512];

    snprintf(line, sizeof line,
             "$SSEM trace programs/fn-ldn.asm -o $TMP/bad.svg %s",
             bad[i].options);
    shell(&s, line);
    assert_int_equal(s.status, 2);
    if (strstr(s.err, bad[i].words) == NULL)
      fail_msg("%s: %s", bad[i].options, s.err);
  }
  shell(&s, "ls $TMP/bad*");
  assert_string_equal(s.out, "");
  shell(&s, "$SSEM trace programs/fn-ldn.asm -o $TMP/v.vcd --signals CI");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected with a drawing"));
  shell(&s, "$SSEM trace programs/fn-ldn.asm -o $TMP/none/x.svg");
  assert_int_equal(s.status, 4);
}

static void the_tube_as_text_is_what_run_reports(void **state)
{
  (void)state;
  shell(&s, "$SSEM tube programs/demo-letters.asm >$TMP/a && $SSEM run "
            "programs/demo-letters.asm | tail -32 | cmp - $TMP/a");
  assert_int_equal(s.status, 0);
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 0 --display C | head -2");
  assert_string_equal(
    s.out, "00  #...............................            1  JMP 1\n"
           "01  ................................\n");
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 1 --display C | sed -n 2p");
  assert_string_equal(
    s.out, "01  ..#.#.........#.................        16404  LDN 20\n");
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 7 --display A | sed -n 32p");
  assert_string_equal(s.out,
                      "31  ################################           -1\n");
}

static void the_tube_beyond_the_stp_is_refused(void **state)
{
  (void)state;
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 8");
  assert_int_equal(s.status, 0);
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 9 -o $TMP/late.svg");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "--at: found 9, expected at most 8"));
  shell(&s, "$SSEM tube programs/fn-sub.asm --max-orders 3");
  assert_int_equal(s.status, 3);
}

static void a_tube_that_cannot_be_written_says_why(void **state)
{
  (void)state;
  shell(&s, "$SSEM tube programs/fn-sub.asm >/dev/full");
  assert_int_equal(s.status, 4);
  shell(&s, "$SSEM tube programs/fn-sub.asm -o $TMP/t.gif");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, ".svg or .png"));
  shell(&s, "ln -s /dev/full $TMP/full.svg; ln -s /dev/full $TMP/full.png; "
            "$SSEM tube programs/fn-sub.asm -o $TMP/full.svg");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "No space left on device"));
  shell(&s, "$SSEM tube programs/fn-sub.asm -o $TMP/full.png");
  assert_int_equal(s.status, 4);
  shell(&s, "$SSEM tube programs/fn-sub.asm --display T");
  assert_int_equal(s.status, 2);
}

static void the_tube_as_svg_has_a_dash_for_every_one(void **state)
{
  size_t size;
  char *svg;

  (void)state;
  shell(&s, "$SSEM tube programs/fn-sub.asm --at 7 --display A "
            "-o $TMP/a.svg; grep -o 'h6' $TMP/a.svg | wc -l; "
            "grep -o 'h0' $TMP/a.svg | wc -l");
  assert_string_equal(s.out, "1024\n0\n");
  svg = file_read("$TMP/a.svg", &size);
  assert_well_formed(svg);
  free(svg);
}

static void the_drawings_of_the_documents_are_fresh(void **state)
{
  (void)state;
  shell(&s, "docs/drawings/draw $TMP/docs");
  assert_string_equal(s.err, "");
  assert_int_equal(s.status, 0);
  /* no drawing is missing or left over; the other pictures are screenshots */
  shell(&s, "(cd docs && ls drawings/*.svg pictures/tube-*) >$TMP/old; "
            "(cd $TMP/docs && ls drawings/* pictures/*) | diff $TMP/old - || "
            "exit 1; for f in docs/drawings/*.svg docs/pictures/*.svg; do "
            "cmp $f $TMP/$f || exit 1; done");
  if (s.status != 0)
    fail_msg("stale; make drawings, and read the diff: %s%s", s.out, s.err);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_drawing_is_well_formed_and_names_what_was_chosen),
    cmocka_unit_test(a_drawing_is_the_same_every_time_and_at_level_waves),
    cmocka_unit_test(a_beat_drawn_alone_shows_its_steps_in_their_place),
    cmocka_unit_test(beats_may_run_on_into_the_next_bar),
    cmocka_unit_test(what_cannot_be_drawn_is_refused_in_words),
    cmocka_unit_test(the_tube_as_text_is_what_run_reports),
    cmocka_unit_test(the_tube_beyond_the_stp_is_refused),
    cmocka_unit_test(a_tube_that_cannot_be_written_says_why),
    cmocka_unit_test(the_tube_as_svg_has_a_dash_for_every_one),
    cmocka_unit_test(the_drawings_of_the_documents_are_fresh),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
