// SPDX-License-Identifier: MIT
/*
 * test_output.c - an output appears whole or not at all, under any name that a
 * file can have, and leaves nothing else behind.
 */
#include "support/file.h"
#include "support/test.h"
#include "tracegen/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct output out;
static char text[TEXT_SENTENCE];

/* Alone in its directory. */
static void begin(const char *name)
{
  scratch_remove_files();
  if (!output_open(&out, scratch(name), text))
    fail_msg("%s", text);
}

static void write_file(const char *name, const char *what)
{
  FILE *const file = fopen(name, "w");

  assert_non_null(file);
  fputs(what, file);
  assert_int_equal(fclose(file), 0);
}

static void expect_file(const char *name, const char *what)
{
  size_t size;
  char *const bytes = file_read(name, &size);

  assert_string_equal(bytes, what);
  free(bytes);
}

static void finish(const char *what)
{
  output_write(&out, what, strlen(what));
  if (!output_close(&out, text))
    fail_msg("%s", text);
}

static void a_name_as_long_as_any_works(void **state)
{
  char name[256], other[256];

  (void)state;
  memset(name, 'n', sizeof name);
  name[255] = '\0';
  strcpy(other, name);
  other[254] = 'o';
  begin(name);
  assert_true(strlen(strrchr(out.temporary, '/') + 1) <= 255);
  finish("long");
  expect_file(scratch(name), "long");
  assert_int_equal(scratch_files(), 1);
  begin(name);
  finish("one");
  assert_true(output_open(&out, scratch(other), text));
  finish("other");
  expect_file(scratch(name), "one");
  expect_file(scratch(other), "other");
}

static void a_longer_one_is_told(void **state)
{
  char name[257];

  (void)state;
  memset(name, 'n', sizeof name);
  name[256] = '\0';
  assert_false(output_open(&out, scratch(name), text));
  assert_non_null(strstr(text, ": File name too long"));
}

static void a_link_is_followed_to_a_file_and_to_none(void **state)
{
  char to[300];

  (void)state;
  scratch_remove_files();
  snprintf(to, sizeof to, "%s", scratch("second"));
  assert_int_equal(symlink("second", scratch("first")), 0);
  assert_int_equal(symlink("file", to), 0);
  for (unsigned i = 0; i < 2; i++) {
    assert_true(output_open(&out, scratch("first"), text));
    finish(i == 0 ? "made" : "replaced");
    expect_file(scratch("file"), i == 0 ? "made" : "replaced");
  }
  assert_int_equal(scratch_files(), 3);
}

static void a_circle_of_links_is_told(void **state)
{
  (void)state;
  scratch_remove_files();
  assert_int_equal(symlink("b", scratch("a")), 0);
  assert_int_equal(symlink("a", scratch("b")), 0);
  assert_false(output_open(&out, scratch("a"), text));
  assert_non_null(strstr(text, "symbolic links"));
}

/* A process that is no more. */
static long dead(void)
{
  const pid_t child = fork();

  if (child == 0)
    _exit(0);
  assert_int_equal(waitpid(child, NULL, 0), child);
  return child;
}

static void what_a_killed_run_left_is_swept(void **state)
{
  static const char *const others[] = { "run.vcd.1-0.part", "run.vcd.x-0.part",
                                        "run.vcd.part", "run.vcd.7" };
  char name[64];

  (void)state;
  scratch_remove_files();
  for (unsigned i = 0; i < 4; i++)
    write_file(scratch(others[i]), "");
  snprintf(name, sizeof name, "run.fst.%ld-0.part", dead());
  write_file(scratch(name), "");
  for (unsigned i = 0; i < 3; i++) {
    snprintf(name, sizeof name, "run.vcd.%ld-%u.part", dead(), i);
    write_file(scratch(name), "left");
  }
  assert_int_equal(scratch_files(), 8);
  assert_true(output_open(&out, scratch("run.vcd"), text));
  finish("new");
  assert_int_equal(scratch_files(), 6);
}

static void what_is_being_written_is_not_swept(void **state)
{
  struct output other;

  (void)state;
  begin("run.vcd");
  assert_true(output_open(&other, scratch("run.vcd"), text));
  finish("first");
  output_write(&other, "second", 6);
  assert_true(output_close(&other, text));
  expect_file(scratch("run.vcd"), "second");
  assert_int_equal(scratch_files(), 1);
}

/* Begin two outputs, and see to it that the second cannot be renamed. */
static void begin_two(struct output two[2])
{
  struct output *const all[] = { &two[0], &two[1] };

  assert_true(output_open(&two[0], scratch("one"), text));
  assert_true(output_open(&two[1], scratch("two"), text));
  for (unsigned i = 0; i < 2; i++) {
    output_write(&two[i], "new", 3);
    assert_true(output_finish(&two[i], text));
  }
  assert_int_equal(mkdir(scratch("two"), 0777), 0);
  assert_false(output_appear(all, 2, text));
  assert_non_null(strstr(text, "two: Is a directory"));
  rmdir(scratch("two"));
}

static void two_files_appear_together_or_not_at_all(void **state)
{
  struct output two[2];
  struct output *const all[] = { &two[0], &two[1] };

  (void)state;
  scratch_remove_files();
  begin_two(two);
  assert_int_equal(scratch_files(), 0);
  write_file(scratch("one"), "old");
  begin_two(two);
  expect_file(scratch("one"), "old");
  assert_int_equal(scratch_files(), 1);
  for (unsigned i = 0; i < 2; i++) {
    assert_true(output_open(&two[i], scratch(i == 0 ? "one" : "two"), text));
    output_write(&two[i], "new", 3);
    assert_true(output_finish(&two[i], text));
    expect_file(scratch("one"), "old");
  }
  assert_true(output_appear(all, 2, text));
  expect_file(scratch("one"), "new");
  expect_file(scratch("two"), "new");
  assert_int_equal(scratch_files(), 2);
}

static void names_of_one_file_are_known(void **state)
{
  (void)state;
  scratch_remove_files();
  write_file(scratch("a"), "");
  write_file(scratch("b"), "");
  assert_int_equal(symlink("a", scratch("c")), 0);
  assert_true(output_same_file(scratch("a"), scratch("c")));
  assert_false(output_same_file(scratch("a"), scratch("b")));
  assert_false(output_same_file(scratch("a"), scratch("none")));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_name_as_long_as_any_works),
    cmocka_unit_test(a_longer_one_is_told),
    cmocka_unit_test(a_link_is_followed_to_a_file_and_to_none),
    cmocka_unit_test(a_circle_of_links_is_told),
    cmocka_unit_test(what_a_killed_run_left_is_swept),
    cmocka_unit_test(what_is_being_written_is_not_swept),
    cmocka_unit_test(two_files_appear_together_or_not_at_all),
    cmocka_unit_test(names_of_one_file_are_known),
  };

  return cmocka_run_group_tests(tests, NULL, scratch_end);
}
