// SPDX-License-Identifier: MIT
/*
 * test_fst.c - an FST file says what was told: any rising times, words, reals
 * and texts, read back by GTKWave's own fst2vcd; and it says so before it is
 * closed, up to its last block.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/random.h"
#include "support/test.h"
#include "tracegen/fst_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct fst_about about = { .date = "1948-06-21",
                                        .version = "a test",
                                        .comment = "of the format",
                                        .timescale = -7 };

/* A file being written, and the changes it should hold as fst2vcd writes
 * them. */
struct writing {
  struct output out;
  struct fst_file file;
  struct fst_bytes said;
};

static void begin(struct writing *w, const char *name)
{
  char text[TEXT_SENTENCE];

  memset(w, 0, sizeof *w);
  if (!output_open(&w->out, scratch(name), text) ||
      !fst_file_open(&w->file, &w->out, &about, text))
    fail_msg("%s", text);
  fst_file_scope(&w->file, "top");
}

static void ready(struct writing *w)
{
  fst_file_upscope(&w->file);
  fst_file_ready(&w->file);
}

static void finish(struct writing *w, uint64_t time)
{
  char text[TEXT_SENTENCE];

  fst_file_close(&w->file, time);
  if (!output_close(&w->out, text))
    fail_msg("%s", text);
}

static void say(struct writing *w, const char *format, ...)
{
  char line[256];
  va_list args;

  va_start(args, format);
  vsnprintf(line, sizeof line, format, args);
  va_end(args);
  fst_put(&w->said, line, strlen(line));
}

/* What fst2vcd makes of a file; the caller frees it. */
static char *told(const char *name)
{
  char command[1024];
  size_t size;

  snprintf(command, sizeof command,
           "timeout 60 fst2vcd -e -f %s -o %s >/dev/null 2>&1", name,
           scratch("told.vcd"));
  assert_int_equal(system(command), 0);
  return file_read(scratch("told.vcd"), &size);
}

/* Everything from the first time on must be what was said. */
static void expect_said(struct writing *w, const char *name)
{
  char *const vcd = told(scratch(name));
  char *const first = strstr(vcd, "\n#");

  fst_put_text(&w->said, "");
  assert_non_null(first);
  assert_string_equal(first + 1, (char *)w->said.at);
  free(vcd);
  fst_bytes_free(&w->said);
}

static void the_header_and_the_hierarchy_are_what_was_told(void **state)
{
  static const char *const names[] = { "STAY", "MOVE" };
  struct writing w;
  char *vcd;

  (void)state;
  need("fst2vcd");
  begin(&w, "head.fst");
  fst_file_names(&w.file, "motion", 2, 1, names);
  fst_file_variable(&w.file, FST_KIND_WIRE, 1, "m");
  fst_file_scope(&w.file, "inner");
  fst_file_variable(&w.file, FST_KIND_REG, 12, "r [11:0]");
  fst_file_upscope(&w.file);
  fst_file_variable(&w.file, FST_KIND_REAL, FST_REAL, "volts");
  ready(&w);
  fst_file_times(&w.file, 5, 0, 1);
  finish(&w, 6);
  vcd = told(scratch("head.fst"));
  assert_string_equal(vcd, "$date\n\t1948-06-21\n$end\n"
                           "$version\n\ta test\n$end\n"
                           "$timescale\n\t100ns\n$end\n"
                           "$comment\n\tof the format\n$end\n"
                           "$scope module top $end\n"
                           "$attrbegin misc 07 motion 2 STAY MOVE 0 1 1 $end\n"
                           "$attrbegin misc 07 \"\" 1 $end\n"
                           "$var wire 1 ! m $end\n"
                           "$scope module inner $end\n"
                           "$var reg 12 \" r [11:0] $end\n"
                           "$upscope $end\n"
                           "$var real 64 # volts $end\n"
                           "$upscope $end\n"
                           "$enddefinitions $end\n"
                           "#5\n$dumpvars\n$end\n#6\n");
  free(vcd);
}

