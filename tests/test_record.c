// SPDX-License-Identifier: MIT
/*
 * test_record.c - recording without a command line: a level, a window, a loop.
 *
 * Windows are cut out of random runs, at every level that there is, and each
 * change in them is held against the same stretch of the whole run's trace.
 */
#include "support/file.h"
#include "support/liar.h"
#include "support/machine.h"
#include "support/need.h"
#include "support/random.h"
#include "support/test.h"
#include "support/tracing.h"

#include "sim/level/levels.h"
#include "sim/level/seek.h"
#include "tracegen/beside.h"
#include "tracegen/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct trace_options plain = { .digit_period = 100,
                                            .strings = true,
                                            .program = "test.asm" };

static char text[TEXT_SENTENCE];
static struct vcd vcd;

/* The changes of a trace in [from, to), a line each. */
struct changes_read {
  struct vcd_listener listener;
  uint64_t from, to;
  char *text;
  size_t end, size;
};

static void keep(struct vcd_listener *l, const struct vcd *v, uint64_t time,
                 unsigned variable, const char *value)
{
  struct changes_read *const c = (struct changes_read *)l;

  if (time < c->from || time >= c->to)
    return;
  if (c->end + 256 > c->size) {
    c->size = 2 * c->size + 65536;
    c->text = realloc(c->text, c->size);
    assert_non_null(c->text);
  }
  c->end += (size_t)snprintf(c->text + c->end, 256, "%llu %s %s\n",
                             (unsigned long long)time,
                             v->variable[variable].path, value);
}

static struct changes_read changes_of(const char *name, uint64_t from,
                                      uint64_t to)
{
  struct changes_read c = { .listener = { keep }, .from = from, .to = to };

  read_trace(name, VCD_STRICT, &c.listener, &vcd);
  return c;
}

static struct level *open(const char *name)
{
  struct level *const l =
    level_open(name, &(const struct level_options){ .as_built = false }, text);

  if (l == NULL)
    missing(text);
  return l;
}

/* Bring a level to the window's bar, isa ahead; false: it never begins. */
static bool seek(struct level *l, const word S[SSEM_LINES], uint64_t bar,
                 enum seek_place place)
{
  struct level *const isa = open("isa");
  struct seek s;
  bool begins;

  seek_begin(&s, isa, S, 0, bar, place);
  while (seek_step(&s, 5) == SEEK_RUNNING)
    ;
  begins = s.status == SEEK_READY && seek_put(&s, l);
  isa->ops->close(isa);
  return begins;
}

/* Record a window; the level stands at its beginning. */
static struct record record(struct level *l, const struct record_window *window,
                            const struct trace_options *options)
{
  struct record r;

  if (!record_begin(&r, l, window, options, text))
    fail_msg("%s", text);
  while (record_bar(&r))
    ;
  if (!record_end(&r, text))
    fail_msg("%s", text);
  return r;
}

/* A window of a run is the same stretch of the whole. */
static void compare_window(struct level *l, const word S[SSEM_LINES],
                           const struct record_window *window)
{
  const uint64_t start =
    (window->from - 1) * 14400 + window->first_beat * UINT64_C(3600);
  const struct record_window whole = { .output = scratch("whole.vcd"),
                                       .from = 1,
                                       .most = window->from + window->most + 1,
                                       .last_beat = BEAT_A2 };
  struct changes_read a, b;

  seek(l, S, 1, SEEK_S1);
  record(l, &whole, &plain);
  assert_true(seek(l, S, window->from, SEEK_S1));
  record(l, window, &plain);
  b = changes_of(window->output, start + 1, UINT64_MAX);
  assert_int_equal(vcd.start, start);
  a = changes_of(whole.output, start + 1, vcd.end);
  assert_int_equal(a.end, b.end);
  assert_memory_equal(a.text, b.text, a.end);
  free(a.text);
  free(b.text);
}

static void windows_of(const char *level, unsigned times)
{
  struct level *const l = open(level);

  for (unsigned i = 0; i < times; i++) {
    const uint64_t from = 1 + random_below(40);
    struct record_window window = { .output = scratch("window.vcd"),
                                    .from = from,
                                    .most = 1 + random_below(6),
                                    .first_beat = random_below(4),
                                    .last_beat = random_below(7) };
    struct isa t;

    random_running_isa(&t);
    if (window.most == 1 && window.last_beat < window.first_beat)
      window.last_beat = window.first_beat;
    if (seek(l, t.S, from, SEEK_S1))
      compare_window(l, t.S, &window);
  }
  l->ops->close(l);
}

