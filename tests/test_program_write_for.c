// SPDX-License-Identifier: MIT
/*
 * test_program_write_for.c - what is written for other people's simulators, by
 * the rules by which each of them reads: written down here from what they do,
 * beside our own reader, which must give back every word too.
 */
#include "support/machine.h"
#include "support/program_text.h"
#include "support/random.h"
#include "support/test.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char *const three_letters[] = { "JMP", "JRP", "LDN", "STO",
                                             "SUB", "-",   "CMP", "STP" };

/* The function of these three letters; none for SUB5. */
static unsigned function_of(const char *at)
{
  unsigned f = 0;

  while (f < 8 && strncmp(at, three_letters[f], 3) != 0)
    f++;
  return f;
}

static word digits_at(const char *at)
{
  word w = 0;

  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    w = write_digit(w, p, at[p] == '1');
  return w;
}

/* "LDN 24" or "NUM -3" by MAME's columns; anything else is 0. */
static word statement_at(const char *at, size_t length)
{
  int value = 0;

  if (length > 3)
    assert_int_equal(sscanf(at + 4, "%d", &value), 1);
  if (strncmp(at, "NUM", 3) == 0)
    return (word)value;
  return function_of(at) < 8 ? function_of(at) << 13 | (word)value : 0;
}

/* A line up to its end, which must be what the reader takes. */
static size_t line_of(const char *at, const char *end)
{
  const size_t length = strcspn(at, "\r\n");

  assert_int_equal(strncmp(at + length, end, strlen(end)), 0);
  return length;
}

/* MAME and D. Sharp: a count, then exactly so many lines. */
static void read_counted(const char *at, const char *end, bool words,
                         word S[SSEM_LINES])
{
  const unsigned count = (unsigned)atoi(at);

  at += line_of(at, end) + strlen(end);
  for (unsigned i = 0; i < count; i++) {
    const size_t length = line_of(at, end);
    const unsigned n = (unsigned)atoi(at);

    assert_true(n < SSEM_LINES && length >= 8);
    assert_int_equal(strspn(at, "0123456789"), 4);
    if (!words)
      assert_true(length >= 37);
    S[n] = words ? statement_at(at + 5, length - 5) : digits_at(at + 5);
    at += length + strlen(end);
  }
  assert_string_equal(at, "");
}

/* babyutils: digits from 0000 on without a gap, or its assembler's lines. */
static void read_babyutils(const char *at, bool words, word S[SSEM_LINES])
{
  for (unsigned i = 0; *at != '\0'; i++) {
    const size_t length = line_of(at, "\n");
    const unsigned n = (unsigned)atoi(at);
    const char *const colon = strstr(at, ": ");

    assert_true(n < SSEM_LINES && colon != NULL && colon < at + length);
    if (words) {
      S[n] = statement_at(colon + 2, length - (size_t)(colon + 2 - at));
    } else {
      assert_int_equal(n, i);
      S[n] = digits_at(colon + 2);
    }
    at += length + 1;
  }
}

/* A SIMH command: deposit [-b | -m] ADDRESS VALUE. Returns CI if it is that. */
static void read_simh(const char *at, word S[SSEM_LINES], unsigned *CI)
{
  *CI = 99;
  while (*at != '\0') {
    char line[80], value[64];
    unsigned n;

    snprintf(line, sizeof line, "%.*s", (int)line_of(at, "\n"), at);
    at += strlen(line) + 1;
    if (sscanf(line, "deposit CI %u", CI) == 1)
      continue;
    if (sscanf(line, "deposit -b %u %63s", &n, value) == 2) {
      assert_true(n < SSEM_LINES && strlen(value) == SSEM_DIGITS);
      S[n] = digits_at(value);
    } else {
      unsigned address = 0;

      assert_true(sscanf(line, "deposit -m %u %63s %u", &n, value, &address) >=
                  2);
      assert_true(n < SSEM_LINES && address < SSEM_LINES);
      S[n] = strcmp(value, "STOP") == 0 ? order(FN_STP, 0)
                                        : order(function_of(value), address);
      assert_true(strcmp(value, "STP") != 0 && function_of(value) != 5);
    }
  }
}

