// SPDX-License-Identifier: MIT
/*
 * test_trace.c - what a trace says is what the machine did.
 *
 * Every trace here passes the strict reader. T-states are rebuilt from the VCD
 * alone: at each time where beat is A1, p is 0 and the bar is active, CI, A and
 * S00 to S31 are those of T-next, order after order.
 */
#include "sim/isa.h"
#include "sim/signals.h"
#include "support/file.h"
#include "support/heard.h"
#include "support/need.h"
#include "support/random.h"
#include "support/test.h"
#include "support/tracing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Hears a trace and holds each boundary in it against the isa. */
struct boundaries {
  struct vcd_listener listener;
  unsigned beat, p, active, CI, A, S00; /* variables */
  uint64_t time;                        /* of the changes being heard */
  struct isa t;                         /* expected at the next boundary */
  unsigned found;
};

static word number(const struct vcd *vcd, unsigned variable)
{
  return (word)strtoul(vcd->variable[variable].value, NULL, 2);
}

/* All changes of one time have been heard: is this a boundary? */
static void settled(struct boundaries *b, const struct vcd *vcd)
{
  if (number(vcd, b->beat) != BEAT_A1 || number(vcd, b->p) != 0 ||
      number(vcd, b->active) != 1)
    return;
  assert_int_equal(number(vcd, b->CI), b->t.CI);
  assert_int_equal(number(vcd, b->A), b->t.A);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    assert_int_equal(number(vcd, b->S00 + n), b->t.S[n]);
  b->found++;
  isa_next(&b->t);
}

static void hear(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                 unsigned variable, const char *value)
{
  struct boundaries *const b = (struct boundaries *)l;

  (void)variable;
  (void)value;
  if (b->CI == 0) {
    b->beat = vcd_find(vcd, "ssem.timebase.beat");
    b->p = vcd_find(vcd, "ssem.timebase.p");
    b->active = vcd_find(vcd, "ssem.timebase.active");
    b->CI = vcd_find(vcd, "ssem.control.CI");
    b->A = vcd_find(vcd, "ssem.accumulator.A");
    b->S00 = vcd_find(vcd, "ssem.store.S00");
    assert_string_equal(vcd->variable[b->S00 + 31].path, "ssem.store.S31");
  } else if (time != b->time) {
    settled(b, vcd);
  }
  b->time = time;
}

/* Trace the run, rebuild its boundaries, and return how many there were. */
static unsigned rebuild(const struct run *run, struct vcd *vcd)
{
  struct boundaries b = { .listener = { hear } };
  char text[TEXT_SENTENCE];

  isa_clear(&b.t, 1);
  memcpy(b.t.S, run->S, sizeof b.t.S);
  if (!trace_run(run, scratch("run.vcd"), text))
    fail_msg("%s", text);
  read_trace(scratch("run.vcd"), VCD_STRICT, &b.listener, vcd);
  return b.found;
}

static void the_first_programs_t_states_are_in_its_trace(void **state)
{
  static struct vcd vcd;
  struct run run;

  (void)state;
  run_first_program(&run, 35);
  run.bars = 505; /* 504 orders and one idle bar */
  assert_int_equal(rebuild(&run, &vcd), 504);
  assert_int_equal(vcd.count, SIGNAL_COUNT + 4 + 3); /* words, and T.* */
  assert_int_equal(vcd.start, 0);
  assert_int_equal(vcd.end, 505ULL * 144 * 100);
  assert_int_equal(number(&vcd, vcd_find(&vcd, "ssem.store.S27")), 7);
  assert_string_equal(vcd.variable[vcd_find(&vcd, "ssem.timebase.order")].value,
                      "sstopped");
}

static void random_programs_t_states_are_in_their_traces(void **state)
{
  static struct vcd vcd;
  struct run run;

  (void)state;
  for (unsigned i = 0; i < 20; i++) {
    struct isa t;
    unsigned orders = 0;

    run_blank(&run);
    run.bars = 40;
    for (unsigned n = 0; n < SSEM_LINES; n++)
      run.S[n] = random_word();
    isa_clear(&t, 1);
    memcpy(t.S, run.S, sizeof t.S);
    while (++orders < run.bars && !isa_final(&t))
      isa_next(&t);
    assert_int_equal(rebuild(&run, &vcd), orders);
  }
}

static void time_counts_in_the_digit_period_asked_for(void **state)
{
  static struct vcd vcd;
  struct run run;

  (void)state;
  run_first_program(&run, 35);
  run.bars = 3;
  run.options.digit_period = 85; /* 8.5 us */
  run.options.start = 1440;
  assert_int_equal(rebuild(&run, &vcd), 3);
  assert_int_equal(vcd.start, 1440 * 85);
  assert_int_equal(vcd.end, (1440 + 3 * 144) * 85);
  assert_string_equal(vcd.timescale, "100 ns");
  assert_string_equal(vcd.comment, "program test.asm, digit period 8.5 us");
}