static void a_window_is_the_same_stretch_of_the_whole_run(void **state)
{
  (void)state;
  windows_of("serial", 60);
}

static void so_it_is_in_verilog(void **state)
{
  (void)state;
  windows_of("rtl", 15);
}

/* 1: LDN 4, 2: STO 5, 3: STP. */
static const word three_orders[SSEM_LINES] = {
  [1] = 2u << 13 | 4,
  [2] = 3u << 13 | 5,
  [3] = 7u << 13,
  [4] = 7,
};

static void a_recording_ends_with_an_idle_bar_after_the_stp(void **state)
{
  struct level *const l = open("serial");
  const struct record_window window = {
    .output = scratch("run.vcd"), .from = 2, .most = 100, .last_beat = BEAT_A2
  };
  struct record r;

  (void)state;
  assert_true(seek(l, three_orders, 2, SEEK_S1));
  r = record(l, &window, &plain);
  assert_int_equal(r.bars, 2);
  assert_true(r.stopped);
  free(changes_of(window.output, 0, 0).text);
  assert_int_equal(vcd.start, 14400);
  assert_int_equal(vcd.end, 4 * 14400);
  l->ops->close(l);
}

static void the_caller_may_end_after_any_bar(void **state)
{
  struct level *const l = open("serial");
  const struct record_window window = {
    .output = scratch("cut.vcd"), .from = 1, .most = 100, .last_beat = BEAT_A2
  };
  struct record r;

  (void)state;
  seek(l, three_orders, 1, SEEK_S1);
  assert_true(record_begin(&r, l, &window, &plain, text));
  assert_true(record_bar(&r));
  assert_true(record_bar(&r));
  assert_true(record_end(&r, text));
  free(changes_of(window.output, 0, 0).text);
  assert_int_equal(vcd.end, 2 * 14400);
  assert_int_equal(access(scratch("cut.gtkw"), R_OK), 0);
  l->ops->close(l);
}

/* Order by order, isa and serial write the same changes; the last T-state is
 * that after the last order. */
static void by_order_any_level_is_recorded(void **state)
{
  static const char *const levels[] = { "isa", "serial" };
  const struct trace_options by_order = { .digit_period = 100,
                                          .grain = GRAIN_ORDER,
                                          .program = "test.asm" };
  const struct record_window window = { .output = scratch("order.vcd"),
                                        .from = 2,
                                        .most = 100 };
  struct changes_read c[2];

  (void)state;
  for (unsigned i = 0; i < 2; i++) {
    struct level *const l = open(levels[i]);
    struct record r;

    assert_true(seek(l, three_orders, 2, SEEK_BOUNDARY));
    r = record(l, &window, &by_order);
    assert_int_equal(r.bars, 2);
    assert_true(r.stopped);
    c[i] = changes_of(window.output, 0, UINT64_MAX);
    assert_int_equal(vcd.start, 14400 + 3600);
    l->ops->close(l);
  }
  assert_non_null(strstr(c[0].text, "32400 ssem.store.S05 1111"));
  assert_string_equal(c[0].text, c[1].text);
  free(c[0].text);
  free(c[1].text);
}

static void a_level_without_digit_periods_is_refused_by_digit(void **state)
{
  struct level *const l = open("isa");
  const struct record_window window = {
    .output = scratch("none.vcd"), .from = 1, .most = 1, .last_beat = BEAT_A2
  };
  struct record r;

  (void)state;
  assert_false(record_begin(&r, l, &window, &plain, text));
  assert_string_equal(text, "isa has no digit periods to record, expected "
                            "grain order");
  assert_int_not_equal(access(window.output, F_OK), 0);
  l->ops->close(l);
}

static void the_header_says_who_obeyed_the_orders_before(void **state)
{
  struct level *const l = open("serial");
  struct trace_options options = plain;
  struct record_window window = { .output = scratch("ahead.vcd"),
                                  .most = 1,
                                  .last_beat = BEAT_A2 };

  (void)state;
  options.ahead = "isa";
  for (window.from = 1; window.from <= 3; window.from++) {
    char expected[32];
    char *bytes;
    size_t size;

    assert_true(seek(l, three_orders, window.from, SEEK_S1));
    record(l, &window, &options);
    bytes = file_read(window.output, &size);
    snprintf(expected, sizeof expected, "orders 1 to %u by isa $end",
             (unsigned)window.from - 1);
    assert_int_equal(strstr(bytes, expected) != NULL, window.from > 1);
    assert_int_equal(strstr(bytes, " by isa") != NULL, window.from > 1);
    free(bytes);
  }
  l->ops->close(l);
}

