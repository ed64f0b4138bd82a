// SPDX-License-Identifier: MIT
/*
 * test_trace_file.c - the file that a trace makes: its text, its order row, and
 * that it appears whole or not at all.
 */
#include "support/file.h"
#include "support/test.h"
#include "support/tracing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Hears the order row, and joins what it says with commas. */
struct orders {
  struct vcd_listener listener;
  char said[512];
};

static void hear(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                 unsigned variable, const char *value)
{
  struct orders *const o = (struct orders *)l;
  const size_t n = strlen(o->said);

  if (strcmp(vcd->variable[variable].path, "ssem.timebase.order") == 0)
    snprintf(o->said + n, sizeof o->said - n, "%s%llu %s", n > 0 ? ", " : "",
             (unsigned long long)time, value + 1);
}

static void expect_orders(const struct run *run, const char *said)
{
  static struct vcd vcd;
  struct orders o = { .listener = { hear } };
  char text[TEXT_SENTENCE];

  if (!trace_run(run, scratch("orders.vcd"), text))
    fail_msg("%s", text);
  read_trace(scratch("orders.vcd"), VCD_STRICT, &o.listener, &vcd);
  assert_string_equal(o.said, said);
}

static void the_order_row_names_the_order_of_its_bar(void **state)
{
  struct run run;

  (void)state;
  run_blank(&run);
  run.bars = 5;
  run.S[1] = 0x4000 | 5; /* LDN 5 */
  run.S[2] = 0xc000;     /* CMP */
  run.S[4] = 0xe000;     /* STP, past the owed skip */
  run.S[5] = 1;
  expect_orders(&run, "0 01:\\040LDN\\0405, 14400 02:\\040CMP, "
                      "28800 04:\\040STP, 43200 stopped");
}

/* The label is said in words even where the order never leaves its line. */
static void an_order_that_comes_again_is_no_change(void **state)
{
  struct run run;

  (void)state;
  run_blank(&run);
  run.bars = 3; /* line 1: JMP 0, and line 0 holds 0 */
  expect_orders(&run, "0 01:\\040JMP\\0400");
}

static void an_idle_machine_is_called_idle(void **state)
{
  static struct beat beat;
  static struct vcd vcd;
  struct orders o = { .listener = { hear } };
  struct signals sig = { { 0 } };
  struct run run;
  char text[TEXT_SENTENCE];
  struct trace *t;

  (void)state;
  run_blank(&run);
  t = trace_open(scratch("idle.vcd"), &run.options, text);
  assert_non_null(t);
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    sig.value[SIGNAL_p] = p;
    beat_digit(&beat, p, &sig);
  }
  trace_beat(t, &beat);
  assert_true(trace_close(t, text));
  read_trace(scratch("idle.vcd"), VCD_STRICT, &o.listener, &vcd);
  assert_string_equal(o.said, "0 idle");
}

static void in_manual_the_switches_are_the_order(void **state)
{
  struct run run;

  (void)state;
  run_blank(&run);
  run.console.MAN = 1;
  run.console.LS = 26;
  run.console.FS = FN_STO;
  expect_orders(&run, "0 Manual:\\040STO\\04026");
}

/* One bar: LDN 5 with 1 in line 5, hand-checked. All but $version, which holds
 * the release. make golden writes it anew. */
static void a_bar_of_ldn_reads_as_it_did(void **state)
{
  static const char golden[] = "tests/golden/ldn.vcd";
  struct run run;
  char text[TEXT_SENTENCE];
  size_t size;
  char *expected;
  char *found;

  (void)state;
  setenv("SOURCE_DATE_EPOCH", "0", 1);
  run_blank(&run);
  run.S[1] = 0x4000 | 5;
  run.S[5] = 1;
  run.options.program = "ldn.asm";
  if (!trace_run(&run, getenv("GOLDEN") ? golden : scratch("g.vcd"), text))
    fail_msg("%s", text);
  found = file_read(getenv("GOLDEN") ? golden : scratch("g.vcd"), &size);
  expected = file_read(golden, &size);
  assert_memory_equal(found, "$date 1970-01-01 00:00:00 UTC $end\n$version",
                      43);
  assert_string_equal(strstr(found, "$comment"), strstr(expected, "$comment"));
  free(found);
  free(expected);
}

