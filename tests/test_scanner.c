// SPDX-License-Identifier: MIT
/*
 * test_scanner.c - the one reader of characters: lines, comments, names,
 * numbers, and the place of what is wrong.
 */
#include "support/random.h"
#include "support/test.h"

#include "sim/text/scanner.h"
#include "sim/text/text_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char text[TEXT_SENTENCE];

static struct scanner in(const char *bytes)
{
  struct scanner s;

  scanner_open(&s, "f", bytes, strlen(bytes), text);
  return s;
}

/* The line the scanner is in, between its blanks and its comment. */
static void is_line(const struct scanner *s, unsigned line, const char *rest)
{
  assert_int_equal(s->line, line);
  assert_int_equal(s->end - s->at, strlen(rest));
  assert_memory_equal(s->at, rest, strlen(rest));
}

static void lines_end_in_LF_CR_LF_or_CR(void **state)
{
  struct scanner s = in("\xef\xbb\xbf one \r\n\n\rtwo\rthree\n\n");

  (void)state;
  assert_true(scanner_line(&s, "", ""));
  is_line(&s, 1, "one");
  assert_true(scanner_line(&s, "", ""));
  is_line(&s, 4, "two");
  assert_true(scanner_line(&s, "", ""));
  is_line(&s, 5, "three");
  assert_false(scanner_line(&s, "", ""));
  is_line(&s, 6, "");
}

static void a_comment_goes_from_its_mark_to_the_end_of_the_line(void **state)
{
  struct scanner s = in("a-b/c -- d\n; e\nf \"g;h\" ;i\nj//\nk # l\n\"m # n\n");
  static const char *const lines[] = { "a-b/c", "f \"g;h\"", "j", "k # l",
                                       "\"m # n" };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    assert_true(scanner_line(&s, ";", "/-"));
    is_line(&s, s.line, lines[i]);
  }
  assert_false(scanner_line(&s, ";", "/-"));
}

static void marks_words_and_names_are_taken_whole(void **state)
{
  struct scanner s = in("  <= ifs if\tx_1.y2,");

  (void)state;
  assert_false(scanner_mark(&s, "=="));
  assert_true(scanner_mark(&s, "<="));
  assert_false(scanner_word(&s, "if"));
  assert_int_equal(scanner_name(&s), 3);
  assert_true(scanner_word(&s, "if"));
  assert_int_equal(scanner_name(&s), 0); /* a blank */
  assert_false(scanner_ended(&s));
  assert_int_equal(scanner_name(&s), 6);
  assert_int_equal(scanner_name(&s), 0);
  assert_int_equal(scanner_next(&s), ',');
  assert_true(scanner_mark(&s, ","));
  assert_true(scanner_ended(&s));
  assert_int_equal(scanner_next(&s), 0);
}

static void numbers_are_decimal_hexadecimal_or_binary(void **state)
{
  static const struct {
    const char *written;
    uint64_t value;
    bool fits;
    char after; /* what follows the number */
  } numbers[] = {
    { "0", 0, true, 0 },
    { "010", 10, true, 0 }, /* not eight */
    { "0x1F]", 31, true, ']' },
    { "0Xaf", 175, true, 0 },
    { "0b101 1", 5, true, ' ' },
    { "0B0", 0, true, 0 },
    { "12+x", 12, true, '+' },
    { "18446744073709551615", UINT64_MAX, true, 0 },
    { "18446744073709551616", UINT64_MAX, false, 0 },
    { "99999999999999999999999999", UINT64_MAX, false, 0 },
    { "0xffffffffffffffff", UINT64_MAX, true, 0 },
    { "0x10000000000000000", UINT64_MAX, false, 0 },
  };
  static const char *const none[] = { "",    "x",   "0x",  "0b", "0b2",
                                      "12x", "1.5", "0xg", "-1", "1_000" };
  uint64_t value;
  bool fits;

  (void)state;
  for (unsigned i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    struct scanner s = in(numbers[i].written);

    if (!scanner_number(&s, &value, &fits) || value != numbers[i].value ||
        fits != numbers[i].fits || scanner_next(&s) != numbers[i].after)
      fail_msg("%s is %llu", numbers[i].written, (unsigned long long)value);
  }
  for (unsigned i = 0; i < sizeof none / sizeof none[0]; i++) {
    struct scanner s = in(none[i]);

    if (scanner_number(&s, &value, &fits) || s.at != s.start)
      fail_msg("%s is a number", none[i]);
  }
}

