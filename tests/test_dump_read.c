// SPDX-License-Identifier: MIT
/*
 * test_dump_read.c - dumps of any size: what N variables cost, and single items
 * too wide, too deep or too long, which are passed over unless somebody asks.
 */
#include "sim/waveform/dump.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char text[TEXT_SENTENCE];

/* A dump that is written in memory. */
static struct {
  char *bytes;
  size_t size;
  FILE *file;
} made;

static FILE *make(void)
{
  made.file = open_memstream(&made.bytes, &made.size);
  assert_non_null(made.file);
  return made.file;
}

static struct dump *read_made(void)
{
  struct dump *r;

  fclose(made.file);
  r = dump_open(dump_source_memory(made.bytes, made.size), "d", text);
  if (r == NULL)
    fail_msg("%s", text);
  return r;
}

static void done(struct dump *r)
{
  dump_close(r);
  free(made.bytes);
}

/* So many times a piece of text. */
static void repeat(const char *piece, unsigned times)
{
  while (times-- > 0)
    fputs(piece, made.file);
}

/* Watch top.k; it must become 1 at time 5, whatever else is in the dump. */
static void k_is_read(struct dump *r)
{
  uint64_t unknown;
  unsigned k;

  assert_true(dump_find(r, "top.k", &k));
  assert_true(dump_watch(r, k));
  while (dump_time(r) < 5)
    if (dump_step(r) != DUMP_TIME)
      fail_msg("%s", dump_text(r));
  assert_int_equal(dump_digits(r, k, DUMP_BEFORE, 0, 1, &unknown), 0);
  assert_int_equal(dump_digits(r, k, DUMP_NOW, 0, 1, &unknown), 1);
  assert_int_equal(unknown, 0);
}

#define K "$var wire 1 ! k $end "
#define CHANGES "$enddefinitions $end\n#0 0!\n%s\n#5 1!\n#6\n"

/* Seconds of the processor that a dump of so many variables takes, each of
 * which changes once. */
static double cost(unsigned variables)
{
  FILE *const f = make();
  struct dump *r;
  clock_t began;

  fputs("$scope module top $end " K, f);
  for (unsigned i = 0; i < variables; i++)
    fprintf(f, "$var wire 8 n%x bus_%u [7:0] $end\n", i, i);
  fputs("$upscope $end $enddefinitions $end\n#0 0!\n", f);
  for (unsigned i = 0; i < variables; i++)
    fprintf(f, "b101 n%x\n", i);
  fputs("#5 1!\n#6\n", f);
  began = clock();
  r = read_made();
  assert_int_equal(dump_count(r), variables + 1);
  k_is_read(r);
  done(r);
  return (double)(clock() - began) / CLOCKS_PER_SEC;
}

/* Eight times as many cost eight times as much; with a table of a fixed size,
 * fifty times. */
static void a_dump_of_N_variables_costs_N(void **state)
{
  double ratio = 99;

  (void)state;
  for (unsigned turn = 0; turn < 3 && ratio > 20; turn++)
    ratio = cost(800000) / cost(100000);
  if (ratio > 20)
    fail_msg("eight times the variables cost %.0f times as much", ratio);
}

static void codes_that_are_like_one_another_are_told_apart(void **state)
{
  FILE *const f = make();
  struct dump *r;

  (void)state;
  fputs("$scope module top $end ", f);
  for (unsigned i = 0; i < 9000; i++)
    fprintf(f, "$var wire 16 %x v%u $end\n", i, i);
  fputs("$upscope $end $enddefinitions $end\n#1\n", f);
  for (unsigned i = 0; i < 9000; i++) {
    fputc('b', f);
    for (unsigned d = 16; d-- > 0;)
      fputc('0' + (int)(i >> d & 1), f);
    fprintf(f, " %x\n", i);
  }
  r = read_made();
  for (unsigned i = 0; i < 9000; i++)
    assert_true(dump_watch(r, i));
  assert_int_equal(dump_step(r), DUMP_TIME);
  for (unsigned i = 0; i < 9000; i++) {
    uint64_t unknown;

    assert_int_equal(dump_digits(r, i, DUMP_NOW, 0, 16, &unknown), i);
  }
  done(r);
}

