// SPDX-License-Identifier: MIT
/*
 * test_house.c - no include climbs, and no library page does what only a
 * command may; a fault made on purpose is named with its page and line.
 */
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;

static void no_include_climbs(void **state)
{
  (void)state;
  shell(&s, ".ci/house");
  if (s.status != 0)
    fail_msg("%s%s", s.out, s.err);
  assert_memory_equal(s.out, "house: ", 7); /* nothing else is said */
  assert_non_null(strstr(s.out, ", faults: 0\n"));
}

/* Add a line to a page of a copy of the tree, or make the page, and look. */
static void plant(const char *page, const char *line)
{
  char command[1024];

  snprintf(command, sizeof command,
           "rm -rf $TMP/tree && mkdir $TMP/tree && "
           "cp -r sim tracegen tests $TMP/tree && "
           "printf '%%s\\n' '%s' >>$TMP/tree/%s && .ci/house $TMP/tree",
           line, page);
  shell(&s, command);
  assert_string_equal(s.err, "");
}

static void refused(const char *page, const char *line, const char *told)
{
  plant(page, line);
  assert_int_equal(s.status, 1);
  if (strncmp(s.out, page, strlen(page)) != 0 || strstr(s.out, told) == NULL)
    fail_msg("%s in %s: said %s", line, page, s.out);
  assert_non_null(strstr(s.out, ", faults: 1\n"));
}

static void allowed(const char *page, const char *line)
{
  plant(page, line);
  if (s.status != 0)
    fail_msg("%s in %s: said %s", line, page, s.out);
}

static void an_include_that_climbs_is_named(void **state)
{
  (void)state;
  refused("sim/new.h", "#include \"sim/level/level.h\"",
          "sim/new.h:1: climbs to sim/level/level.h\n");
  refused("sim/beat.h", "#include \"level/level.h\"",
          ": climbs to sim/level/level.h\n");
  refused("sim/isa.c", "# include \"tracegen/output.h\"",
          ": climbs to tracegen/output.h\n");
  refused("sim/text/new.c", "#include \"../program/program.h\"",
          ": climbs to sim/program/program.h\n");
  refused("sim/level/level.c", "#include \"sim/waveform/map.h\"",
          ": climbs to sim/waveform/map.h\n");
  refused("sim/level/rtl.cpp", "#include \"sim/command/common.h\"",
          ": climbs to sim/command/common.h\n");
  refused("tracegen/trace.c", "#include \"sim/command/options.h\"",
          ": climbs to sim/command/options.h\n");
  refused("tracegen/gtkw.c", "#include \"drawing/xml.h\"",
          ": climbs to tracegen/drawing/xml.h\n");
}

static void a_trace_knows_levels_and_no_more(void **state)
{
  (void)state;
  refused("tracegen/trace.h", "#include \"sim/program/program.h\"",
          ": includes sim/program/program.h, expected of sim sim/text "
          "sim/level\n");
  refused("tracegen/drawing/svg.c", "#include \"sim/lockstep/lockstep.h\"",
          ": includes sim/lockstep/lockstep.h, expected of");
}

static void the_command_is_included_by_its_own_pages_only(void **state)
{
  (void)state;
  refused("tests/support/new.h", "#include \"../../sim/command/options.h\"",
          "tests/support/new.h:1: includes sim/command/options.h, which");
  refused("tests/test_house.c", "#include \"sim/command/window.h\"",
          ": includes sim/command/window.h, which only the command may\n");
  allowed("sim/command/run.c", "#include \"window.h\"");
}

static void what_points_down_may_be_included(void **state)
{
  (void)state;
  allowed("sim/text/new.c", "#include \"sim/isa.h\"");
  allowed("sim/lockstep/new.c", "#include \"sim/level/level.h\"");
  allowed("sim/level/levels.c", "#include \"sim/waveform/map.h\"");
  allowed("tracegen/drawing/svg.c", "#include \"../output.h\"");
  allowed("sim/beat.c", "/* #include \"sim/level/level.h\" */");
}

static void a_library_page_takes_no_options_and_prints_nothing(void **state)
{
  (void)state;
  refused("sim/level/seek.h", "void seek(const struct options *o);",
          ": takes struct options");
  refused("tracegen/record.c", "static void f(void) { puts (\"\"); }",
          ": prints, exits or minds signals: static void f(void)");
  refused("sim/text/new.c", "int f(void) { return fputs(\"\", stderr); }",
          "prints, exits");
  refused("sim/isa.c", "void f(void) { exit(1); }", "prints, exits");
  allowed("sim/isa.c", "/* fputs(text, stderr); struct options */");
  allowed("sim/isa.c", "const char *f = \"stderr, exit(1)\"; // printf(");
  allowed("sim/command/run.c", "void f(const struct options *o);");
}

/* Folders and patterns such as sim/ and sim/x.[ch] are no names of files. */
#define NAMED(page)                                                      \
  "grep -ohE "                                                           \
  "'`(sim|tracegen|rtl|programs|tests|[.]ci)/[a-z0-9_/.-]*[a-z]`' " page \
  " | tr -d '`' | sort -u >$TMP/named; wc -l <$TMP/named; "              \
  "while read -r f; do test -f $f || echo $f; done <$TMP/named"

static void every_file_that_the_architecture_names_is_there(void **state)
{
  (void)state;
  shell(&s, NAMED("docs/explanation/architecture.md"));
  assert_true(atoi(s.out) > 30);
  if (strchr(s.out, '\n')[1] != '\0')
    fail_msg("named, and not there: %s", s.out);
  shell(&s, "echo 'see `sim/valves.c` and `sim/ssem.c`' >$TMP/page.md");
  shell(&s, NAMED("$TMP/page.md"));
  assert_string_equal(s.out, "2\nsim/valves.c\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(no_include_climbs),
    cmocka_unit_test(an_include_that_climbs_is_named),
    cmocka_unit_test(a_trace_knows_levels_and_no_more),
    cmocka_unit_test(the_command_is_included_by_its_own_pages_only),
    cmocka_unit_test(what_points_down_may_be_included),
    cmocka_unit_test(a_library_page_takes_no_options_and_prints_nothing),
    cmocka_unit_test(every_file_that_the_architecture_names_is_there),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