static char *written(enum program_target target, bool words)
{
  char *bytes;
  size_t size;
  FILE *const out = open_memstream(&bytes, &size);

  program_write_for(&pr, target, words, out);
  fclose(out);
  return bytes;
}

static void read_back(enum program_target target, bool words, const char *file)
{
  word S[SSEM_LINES] = { 0 };
  unsigned CI = (pr.first + 31) % 32;

  switch (target) {
  case PROGRAM_FOR_MAME: read_counted(file, "\r\n", words, S); break;
  case PROGRAM_FOR_DAVIDSHARP: read_counted(file, "\n", words, S); break;
  case PROGRAM_FOR_BABYUTILS: read_babyutils(file, words, S); break;
  default: read_simh(file, S, &CI); break;
  }
  assert_int_equal(CI, (pr.first + 31) % 32);
  if (memcmp(S, pr.S, sizeof S) != 0)
    fail_msg("for %s%s:\n%s", program_target_name(target),
             words ? ", words" : "", file);
}

/* SIMH's script is no format of ours; all the others are. */
static void read_back_by_ours(enum program_target target, bool words,
                              const char *file)
{
  const struct program was = pr;

  if (target == PROGRAM_FOR_SIMH)
    return;
  good(file);
  assert_memory_equal(pr.S, was.S, sizeof pr.S);
  if (words || target != PROGRAM_FOR_BABYUTILS)
    assert_int_equal(pr.given, was.given);
  pr = was;
}

static void check_all_targets(void)
{
  for (int target = 0; target < PROGRAM_TARGETS; target++)
    for (unsigned words = 0; words < 2; words++) {
      char *const file = written((enum program_target)target, words);

      read_back((enum program_target)target, words, file);
      read_back_by_ours((enum program_target)target, words, file);
      free(file);
    }
}

static void every_word_is_read_there_as_it_was_here(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 500; i++) {
    memset(&pr, 0, sizeof pr);
    pr.first = random_below(32);
    while (pr.given == 0)
      pr.given = random_word();
    for (unsigned n = 0; n < SSEM_LINES; n++) {
      const word w = random_word();

      if (pr.given >> n & 1)
        pr.S[n] = i % 2 ? w : i % 4 ? w & 0xe01f : w >> random_below(32);
    }
    check_all_targets();
  }
}

static void assert_written(enum program_target target, bool words,
                           const char *expected)
{
  char *const file = written(target, words);

  assert_string_equal(file, expected);
  free(file);
}

static void files_are_written_as_each_wants_them(void **state)
{
  (void)state;
  good("01 LDN 24\n02 SUB5 3\n03 NUM -3\n04 STP\n");
  assert_written(PROGRAM_FOR_MAME, false,
                 "4\r\n0001:" LDN_24 "\r\n"
                 "0002:11000000000001010000000000000000\r\n"
                 "0003:" MINUS_3 "\r\n"
                 "0004:00000000000001110000000000000000\r\n");
  assert_written(PROGRAM_FOR_MAME, true,
                 "4\r\n0001 LDN 24\r\n0002 NUM 40963\r\n0003 NUM -3\r\n"
                 "0004 STP\r\n");
  assert_written(PROGRAM_FOR_DAVIDSHARP, true,
                 "4\n0001 LDN 24\n0002 NUM 40963\n0003 NUM -3\n0004 STP\n");
  assert_written(PROGRAM_FOR_BABYUTILS, true,
                 "1: LDN 24\n2: NUM 40963\n3: NUM -3\n4: STP\n");
  assert_written(PROGRAM_FOR_BABYUTILS, false,
                 "0000: 00000000000000000000000000000000\n0001: " LDN_24 "\n"
                 "0002: 11000000000001010000000000000000\n"
                 "0003: " MINUS_3 "\n"
                 "0004: 00000000000001110000000000000000\n");
  assert_written(PROGRAM_FOR_SIMH, true,
                 "deposit -m 1 LDN 24\n"
                 "deposit -b 2 11000000000001010000000000000000\n"
                 "deposit -b 3 " MINUS_3 "\ndeposit -m 4 STOP\n"
                 "deposit CI 0\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_word_is_read_there_as_it_was_here),
    cmocka_unit_test(files_are_written_as_each_wants_them),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
