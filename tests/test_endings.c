// SPDX-License-Identifier: MIT
/*
 * test_endings.c - a run ends when it is asked to, and when it cannot write:
 * SIGINT, SIGTERM and SIGHUP finish what is being written, whatever waits for
 * somebody else is ended, and a failed write ends the run.
 */
#include "support/shell.h"
#include "support/test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define LOOP "$TMP/loop.asm"
#define MAP "tests/machines/our.map"
#define ASK "timeout --foreground --preserve-status -k 9"

static struct said s;

static double now(void)
{
  struct timespec t;

  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Run a command that would go on for long; it must end by itself, soon. */
static void ends_soon(const char *line, int status)
{
  const double began = now();
  char all[2048];

  snprintf(all, sizeof all,
           "printf '1 SUB 3\\n2 JMP 0\\n3 NUM 1\\n' >" LOOP "; %s", line);
  shell(&s, all);
  if (s.status != status)
    fail_msg("%s: status %d, expected %d; %s", line, s.status, status, s.err);
  if (now() - began > 8)
    fail_msg("%s: took %.1f s", line, now() - began);
}

/* Send a signal to a command after 0.4 s. */
static void asked(const char *signal, const char *command, int status)
{
  char line[1024];

  snprintf(line, sizeof line, ASK " -s %s 0.4 $SSEM %s", signal, command);
  ends_soon(line, status);
}

static void a_signal_finishes_a_trace_and_its_view(void **state)
{
  static const struct {
    const char *name;
    int status;
  } signals[] = { { "INT", 130 }, { "TERM", 143 }, { "HUP", 129 } };
  static const char *const formats[] = { "vcd", "vcd.gz", "fst" };

  (void)state;
  for (unsigned i = 0; i < 9; i++) {
    char command[128];

    shell(&s, "rm -rf $TMP/d; mkdir $TMP/d");
    snprintf(command, sizeof command,
             "trace " LOOP " -o $TMP/d/run.%s "
             "--orders 9999999",
             formats[i % 3]);
    asked(signals[i / 3].name, command, signals[i / 3].status);
    shell(&s, "cd $TMP/d && ls | tr '\\n' ' '");
    snprintf(command, sizeof command, "run.gtkw run.%s ", formats[i % 3]);
    if (i % 3 == 2)
      snprintf(command, sizeof command, "run.fst run.gtkw ");
    assert_string_equal(s.out, command);
  }
}

static void a_signal_that_was_ignored_stays_so(void **state)
{
  (void)state;
  shell(&s, "trap '' INT HUP; $SSEM trace programs/first-2-18.asm "
            "-o $TMP/i.vcd --orders 60000 & pid=$!; sleep 0.2; "
            "kill -INT $pid; kill -HUP $pid; wait $pid; echo $?");
  assert_string_equal(s.out, "0\n");
}

static void a_pipe_that_nobody_opens_is_no_trap(void **state)
{
  (void)state;
  shell(&s, "mkfifo $TMP/none.vcd");
  asked("INT", "trace " LOOP " -o $TMP/none.vcd", 130);
  asked("TERM", "check --vcd $TMP/none.vcd --map " MAP " " LOOP, 143);
  asked("HUP", "check --vcd " MAP " --map $TMP/none.vcd " LOOP, 129);
  asked("TERM", "dis $TMP/none.vcd", 143);
}

/* Opened by the shell, to read and to write; it does neither. */
static void a_pipe_that_nobody_serves_is_no_trap(void **state)
{
  (void)state;
  shell(&s, "mkfifo $TMP/mute.vcd");
  ends_soon("exec 3<>$TMP/mute.vcd; " ASK " -s INT 0.4 $SSEM trace " LOOP
            " -o $TMP/mute.vcd --orders 99999",
            130);
  ends_soon("exec 3<>$TMP/mute.vcd; " ASK " -s TERM 0.4 $SSEM run --log " LOOP
            " >$TMP/mute.vcd",
            143);
  ends_soon("exec 3<>$TMP/mute.vcd; " ASK " -s HUP 0.4 $SSEM check --vcd - "
            "--map " MAP " " LOOP " <$TMP/mute.vcd",
            129);
  ends_soon("exec 3<>$TMP/mute.vcd; " ASK " -s INT 0.4 $SSEM run - "
            "<$TMP/mute.vcd",
            130);
}

/* A second after it has been asked, whatever it is reading. */
static void a_dump_without_an_end_is_no_trap(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/d.vcd --orders 9 && "
            "sed '/enddefinitions/q' $TMP/d.vcd >$TMP/head.vcd && "
            "head -c 100M /dev/zero | gzip -1 >$TMP/zeros && "
            "for i in $(seq 200); do cat $TMP/zeros; done >$TMP/bomb.vcd.gz");
  assert_int_equal(s.status, 0);
  ends_soon("{ cat $TMP/head.vcd; yes '#5'; } | " ASK " -s INT 0.4 "
            "$SSEM check --vcd - --map " MAP " " LOOP,
            130);
  ends_soon("yes '$comment' | " ASK
            " -s TERM 0.4 $SSEM check --vcd - --map " MAP " " LOOP,
            143);
  asked("INT", "check --vcd $TMP/bomb.vcd.gz --map " MAP " " LOOP, 130);
  asked("TERM", "check --levels isa,$TMP/bomb.vcd.gz --map " MAP " " LOOP, 143);
}

