// SPDX-License-Identifier: MIT
/*
 * test_command_trace.c - ssem trace as a user meets it: the files that appear,
 * the windows that can be chosen, and what is left when something goes wrong.
 */
#include "support/file.h"
#include "support/shell.h"
#include "support/test.h"
#include "support/vcd_strict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST "programs/first-35.asm"

static struct said s;
static struct vcd vcd;

/* A trace as lines "time variable value", of what is known from `from` on and
 * changes before `to`. */
struct lines {
  struct vcd_listener listener;
  uint64_t from, to;
  char *text;
  size_t end, size;
};

static void note(struct vcd_listener *l, const struct vcd *v, uint64_t time,
                 unsigned variable, const char *value)
{
  struct lines *const lines = (struct lines *)l;

  if (time < lines->from || time >= lines->to)
    return;
  if (lines->end + 256 > lines->size) {
    lines->size = 2 * lines->size + 65536;
    lines->text = realloc(lines->text, lines->size);
    assert_non_null(lines->text);
  }
  lines->end += (size_t)snprintf(lines->text + lines->end, 256, "%llu %s %s\n",
                                 (unsigned long long)time,
                                 v->variable[variable].path, value);
}

static void read_trace(const char *name, struct lines *lines)
{
  size_t size;
  char *const bytes = file_read(name, &size);
  char text[VCD_TEXT];

  lines->listener.change = note;
  if (!vcd_read(bytes, size, VCD_STRICT, &lines->listener, &vcd, text))
    fail_msg("%s: %s", name, text);
  free(bytes);
}

static void trace_writes_a_strict_vcd_and_a_view_beside_it(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/run.vcd && ls $TMP");
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, "run.gtkw\nrun.vcd\n");
  assert_string_equal(s.err, "");
  read_trace("$TMP/run.vcd", &lines);
  assert_int_equal(vcd.start, 0);
  assert_int_equal(vcd.end, (504 + 1) * 144 * 100); /* and one idle bar */
  shell(&s, "grep -c run.vcd $TMP/run.gtkw; grep -c \"$TMP\" $TMP/run.gtkw");
  assert_string_equal(s.out, "1\n0\n"); /* no directory in it */
}

static void a_window_equals_the_same_stretch_of_the_whole_trace(void **state)
{
  const uint64_t from = 99 * 144 * 100;
  const uint64_t to = from + 20 * 144 * 100;
  struct lines whole = { .from = from + 1, .to = to };
  struct lines window = { .from = from + 1, .to = to };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/whole.vcd && $SSEM trace " FIRST
            " -o $TMP/window.vcd --from 100 --orders 20");
  assert_int_equal(s.status, 0);
  read_trace("$TMP/whole.vcd", &whole);
  read_trace("$TMP/window.vcd", &window);
  assert_int_equal(vcd.start, from);
  assert_int_equal(vcd.end, to);
  assert_true(whole.end > 100000);
  assert_int_equal(whole.end, window.end);
  assert_memory_equal(whole.text, window.text, whole.end);
  free(whole.text);
  free(window.text);
}

static void the_digit_period_is_the_unit_of_time(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/p.vcd --orders 2 --digit-period "
            "8.5us");
  read_trace("$TMP/p.vcd", &lines);
  assert_int_equal(vcd.end, 2 * 144 * 85);
  assert_string_equal(vcd.timescale, "100 ns");
}

static void no_strings_leaves_out_the_order_in_words(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/s.vcd --orders 2");
  read_trace("$TMP/s.vcd", &lines);
  assert_true(vcd_find(&vcd, "ssem.timebase.order") < vcd.count);
  shell(&s, "$SSEM trace " FIRST " -o $TMP/s.vcd --orders 2 --no-strings; "
            "grep -c timebase.order $TMP/s.gtkw");
  assert_string_equal(s.out, "0\n");
  read_trace("$TMP/s.vcd", &lines);
  assert_int_equal(vcd_find(&vcd, "ssem.timebase.order"), vcd.count);
}

static void without_orders_a_trace_ends_after_2000_and_says_so(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace programs/first-989.asm -o $TMP/l.vcd");
  assert_int_equal(s.status, 0);
  assert_non_null(strstr(s.err, "traced 2000 orders, the program goes on"));
  read_trace("$TMP/l.vcd", &lines);
  assert_int_equal(vcd.end, 2000 * 144 * 100);
}

static void max_orders_bounds_a_trace_too(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/m.vcd --max-orders 12 --from 10");
  assert_int_equal(s.status, 0);
  read_trace("$TMP/m.vcd", &lines);
  assert_int_equal(vcd.start, 9 * 144 * 100);
  assert_int_equal(vcd.end, 12 * 144 * 100);
  shell(&s, "$SSEM trace " FIRST " -o $TMP/n.vcd --max-orders 12 --from 13");
  assert_int_equal(s.status, 2);
}

