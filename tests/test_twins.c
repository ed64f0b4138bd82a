// SPDX-License-Identifier: MIT
/*
 * test_twins.c - make twins: sim/ssem.c and rtl/ read the same, and where one
 * of them is changed alone rtl/twins names the unit and shows both sides.
 */
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#define TWINS                                                         \
  "cd $TMP && awk -f rtl/twins sim/ssem.c rtl/ssem.v rtl/timebase.v " \
  "rtl/gates.v rtl/store.v rtl/control.v rtl/accumulator.v rtl/staticisor.v"

static struct said s;

/* One page changed by one sed command, the others as they are. */
static void change(const char *page, const char *sed)
{
  char line[512];

  snprintf(line, sizeof line,
           "rm -rf $TMP/sim $TMP/rtl && mkdir $TMP/sim && cp -r rtl $TMP && "
           "cp sim/ssem.c $TMP/sim && sed '%s' %s >$TMP/page && "
           "! cmp -s $TMP/page %s && cp $TMP/page $TMP/%s",
           sed, page, page, page);
  shell(&s, line);
  assert_int_equal(s.status, 0);
  shell(&s, TWINS);
}

static void c_and_verilog_are_twins(void **state)
{
  (void)state;
  shell(&s, "mkdir $TMP/sim && cp -r rtl $TMP && cp sim/ssem.c $TMP/sim");
  shell(&s, TWINS);
  assert_int_equal(s.status, 0);
  assert_string_equal(s.err, "");
  assert_non_null(strstr(s.out, "== timebase\n"));
  assert_non_null(strstr(s.out, "| assign bus = OTG & s\n"));
  assert_non_null(strstr(s.out, "(a tube: past digit 31"));
}

static void an_equation_changed_in_one_of_them_is_named(void **state)
{
  static const struct {
    const char *page, *sed, *said;
  } changes[] = {
    { "sim/ssem.c", "s/w->OTG & w->s;/w->OTG | w->s;/",
      "gates: C \"bus = OTG | s\", Verilog \"bus = OTG & s\"" },
    { "rtl/accumulator.v", "s/(a ^ y))) & !BO/(a ^ y)))/", "accumulator: C" },
    { "sim/ssem.c", "s/m->borrow & !(w->a/m->carry \\& !(w->a/",
      "accumulator: C" },
    { "rtl/control.v", "s/p == 6.d31/p == 6'\\''d30/", "control: C" },
    { "rtl/staticisor.v", "s/F\\[1\\] <= X/F[2] <= X/", "staticisor: C" },
    { "sim/ssem.c", "s/p - 13, w->X/p - 12, w->X/", "staticisor: C" },
    { "rtl/store.v", "s/shown = S\\[line\\]/shown = S[L]/", "store: shown" },
    { "rtl/gates.v", "s/wire F1 = F\\[1\\]/wire F1 = F[0]/", "alias F1" },
    { "sim/ssem.c", "s/w->scan & w->last)/w->scan)/", "store: C" },
    { "rtl/timebase.v", "s/^  assign BO.*//", "timebase: C" },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof changes / sizeof changes[0]; i++) {
    change(changes[i].page, changes[i].sed);
    assert_int_equal(s.status, 1);
    assert_non_null(strstr(s.err, changes[i].said));
  }
}

static void an_exception_that_is_not_needed_is_named(void **state)
{
  (void)state;
  change("rtl/accumulator.v", "s/else if (!BO)$/else/");
  assert_int_equal(s.status, 1);
  assert_non_null(strstr(s.err, "exception without use"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(c_and_verilog_are_twins),
    cmocka_unit_test(an_equation_changed_in_one_of_them_is_named),
    cmocka_unit_test(an_exception_that_is_not_needed_is_named),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