static void any_rising_times_are_taken(void **state)
{
  static const uint64_t time[] = { 0,
                                   1,
                                   127,
                                   128,
                                   1000000007,
                                   (uint64_t)1 << 40,
                                   ((uint64_t)1 << 63) + 12345,
                                   UINT64_MAX - 1 };
  struct writing w;

  (void)state;
  need("fst2vcd");
  begin(&w, "times.fst");
  fst_file_variable(&w.file, FST_KIND_REG, 1, "a");
  ready(&w);
  for (unsigned i = 0; i < sizeof time / sizeof time[0]; i++) {
    assert_true(fst_file_times(&w.file, time[i], 0, 1));
    fst_block_wave(&w.file.block, 0, 1, i & 1);
    say(&w, "#%" PRIu64 "\n%s%u!\n%s", time[i], i == 0 ? "$dumpvars\n" : "",
        i & 1, i == 0 ? "$end\n" : "");
  }
  finish(&w, UINT64_MAX);
  say(&w, "#%" PRIu64 "\n", UINT64_MAX);
  expect_said(&w, "times.fst");
}

static void times_that_do_not_rise_are_refused(void **state)
{
  struct writing w;

  (void)state;
  begin(&w, "falling.fst");
  ready(&w);
  assert_true(fst_file_times(&w.file, 100, 10, 0x8001));
  assert_false(fst_file_times(&w.file, 250, 0, 1));
  assert_false(fst_file_times(&w.file, 100, 10, 1 << 15));
  assert_false(fst_file_times(&w.file, 300, 0, 3));
  assert_false(fst_file_times(&w.file, UINT64_MAX - 5, 6, 3));
  assert_true(fst_file_times(&w.file, 100, 10, 1 << 16));
  assert_int_equal(w.file.block.end, 260);
  fst_file_discard(&w.file);
  output_discard(&w.out);
}

/* As the level of charges will: reals, two times a digit period. */
static void reals_come_back_to_their_last_digit(void **state)
{
  struct writing w;

  (void)state;
  need("fst2vcd");
  begin(&w, "reals.fst");
  fst_file_variable(&w.file, FST_KIND_REAL, FST_REAL, "u");
  fst_file_variable(&w.file, FST_KIND_REAL, FST_REAL, "v");
  ready(&w);
  for (unsigned i = 0; i < 20000; i++) {
    const uint64_t time = 85 * (uint64_t)(i / 2) + 40 * (i & 1);
    const double value =
      i % 7 == 0 ? -1e-300 * (i + 1) : (double)(int32_t)random_word() / 65537;

    assert_true(fst_file_times(&w.file, time, 0, 1));
    fst_block_real(&w.file.block, i & 1, 0, value);
    say(&w, "#%" PRIu64 "\n%sr%.16g %c\n%s", time, i == 0 ? "$dumpvars\n" : "",
        value, "!\""[i & 1], i == 0 ? "$end\n" : "");
  }
  finish(&w, 85 * 10000);
  say(&w, "#850000\n");
  expect_said(&w, "reals.fst");
}

static void texts_of_any_bytes_come_back(void **state)
{
  struct writing w;

  (void)state;
  need("fst2vcd");
  begin(&w, "texts.fst");
  fst_file_variable(&w.file, FST_KIND_STRING, FST_TEXT, "t");
  ready(&w);
  fst_file_times(&w.file, 1, 1, 7);
  fst_block_text(&w.file.block, 0, 0, "LDN 24");
  fst_block_text(&w.file.block, 0, 1, "");
  fst_block_text(&w.file.block, 0, 2, "\"a\\b\"\t\xff");
  finish(&w, 9);
  say(&w, "#1\n$dumpvars\nsLDN\\04024 !\n$end\n#2\ns !\n"
          "#3\ns\\\"a\\\\b\\\"\\t\\377 !\n#9\n");
  expect_said(&w, "texts.fst");
}

