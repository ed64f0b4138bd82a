// SPDX-License-Identifier: MIT
/*
 * test_corpus.c - every file of tests/fuzz/corpus through its harness.
 *
 * The files are made by hand or were found by make fuzz. A harness that meets
 * a broken rule aborts, and so does a sanitizer where one is built in.
 */
#include "support/file.h"
#include "support/fuzz_fst.h"
#include "support/fuzz_targets.h"
#include "support/need.h"
#include "support/test.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

static void replay(const char *files, void (*target)(const uint8_t *, size_t))
{
  glob_t found;

  assert_int_equal(glob(files, 0, NULL, &found), 0);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    size_t size;
    char *const bytes = file_read(found.gl_pathv[i], &size);

    /* cut short at every eighth, too */
    for (unsigned part = 1; part <= 8; part++) {
      const size_t cut = size * part / 8;
      uint8_t *const copy = malloc(cut + 1);

      assert_non_null(copy);
      for (size_t b = 0; b < cut; b++)
        copy[b] = (uint8_t)bytes[b];
      target(copy, cut);
      free(copy);
    }
    free(bytes);
  }
  print_message("%s: %zu files\n", files, found.gl_pathc);
  globfree(&found);
}

static void dumps_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/dump/*", fuzz_dump);
}

static void maps_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/map/*", fuzz_map);
}

static void programs_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/program/*", fuzz_program);
}

static void stimuli_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/stimulus/*", fuzz_stimulus);
}

static void states_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/state/*", fuzz_state);
}

static void triggers_of_any_kind_are_survived(void **state)
{
  (void)state;
  replay("tests/fuzz/corpus/trigger/*", fuzz_trigger);
}

static void fst_of_any_kind_comes_back(void **state)
{
  (void)state;
  need("fst2vcd");
  replay("tests/fuzz/corpus/fst/*", fuzz_fst);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(dumps_of_any_kind_are_survived),
    cmocka_unit_test(maps_of_any_kind_are_survived),
    cmocka_unit_test(programs_of_any_kind_are_survived),
    cmocka_unit_test(fst_of_any_kind_comes_back),
    cmocka_unit_test(stimuli_of_any_kind_are_survived),
    cmocka_unit_test(states_of_any_kind_are_survived),
    cmocka_unit_test(triggers_of_any_kind_are_survived),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
