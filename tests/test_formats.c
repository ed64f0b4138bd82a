// SPDX-License-Identifier: MIT
/*
 * test_formats.c - what the formats and the grains of a trace have in common.
 *
 * Grains are compared at boundaries: at p = 0 of A1 of each bar all that the
 * coarse trace holds has the value that the fine one has.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"
#include "support/tracing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Adds up, boundary by boundary, the text of what both grains hold. */
struct boundaries {
  struct vcd_listener listener;
  uint64_t next;
  unsigned found;
  char text[64][1024];
};

static void snapshot(struct boundaries *b, const struct vcd *vcd)
{
  static const char *const names[] = { "timebase.order", "timebase.stop",
                                       "timebase.active", "control.CI",
                                       "accumulator.A" };
  char *const text = b->text[b->found++];
  int n = 0;

  assert_true(b->found < 64);
  for (unsigned i = 0; i < 5 + SSEM_LINES; i++) {
    char path[64];
    unsigned v;

    if (i < 5)
      snprintf(path, sizeof path, "ssem.%s", names[i]);
    else
      snprintf(path, sizeof path, "ssem.store.S%02u", i - 5);
    v = vcd_find(vcd, path);
    assert_true(v < vcd->count);
    n += snprintf(text + n, 1024 - (size_t)n, "%s ", vcd->variable[v].value);
    assert_true(n < 1024);
  }
  b->next += 14400;
}

static void hear(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                 unsigned variable, const char *value)
{
  struct boundaries *const b = (struct boundaries *)l;

  (void)variable, (void)value;
  while (time > b->next)
    snapshot(b, vcd);
}

static void boundaries_of(const struct run *run, struct boundaries *b)
{
  static struct vcd vcd;
  char text[TEXT_SENTENCE];

  memset(b, 0, sizeof *b);
  b->listener.change = hear;
  b->next = 3600;
  if (!trace_run(run, scratch("grain.vcd"), text))
    fail_msg("%s", text);
  read_trace(scratch("grain.vcd"), VCD_STRICT, &b->listener, &vcd);
  while (b->next < vcd.end)
    snapshot(b, &vcd);
}

static void grains_agree_at_boundaries(void **state)
{
  static struct boundaries fine, coarse;
  struct run run;

  (void)state;
  run_first_program(&run, 3);
  run.bars = 60;
  boundaries_of(&run, &fine);
  run.options.grain = GRAIN_ORDER;
  boundaries_of(&run, &coarse);
  assert_int_equal(fine.found, 60);
  assert_int_equal(coarse.found, 60);
  for (unsigned i = 0; i < fine.found; i++)
    assert_string_equal(coarse.text[i], fine.text[i]);
  assert_non_null(strstr(coarse.text[59], "sstopped 1 0 "));
}

static void squeezed_or_not_it_is_the_same_text(void **state)
{
  static struct said said;

  (void)state;
  need("gzip");
  shell(&said,
        "export SOURCE_DATE_EPOCH=0; mkdir $TMP/z; "
        "for s in vcd vcd.gz; do "
        "$SSEM trace programs/first-35.asm --no-view -o $TMP/z/a.$s; done; "
        "gzip -dc $TMP/z/a.vcd.gz | cmp - $TMP/z/a.vcd && "
        "gzip -t $TMP/z/a.vcd.gz && ls $TMP/z");
  assert_string_equal(said.err, "");
  assert_string_equal(said.out, "a.vcd\na.vcd.gz\n");
}

static void every_level_gives_the_same_orders(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "P=programs/first-35.asm; for l in isa serial; do "
               "SOURCE_DATE_EPOCH=0 $SSEM trace $P --grain order --level $l "
               "--from 5 --orders 90 -o - | grep -v version >$TMP/$l; done; "
               "cmp $TMP/isa $TMP/serial && grep -c '^#' $TMP/isa");
  assert_string_equal(said.err, "ssem: orders 1 to 4 by isa\n"
                                "ssem: orders 1 to 4 by isa\n");
  assert_string_equal(said.out, "92\n");
}