/* One word to a time, of every width, over many blocks. */
static void words_of_every_width_come_back(void **state)
{
  uint32_t value[FST_GROUP];
  struct writing w;

  (void)state;
  need("fst2vcd");
  begin(&w, "words.fst");
  for (unsigned digits = 2; digits <= 32; digits++)
    fst_file_variable(&w.file, FST_KIND_REG, digits, "w");
  ready(&w);
  for (unsigned i = 0; i < 30000; i++) {
    const unsigned v = random_word() % 31;

    value[0] = (uint32_t)(random_word() & (((uint64_t)1 << (v + 2)) - 1));
    assert_true(fst_file_times(&w.file, 3 * (uint64_t)i, 0, 1));
    fst_block_words(&w.file.block, v, 1, value);
    say(&w, "#%u\n%sb", 3 * i, i == 0 ? "$dumpvars\n" : "");
    for (unsigned d = v + 2; d-- > 0;)
      say(&w, "%u", value[0] >> d & 1);
    say(&w, " %c\n%s", '!' + (int)v, i == 0 ? "$end\n" : "");
  }
  assert_true(w.file.blocks >= 2);
  finish(&w, 90000);
  say(&w, "#90000\n");
  expect_said(&w, "words.fst");
}

static void copy(const char *from, const char *to)
{
  size_t size;
  char *const bytes = file_read(from, &size);
  FILE *const file = fopen(to, "wb");

  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  free(bytes);
}

/* Nothing has been closed: whatever ends the process leaves this much. */
static void a_file_cut_off_is_good_up_to_its_last_block(void **state)
{
  struct writing w;

  (void)state;
  need("fst2vcd");
  begin(&w, "whole.fst");
  fst_file_variable(&w.file, FST_KIND_REG, 1, "a");
  ready(&w);
  for (unsigned i = 0;; i++) {
    assert_true(fst_file_times(&w.file, 10 * (uint64_t)i, 0, 1));
    if (w.file.blocks == 2)
      break;
    fst_block_wave(&w.file.block, 0, 1, i & 1);
    say(&w, "#%u\n%s%u!\n%s", 10 * i, i == 0 ? "$dumpvars\n" : "", i & 1,
        i == 0 ? "$end\n" : "");
  }
  copy(w.out.temporary, scratch("cut.fst"));
  expect_said(&w, "cut.fst");
  fst_file_discard(&w.file);
  output_discard(&w.out);
}

/* Put a pipe, which takes bytes in their order only, in the place of the file,
 * and its other end into *from. */
static void write_to_pipe(struct writing *w, int *from)
{
  int ends[2];

  assert_int_equal(pipe(ends), 0);
  close(w->out.fd);
  w->out.fd = ends[1];
  *from = ends[0];
}

/* A run that is killed right after its first write leaves a file that opens:
 * what is written next, into the middle of it, is not needed. */
static void the_first_write_alone_is_a_file(void **state)
{
  static char bytes[65536];
  struct writing w;
  FILE *cut;
  int from;

  (void)state;
  need("fst2vcd");
  begin(&w, "first.fst");
  fst_file_variable(&w.file, FST_KIND_REG, 1, "a");
  ready(&w);
  write_to_pipe(&w, &from);
  for (unsigned i = 0; i < 2; i++) {
    assert_true(fst_file_times(&w.file, 10 * (uint64_t)i, 0, 1));
    fst_block_wave(&w.file.block, 0, 1, 1);
  }
  assert_int_equal(w.out.error, ESPIPE);
  cut = fopen(scratch("cut.fst"), "wb");
  assert_non_null(cut);
  fwrite(bytes, 1, (size_t)read(from, bytes, sizeof bytes), cut);
  assert_int_equal(fclose(cut), 0);
  close(from);
  say(&w, "#0\n$dumpvars\n1!\n");
  expect_said(&w, "cut.fst");
  fst_file_discard(&w.file);
  output_discard(&w.out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_header_and_the_hierarchy_are_what_was_told),
    cmocka_unit_test(any_rising_times_are_taken),
    cmocka_unit_test(times_that_do_not_rise_are_refused),
    cmocka_unit_test(reals_come_back_to_their_last_digit),
    cmocka_unit_test(texts_of_any_bytes_come_back),
    cmocka_unit_test(words_of_every_width_come_back),
    cmocka_unit_test(a_file_cut_off_is_good_up_to_its_last_block),
    cmocka_unit_test(the_first_write_alone_is_a_file),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
