// SPDX-License-Identifier: MIT
/*
 * test_stimuli.c - stimuli played at every level side by side.
 *
 * Levels that have digit periods are compared on every signal in each of them;
 * isa at each boundary to which the step was T-next's, and given those to which
 * it was the operator's. Whose step it was is counted here once more, from a
 * record of all digit periods, by the rule as it is written.
 *
 * STIMULI sets how many random stimuli are played (default 1000) and GATES how
 * many of them in gates (default 100).
 */
#include "sim/interp.h"
#include "sim/level/levels.h"
#include "support/file.h"
#include "support/need.h"
#include "support/random.h"
#include "support/shell.h"
#include "support/stimuli.h"
#include "support/test.h"

#include <glob.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[TEXT_SENTENCE];
static struct lockstep ls;

static struct level *open_level(const char *name)
{
  const struct level_options plain = { .as_built = false };
  struct level *const l = level_open(name, &plain, text);

  if (l == NULL)
    missing(text);
  return l;
}

static unsigned how_many(const char *name, unsigned otherwise)
{
  return getenv(name) == NULL ? otherwise : (unsigned)atoi(getenv(name));
}

/* What one digit period showed of a run on the machine in C. */
struct shown {
  bool boundary, touched;
  struct isa t;
};

enum { LONGEST = 60000 };

static struct shown run[LONGEST];
static unsigned length;

/* Play on the machine in C alone, and keep every digit period. */
static void record(const char *file, const word S[SSEM_LINES], word CI)
{
  struct ssem_console k;
  struct stimulus st;
  struct player p;
  struct ssem m;
  unsigned n;

  assert_true(stimulus_parse("s", file, strlen(file), &st, text));
  ssem_console_rest(&k);
  ssem_clear(&m, &k);
  memcpy(m.S, S, sizeof m.S);
  m.CI = CI;
  player_begin(&p, &st, &k);
  player_hold(&p, &m);
  length = 0;
  while ((n = player_settle(&p, &m)) > 0 && p.status == PLAYER_PLAYING) {
    for (unsigned i = 0; i < n; i++, length++) {
      struct shown *const now = &run[length];

      assert_true(length < LONGEST);
      now->boundary = ssem_at_boundary(&m);
      now->touched = p.k.MAN || p.k.LS != 31 || p.k.FS != 7 || p.k.TW ||
                     p.k.KLC || p.k.KSC || p.k.KCC;
      memcpy(now->t.S, m.S, sizeof m.S);
      now->t.A = m.A;
      now->t.CI = m.CI;
      ssem_tick(&m, &p.k);
    }
    player_pass(&p, n);
  }
  stimulus_free(&st);
}

/* The step from the boundary at one digit period to that at another: T-next's
 * by the rule, and then it is T-next. */
static bool is_next(unsigned from, unsigned to)
{
  struct isa t = run[from].t;

  if (isa_final(&t))
    return false;
  for (unsigned i = from - SSEM_BEAT; i < to; i++)
    if (run[i].touched)
      return false;
  isa_next(&t);
  if (!interp_same(&t, &run[to].t))
    fail_msg("from digit period %u to %u: no T-next", from, to);
  return true;
}

static void count_steps(uint64_t *next, uint64_t *operators)
{
  unsigned last = 0;

  *next = *operators = 0;
  for (unsigned i = 0; i < length; i++) {
    if (!run[i].boundary)
      continue;
    if (last != 0)
      ++*(is_next(last, i) ? next : operators);
    last = i;
  }
}

static void agree(const char *file, const word S[SSEM_LINES], word CI,
                  struct player *p)
{
  if (stimuli_play(&ls, file, S, CI, p))
    return;
  lockstep_explain(&ls, text, sizeof text);
  fail_msg("%s\n%s", file, text);
}

