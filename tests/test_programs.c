// SPDX-License-Identifier: MIT
/*
 * test_programs.c - every program in programs/ is run, by T-next and digit by
 * digit, and held to the end that its own comments promise:
 *
 *   ; expect: orders 504          the STP included
 *   ; expect: CI 13               CI and A as signed decimals
 *   ; expect: A 0
 *   ; expect: line 27 = 7
 *
 * The two levels are compared in all 34 words at every boundary, from the
 * first to the one after STP.
 */
#include "sim/interp.h"
#include "sim/level/levels.h"
#include "sim/program/program.h"
#include "support/test.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PROGRAMS = 64, MOST_ORDERS = 10000000 };

static char names[MOST_PROGRAMS][300];
static unsigned count;

static int by_name(const void *a, const void *b)
{
  return strcmp(a, b);
}

static int find_programs(void **state)
{
  DIR *const folder = opendir("programs");
  const struct dirent *entry;

  (void)state;
  if (folder == NULL)
    return -1;
  while ((entry = readdir(folder)) != NULL && count < MOST_PROGRAMS)
    if (entry->d_name[0] != '.' && strstr(entry->d_name, ".stim") == NULL)
      snprintf(names[count++], sizeof names[0], "programs/%s", entry->d_name);
  closedir(folder);
  qsort(names, count, sizeof names[0], by_name);
  return 0;
}

static void load(const char *name, struct program *pr)
{
  char text[TEXT_SENTENCE];

  if (!program_load(name, pr, text))
    fail_msg("%s", text);
  if (pr->warnings[0] != '\0')
    fail_msg("%s", pr->warnings);
}

/* What one line of the file promises, if anything, holds. Returns one of 1, 2
 * and 4 for orders, CI and A, so that all three are seen to be promised. */
static unsigned keep_promise(const char *name, const char *line,
                             const struct isa *t, long orders)
{
  static const char mark[] = "; expect: ";
  long promised;
  unsigned n;
  char end;

  if (strncmp(line, mark, strlen(mark)) != 0)
    return 0;
  line += strlen(mark);
  if (sscanf(line, "orders %ld%c", &promised, &end) == 2 && end == '\n') {
    if (orders != promised)
      fail_msg("%s: %sobeyed %ld", name, line, orders);
    return 1;
  }
  if (sscanf(line, "CI %ld%c", &promised, &end) == 2 && end == '\n') {
    if ((int32_t)t->CI != promised)
      fail_msg("%s: %sfound %" PRId32, name, line, (int32_t)t->CI);
    return 2;
  }
  if (sscanf(line, "A %ld%c", &promised, &end) == 2 && end == '\n') {
    if ((int32_t)t->A != promised)
      fail_msg("%s: %sfound %" PRId32, name, line, (int32_t)t->A);
    return 4;
  }
  if (sscanf(line, "line %u = %ld%c", &n, &promised, &end) == 3 && n < 32 &&
      end == '\n') {
    if ((int32_t)t->S[n] != promised)
      fail_msg("%s: %sfound %" PRId32, name, line, (int32_t)t->S[n]);
    return 0;
  }
  fail_msg("%s: not a promise: %s", name, line);
  return 0;
}

static void keep_promises(const char *name, const struct isa *t, long orders)
{
  FILE *const in = fopen(name, "r");
  char line[300];
  unsigned kept = 0;

  assert_non_null(in);
  while (fgets(line, sizeof line, in) != NULL)
    kept |= keep_promise(name, line, t, orders);
  fclose(in);
  if (kept != 7)
    fail_msg("%s: promises no%s%s%s", name, kept & 1 ? "" : " orders",
             kept & 2 ? "" : " CI", kept & 4 ? "" : " A");
}

