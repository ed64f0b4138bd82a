// SPDX-License-Identifier: MIT
/*
 * test_words_refused.c - words and waits that are refused, in each digit period
 * of a bar, with their sentence and the machine as it was.
 */
#include "support/machine.h"
#include "support/playing.h"
#include "support/random.h"
#include "support/test.h"

#include <stdio.h>

/* Refused, and the machine as it was. */
static void words_for_an_idle_machine_are_refused_else(void **state)
{
  static const char *const words[] = {
    "clear store", "clear line 5",  "clear control", "key 5 digits 1",
    "enter 5 STP", "enter 5 NUM 1", "manual STO 4",  "auto",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
    for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
      struct ssem before;
      char sentence[128];

      snprintf(sentence, sizeof sentence,
               "s:1:1: found a machine that is not idle, expected 'stop' "
               "before '%s'",
               words[i]);
      play_running(phase);
      before = played.m;
      play(words[i]);
      play_ends(PLAYER_FAULT, phase);
      assert_string_equal(played.p.text, sentence);
      assert_int_equal(played.time, 0);
      assert_null(ssem_difference(&before, &played.m));
      play_idle(phase);
      play("KC"); /* a press is owed */
      play(words[i]);
      play_ends(PLAYER_FAULT, phase);
      play_idle(phase);
      play("CS 1"); /* a bar is about to begin */
      play(words[i]);
      play_ends(PLAYER_FAULT, phase);
    }
}

static void step_is_refused_while_cs_is_1(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    play_running(phase);
    play("\n step 2");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:2:2: found CS 1, expected 'stop' "
                                       "before 'step 2'");
  }
}

/* From any phase: a wait that cannot end says so, and where. */
static void a_wait_that_cannot_end_is_refused(void **state)
{
  (void)state;
  for (unsigned phase = 0; phase < SSEM_BAR; phase++) {
    play_idle(phase);
    play("\nwait 3 orders");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:2:1: found a machine that stands "
                                       "still, expected 3 more orders");
    play_idle(phase);
    play("wait stop");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that stands still without a "
                        "stop lamp, expected one that stops");
    play_running(phase);
    play("wait stop");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that goes round in a loop, "
                        "expected one that stops");
    play_running(phase);
    play("wait idle");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text,
                        "s:1:1: found a machine that goes round in a loop, "
                        "expected one that becomes idle");
    play_running(phase);
    play("wait stop at most 7 orders");
    play_ends(PLAYER_FAULT, phase);
    assert_string_equal(played.p.text, "s:1:1: found no stop after 7 orders, "
                                       "expected one");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_for_an_idle_machine_are_refused_else),
    cmocka_unit_test(step_is_refused_while_cs_is_1),
    cmocka_unit_test(a_wait_that_cannot_end_is_refused),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
