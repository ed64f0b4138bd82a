// SPDX-License-Identifier: MIT
/* test_nearest.c - what is told of words that are like one mistyped. */
#include "support/random.h"
#include "support/test.h"

#include "sim/text/nearest.h"

#include <string.h>

static char said[256];

/* The words like `found`, of a list with blanks between. */
static const char *near(const char *found, const char *list)
{
  static char words[256];
  struct nearest n = nearest_to(found, strlen(found));
  struct text out = text_in(said, sizeof said);

  strcpy(words, list);
  for (char *w = strtok(words, " "); w != NULL; w = strtok(NULL, " "))
    nearest_offer(&n, w);
  nearest_tell(&n, &out);
  return said;
}

static void a_letter_may_be_put_in_left_out_or_changed(void **state)
{
  (void)state;
  assert_string_equal(near("cary", "carry borrow"), "; near it: carry");
  assert_string_equal(near("carrry", "carry borrow"), "; near it: carry");
  assert_string_equal(near("catry", "carry borrow"), "; near it: carry");
  assert_string_equal(near("cryar", "carry borrow"), "");
}

static void the_nearest_comes_first_and_case_counts_least(void **state)
{
  (void)state;
  assert_string_equal(near("ci", "PI CI c"), "; near it: CI, c, PI");
  assert_string_equal(near("CMD", "STP cmd CMP"), "; near it: cmd, CMP");
  assert_string_equal(near("line", "lines fine line1 mine lane Line"),
                      "; near it: Line, lines, fine, line1, mine");
  assert_string_equal(near("accumulator", "accumulate acc"),
                      "; near it: accumulate");
}

static void what_is_a_letter_farther_than_the_nearest_is_not_told(void **state)
{
  (void)state;
  assert_string_equal(near("boundary", "boundary boundry bandy"),
                      "; near it: boundary, boundry");
}

static void what_is_not_near_is_not_told(void **state)
{
  char longer[80];

  (void)state;
  assert_string_equal(near("ADD", "LDN STO SUB"), "");
  assert_string_equal(near("Q", "A LDN"), "; near it: A");
  assert_string_equal(near("", "A LDN"), "");
  memset(longer, 'x', sizeof longer - 1);
  longer[sizeof longer - 1] = '\0';
  assert_string_equal(near(longer, longer), "");
}

static void a_part_of_a_word_may_count_for_it(void **state)
{
  struct nearest n = nearest_to("a1", 2);
  struct text out = text_in(said, sizeof said);

  (void)state;
  nearest_offer_part(&n, "other.A", "A", 1);
  nearest_offer_part(&n, "ssem.A", "A", 0);
  nearest_offer_part(&n, "ssem.borrow", "borrow", 0);
  nearest_tell(&n, &out);
  assert_string_equal(said, "; near it: ssem.A, other.A");
}

/* A word is never farther from itself, changed in one letter, than a letter. */
static void any_word_is_near_itself_changed(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 10000; i++) {
    const unsigned size = 2 + random_below(NEAREST_LONGEST - 1);
    char found[NEAREST_LONGEST + 1], other[NEAREST_LONGEST + 1];
    struct nearest n;

    for (unsigned k = 0; k < size; k++)
      found[k] = (char)('a' + random_below(26));
    found[size] = '\0';
    strcpy(other, found);
    other[random_below(size)] = (char)('a' + random_below(26));
    n = nearest_to(found, size);
    nearest_offer(&n, other);
    assert_int_equal(n.count, 1);
    assert_in_range(n.near[0].distance, 0, NEAREST_LETTER);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_letter_may_be_put_in_left_out_or_changed),
    cmocka_unit_test(the_nearest_comes_first_and_case_counts_least),
    cmocka_unit_test(what_is_a_letter_farther_than_the_nearest_is_not_told),
    cmocka_unit_test(what_is_not_near_is_not_told),
    cmocka_unit_test(a_part_of_a_word_may_count_for_it),
    cmocka_unit_test(any_word_is_near_itself_changed),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
