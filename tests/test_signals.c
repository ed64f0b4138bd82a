// SPDX-License-Identifier: MIT
/*
 * test_signals.c - the list of signals, and the reference page made from it.
 *
 * docs/reference/signals.md must be what signals.def says; make golden writes
 * it anew.
 */
#include "sim/signals.h"
#include "support/file.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[] = { "time", "remembers", "remembers",
                                     "happens", "operator" };

static void put_page(FILE *out)
{
  const char *unit = "";

  fputs("<!-- made from sim/signals.def by make golden -->\n"
        "# Signals\n\n"
        "Every signal has the same path at every level, `ssem.<unit>.<name>`, "
        "and the same\nname in C, Verilog and traces. *Remembers*: a register "
        "or tube, struct ssem.\n*Happens*: a gate, settled within the digit "
        "period, struct ssem_wires. *Operator*:\nwhat the console holds, "
        "struct ssem_console.\n",
        out);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];

    if (strcmp(unit, s->unit) != 0)
      fprintf(out,
              "\n## %s\n\n| name | digits | kind | meaning |\n"
              "|---|---|---|---|\n",
              s->unit);
    unit = s->unit;
    fprintf(out, "| `%s` | %u | %s | %s |\n", s->name, s->digits,
            kinds[s->kind], s->meaning);
  }
}

static void the_reference_page_is_fresh(void **state)
{
  static const char page[] = "docs/reference/signals.md";
  const char *const name = getenv("GOLDEN") ? page : scratch("signals.md");
  FILE *const out = fopen(name, "w");
  size_t size;
  char *made, *kept;

  (void)state;
  assert_non_null(out);
  put_page(out);
  fclose(out);
  made = file_read(name, &size);
  kept = file_read(page, &size);
  assert_string_equal(made, kept);
  free(made);
  free(kept);
}

/* Header scopes open once: the list must not come back to a unit. */
static void the_signals_of_a_unit_stand_together(void **state)
{
  (void)state;
  for (unsigned i = 1; i < SIGNAL_COUNT; i++)
    for (unsigned j = 0; j < i; j++)
      if (strcmp(signals_info[j].unit, signals_info[i].unit) == 0)
        assert_string_equal(signals_info[i - 1].unit, signals_info[i].unit);
}

static void names_are_unique_and_found(void **state)
{
  (void)state;
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    assert_int_equal(signals_find(signals_info[i].name), i);
  assert_int_equal(signals_find("nothing"), SIGNAL_COUNT);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_reference_page_is_fresh),
    cmocka_unit_test(the_signals_of_a_unit_stand_together),
    cmocka_unit_test(names_are_unique_and_found),
  };

  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
