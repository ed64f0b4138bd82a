// SPDX-License-Identifier: MIT
/*
 * test_program_elsewhere.c - program files as other projects write them: each
 * form in a small file of our own, and the sentence of each refusal.
 */
#include "support/machine.h"
#include "support/program_text.h"
#include "support/test.h"

#include <string.h>

#define TEST "00000000000000110000000000000000"
#define STOP "00000000000001110000000000000000"

static void rosetta_listings_have_words_after_the_digits(void **state)
{
  (void)state;
  good("10100000000000100000000000000000   0. -5 to c      the negation\n"
       "01100000000000010000000000000000   1. Sub. 6\n" TEST "   2. Test\n"
       "11100000000000000000000000000000   3. 7 to CI\n" STOP "   4. Stop\n"
       "00000000000000000000000000000000   5. made as it runs\n"
       "10110000000000000000000000000000   6. 13 (thirteen)\n"
       "11100000000001000000000000000000   7. Add 7 to CI\n"
       "00011000000001100000000000000000   8. c to 24\n"
       "11111111111111111111111111111111   9. constant -1\n");
  assert_string_equal(pr.warnings,
                      "p:1:1: found a listing as on Rosetta Code: the first "
                      "order is in line 0; --first-line 1 would begin in line "
                      "1\n");
  assert_int_equal(pr.first, 0);
  assert_int_equal(pr.given, 0x3ff);
  assert_int_equal(pr.S[0], order(FN_LDN, 5));
  assert_int_equal(pr.S[8], order(FN_STO, 24));
  assert_int_equal(pr.S[9], (word)-1);
}

static void rosetta_lines_land_where_their_numbers_say(void **state)
{
  static const struct program_options first_12 = { .has_first = true,
                                                   .first = 12 };

  (void)state;
  good_as("p", &first_12,
          "11110000000000100000000000000000  12. -15 to c\n" STOP
          "  13. Stop\n01000000000000000000000000000000  15. 2\n");
  assert_string_equal(pr.warnings, "");
  assert_int_equal(pr.first, 12);
  assert_int_equal(pr.given, 1 << 12 | 1 << 13 | 1 << 15);
  assert_int_equal(pr.S[15], 2);
  bad(STOP "  32. Stop\n", "p:1:35: found line '32', expected a line 0 to 31");
  bad(STOP "  3. Stop\n" STOP "  3. Stop\n",
      "p:2:1: found line 3 again, expected it once, as in line 1 of the file");
}

static void words_of_1948_are_held_against_the_digits(void **state)
{
  (void)state;
  good(STOP " 0. Test\n10100000000000100000000000000000 1. -4 to c\n"
            "00000100000001100000000000000000 2. c to 32\n");
  assert_non_null(strstr(pr.warnings, "'Test' beside digits that say STP"));
  assert_non_null(strstr(pr.warnings, "'-4 to c' beside digits that say LDN "
                                      "5"));
  assert_null(strstr(pr.warnings, "32"));
  good(STOP " 0. Stop at last\n" STOP " 1. Sub. 5\n" STOP
            " 2. Add 7 to CI\n" STOP " 3. c to 4\n" STOP " 4. 4 to CI\n" STOP
            " 5. 13 (thirteen)\n" STOP " 6. -1\n" STOP " 7. minus 1\n" STOP
            " 8. 3 or 4\n");
  for (const char *const *words =
         (const char *const[]){ "Sub. 5", "Add 7 to CI", "c to 4", "4 to CI",
                                "13 (thirteen)", "-1", NULL };
       *words != NULL; words++) {
    char sentence[64];

    snprintf(sentence, sizeof sentence, "'%s' beside digits", *words);
    if (strstr(pr.warnings, sentence) == NULL)
      fail_msg("no %s in\n%s", sentence, pr.warnings);
  }
  assert_null(strstr(pr.warnings, "minus"));
  assert_null(strstr(pr.warnings, "3 or 4"));
  assert_null(strstr(pr.warnings, "at last"));
}