static void every_number_comes_back_in_every_base(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 20000; i++) {
    const uint64_t value =
      ((uint64_t)random_word() << 32 | random_word()) >> random_below(64);
    char written[80];
    uint64_t read = 0;
    struct scanner s;
    bool fits;

    snprintf(written, sizeof written, i % 2 ? "%llu" : "0x%llx",
             (unsigned long long)value);
    s = in(written);
    assert_true(scanner_number(&s, &read, &fits));
    assert_true(fits && read == value);
  }
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
  struct scanner s = in("ab\n  cd  ef\x01gh#\n");

  (void)state;
  scanner_line(&s, "#", "");
  scanner_line(&s, "#", "");
  assert_false(scanner_expected(&s, "x"));
  assert_string_equal(text, "f:2:3: found 'cd', expected x");
  scanner_name(&s);
  assert_false(scanner_expected(&s, "x"));
  assert_string_equal(text, "f:2:5: found a blank, expected x");
  assert_false(scanner_ended(&s));
  assert_false(scanner_expected(&s, "x"));
  assert_string_equal(text, "f:2:7: found 'ef?gh', expected x");
  s.at = s.end;
  assert_false(scanner_expected(&s, "x"));
  assert_string_equal(text, "f:2:12: found the end of the line, expected x");
  s = in("12345678901234567890123456789012 45");
  scanner_expected(&s, "x");
  assert_string_equal(
    text, "f:1:1: found '12345678901234567890123456789012', expected x");
  s = in("123456789012345678901234567890123");
  scanner_expected(&s, "x");
  assert_string_equal(
    text, "f:1:1: found '12345678901234567890123456789012...', expected x");
  s.name = NULL;
  s.at = s.end;
  scanner_fault(&s, s.end, "%d", 7);
  assert_string_equal(text, "column 34: 7");
  scanner_expected(&s, "x");
  assert_string_equal(text, "column 34: found the end, expected x");
}

static void a_sentence_is_cut_at_the_end_of_its_buffer(void **state)
{
  char name[2000];
  struct scanner s;

  (void)state;
  memset(name, 'n', sizeof name - 1);
  name[sizeof name - 1] = '\0';
  scanner_open(&s, name, "", 0, text);
  scanner_fault(&s, s.at, "%s", name);
  assert_int_equal(strlen(text), TEXT_SENTENCE - 1);
  assert_memory_equal(text + 250, "nnnnn:1:1: nnn", 14);
}

static void control_characters_are_no_text(void **state)
{
  struct scanner s = in("a\tb\r\n\v\f\rc\xc3\xa9\n");

  (void)state;
  assert_true(scanner_is_text(&s));
  scanner_open(&s, "f", "a\r\nb\rc\0", 7, text);
  assert_false(scanner_is_text(&s));
  assert_string_equal(text, "f:3:2: found byte 0x00, expected text");
}

static void a_file_is_read_whole_or_told_to_be_longer(void **state)
{
  char name[] = "/tmp/ssem-scanner-XXXXXX";
  const int fd = mkstemp(name);
  size_t size = 0;
  char *bytes;

  (void)state;
  assert_int_equal(write(fd, "0123456789", 10), 10);
  close(fd);
  bytes = text_file_read(name, 10, &size, text);
  assert_int_equal(size, 10);
  assert_memory_equal(bytes, "0123456789", 10);
  free(bytes);
  bytes = text_file_read(name, 4, &size, text);
  assert_int_equal(size, 5);
  free(bytes);
  unlink(name);
  assert_null(text_file_read(name, 4, &size, text));
  assert_string_equal(text + strlen(name), ": No such file or directory");
  assert_null(text_file_read(".", 4, &size, text));
  assert_string_equal(text, ".: Is a directory");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(lines_end_in_LF_CR_LF_or_CR),
    cmocka_unit_test(a_comment_goes_from_its_mark_to_the_end_of_the_line),
    cmocka_unit_test(marks_words_and_names_are_taken_whole),
    cmocka_unit_test(numbers_are_decimal_hexadecimal_or_binary),
    cmocka_unit_test(every_number_comes_back_in_every_base),
    cmocka_unit_test(what_is_wrong_is_told_with_its_place),
    cmocka_unit_test(a_sentence_is_cut_at_the_end_of_its_buffer),
    cmocka_unit_test(control_characters_are_no_text),
    cmocka_unit_test(a_file_is_read_whole_or_told_to_be_longer),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
