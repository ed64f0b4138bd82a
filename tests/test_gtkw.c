// SPDX-License-Identifier: MIT
/*
 * test_gtkw.c - the view names what the trace has, and GTKWave shows it all.
 *
 * GTKWave drops a signal that the dump lacks without a word, so the test asks
 * it through Tcl which rows it loaded and holds them against the save file.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/test.h"
#include "support/tracing.h"
#include "tracegen/gtkw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct gtkw_options view = {
  .shown = 14400,
  .question = 10800,
  .digit_period = 100,
  .strings = true,
  .obeyed = 0x000ffffe,
  .changed = 0x0c000000,
  .marker = { 3600, 25200, GTKW_ABSENT, GTKW_ABSENT, GTKW_ABSENT },
};

/* Cut the next line off; NULL at the end. */
static char *next_line(char **at)
{
  char *const line = *at;
  char *const end = strchr(line, '\n');

  if (end == NULL)
    return NULL;
  *end = '\0';
  *at = end + 1;
  return line;
}

/* The next row's path in the save file, without its range; NULL at the end. */
static const char *next_row(char **at, char path[128])
{
  char *line;

  while ((line = next_line(at)) != NULL) {
    const char *const name = strstr(line, "ssem.");

    if (name == NULL || strchr("s+", line[0]) == NULL)
      continue;
    snprintf(path, 128, "%.*s", (int)strcspn(name, "["), name);
    return path;
  }
  return NULL;
}