static void var_is_num_and_labels_may_be_called_start(void **state)
{
  (void)state;
  good("        VAR 0\nSTART:  LDN ONE  ; as taught in Dundee\n"
       "        STO SUM\nEND:    STP\nONE:    VAR 17\nSUM:    var -2\n");
  assert_string_equal(pr.warnings, "");
  assert_int_equal(pr.first, 1);
  assert_int_equal(pr.given, 63);
  assert_int_equal(pr.S[1], order(FN_LDN, 4));
  assert_int_equal(pr.S[4], 17);
  assert_int_equal(pr.S[5], (word)-2);
}

static void a_number_alone_sets_the_place(void **state)
{
  (void)state;
  good("0 LDN 7 // emuStudio\n1 STP\n\n7 NUM 3\n9       // the result\n");
  assert_int_equal(pr.given, 3 | 1 << 7 | 1 << 9);
  assert_int_equal(pr.S[9], 0);
  good("20:\n  NUM 5 -- babyutils\n  NUM 6\n01: LDN 20\n    HLT\n");
  assert_int_equal(pr.given, 6 | 3 << 20);
  assert_int_equal(pr.S[21], 6);
  assert_int_equal(pr.S[2], order(FN_STP, 0));
  good("1 LDN a\n2 STP\n30 a:\n31 b: NUM 4\n");
  assert_int_equal(pr.S[1], order(FN_LDN, 30));
  assert_int_equal(pr.given, 6U | 3U << 30);
  bad("9 STP\n9\n", "p:2:1: found line 9 again, expected it once, as in line 1 "
                    "of the file");
}

static void numbers_may_be_hexadecimal_or_binary(void **state)
{
  (void)state;
  good("1 NUM 0b101\n2 NUM 1Fh\n0x03 NUM 0FFFFFFFFh\n4 LDN 1fh\n5 -10H\n");
  assert_int_equal(pr.S[1], 5);
  assert_int_equal(pr.S[2], 31);
  assert_int_equal(pr.S[3], 0xffffffff);
  assert_int_equal(pr.S[4], order(FN_LDN, 31));
  assert_int_equal(pr.S[5], (word)-16);
  bad("1 NUM 1Fg\n", "p:1:7: found '1Fg', expected a number from -2147483648 "
                     "to 4294967295");
  bad("1 NUM 100000000h\n",
      "p:1:7: found '100000000h', expected a number from -2147483648 to "
      "4294967295");
  bad("1 BNUM 012\n", "p:1:10: found '2' in the digits, expected 0 or 1");
  bad("1 BINS " STOP "0\n", "p:1:8: found 33 digits, expected 1 to 32");
}

static void start_says_where_the_first_order_is(void **state)
{
  (void)state;
  good("05 START\n05 LDN 7\n06 STP\n07 NUM 1\n");
  assert_int_equal(pr.first, 5);
  assert_int_equal(pr.given, 7 << 5);
  good("03 start // here\nSTP\n");
  assert_int_equal(pr.first, 3);
  assert_int_equal(pr.given, 1 << 3);
  bad("03 START 4\n", "p:1:4: found START, expected it alone after the number "
                      "of a line");
}

static void an_unnumbered_program_in_line_0_gets_a_hint(void **state)
{
  static const struct program_options first_0 = { .has_first = true };

  (void)state;
  good("LDN 3\nSTP\n");
  assert_string_equal(pr.warnings,
                      "p:1:1: found LDN 3 in line 0, but the first order is in "
                      "line 1; --first-line 0 would begin here\n");
  assert_int_equal(pr.first, 1);
  good_as("p", &first_0, "LDN 3\nSTP\n");
  assert_string_equal(pr.warnings, "");
  assert_int_equal(pr.first, 0);
  good("NUM 0\nLDN 3\nSTP\n");
  assert_string_equal(pr.warnings, "");
  good("0 LDN 3\n1 STP\n");
  assert_string_equal(pr.warnings, "");
}