/* So many random stimuli at these levels. */
static void play_random(struct level *const level[], unsigned count,
                        unsigned stimuli)
{
  uint64_t next = 0, operators = 0, periods = 0, borrowed = 0, faults = 0;

  lockstep_init(&ls, level, count);
  for (unsigned i = 0; i < stimuli; i++) {
    static char file[STIMULI_TEXT];
    uint64_t by_next, by_operator;
    struct player p;
    struct isa t;

    random_stimulus(file, 5 + random_below(60));
    random_running_isa(&t);
    agree(file, t.S, t.CI, &p);
    periods += ls.periods;
    borrowed += ls.borrowed;
    faults += p.status == PLAYER_FAULT;
    record(file, t.S, t.CI);
    count_steps(&by_next, &by_operator);
    assert_true(ls.steps.operators >= by_operator);
    assert_true(ls.steps.next + ls.steps.operators + 1 >=
                by_next + by_operator);
    next += by_next;
    operators += by_operator;
  }
  print_message("%u stimuli, %" PRIu64 " ended by a fault: %" PRIu64
                " digit periods, and %" PRIu64 " without waves; %" PRIu64
                " steps by T-next, %" PRIu64 " by the operator\n",
                stimuli, faults, periods, borrowed, next, operators);
  assert_true(stimuli < 50 || (next > 0 && operators > 0));
}

static void random_stimuli_agree_at_isa_serial_waves_and_rtl(void **state)
{
  struct level *const all[] = { open_level("isa"), open_level("serial"),
                                open_level("waves"), open_level("rtl") };

  (void)state;
  play_random(all, 4, how_many("STIMULI", 1000));
  for (unsigned i = 0; i < 4; i++)
    all[i]->ops->close(all[i]);
}

static void random_stimuli_agree_in_gates(void **state)
{
  struct level *const pair[] = { open_level("isa"), open_level("serial"),
                                 open_level("gates") };

  (void)state;
  play_random(pair, 3, how_many("GATES", 100));
  for (unsigned i = 0; i < 3; i++)
    pair[i]->ops->close(pair[i]);
}

/* The counts of lockstep and of the player, to the step. */
static void the_counts_of_whose_steps_add_up(void **state)
{
  struct level *const pair[] = { open_level("isa"), open_level("serial") };

  (void)state;
  lockstep_init(&ls, pair, 2);
  for (unsigned i = 0; i < 1000; i++) {
    static char file[STIMULI_TEXT];
    uint64_t next, operators;
    struct player p;
    struct isa t;

    random_stimulus(file, 5 + random_below(60));
    strcat(file, "MAN 0\nKSC 0\nstop\nwait 2 bars\n");
    random_running_isa(&t);
    agree(file, t.S, t.CI, &p);
    if (p.status != PLAYER_HALTED && p.status != PLAYER_STOPPED)
      continue;
    record(file, t.S, t.CI);
    count_steps(&next, &operators);
    assert_int_equal(ls.steps.next, next);
    assert_int_equal(ls.steps.operators, operators);
    assert_int_equal(p.steps.next, next);
    assert_int_equal(p.steps.operators, operators);
    assert_int_equal(p.orders, next + operators + (p.orders > 0));
  }
  pair[0]->ops->close(pair[0]);
  pair[1]->ops->close(pair[1]);
}

/* A machine that is wrong: at the end of A2, SUB has taken one more. */
static struct level_ops wrong_ops;
static const struct level_ops *right_ops;

static void wrong_periods(struct level *l, const struct ssem_console *k,
                          unsigned count, struct period *seen)
{
  const struct period *const last = &seen[count - 1];
  struct ssem m;

  right_ops->periods(l, k, count, seen);
  right_ops->save(l, &m);
  if (last->byte[PERIOD_A2] && last->byte[PERIOD_last] && m.F == FN_SUB) {
    m.A--;
    right_ops->restore(l, &m);
  }
}