/* Boundaries before each of 2,097,154 orders, and after the last. */
static void the_whole_run_of_1948_is_small(void **state)
{
  static struct said said;
  struct stat made;

  (void)state;
  shell(&said, "$SSEM trace programs/first-2-18.asm --level isa "
               "--grain order -o $TMP/whole.fst && wc -c <$TMP/whole.fst");
  assert_int_equal(said.status, 0);
  made.st_size = strtol(said.out, NULL, 10);
  assert_in_range(made.st_size, 1000000, 15000000);
}

static void fst_through_a_pipe_is_refused(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "mkfifo $TMP/p.fst; exec 3<>$TMP/p.fst; "
               "$SSEM trace programs/first-35.asm -o $TMP/p.fst");
  assert_int_equal(said.status, 4);
  assert_non_null(
    strstr(said.err, "found a pipe or a device, expected a file"));
}

static void an_fst_that_cannot_be_whole_does_not_appear(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "ulimit -f 8; trap '' XFSZ; "
               "$SSEM trace programs/first-35.asm -o $TMP/cut.fst; "
               "s=$?; ls $TMP | grep cut; exit $s");
  assert_int_equal(said.status, 4);
  assert_string_equal(said.out, "");
}

static void a_view_without_a_screen_says_what_to_do(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "PATH=/nowhere $SSEM view programs/first-35.asm");
  assert_int_equal(said.status, 4);
  assert_non_null(strstr(said.err, "gtkwave is missing: install it"));
  shell(&said, "mkdir $TMP/bin; printf '#!/bin/sh\\necho opened \"$@\"\\n' "
               ">$TMP/bin/gtkwave; chmod +x $TMP/bin/gtkwave; "
               "PATH=$TMP/bin:$PATH DISPLAY= WAYLAND_DISPLAY= "
               "$SSEM view programs/first-35.asm");
  assert_int_equal(said.status, 4);
  assert_non_null(strstr(said.err, "no DISPLAY"));
}

static void view_opens_what_it_traced(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "mkdir -p $TMP/bin; printf '#!/bin/sh\\nls \"$@\"\\n' "
               ">$TMP/bin/gtkwave; chmod +x $TMP/bin/gtkwave; "
               "PATH=$TMP/bin:$PATH DISPLAY=:7 $SSEM view "
               "programs/first-35.asm --orders 3 -o $TMP/v.vcd | wc -l");
  assert_int_equal(said.status, 0);
  assert_string_equal(said.out, "2\n");
}

static void a_display_that_cannot_be_reached_is_told(void **state)
{
  static struct said said;

  (void)state;
  need("gtkwave");
  shell(&said, "mkdir $TMP/t; TMPDIR=$TMP/t DISPLAY=:60077 WAYLAND_DISPLAY= "
               "$SSEM view programs/first-35.asm --orders 2");
  assert_int_equal(said.status, 4);
  assert_non_null(strstr(said.err, "gtkwave cannot reach the display"));
  assert_null(strstr(said.out, "Usage"));
}

static void what_view_made_goes_with_gtkwave(void **state)
{
  static struct said said;

  (void)state;
  shell(&said, "mkdir -p $TMP/bin $TMP/u; printf '#!/bin/sh\nls $1 | wc -l; "
               "kill -INT $PPID; sleep 5\n' >$TMP/bin/gtkwave; chmod +x "
               "$TMP/bin/gtkwave; TMPDIR=$TMP/u PATH=$TMP/bin:$PATH DISPLAY=:7 "
               "$SSEM view programs/first-35.asm --orders 3; echo $?; "
               "ls $TMP/u | wc -l");
  assert_string_equal(said.out, "1\n130\n0\n");
}

static int end(void **state)
{
  return scratch_end(state) | shell_end(state);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(grains_agree_at_boundaries),
    cmocka_unit_test(squeezed_or_not_it_is_the_same_text),
    cmocka_unit_test(every_level_gives_the_same_orders),
    cmocka_unit_test(the_whole_run_of_1948_is_small),
    cmocka_unit_test(fst_through_a_pipe_is_refused),
    cmocka_unit_test(an_fst_that_cannot_be_whole_does_not_appear),
    cmocka_unit_test(a_view_without_a_screen_says_what_to_do),
    cmocka_unit_test(view_opens_what_it_traced),
    cmocka_unit_test(a_display_that_cannot_be_reached_is_told),
    cmocka_unit_test(what_view_made_goes_with_gtkwave),
  };

  return cmocka_run_group_tests(tests, shell_begin, end);
}
