// SPDX-License-Identifier: MIT
/*
 * test_bench.c - the bench runs: a thousandth of its work, one round. How fast
 * anything is, no test says.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static struct said s;

static bool take(const char **at, const char *text)
{
  while (isspace((unsigned char)**at))
    (*at)++;
  if (strncmp(*at, text, strlen(text)) != 0)
    return false;
  *at += strlen(text);
  return true;
}

static bool take_string(const char **at)
{
  if (!take(at, "\""))
    return false;
  *at += strcspn(*at, "\"\\\n");
  return take(at, "\"");
}

/* A number that is finite and positive. */
static bool take_number(const char **at)
{
  char *end;
  const double n = strtod(*at, &end);

  if (end == *at || !(n > 0) || n > 1e300)
    return false;
  *at = end;
  return true;
}

static bool take_row(const char **at)
{
  return take(at, "{") && take(at, "\"name\":") && take_string(at) &&
         take(at, ",\"unit\":") && take_string(at) && take(at, ",\"ours\":") &&
         take_number(at) && take(at, ",\"other\":") && take_number(at) &&
         take(at, ",\"other_name\":") && take_string(at) &&
         take(at, ",\"ratio\":") && take_number(at) && take(at, ",\"min\":") &&
         take_number(at) && take(at, ",\"max\":") && take_number(at) &&
         take(at, ",\"aim\":") && take_string(at) && take(at, ",\"target\":") &&
         take_number(at) && take(at, "}");
}

/* The rows of a whole file, or 0 if it is not what bench.json has to be. */
static unsigned rows_in(const char *json)
{
  unsigned rows = 0;

  if (!take(&json, "{") || !take(&json, "\"rows\":["))
    return 0;
  do {
    if (!take_row(&json))
      return 0;
    rows++;
  } while (take(&json, ","));
  return take(&json, "]}\n") && *json == '\0' ? rows : 0;
}

static void every_row_is_measured_and_its_end_state_is_right(void **state)
{
  size_t size;
  char *json;

  (void)state;
  need("verilator");
  shell(&s, "$RUN \"$BUILD\"/bench/bench --tiny --rounds 1 --ssem \"$SSEM\" "
            "--json \"$TMP\"/bench.json");
  assert_string_equal(s.err, "");
  assert_null(strstr(s.out, "not measured"));
  assert_int_equal(s.status, 0);
  json = file_read("$TMP/bench.json", &size);
  assert_int_equal(rows_in(json), 15);
  free(json);
}

static void a_bad_option_is_refused(void **state)
{
  (void)state;
  shell(&s, "$RUN \"$BUILD\"/bench/bench --rounds 0");
  assert_int_equal(s.status, 2);
  assert_string_equal(s.err, "bench: --rounds: expected 1 to 101\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_row_is_measured_and_its_end_state_is_right),
    cmocka_unit_test(a_bad_option_is_refused),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
