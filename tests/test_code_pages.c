// SPDX-License-Identifier: MIT
/*
 * test_code_pages.c - machine code in memory: never writable and executable at
 * the same time, given back at the end, and done without where it is refused.
 *
 * mmap and mprotect are replaced here by versions that watch, and that refuse
 * when a test wants it; the kernel is then asked through syscall().
 */
#define _DEFAULT_SOURCE /* syscall, MAP_ANONYMOUS */
#include "support/test.h"
#include "support/translated.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned turns;        /* calls of mprotect */
static unsigned both;         /* requests for pages writable and executable */
static unsigned refuse_after; /* mprotect fails after so many calls; 0: never */

int mprotect(void *at, size_t size, int protection)
{
  turns++;
  both += (protection & PROT_WRITE) != 0 && (protection & PROT_EXEC) != 0;
  if (refuse_after != 0 && turns >= refuse_after)
    return -1;
  return (int)syscall(SYS_mprotect, at, size, protection);
}

static int reset(void **state)
{
  (void)state;
  turns = both = refuse_after = 0;
  return 0;
}

/* Mappings of this process with these permissions ('?' for any) and no file
 * behind them; those of the kernel in brackets are not counted. */
static unsigned count_mappings(const char *wanted)
{
  FILE *const maps = fopen("/proc/self/maps", "r");
  char line[512];
  unsigned count = 0;

  if (maps == NULL)
    skip();
  while (fgets(line, sizeof line, maps) != NULL) {
    const char *const given = strchr(line, ' ') + 1;
    bool match = strchr(line, '[') == NULL && strchr(line, '/') == NULL;

    for (unsigned i = 0; i < 3; i++)
      match = match && (wanted[i] == '?' || wanted[i] == given[i]);
    count += match;
  }
  fclose(maps);
  return count;
}

/* LDN 20, SUB 21, STO 20, a JMP to line 1 and an order rewritten: round and
 * round, with something to translate again. */
static void load_loop(struct isa *t)
{
  static const word S[] = {
    0,           2 << 13 | 20, 4 << 13 | 21, 3 << 13 | 20,
    2 << 13 | 2, 4 << 13 | 23, 3 << 13 | 2,  24
  };

  isa_clear(t, 1);
  memcpy(t->S, S, sizeof S);
  t->S[21] = 7;
  t->S[22] = 5;
  t->S[23] = (word)-65579 /* SUB 22 and SUB 21, negative */;
}

static void assert_runs_exactly(struct translate *x)
{
  struct isa expected, found;
  uint64_t orders;

  load_loop(&expected);
  found = expected;
  for (unsigned i = 0; i < 30000; i++)
    isa_next(&expected);
  assert_false(translate_run(x, &found, 30000, &orders));
  assert_int_equal(orders, 30000);
  assert_memory_equal(&found, &expected, sizeof found);
}

static void no_page_is_writable_and_executable(void **state)
{
  struct translate *const x = open_engine(TRANSLATE_X86_64);

  (void)state;
  assert_runs_exactly(x);
  assert_true(turns > 4);
  assert_int_equal(both, 0);
  assert_int_equal(count_mappings("?wx"), 0);
  translate_close(x);
}

static void closing_gives_the_pages_back(void **state)
{
  const unsigned before = count_mappings("??x");
  struct translate *const x = open_engine(TRANSLATE_X86_64);

  (void)state;
  assert_runs_exactly(x);
  assert_true(count_mappings("r-x") > 0); /* the kernel may keep it in parts */
  assert_true(count_mappings("??x") > before);
  translate_close(x);
  assert_int_equal(count_mappings("??x"), before);
  translate_close(NULL);
}

static void where_code_is_refused_a_sentence_says_so(void **state)
{
  char text[TEXT_SENTENCE] = "";

  (void)state;
  translate_close(open_engine(TRANSLATE_X86_64));
  turns = 0;
  refuse_after = 1;
  assert_null(translate_open(TRANSLATE_X86_64, text));
  assert_non_null(strstr(text, "executable"));
  assert_int_equal(count_mappings("?wx"), 0);
}

static void only_open(void **state)
{
  (void)state;
  translate_close(open_engine(TRANSLATE_X86_64));
}

/* In a process of its own, and silent: how many of one test fail. */
static int failures_of_only_open(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(only_open) };
  int status = 0;
  pid_t child;

  fflush(NULL);
  child = fork();
  if (child == 0) {
    if (freopen("/dev/null", "w", stdout) == NULL ||
        freopen("/dev/null", "w", stderr) == NULL)
      _exit(100);
    _exit(cmocka_run_group_tests(tests, NULL, NULL));
  }
  assert_true(child > 0);
  assert_int_equal(waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_translator_that_cannot_start_fails_its_tests(void **state)
{
  (void)state;
  only_open(NULL); /* skipped but on an x86-64 */
  assert_int_equal(failures_of_only_open(), 0);
  turns = 0;
  refuse_after = 1;
  assert_int_equal(failures_of_only_open(), 1);
}

static void the_best_engine_is_machine_code_where_that_runs(void **state)
{
  char text[TEXT_SENTENCE] = "";
  struct translate *x;

  (void)state;
  only_open(NULL);
  x = translate_open(TRANSLATE_BEST, text);
  assert_non_null(x);
  assert_string_equal(translate_name(x), "x86-64");
  translate_close(x);
}

static void the_best_engine_falls_back_on_the_interpreter(void **state)
{
  char text[TEXT_SENTENCE] = "";
  struct translate *x;

  (void)state;
  refuse_after = 1;
  x = translate_open(TRANSLATE_BEST, text);
  assert_non_null(x);
  assert_string_equal(translate_name(x), "interpret");
  assert_runs_exactly(x);
  translate_close(x);
}

static void pages_refused_later_leave_the_run_exact(void **state)
{
  unsigned all;
  struct translate *x = open_engine(TRANSLATE_X86_64);

  (void)state;
  assert_string_equal(translate_name(x), "x86-64");
  assert_runs_exactly(x);
  translate_close(x);
  all = turns;
  assert_true(all > 6);
  for (unsigned n = 4; n <= all; n++) { /* opening takes three */
    reset(NULL);
    refuse_after = n;
    x = open_engine(TRANSLATE_X86_64);
    assert_runs_exactly(x);
    assert_runs_exactly(x);
    translate_close(x);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup(no_page_is_writable_and_executable, reset),
    cmocka_unit_test_setup(closing_gives_the_pages_back, reset),
    cmocka_unit_test_setup(where_code_is_refused_a_sentence_says_so, reset),
    cmocka_unit_test_setup(a_translator_that_cannot_start_fails_its_tests,
                           reset),
    cmocka_unit_test_setup(the_best_engine_is_machine_code_where_that_runs,
                           reset),
    cmocka_unit_test_setup(the_best_engine_falls_back_on_the_interpreter,
                           reset),
    cmocka_unit_test_setup(pages_refused_later_leave_the_run_exact, reset),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
