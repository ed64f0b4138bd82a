// SPDX-License-Identifier: MIT
/*
 * test_fst_trace.c - a trace as FST is the trace as VCD, change for change, as
 * GTKWave's own reader tells it: every program, level, grain and window.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include "support/file.h"
#include "support/heard.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"
#include "support/tracing.h"

#include "sim/level/levels.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static struct said s;

/* $TMP/name, good until the next call but three. */
static const char *made(const char *name)
{
  static char path[4][512];
  static unsigned turn;

  turn = (turn + 1) % 4;
  snprintf(path[turn], sizeof path[turn], "%s/%s", getenv("TMP"), name);
  return path[turn];
}

/* However long it is. The first test, while this process is small itself: what
 * is forked from it counts from there. */
static void a_trace_takes_less_than_16_MB(void **state)
{
  struct rusage used;
  pid_t child;
  int status;

  (void)state;
  need_processor("memory: the emulator's is counted with it");
  child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    execl(getenv("SSEM"), "ssem", "trace", "programs/first-2-18.asm", "-o",
          made("long.fst"), "--orders", "40000", (char *)NULL);
    _exit(127);
  }
  assert_int_equal(wait4(child, &status, 0, &used), child);
  assert_int_equal(status, 0);
#if !defined(__SANITIZE_ADDRESS__)
  assert_in_range(used.ru_maxrss, 1000, 16000); /* kB */
#endif
}

/* Trace with these options as VCD and as FST, and hold them together. */
static void expect_same(const char *program, const char *options)
{
  static struct vcd ours, theirs;
  struct heard vcd = heard_from(0), fst = heard_from(0);
  char line[1024];

  snprintf(line, sizeof line,
           "export SOURCE_DATE_EPOCH=0; for f in vcd fst; do "
           "$SSEM trace %s %s -o $TMP/a.$f 2>$TMP/err || "
           "{ cat $TMP/err >&2; exit 1; }; done; "
           "fst2vcd -f $TMP/a.fst -o $TMP/back.vcd",
           program, options);
  shell(&s, line);
  if (s.status != 0)
    fail_msg("%s %s: %s", program, options, s.err);
  read_trace(made("a.vcd"), VCD_STRICT, &vcd.listener, &ours);
  read_trace(made("back.vcd"), VCD_LOOSE, &fst.listener, &theirs);
  assert_int_equal(ours.count, theirs.count);
  assert_int_equal(ours.start, theirs.start);
  assert_int_equal(ours.end, theirs.end);
  assert_string_equal(ours.version, theirs.version);
  heard_same(&vcd, &fst);
}

static void every_program_is_the_same(void **state)
{
  static const char *const options[] = {
    "--orders 60",
    "--grain order --orders 3000",
    "--grain order --level isa --from 2 --orders 50 --no-strings",
    "--from 2 --orders 3 --beats A1-S2",
  };
  glob_t found;

  (void)state;
  need("fst2vcd");
  assert_int_equal(glob("programs/*.asm", 0, NULL, &found), 0);
  for (size_t i = 0; i < found.gl_pathc; i++)
    for (unsigned o = 0; o < sizeof options / sizeof options[0]; o++)
      expect_same(found.gl_pathv[i], options[o]);
  globfree(&found);
}

static void every_level_is_the_same(void **state)
{
  static const char *const options[] = {
    "--orders 9 --digit-period 8.5us",
    "--from 40 --orders 3 --no-strings",
    "--when 'f==CMP && A<0'",
    "--grain order --orders 100",
    "--from 25 --beats A2",
  };

  (void)state;
  need("fst2vcd");
  for (unsigned l = 0; l < level_count(); l++)
    for (unsigned o = 0; o < sizeof options / sizeof options[0]; o++) {
      const bool by_order = strstr(options[o], "--grain order") != NULL;
      char all[256];

      if (strcmp(level_name(l), "isa") == 0 && !by_order)
        continue;
      snprintf(all, sizeof all, "--level %s %s", level_name(l), options[o]);
      expect_same("programs/first-989.asm", all);
    }
}

/* Longer than any block. */
static void a_long_trace_is_the_same(void **state)
{
  (void)state;
  need("fst2vcd");
  expect_same("programs/first-2-18.asm", "--orders 4000");
  expect_same("programs/first-2-18.asm",
              "--grain order --level isa --orders 400000");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_trace_takes_less_than_16_MB),
    cmocka_unit_test(every_program_is_the_same),
    cmocka_unit_test(every_level_is_the_same),
    cmocka_unit_test(a_long_trace_is_the_same),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