static void a_full_device_is_told(void **state)
{
  struct run run;
  char text[TEXT_SENTENCE] = "";

  (void)state;
  run_first_program(&run, 35);
  assert_false(trace_run(&run, "/dev/full", text));
  assert_string_equal(text, "/dev/full: No space left on device");
  assert_int_equal(access("/dev/full", F_OK), 0);
}

static void write_old(const char *name)
{
  FILE *const f = fopen(name, "w");

  assert_non_null(f);
  fputs("an older trace\n", f);
  fclose(f);
}

static void expect_old(const char *name)
{
  size_t size;
  char *const bytes = file_read(name, &size);

  assert_string_equal(bytes, "an older trace\n");
  free(bytes);
}

static void an_old_file_stays_when_writing_fails(void **state)
{
  struct rlimit limit, less;
  struct run run;
  char text[TEXT_SENTENCE] = "";
  bool good;

  (void)state;
  scratch_remove_files();
  write_old(scratch("old.vcd"));
  run_first_program(&run, 35);
  run.bars = 400;
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
  less = limit;
  less.rlim_cur = 100000;
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
  good = trace_run(&run, scratch("old.vcd"), text);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
  assert_false(good);
  assert_non_null(strstr(text, "old.vcd: File too large"));
  expect_old(scratch("old.vcd"));
  assert_int_equal(scratch_files(), 1);
}

static void a_file_appears_only_when_it_is_whole(void **state)
{
  static struct beat beat;
  static struct vcd vcd;
  struct signals sig = { { 0 } };
  struct run run;
  struct trace *t;
  char text[TEXT_SENTENCE];

  (void)state;
  scratch_remove_files();
  write_old(scratch("old.vcd"));
  run_blank(&run);
  t = trace_open(scratch("old.vcd"), &run.options, text);
  assert_non_null(t);
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    sig.value[SIGNAL_p] = p;
    beat_digit(&beat, p, &sig);
  }
  trace_beat(t, &beat);
  expect_old(scratch("old.vcd"));
  assert_true(trace_close(t, text));
  read_trace(scratch("old.vcd"), VCD_STRICT, NULL, &vcd);
  assert_int_equal(scratch_files(), 1);
}

static void a_trace_without_beats_leaves_nothing(void **state)
{
  struct run run;
  char text[TEXT_SENTENCE] = "";

  (void)state;
  scratch_remove_files();
  write_old(scratch("old.vcd"));
  run_blank(&run);
  run.bars = 0;
  assert_false(trace_run(&run, scratch("old.vcd"), text));
  assert_non_null(strstr(text, "no beat was traced"));
  expect_old(scratch("old.vcd"));
  assert_int_equal(scratch_files(), 1);
}

static void an_unknown_format_is_told(void **state)
{
  struct run run;
  char text[TEXT_SENTENCE] = "";

  (void)state;
  scratch_remove_files();
  run_blank(&run);
  assert_false(trace_run(&run, scratch("run.txt"), text));
  assert_non_null(strstr(text, "run.txt: unknown trace format, expected"));
  assert_int_equal(scratch_files(), 0);
}

static void a_missing_directory_is_told(void **state)
{
  struct run run;
  char text[TEXT_SENTENCE] = "";

  (void)state;
  run_blank(&run);
  assert_false(trace_run(&run, "/nonexistent/run.vcd", text));
  assert_string_equal(text, "/nonexistent/run.vcd: No such file or directory");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_order_row_names_the_order_of_its_bar),
    cmocka_unit_test(an_order_that_comes_again_is_no_change),
    cmocka_unit_test(an_idle_machine_is_called_idle),
    cmocka_unit_test(in_manual_the_switches_are_the_order),
    cmocka_unit_test(a_bar_of_ldn_reads_as_it_did),
    cmocka_unit_test(a_full_device_is_told),
    cmocka_unit_test(an_old_file_stays_when_writing_fails),
    cmocka_unit_test(a_file_appears_only_when_it_is_whole),
    cmocka_unit_test(a_trace_without_beats_leaves_nothing),
    cmocka_unit_test(an_unknown_format_is_told),
    cmocka_unit_test(a_missing_directory_is_told),
  };

  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
