// SPDX-License-Identifier: MIT
/*
 * test_history.c - going back: what was played comes back the same on every
 * field, and what was recorded is what was done.
 */
#include "sim/console/history.h"

#include "sim/console/player.h"
#include "sim/program/program.h"
#include "sim/signals.h"
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct history h;

static const char *moment_difference(const struct moment *a,
                                     const struct moment *b)
{
  return a->time != b->time                 ? "time"
         : a->orders != b->orders           ? "orders"
         : !signals_keys_same(&a->k, &b->k) ? "console"
         : a->m.as_built != b->m.as_built   ? "as_built"
                                            : ssem_difference(&a->m, &b->m);
}

static void same(const struct moment *expected, const struct moment *found)
{
  const char *const differs = moment_difference(expected, found);

  if (differs != NULL)
    fail_msg("at %llu: %s", (unsigned long long)expected->time, differs);
}

/* The same operator, digit period by digit period, without a history. */
static void tick(struct moment *now, uint64_t periods)
{
  for (; periods > 0; periods--) {
    ssem_tick(&now->m, &now->k);
    now->k.KC = 0;
    now->time++;
    now->orders += ssem_at_boundary(&now->m);
  }
}

/* Any input, most often back to rest; returns its new value. */
static word random_act(enum input *input)
{
  const bool up = random_one_in(3);

  *input = (enum input)random_below(INPUT_COUNT);
  switch (*input) {
  case INPUT_CS: return !random_one_in(4);
  case INPUT_KC: return 1;
  case INPUT_LS: return up ? random_below(32) : 31;
  case INPUT_FS: return up ? random_below(8) : 7;
  case INPUT_TW: return up ? random_word() & random_word() : 0;
  case INPUT_KSC: return random_one_in(8);
  default: return up;
  }
}

static uint64_t random_size(void)
{
  return random_below(1U << random_below(14));
}

static void begin(struct moment *now)
{
  struct isa t;

  memset(now, 0, sizeof *now);
  ssem_console_rest(&now->k);
  ssem_clear(&now->m, &now->k);
  random_running_isa(&t);
  memcpy(now->m.S, t.S, sizeof now->m.S);
  now->m.CI = t.CI;
  assert_true(history_begin(&h, &now->m, &now->k));
}

static void ten_thousand_acts_replay_digit_for_digit(void **state)
{
  struct moment now, at[100];
  unsigned kept = 0;

  (void)state;
  begin(&now);
  for (unsigned i = 0; i < 10000; i++) {
    const uint64_t periods = random_below(400);
    enum input input;
    const word value = random_act(&input);

    assert_int_equal(history_set(&h, input, value), HISTORY_DONE);
    input_set(&now.k, input, value);
    if (i % 100 == 50)
      at[kept++] = now;
    tick(&now, periods);
    history_forward(&h, periods);
    if (i % 500 == 0)
      same(&now, &h.now);
  }
  same(&now, &h.now);
  assert_true(history_goto(&h, 0));
  history_forward(&h, now.time);
  same(&now, &h.now);
  for (unsigned i = 0; i < 1000; i++) {
    const unsigned n = random_below(kept);

    assert_true(history_goto(&h, at[n].time));
    if (at[n].time != at[n == 0 ? 1 : n - 1].time)
      assert_null(ssem_difference(&at[n].m, &h.now.m));
  }
  history_end(&h);
}

static void forward_and_back_is_the_identity(void **state)
{
  struct moment now;

  (void)state;
  begin(&now);
  for (unsigned i = 0; i < 10000; i++) {
    const uint64_t periods = random_size();
    enum input input;
    word value;

    if (random_one_in(3)) {
      value = random_act(&input);
      history_set(&h, input, value);
    }
    now = h.now;
    history_forward(&h, periods);
    assert_true(history_goto(&h, h.now.time - periods));
    same(&now, &h.now);
    if (random_digit())
      assert_true(history_goto(&h, h.end));
    else if (random_one_in(8))
      assert_true(history_goto(&h, h.end - h.end / (2 + random_below(50))));
  }
  history_end(&h);
}

static void an_input_changed_in_the_past_cuts_the_tape(void **state)
{
  struct moment now, other;

  (void)state;
  begin(&now);
  history_forward(&h, 5000);
  history_set(&h, INPUT_CS, 0);
  history_forward(&h, 5000);
  assert_true(history_goto(&h, 3000));
  assert_int_equal(history_set(&h, INPUT_CS, 1), HISTORY_DONE); /* no change */
  assert_true(history_goto(&h, 10000));
  assert_true(history_goto(&h, 3000));
  assert_int_equal(history_set(&h, INPUT_KLC, 1), HISTORY_CUT);
  assert_false(history_goto(&h, 3001));
  assert_int_equal(h.end, 3000);
  history_forward(&h, 7000);
  tick(&now, 3000);
  now.k.KLC = 1;
  tick(&now, 7000);
  same(&now, &h.now);
  other = h.now;
  assert_true(history_goto(&h, 17));
  assert_true(history_goto(&h, 10000));
  same(&other, &h.now);
  history_end(&h);
}