static void every_program_obeyed_by_t_next_reaches_its_end(void **state)
{
  (void)state;
  assert_true(count >= 20);
  for (unsigned i = 0; i < count; i++) {
    struct program pr;
    struct isa t;
    long orders = 1; /* the STP */

    load(names[i], &pr);
    isa_clear(&t, 1);
    memcpy(t.S, pr.S, sizeof t.S);
    for (; !isa_final(&t) && orders < MOST_ORDERS; orders++)
      isa_next(&t);
    keep_promises(names[i], &t, orders);
  }
}

static void compare(const char *name, struct level *l, const struct isa *t,
                    long orders)
{
  struct isa found;
  char text[256];

  l->ops->interp(l, &found);
  if (interp_difference(t, &found, text, sizeof text) > 0)
    fail_msg("%s: after order %ld: %s", name, orders, text);
}

static void every_program_obeyed_digit_by_digit_follows_t_next(void **state)
{
  char text[TEXT_SENTENCE];
  struct level *const l = level_open(
    "serial", &(const struct level_options){ .as_built = false }, text);

  (void)state;
  assert_non_null(l);
  for (unsigned i = 0; i < count; i++) {
    struct program pr;
    struct isa t;
    long orders = 0;

    load(names[i], &pr);
    isa_clear(&t, 1);
    memcpy(t.S, pr.S, sizeof t.S);
    l->ops->clear(l, pr.S, 0);
    assert_int_equal(l->ops->advance(l), LEVEL_RUNNING);
    compare(names[i], l, &t, orders);
    while (l->ops->advance(l) == LEVEL_RUNNING) {
      if (isa_final(&t))
        fail_msg("%s: ran on after the STP of order %ld", names[i], orders + 1);
      isa_next(&t);
      compare(names[i], l, &t, ++orders);
    }
    if (!isa_final(&t))
      fail_msg("%s: stopped in order %ld", names[i], orders + 1);
    compare(names[i], l, &t, ++orders);
    l->ops->interp(l, &t);
    keep_promises(names[i], &t, orders);
  }
  l->ops->close(l);
}

static void every_program_says_what_it_is(void **state)
{
  (void)state;
  for (unsigned i = 0; i < count; i++) {
    FILE *const in = fopen(names[i], "r");
    char head[2048];
    size_t size;

    assert_non_null(in);
    size = fread(head, 1, sizeof head - 1, in);
    head[size] = '\0';
    fclose(in);
    if (strncmp(head, "; SPDX-License-Identifier: MIT\n; ", 33) != 0 ||
        (strstr(head, "\n; Source: known. ") == NULL &&
         strstr(head, "\n; Source: ours.") == NULL) ||
        strstr(head, "\n; Watch: ") == NULL)
      fail_msg("%s: its head lacks licence, title, source or watch", names[i]);
  }
}

static void a_snapshot_holds_what_its_assembly_holds(void **state)
{
  struct program assembly;
  struct program snapshot;

  (void)state;
  load("programs/demo-letters.asm", &assembly);
  load("programs/demo-letters.snp", &snapshot);
  assert_memory_equal(assembly.S, snapshot.S, sizeof assembly.S);
  assert_int_equal(assembly.given, snapshot.given);
}

/* The lecture prints line 22 as 1 where the amended program has 4; the rest is
 * the amended program for 2^18. */
static void the_lecture_differs_from_18_july_in_one_line(void **state)
{
  struct program lecture;
  struct program amended;

  (void)state;
  load("programs/first-lecture.lst", &lecture);
  load("programs/first-2-18.asm", &amended);
  assert_int_equal(lecture.S[22], 1);
  assert_int_equal(amended.S[22], 4);
  lecture.S[22] = 4;
  assert_memory_equal(lecture.S, amended.S, sizeof lecture.S);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_program_obeyed_by_t_next_reaches_its_end),
    cmocka_unit_test(every_program_obeyed_digit_by_digit_follows_t_next),
    cmocka_unit_test(every_program_says_what_it_is),
    cmocka_unit_test(a_snapshot_holds_what_its_assembly_holds),
    cmocka_unit_test(the_lecture_differs_from_18_july_in_one_line),
  };

  return cmocka_run_group_tests(tests, find_programs, NULL);
}