/* The named markers of a view, in digit periods. */
static void markers_of(const char *view, double at[GTKW_MARKERS])
{
  size_t size;
  char *const bytes = file_read(view, &size);
  const char *const line = strstr(bytes, "\n*-");

  assert_non_null(line);
  assert_int_equal(sscanf(line, "\n*-%*f %*f %lf %lf %lf %lf %lf",
                          &at[GTKW_FETCH], &at[GTKW_STORE], &at[GTKW_STOP],
                          &at[GTKW_ASKED], &at[GTKW_DIFFERS]),
                   GTKW_MARKERS);
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    at[i] /= 10000; /* ns */
  free(bytes);
}

static void spoil_line_9(struct ssem *m)
{
  m->S[9] ^= 1;
}

/* Bar 2 goes wrong, in each of its beats, whichever bar was asked for. */
static void all_markers_speak_of_the_bar_that_went_wrong(void **state)
{
  static const word S[SSEM_LINES] = {
    [1] = 3u << 13 | 5, /* STO */
    [2] = 2u << 13 | 4, /* LDN */
    [3] = 3u << 13 | 6, /* STO */
    [4] = 7u << 13,     /* STP */
  };
  struct level *const reference = open("isa");
  struct record_window window = {
    .from = 1, .most = 6, .reference = reference, .last_beat = BEAT_A2
  };
  struct liar liar = { .level.ops = &liar_ops, .spoil = spoil_line_9 };
  double at[GTKW_MARKERS];

  (void)state;
  liar.honest = open("serial");
  for (window.asked = 0; window.asked < 5; window.asked++)
    for (liar.at = 144 + 7; liar.at < 288; liar.at += 36) {
      liar.ticks = 0;
      window.output = scratch("wrong.vcd");
      assert_true(seek(liar.honest, S, 1, SEEK_S1));
      assert_true(seek(reference, S, 1, SEEK_BOUNDARY));
      record(&liar.level, &window, &plain);
      markers_of(scratch("wrong.gtkw"), at);
      assert_int_equal(at[GTKW_DIFFERS], liar.at);
      assert_int_equal(at[GTKW_ASKED], 144);
      assert_int_equal(at[GTKW_FETCH], 144 + 36);
      assert_in_range(at[GTKW_STORE], 288 + 108, 288 + 143);
      assert_in_range(at[GTKW_STOP], 432 + 108, 432 + 143);
    }
  liar.honest->ops->close(liar.honest);
  reference->ops->close(reference);
}

static void files_beside_a_trace_are_named_after_it(void **state)
{
  char name[20];

  (void)state;
  assert_true(beside_view("a.b/run.vcd", name, sizeof name));
  assert_string_equal(name, "a.b/run.gtkw");
  assert_true(beside_view("a.b/run", name, sizeof name));
  assert_string_equal(name, "a.b/run.gtkw");
  assert_true(beside_view("run.VCD.gz", name, sizeof name));
  assert_string_equal(name, "run.gtkw");
  assert_true(beside_level("x/run.vcd.gz", "rtl", name, sizeof name));
  assert_string_equal(name, "x/run-rtl.vcd.gz");
  assert_false(beside_level("a-longer-name.vcd", "rtl", name, sizeof name));
  assert_string_equal(beside_base("a/b/c.vcd"), "c.vcd");
  assert_string_equal(beside_base("c.vcd"), "c.vcd");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_window_is_the_same_stretch_of_the_whole_run),
    cmocka_unit_test(so_it_is_in_verilog),
    cmocka_unit_test(a_recording_ends_with_an_idle_bar_after_the_stp),
    cmocka_unit_test(the_caller_may_end_after_any_bar),
    cmocka_unit_test(by_order_any_level_is_recorded),
    cmocka_unit_test(a_level_without_digit_periods_is_refused_by_digit),
    cmocka_unit_test(the_header_says_who_obeyed_the_orders_before),
    cmocka_unit_test(all_markers_speak_of_the_bar_that_went_wrong),
    cmocka_unit_test(files_beside_a_trace_are_named_after_it),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