/* A file name for each kind of trace; the view is always run.gtkw. */
static const struct kind {
  const char *name;
  enum trace_grain grain;
  bool strings;
} kinds[] = {
  { "run.vcd", GRAIN_DIGIT, true },    { "run.vcd", GRAIN_DIGIT, false },
  { "run.vcd", GRAIN_ORDER, true },    { "run.vcd", GRAIN_ORDER, false },
  { "run.vcd.gz", GRAIN_DIGIT, true }, { "run.vcd.gz", GRAIN_ORDER, true },
  { "run.fst", GRAIN_DIGIT, true },    { "run.fst", GRAIN_DIGIT, false },
  { "run.fst", GRAIN_ORDER, true },    { "run.fst", GRAIN_ORDER, false },
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* The view as it is, over whatever was there. */
static bool write_view(const char *name, const char *dumpfile,
                       const struct gtkw_options *options, char *text)
{
  struct output out;
  struct output *const all[] = { &out };

  return gtkw_write(&out, name, dumpfile, options, text) &&
         output_appear(all, 1, text);
}

static void make_kind(const struct kind *kind)
{
  struct gtkw_options options = view;
  struct run run;
  char text[TEXT_SENTENCE];

  run_first_program(&run, 35);
  run.bars = 20;
  run.options.strings = options.strings = kind->strings;
  run.options.grain = options.grain = kind->grain;
  if (!trace_run(&run, scratch(kind->name), text) ||
      !write_view(scratch("run.gtkw"), kind->name, &options, text))
    fail_msg("%s", text);
}

static void make_trace_and_view(bool strings, struct vcd *vcd)
{
  make_kind(&(const struct kind){ "run.vcd", GRAIN_DIGIT, strings });
  read_trace(scratch("run.vcd"), VCD_STRICT, NULL, vcd);
}

/* Every row is in the dump, and every signal of the dump has a row, but that
 * the beat may be shown by its name alone. */
static void check_rows(enum trace_grain grain, bool strings)
{
  static struct vcd vcd;
  bool shown[VCD_VARIABLES] = { false };
  char path[128];
  size_t size;
  char *bytes;
  char *at;

  make_kind(&(const struct kind){ "run.vcd", grain, strings });
  read_trace(scratch("run.vcd"), VCD_STRICT, NULL, &vcd);
  at = bytes = file_read(scratch("run.gtkw"), &size);
  while (next_row(&at, path) != NULL) {
    const unsigned i = vcd_find(&vcd, path);

    if (i == vcd.count)
      fail_msg("%s is not in the dump", path);
    shown[i] = true;
  }
  for (unsigned i = 0; i < vcd.count; i++)
    if (!shown[i] && i != vcd_find(&vcd, "ssem.timebase.beat"))
      fail_msg("%s has no row", vcd.variable[i].path);
  free(bytes);
}

static void the_view_names_what_the_trace_has(void **state)
{
  (void)state;
  check_rows(GRAIN_DIGIT, true);
  check_rows(GRAIN_ORDER, true);
}

static void without_strings_it_has_no_order_row(void **state)
{
  (void)state;
  check_rows(GRAIN_DIGIT, false);
  check_rows(GRAIN_ORDER, false);
}

static void it_holds_no_directory(void **state)
{
  static struct vcd vcd;
  size_t size;
  char *bytes;

  (void)state;
  make_trace_and_view(true, &vcd);
  bytes = file_read(scratch("run.gtkw"), &size);
  assert_null(strchr(bytes, '/'));
  assert_non_null(strstr(bytes, "[dumpfile] \"run.vcd\"\n"
                                "[savefile] \"run.gtkw\"\n"));
  free(bytes);
}

static void markers_that_are_absent_are_left_out(void **state)
{
  static struct vcd vcd;
  size_t size;
  char *bytes;

  (void)state;
  make_trace_and_view(true, &vcd);
  bytes = file_read(scratch("run.gtkw"), &size);
  assert_non_null(strstr(bytes, " 1080000 360000 2520000 -1 -1"));
  free(bytes);
}

/* GTKWave's zoom of a view of so many beats, in millionths of an octave. */
static long zoom_of(unsigned beats)
{
  struct gtkw_options options = view;
  char text[TEXT_SENTENCE];
  size_t size;
  char *bytes;
  long octaves, millionths;

  options.shown = 3600 * beats;
  if (!write_view(scratch("run.gtkw"), "run.vcd", &options, text))
    fail_msg("%s", text);
  bytes = file_read(scratch("run.gtkw"), &size);
  assert_non_null(bytes);
  assert_int_equal(
    sscanf(strstr(bytes, "\n*-"), "\n*-%ld.%ld", &octaves, &millionths), 2);
  free(bytes);
  return octaves * 1000000 + millionths;
}

static void what_is_to_be_shown_fills_the_window(void **state)
{
  const long bar = zoom_of(4);

  (void)state;
  assert_int_equal(zoom_of(2), bar - 1000000);
  assert_int_equal(zoom_of(1), bar - 2000000);
  assert_int_equal(zoom_of(8), bar + 1000000);
}

static void an_unwritable_view_is_told(void **state)
{
  char text[TEXT_SENTENCE] = "";

  (void)state;
  assert_false(write_view("/dev/full", "run.vcd", &view, text));
  assert_string_equal(text, "/dev/full: No space left on device");
}

/* Open one kind by its save file alone, from another directory; what GTKWave
 * shows must be what the save file asks for. */
static void check_gtkwave(const struct kind *kind)
{
  char command[1024];
  char path[128];
  size_t size;
  char *bytes, *at, *log, *said;

  make_kind(kind);
  snprintf(command, sizeof command,
           "timeout 60 xvfb-run -a -s '-screen 0 1600x900x24' "
           "gtkwave %s -S %s </dev/null >%s 2>&1",
           scratch("run.gtkw"), scratch("ask.tcl"), scratch("log"));
  assert_int_equal(system(command), 0);
  log = file_read(scratch("log"), &size);
  at = bytes = file_read(scratch("run.gtkw"), &size);
  said = strstr(log, "displayed: ");
  if (said == NULL)
    fail_msg("%s: GTKWave said: %s", kind->name, log);
  strtok(said, " \n");
  while (next_row(&at, path) != NULL) {
    const char *const shown = strtok(NULL, " \n");

    if (shown == NULL || strncmp(shown, path, strlen(path)) != 0)
      fail_msg("%s: %s: GTKWave shows %s", kind->name, path,
               shown ? shown : "no more rows");
  }
  free(bytes);
  free(log);
}

static void gtkwave_loads_every_row_of_every_view(void **state)
{
  char command[512];
  FILE *tcl;

  (void)state;
  need("gtkwave");
  need("xvfb-run");
  tcl = fopen(scratch("ask.tcl"), "w");
  assert_non_null(tcl);
  fputs("puts \"displayed: [gtkwave::getDisplayedSignals]\"\n"
        "gtkwave::/File/Grab_To_File $env(PICTURE)\n"
        "gtkwave::/File/Quit\n",
        tcl);
  fclose(tcl);
  setenv("PICTURE", scratch("run.png"), 1);
  for (unsigned i = 0; i < KINDS; i++) {
    unlink(scratch("run.png"));
    check_gtkwave(&kinds[i]);
    snprintf(command, sizeof command, "test -s %s", scratch("run.png"));
    assert_int_equal(system(command), 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_view_names_what_the_trace_has),
    cmocka_unit_test(without_strings_it_has_no_order_row),
    cmocka_unit_test(it_holds_no_directory),
    cmocka_unit_test(markers_that_are_absent_are_left_out),
    cmocka_unit_test(what_is_to_be_shown_fills_the_window),
    cmocka_unit_test(an_unwritable_view_is_told),
    cmocka_unit_test(gtkwave_loads_every_row_of_every_view),
  };

  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