/* Played from clear, what was written leads to the same moment. */
static void the_tape_is_a_stimulus(void **state)
{
  (void)state;
  for (unsigned run = 0; run < 100; run++) {
    char *bytes = NULL, text[TEXT_SENTENCE];
    struct stimulus st;
    struct moment first, now;
    struct player p;
    size_t size;
    unsigned n;
    FILE *out;

    begin(&first);
    for (unsigned i = 0; i < 100; i++) {
      enum input input;
      const word value = random_act(&input);

      history_set(&h, input, value);
      history_forward(&h, random_size() % 500);
    }
    if (h.now.k.KC)
      history_forward(&h, 1);
    out = open_memstream(&bytes, &size);
    assert_non_null(out);
    history_write(&h, out);
    fclose(out);
    if (!stimulus_parse("tape", bytes, size, &st, text))
      fail_msg("%s", text);
    now = first;
    player_begin(&p, &st, &first.k);
    while ((n = player_settle(&p, &now.m)) > 0 && now.time < h.end) {
      for (unsigned i = 0; i < n; i++)
        ssem_tick(&now.m, &p.k);
      player_pass(&p, n);
      now.time += n;
    }
    assert_true(now.time == h.end);
    assert_null(ssem_difference(&now.m, &h.now.m));
    stimulus_free(&st);
    free(bytes);
    history_end(&h);
  }
}

static void a_boundary_is_found_by_its_number(void **state)
{
  struct moment now;

  (void)state;
  begin(&now);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    now.m.S[n] = order(FN_SUB, n);
  history_end(&h);
  assert_true(history_begin(&h, &now.m, &now.k));
  history_forward(&h, 10000 * SSEM_BAR);
  for (unsigned i = 0; i < 300; i++) {
    const uint64_t number = 1 + random_below(10000);

    assert_true(history_goto_order(&h, number));
    assert_int_equal(h.now.orders, number);
    assert_int_equal(h.now.time, (number - 1) * SSEM_BAR + SSEM_BEAT);
  }
  now = h.now;
  assert_false(history_goto_order(&h, 10001));
  same(&now, &h.now);
  history_end(&h);
}

static double seconds(void)
{
  struct timespec t;

  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void any_moment_of_the_2_18_run_comes_back_soon(void **state)
{
  struct ssem_console rest;
  struct program pr;
  char text[TEXT_SENTENCE];
  double worst = 0;
  struct ssem m;

  (void)state;
  assert_true(program_load("programs/first-2-18.asm", &pr, text));
  ssem_console_rest(&rest);
  ssem_clear(&m, &rest);
  memcpy(m.S, pr.S, sizeof m.S);
  assert_true(history_begin(&h, &m, &rest));
  history_forward(&h, (uint64_t)2097155 * SSEM_BAR);
  assert_true(ssem_stopped(&h.now.m));
  assert_int_equal(h.now.orders, 2097154);
  assert_int_equal(h.now.m.S[27], 131072);
  for (unsigned i = 0; i < 200; i++) {
    const uint64_t time =
      (((uint64_t)random_word() << 32) | random_word()) % h.end;
    const double from = seconds();

    assert_true(history_goto(&h, time));
    worst = seconds() - from > worst ? seconds() - from : worst;
    assert_true(h.now.time == time);
    assert_int_equal(h.now.m.p, time % SSEM_BEAT);
  }
  print_message("at most %.4f s, %zu bytes\n", worst, history_size(&h));
  assert_true(worst < 0.3);
  assert_true(history_size(&h) < 64 << 20);
  history_end(&h);
}

/* A tape and snapshots as long as they may be. */
static void the_longest_history_takes_under_64_mb(void **state)
{
  struct moment now;
  word value = 0;

  (void)state;
  begin(&now);
  while (history_set(&h, INPUT_WRITE, value ^= 1) == HISTORY_DONE)
    history_forward(&h, 1);
  assert_int_equal(h.acts, HISTORY_ACTS);
  h.spacing = 1; /* so that they come at once */
  history_forward(&h, HISTORY_SNAPSHOTS + 10);
  assert_true(h.spacing > 1);
  now = h.now;
  history_goto(&h, 12345);
  history_goto(&h, now.time);
  same(&now, &h.now);
  print_message("%zu bytes\n", history_size(&h));
  assert_true(history_size(&h) < 64 << 20);
  history_end(&h);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ten_thousand_acts_replay_digit_for_digit),
    cmocka_unit_test(forward_and_back_is_the_identity),
    cmocka_unit_test(an_input_changed_in_the_past_cuts_the_tape),
    cmocka_unit_test(the_tape_is_a_stimulus),
    cmocka_unit_test(a_boundary_is_found_by_its_number),
    cmocka_unit_test(any_moment_of_the_2_18_run_comes_back_soon),
    cmocka_unit_test(the_longest_history_takes_under_64_mb),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