static void without_strings_there_is_no_extension(void **state)
{
  static struct vcd vcd;
  struct run run;

  (void)state;
  run_first_program(&run, 35);
  run.bars = 3;
  run.options.strings = false;
  assert_int_equal(rebuild(&run, &vcd), 3);
  assert_int_equal(vcd.count, SIGNAL_COUNT + 3); /* and T.line, T.CI, T.A */
  assert_string_equal(vcd.variable[SIGNAL_COUNT].path, "ssem.T.line");
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];
    char path[64];

    snprintf(path, sizeof path, "ssem.%s.%s", s->unit, s->name);
    assert_string_equal(vcd.variable[i].path, path);
    assert_int_equal(vcd.variable[i].size, s->digits);
  }
}

static void vcd2fst_and_back_lose_no_change(void **state)
{
  static struct vcd vcd;
  struct heard ours = heard_from(0), theirs = heard_from(0);
  struct run run;
  char text[TEXT_SENTENCE];
  char command[1024];

  (void)state;
  need("vcd2fst");
  need("fst2vcd");
  run_first_program(&run, 35);
  run.bars = 60;
  assert_true(trace_run(&run, scratch("there.vcd"), text));
  snprintf(command, sizeof command,
           "timeout 60 vcd2fst %s %s >/dev/null 2>&1 && "
           "timeout 60 fst2vcd -f %s -o %s >/dev/null 2>&1",
           scratch("there.vcd"), scratch("there.fst"), scratch("there.fst"),
           scratch("back.vcd"));
  assert_int_equal(system(command), 0);
  read_trace(scratch("there.vcd"), VCD_STRICT, &ours.listener, &vcd);
  read_trace(scratch("back.vcd"), VCD_LOOSE, &theirs.listener, &vcd);
  assert_int_equal(vcd.end, 60 * 144 * 100);
  heard_same(&ours, &theirs);
}

/* Our FST, as GTKWave's own reader tells it, is our VCD. */
static void fst_holds_the_changes_of_vcd(void **state)
{
  static struct vcd vcd;
  struct run run;
  char text[TEXT_SENTENCE];
  char command[1024];

  (void)state;
  need("fst2vcd");
  run_first_program(&run, 35);
  for (unsigned i = 0; i < 3; i++) {
    struct heard ours = heard_from(0), theirs = heard_from(0);

    run.bars = i == 2 ? 506 : 60; /* beyond the STP */
    run.skip = i == 1 ? 25 : 0;
    run.options.start = run.skip * SSEM_BEAT;
    run.options.grain = i == 2 ? GRAIN_ORDER : GRAIN_DIGIT;
    assert_true(trace_run(&run, scratch("ours.vcd"), text));
    assert_true(trace_run(&run, scratch("ours.fst"), text));
    snprintf(command, sizeof command,
             "timeout 60 fst2vcd -f %s -o %s >/dev/null 2>&1",
             scratch("ours.fst"), scratch("back.vcd"));
    assert_int_equal(system(command), 0);
    read_trace(scratch("ours.vcd"), VCD_STRICT, &ours.listener, &vcd);
    read_trace(scratch("back.vcd"), VCD_LOOSE, &theirs.listener, &vcd);
    assert_int_equal(vcd.end, (run.options.start + run.bars * 144) * 100);
    heard_same(&ours, &theirs);
  }
}

/* From the first change after its start on: what $dumpvars says again is not a
 * change in the whole trace. */
static void a_window_is_a_part_of_the_whole(void **state)
{
  static struct vcd vcd;
  struct heard whole = heard_from(0), window = heard_from(0);
  struct run run;
  char text[TEXT_SENTENCE];

  (void)state;
  run_first_program(&run, 35);
  run.bars = 12;
  assert_true(trace_run(&run, scratch("whole.vcd"), text));
  run.skip = 4 * 7 + 1; /* from A1 of bar 8 */
  run.bars = 4;
  run.options.start = run.skip * SSEM_BEAT;
  assert_true(trace_run(&run, scratch("window.vcd"), text));
  whole.from = window.from = run.options.start * 100 + 100;
  read_trace(scratch("window.vcd"), VCD_STRICT, &window.listener, &vcd);
  assert_int_equal(vcd.end, (run.options.start + 4 * 144) * 100);
  read_trace(scratch("whole.vcd"), VCD_STRICT, &whole.listener, &vcd);
  heard_until(&whole, (run.options.start + 4 * 144) * 100);
  heard_same(&whole, &window);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_first_programs_t_states_are_in_its_trace),
    cmocka_unit_test(random_programs_t_states_are_in_their_traces),
    cmocka_unit_test(time_counts_in_the_digit_period_asked_for),
    cmocka_unit_test(without_strings_there_is_no_extension),
    cmocka_unit_test(vcd2fst_and_back_lose_no_change),
    cmocka_unit_test(fst_holds_the_changes_of_vcd),
    cmocka_unit_test(a_window_is_a_part_of_the_whole),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