static void a_window_after_the_stp_is_refused(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o $TMP/late.vcd --from 506; ls $TMP/late*");
  assert_non_null(strstr(s.err, "--from: found 506, expected at most 505"));
  assert_string_equal(s.out, "");
  shell(&s, "$SSEM trace " FIRST " -o $TMP/late.vcd --from 506");
  assert_int_equal(s.status, 2);
  shell(&s, "$SSEM trace " FIRST " -o $TMP/last.vcd --from 504");
  assert_int_equal(s.status, 0);
  read_trace("$TMP/last.vcd", &lines);
  assert_int_equal(vcd.end, 505 * 144 * 100);
}

static void a_trace_to_standard_output_has_no_view(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "mkdir $TMP/d && cd $TMP/d && case $SSEM in /*) c=$SSEM;; *) "
            "c=$OLDPWD/$SSEM;; esac && $c trace $OLDPWD/" FIRST
            " -o - --orders 2 >../pipe.vcd && ls");
  assert_int_equal(s.status, 0);
  assert_string_equal(s.out, "");
  read_trace("$TMP/pipe.vcd", &lines);
}

static void a_trace_that_cannot_be_written_leaves_the_old_one(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace " FIRST " -o /dev/full");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "/dev/full: No space left on device"));
  shell(&s, "$SSEM trace " FIRST " -o $TMP/none/x.vcd");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "none/x.vcd: No such file or directory"));
  shell(&s, "echo old >$TMP/old.vcd; echo LDN >$TMP/bad.asm; "
            "$SSEM trace $TMP/bad.asm -o $TMP/old.vcd; cat $TMP/old.vcd");
  assert_string_equal(s.out, "old\n");
}

static void ctrl_c_leaves_a_readable_file(void **state)
{
  struct lines lines = { .to = 0 };

  (void)state;
  shell(&s, "printf '1 JMP 0\\n' >$TMP/loop.asm; timeout --foreground "
            "--preserve-status "
            "-s INT 1 $SSEM trace $TMP/loop.asm -o $TMP/c.vcd "
            "--orders 1000000");
  assert_int_equal(s.status, 130);
  read_trace("$TMP/c.vcd", &lines);
  assert_true(vcd.end > 0);
  assert_int_equal(vcd.end % 14400, 0);
  shell(&s, "ls $TMP/c.gtkw");
  assert_int_equal(s.status, 0);
}

static void orders_may_go_past_the_stp(void **state)
{
  (void)state;
  shell(
    &s,
    "for g in digit order; do $SSEM trace programs/fn-sub.asm -o "
    "$TMP/p.vcd --orders 12 --grain $g; sed -n '$p' $TMP/p.vcd; done; "
    "grep -c stopped $TMP/p.vcd; $SSEM trace programs/fn-sub.asm -o "
    "$TMP/p.vcd --from 8 --orders 4; i=$(sed -n 's/.* 5 \\(.\\) LC .*/\\1/p' "
    "$TMP/p.vcd); sed -n '/^#129600/,$p' $TMP/p.vcd | grep -c \" $i$\"");
  assert_string_equal(s.out,
                      "#172800\n#187200\n1\n4\n"); /* LC, in bars 10 and 11 */
}

/* At every level, whoever runs ahead, it is the last bar of the whole trace. */
static void from_may_be_one_past_the_stp(void **state)
{
  static const char *const how[] = { "", "--level waves", "--ahead serial",
                                     "--ahead serial --as-built",
                                     "--level waves --ahead waves" };

  (void)state;
  for (unsigned i = 0; i < sizeof how / sizeof how[0]; i++) {
    char line[512];

    snprintf(line, sizeof line,
             "$SSEM trace programs/fn-sub.asm -o $TMP/w.vcd %s; $SSEM trace "
             "programs/fn-sub.asm -o $TMP/i.vcd --from 9 %s; for f in w i; do "
             "sed -n '/^#115300/,$p' $TMP/$f.vcd >$TMP/$f; done; cmp $TMP/w "
             "$TMP/i && wc -l <$TMP/i | grep -c ...",
             how[i], how[i]);
    shell(&s, line);
    assert_string_equal(s.out, "1\n");
  }
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/n.vcd --from 10");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected at most 9, the bar after the STP"));
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/n.vcd --from 9 "
            "--grain order");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "expected at most 8, the order that stops"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(trace_writes_a_strict_vcd_and_a_view_beside_it),
    cmocka_unit_test(a_window_equals_the_same_stretch_of_the_whole_trace),
    cmocka_unit_test(the_digit_period_is_the_unit_of_time),
    cmocka_unit_test(no_strings_leaves_out_the_order_in_words),
    cmocka_unit_test(without_orders_a_trace_ends_after_2000_and_says_so),
    cmocka_unit_test(max_orders_bounds_a_trace_too),
    cmocka_unit_test(a_window_after_the_stp_is_refused),
    cmocka_unit_test(a_trace_to_standard_output_has_no_view),
    cmocka_unit_test(a_trace_that_cannot_be_written_leaves_the_old_one),
    cmocka_unit_test(ctrl_c_leaves_a_readable_file),
    cmocka_unit_test(orders_may_go_past_the_stp),
    cmocka_unit_test(from_may_be_one_past_the_stp),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