static void a_wrong_machine_is_found_in_the_steps_that_are_t_next(void **state)
{
  struct level *const pair[] = { open_level("isa"), open_level("serial") };
  unsigned found = 0, passed = 0;

  (void)state;
  right_ops = pair[1]->ops;
  wrong_ops = *right_ops;
  wrong_ops.periods = wrong_periods;
  pair[1]->ops = &wrong_ops;
  lockstep_init(&ls, pair, 2);
  for (unsigned i = 0; i < 300; i++) {
    static char file[STIMULI_TEXT];
    struct player p;
    struct isa t;

    random_stimulus(file, 5 + random_below(60));
    random_running_isa(&t);
    if (stimuli_play(&ls, file, t.S, t.CI, &p)) {
      passed++;
      continue;
    }
    found++;
    lockstep_explain(&ls, text, sizeof text);
    assert_non_null(strstr(text, "SUB"));
    assert_non_null(strstr(text, "A: expected"));
  }
  print_message("found in %u, no SUB of its own in %u\n", found, passed);
  assert_true(found > 100);
  pair[0]->ops->close(pair[0]);
  pair[1]->ops->close(pair[1]);
}

/* "# expect: orders 504", "CI 13", "A 0", "line 27 = 7". */
static void keep_promise(const char *name, const char *line,
                         const struct player *p, const struct isa *t)
{
  long promised;
  unsigned n;

  if (sscanf(line, "# expect: orders %ld", &promised) == 1)
    assert_int_equal(p->orders, promised);
  else if (sscanf(line, "# expect: CI %ld", &promised) == 1)
    assert_int_equal((int32_t)t->CI, promised);
  else if (sscanf(line, "# expect: A %ld", &promised) == 1)
    assert_int_equal((int32_t)t->A, promised);
  else if (sscanf(line, "# expect: line %u = %ld", &n, &promised) == 2)
    assert_int_equal((int32_t)t->S[n], promised);
  else if (strncmp(line, "# expect:", 9) == 0)
    fail_msg("%s: not a promise: %s", name, line);
}

static void keep_promises(const char *name, const char *file,
                          const struct player *p, const struct isa *t)
{
  unsigned promises = 0;

  for (const char *line = file; line != NULL && *line != '\0';
       line = strchr(line, '\n'), line = line == NULL ? NULL : line + 1) {
    promises += strncmp(line, "# expect:", 9) == 0;
    keep_promise(name, line, p, t);
  }
  assert_true(promises >= 4);
}

static void every_stimulus_of_programs_ends_as_it_promises(void **state)
{
  static const word blank[SSEM_LINES];
  struct level *const all[] = { open_level("isa"), open_level("serial"),
                                open_level("waves"), open_level("rtl"),
                                open_level("gates") };
  glob_t found;

  (void)state;
  assert_int_equal(glob("programs/*.stim", 0, NULL, &found), 0);
  assert_true(found.gl_pathc >= 4);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    const char *const name = found.gl_pathv[i];
    size_t size;
    char *const file = file_read(name, &size);
    struct player p;
    struct isa t;

    lockstep_init(&ls, all, 5);
    agree(file, blank, 0, &p);
    if (p.status != PLAYER_STOPPED)
      fail_msg("%s: ended with %d: %s", name, (int)p.status, p.text);
    all[1]->ops->interp(all[1], &t);
    keep_promises(name, file, &p, &t);
    free(file);
  }
  globfree(&found);
  for (unsigned i = 0; i < 5; i++)
    all[i]->ops->close(all[i]);
}

/* The store that is keyed in is that of the program. */
static void what_is_keyed_in_is_the_first_program(void **state)
{
  static struct said s;

  (void)state;
  shell(&s, "sed '/^run/,$d' programs/key-in-first-35.stim >$TMP/keyed.stim; "
            "$SSEM tube --stimulus $TMP/keyed.stim >$TMP/keyed; "
            "$SSEM tube programs/first-35.asm --at 0 | cmp - $TMP/keyed && "
            "echo same");
  assert_string_equal(s.out, "same\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(random_stimuli_agree_at_isa_serial_waves_and_rtl),
    cmocka_unit_test(random_stimuli_agree_in_gates),
    cmocka_unit_test(the_counts_of_whose_steps_add_up),
    cmocka_unit_test(a_wrong_machine_is_found_in_the_steps_that_are_t_next),
    cmocka_unit_test(every_stimulus_of_programs_ends_as_it_promises),
    cmocka_unit_test(what_is_keyed_in_is_the_first_program),
  };

  random_begin();
  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