static void scopes_too_deep_are_passed_over(void **state)
{
  FILE *const f = make();
  struct dump *r;
  unsigned i;

  (void)state;
  repeat("$scope module s $end ", 5000);
  fputs("$var wire 1 ! deep $end ", f);
  repeat("$upscope $end ", 5000);
  fputs("$scope module top $end " K "$upscope $end ", f);
  fprintf(f, CHANGES, "");
  r = read_made();
  assert_int_equal(dump_count(r), 1);
  assert_false(dump_find(r, "deep", &i));
  k_is_read(r);
  done(r);
}

static void names_too_long_are_passed_over(void **state)
{
  FILE *const f = make();
  struct dump *r;

  (void)state;
  fputs("$scope module ", f);
  repeat("long", 30000);
  fputs(" $end $var wire 1 a a $end $upscope $end $scope module top $end "
        "$var wire 1 b ",
        f);
  repeat("name", 300);
  fputs(" $end " K "$upscope $end ", f);
  fprintf(f, CHANGES, "1a 1b");
  r = read_made();
  assert_int_equal(dump_count(r), 1);
  k_is_read(r);
  done(r);
}

/* Codes that are equal as far as they are kept are no one value. */
static void codes_too_long_are_passed_over(void **state)
{
  FILE *const f = make();
  struct dump *r;

  (void)state;
  fputs("$scope module top $end " K "$var wire 1 ", f);
  repeat("code", 20000);
  fputs("1 x $end $var wire 1 ", f);
  repeat("code", 20000);
  fputs("2 y $end $upscope $end $enddefinitions $end #0 0! 1", f);
  repeat("code", 20000);
  fputs("1 b0 ", f);
  repeat("code", 20000);
  fputs("2 #5 1! #6", f);
  r = read_made();
  assert_int_equal(dump_count(r), 1);
  k_is_read(r);
  done(r);
}

static void vectors_too_wide_are_passed_over(void **state)
{
  FILE *const f = make();
  struct dump *r;
  unsigned i;

  (void)state;
  fputs("$scope module top $end $var wire 99999999999999999999 w wide $end "
        "$var reg 65537 u wider $end " K
        "$upscope $end $enddefinitions $end #0 0! b",
        f);
  repeat("10", 50000);
  fputs(" w b1 u #5 1! #6", f);
  r = read_made();
  assert_true(dump_find(r, "top.wide", &i));
  assert_int_equal(dump_variable(r, i)->digits, 0);
  assert_true(dump_find(r, "top.wider", &i));
  assert_int_equal(dump_variable(r, i)->digits, 0);
  k_is_read(r);
  done(r);
}

/* But not the value of a vector that somebody asked for. */
static void a_value_too_wide_for_its_vector_is_an_error(void **state)
{
  FILE *const f = make();
  struct dump *r;

  (void)state;
  fputs("$var wire 8 ! k $end $enddefinitions $end #0 b", f);
  repeat("10", 50000);
  fputs(" ! #5", f);
  r = read_made();
  assert_true(dump_watch(r, 0));
  assert_int_equal(dump_step(r), DUMP_BROKEN);
  assert_string_equal(dump_text(r), "d:1:100048: found a value of more than "
                                    "65536 digits, expected 8 at most");
  done(r);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_dump_of_N_variables_costs_N),
    cmocka_unit_test(codes_that_are_like_one_another_are_told_apart),
    cmocka_unit_test(scopes_too_deep_are_passed_over),
    cmocka_unit_test(names_too_long_are_passed_over),
    cmocka_unit_test(codes_too_long_are_passed_over),
    cmocka_unit_test(vectors_too_wide_are_passed_over),
    cmocka_unit_test(a_value_too_wide_for_its_vector_is_an_error),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