/* fst2vcd here tells the beginning of a dump, more than is read at once, and
 * then nothing for a minute. */
#define MUTE                                                           \
  "mkdir -p $TMP/bin; printf '%s\\n' '#!/bin/sh' 'echo $$ >'$TMP/pid " \
  "'cat '$TMP/head.vcd \"yes '#5' | head -c 400000\" 'exec sleep 60' " \
  ">$TMP/bin/fst2vcd; chmod +x $TMP/bin/fst2vcd; "                     \
  "export PATH=$TMP/bin:$PATH; "
#define GONE "; s=$?; kill -0 $(cat $TMP/pid) && exit 9; exit $s"

static void fst2vcd_ends_with_us(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/d.vcd --orders 9 && "
            "$SSEM trace programs/first-35.asm -o $TMP/d.fst --orders 9 && "
            "sed '/enddefinitions/q' $TMP/d.vcd >$TMP/head.vcd && "
            "sed s/control.CI/none/ " MAP " >$TMP/none.map");
  assert_int_equal(s.status, 0);
  ends_soon(MUTE "trap '' PIPE; $SSEM check --vcd $TMP/d.fst --map "
                 "$TMP/none.map " LOOP GONE,
            2);
}

/* One write goes into a full disk; a second later nobody computes any more. */
static void a_write_that_fails_ends_the_run(void **state)
{
  static const char *const grains[] = { "digit", "order" };

  (void)state;
  ends_soon("timeout 9 $SSEM run --log " LOOP " >/dev/full", 4);
  assert_non_null(strstr(s.err, "standard output: No space left on device"));
  ends_soon("timeout 9 $SSEM run --log --json " LOOP " >/dev/full", 4);
  for (unsigned i = 0; i < 2; i++) {
    char line[256];

    snprintf(line, sizeof line,
             "timeout 9 $SSEM trace " LOOP
             " --orders 99999999999 --grain %s -o /dev/full",
             grains[i]);
    ends_soon(line, 4);
    assert_non_null(strstr(s.err, "/dev/full: No space left on device"));
    snprintf(line, sizeof line,
             "trap '' PIPE; { timeout 9 $SSEM trace " LOOP
             " --orders 99999999999 --grain %s -o -; echo $? >$TMP/status; } | "
             "head -1; exit $(cat $TMP/status)",
             grains[i]);
    ends_soon(line, 4);
    assert_non_null(strstr(s.err, "-: Broken pipe"));
    snprintf(line, sizeof line,
             "ulimit -f 99; timeout 9 $SSEM trace programs/first-2-18.asm"
             " --orders 99999999999 --grain %s -o $TMP/big.fst",
             grains[i]);
    ends_soon(line, 4);
    assert_non_null(strstr(s.err, "big.fst: File too large"));
  }
}

/* It would get what is said there, at its end. */
static void a_trace_does_not_take_a_closed_streams_place(void **state)
{
  (void)state;
  shell(&s, "export SOURCE_DATE_EPOCH=0; "
            "$SSEM trace programs/first-2-18.asm -o $TMP/open.vcd && "
            "for c in 0 1 2; do eval \"$SSEM trace programs/first-2-18.asm "
            "-o $TMP/closed.vcd $c>&-\" && "
            "cmp $TMP/open.vcd $TMP/closed.vcd && echo same; done");
  assert_string_equal(s.out, "same\nsame\nsame\n");
  shell(&s, "$SSEM run programs/first-35.asm >&-");
  assert_int_equal(s.status, 4);
  shell(&s, "$SSEM run - <&-");
  assert_int_equal(s.status, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_signal_finishes_a_trace_and_its_view),
    cmocka_unit_test(a_signal_that_was_ignored_stays_so),
    cmocka_unit_test(a_pipe_that_nobody_opens_is_no_trap),
    cmocka_unit_test(a_pipe_that_nobody_serves_is_no_trap),
    cmocka_unit_test(a_dump_without_an_end_is_no_trap),
    cmocka_unit_test(fst2vcd_ends_with_us),
    cmocka_unit_test(a_write_that_fails_ends_the_run),
    cmocka_unit_test(a_trace_does_not_take_a_closed_streams_place),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