static void a_store_gives_numbers_to_lines(void **state)
{
  (void)state;
  good("# a program\n# ci-start -1\n@0 0x4005\n@1 57344 # STP\n@5 -12\n");
  assert_int_equal(pr.given, 35);
  assert_int_equal(pr.first, 0);
  assert_int_equal(pr.S[0], order(FN_LDN, 5));
  assert_int_equal(pr.S[5], (word)-12);
  good("@9 9\n@10 16\n");
  assert_int_equal(pr.S[10], 16);
  assert_int_equal(pr.first, 1);
  good_as("p.store", NULL, "@10 00004018\n");
  assert_int_equal(pr.S[10], 4018);
  bad("@1 -1\n@32 0\n", "p:2:2: found line '32', expected a line 0 to 31");
  bad("@1 -1\n@1 0\n", "p:2:1: found line 1 again, expected it once, as in "
                       "line 1 of the file");
  bad("# ci-start x\n@1 -1\n",
      "p:1:12: found 'x', which labels no line, expected a number from "
      "-2147483648 to 4294967295");
}

static void numbers_alone_fill_the_store_from_line_0(void **state)
{
  (void)state;
  good("0\n16388\n57344\n-7\n0x10\n");
  assert_int_equal(pr.given, 31);
  assert_int_equal(pr.S[1], order(FN_LDN, 4));
  assert_int_equal(pr.S[3], (word)-7);
  assert_int_equal(pr.S[4], 16);
  bad("; x\n2\n16388\n57344\n",
      "p:2:1: found 2 and 2 numbers after it, expected to know whether it "
      "counts them or is line 0: write NUM before each number");
  bad("0\n16388\nSTP\n", "p:2:1: found line '16388', expected a line 0 to 31");
}

static void a_text_may_end_in_control_z(void **state)
{
  (void)state;
  good("1 STP\r\n\x1a");
  assert_int_equal(pr.given, 2);
  good("1 STP\n\x1a\x1a\n \x1a\n");
  assert_int_equal(pr.given, 2);
  good("1 STP\x1a");
  assert_int_equal(pr.given, 2);
  bad("1 STP\n\x1a\n2 STP\n", "p:2:1: found byte 0x1a, expected text");
}

static void what_line_1_cannot_be_is_said_there(void **state)
{
  char store[136] = { 0 };

  (void)state;
  bad("v2.0 raw\n00000000\n00004018\n",
      "p:1:1: found 'v2.0 raw', a Logisim image, expected a program; without "
      "this line its words are those of $readmemh");
  bad(":10000000184000001A600000FDFFFFFF00E00000AA\n",
      "p:1:1: found ':10000000184000001A600000FDFFFFF...', a line of Intel "
      "hex, expected a program");
  bad("#include <stdio.h>\n\nint main(void)\n{\n}\n",
      "p:3:1: found 'int', expected a line of a program: an order such as LDN "
      "24, a number, or 32 digits");
  assert_false(program_parse("p", store, sizeof store, &pr, text));
  assert_string_equal(text, "p:1:1: found 136 bytes that are no text, as in a "
                            "SIMH store (.st), expected a program; save what "
                            "SIMH says to ex -b 0-31");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rosetta_listings_have_words_after_the_digits),
    cmocka_unit_test(rosetta_lines_land_where_their_numbers_say),
    cmocka_unit_test(words_of_1948_are_held_against_the_digits),
    cmocka_unit_test(var_is_num_and_labels_may_be_called_start),
    cmocka_unit_test(a_number_alone_sets_the_place),
    cmocka_unit_test(numbers_may_be_hexadecimal_or_binary),
    cmocka_unit_test(start_says_where_the_first_order_is),
    cmocka_unit_test(an_unnumbered_program_in_line_0_gets_a_hint),
    cmocka_unit_test(a_store_gives_numbers_to_lines),
    cmocka_unit_test(numbers_alone_fill_the_store_from_line_0),
    cmocka_unit_test(a_text_may_end_in_control_z),
    cmocka_unit_test(what_line_1_cannot_be_is_said_there),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
