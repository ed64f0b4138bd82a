// SPDX-License-Identifier: MIT
/*
 * test_program_digits.c - a file of digits is never read mirrored without a
 * word: bare digits, $readmemb, snapshots, listings, all the programs of ours,
 * either way round.
 */
#include "support/program_text.h"
#include "support/test.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#define NDL_24 "00000000000000000100000000011000" /* LDN 24, digit 31 first */
#define OTS_26 "00000000000000000110000000011010"
#define THREE_MINUS "11111111111111111111111111111101"
#define PTS "00000000000000001110000000000000"

static const struct program_options zero_first = { .digits = PROGRAM_0_FIRST };
static const struct program_options last_first = { .digits = PROGRAM_31_FIRST };

static void assert_three(unsigned first)
{
  assert_int_equal(pr.given, 7U << first);
  assert_int_equal(pr.S[first], 0x4018);
  assert_int_equal(pr.S[first + 1], 0x601a);
  assert_int_equal(pr.S[first + 2], (word)-3);
}

static void mirrored_bare_digits_are_refused_until_told(void **state)
{
  static const char file[] =
    "; bas -O bits\n" NDL_24 "\n" OTS_26 "\n" THREE_MINUS "\n";

  (void)state;
  bad(file, "p:2:1: found digits that make more sense with digit 31 first (3 "
            "words against 0), expected --digit-order 31-first, which reads "
            "them so, or 0-first");
  good_as("p", &last_first, file);
  assert_three(0);
  assert_null(strstr(pr.warnings, "digit"));
  good_as("p", &zero_first, file);
  assert_int_equal(pr.S[0], 0x18020000);
  bad(PTS "\n", "p:1:1: found digits that make more sense with digit 31 first "
                "(1 word against 0), expected --digit-order 31-first, which "
                "reads them so, or 0-first");
}

static void a_name_says_how_digits_usually_stand(void **state)
{
  (void)state;
  good_as("p.mem", NULL, NDL_24 "\n" OTS_26 "\n" THREE_MINUS "\n");
  assert_three(0);
  bad_as("p.mem", NULL, LDN_24 "\n" STO_26 "\n" MINUS_3 "\n",
         "p.mem:1:1: found digits that make more sense with digit 0 first (3 "
         "words against 0), expected --digit-order 0-first, which reads them "
         "so, or 31-first");
  good_as("p.snp", NULL, NDL_24 "\n" OTS_26 "\n");
  assert_int_equal(pr.S[0], 0x18020000);
  assert_non_null(strstr(pr.warnings, "--digit-order 31-first turns them"));
}

static void readmemb_has_digit_31_first(void **state)
{
  (void)state;
  good("// a store\n@1 " NDL_24 "\n" OTS_26 " /* two\nlines */ " THREE_MINUS);
  assert_three(1);
  good("@1\n0000000000000000_010_00000000_11000\n" OTS_26 "\n" THREE_MINUS);
  assert_three(1);
  bad("@1 " LDN_24 " " STO_26 "\n",
      "p:1:1: found digits that make more sense with digit 0 first (2 words "
      "against 0), expected --digit-order 0-first, which reads them so, or "
      "31-first");
  good_as("p", &zero_first, "@1 " LDN_24 " " STO_26 " " MINUS_3);
  assert_three(1);
}

static void words_beside_the_digits_say_how_they_stand(void **state)
{
  (void)state;
  good("1 " NDL_24 " LDN 24\n2 " OTS_26 " STO 26\n3 " THREE_MINUS " -3\n");
  assert_three(1);
  assert_string_equal(pr.warnings,
                      "p:1:1: found words beside the digits that say that "
                      "digit 31 stands first; so they are read\n");
  good(NDL_24 " LDN 24\n" OTS_26 " STO 26\n" THREE_MINUS "\n");
  assert_three(0);
  good_as("p", &zero_first, "1 " NDL_24 " LDN 24\n");
  assert_int_equal(pr.S[1], 0x18020000);
  assert_non_null(strstr(pr.warnings, "'LDN 24' beside digits"));
}

static void a_numbered_snapshot_is_believed_with_a_warning(void **state)
{
  (void)state;
  good("0001:" NDL_24 "\n0002:" OTS_26 "\n0003:" THREE_MINUS "\n");
  assert_int_equal(pr.S[1], 0x18020000);
  assert_string_equal(
    pr.warnings,
    "p:1:1: found digits that make more sense with digit 31 first (3 words "
    "against 0); they are read with digit 0 first, --digit-order 31-first "
    "turns them\n");
  good_as("p", &last_first,
          "0001:" NDL_24 "\n0002:" OTS_26 "\n0003:" THREE_MINUS "\n");
  assert_three(1);
  assert_string_equal(pr.warnings, "");
}

static void binary_numbers_follow_the_order_too(void **state)
{
  (void)state;
  good("1 BINS " LDN_24 "\n2 BNUM 11\n3 BIN 0\n");
  assert_int_equal(pr.S[1], 0x4018);
  assert_int_equal(pr.S[2], 3);
  good_as("p", &last_first, "1 BINS " NDL_24 "\n2 BNUM 110\n");
  assert_int_equal(pr.S[1], 0x4018);
  assert_int_equal(pr.S[2], 6);
}

/* A picture has words that make no sense either way. */
static void pictures_are_left_as_they_stand(void **state)
{
  (void)state;
  good("00111111111111111111111111111100\n01000000001000000000000000000010\n"
       "10000001100000000000001100000001\n");
  assert_int_equal(pr.S[0], 0x3ffffffc);
  good("00000000000000000000000000000001\n00111111111001000000000011000100\n"
       "01011111100000011111000000111010\n");
  assert_int_equal(pr.S[0], 0x80000000);
}

static void write_bare(char *file, bool reversed)
{
  *file = '\0';
  for (unsigned n = 0; n < SSEM_LINES; n++, strcat(file, "\n"))
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      strcat(file, read_digit(pr.S[n], reversed ? 31 - p : p) ? "1" : "0");
}

static void no_program_of_ours_is_read_mirrored(void **state)
{
  glob_t found;

  (void)state;
  assert_int_equal(glob("programs/*", 0, NULL, &found), 0);
  assert_true(found.gl_pathc > 15);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    struct program asked;
    char file[32 * 33 + 1];

    if (strstr(found.gl_pathv[i], ".stim") != NULL)
      continue; /* no program */
    assert_true(program_load(found.gl_pathv[i], &asked, text));
    pr = asked;
    write_bare(file, false);
    good(file);
    assert_memory_equal(pr.S, asked.S, sizeof pr.S);
    write_bare(file, true);
    if (program_parse("p", file, strlen(file), &pr, text))
      fail_msg("%s: mirrored, and read", found.gl_pathv[i]);
    assert_non_null(strstr(text, "--digit-order 31-first"));
    good_as("p", &last_first, file);
    assert_memory_equal(pr.S, asked.S, sizeof pr.S);
  }
  globfree(&found);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(mirrored_bare_digits_are_refused_until_told),
    cmocka_unit_test(a_name_says_how_digits_usually_stand),
    cmocka_unit_test(readmemb_has_digit_31_first),
    cmocka_unit_test(words_beside_the_digits_say_how_they_stand),
    cmocka_unit_test(a_numbered_snapshot_is_believed_with_a_warning),
    cmocka_unit_test(binary_numbers_follow_the_order_too),
    cmocka_unit_test(pictures_are_left_as_they_stand),
    cmocka_unit_test(no_program_of_ours_is_read_mirrored),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
