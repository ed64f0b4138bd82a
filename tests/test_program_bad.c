// SPDX-License-Identifier: MIT
/*
 * test_program_bad.c - program files that are refused, each with its sentence
 * to the letter, and bytes at random.
 */
#include "support/program_text.h"
#include "support/random.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static void at_most_64_labels_are_kept(void **state)
{
  char file[1024] = "";
  char name[16];

  (void)state;
  for (unsigned i = 0; i < 64; i++) {
    snprintf(name, sizeof name, "a%u:", i);
    strcat(file, name);
  }
  strcat(file, "STP");
  good(file);
  strcpy(strstr(file, "STP"), "b: STP");
  bad(file, "p:1:247: found one more label, expected at most 64");
}

static void a_number_that_32_digits_cannot_hold_is_refused(void **state)
{
  (void)state;
  bad("20 NUM 4294967296\n",
      "p:1:8: found '4294967296', expected a number from -2147483648 to "
      "4294967295");
  bad("20 -2147483649\n",
      "p:1:4: found '-2147483649', expected a number from -2147483648 to "
      "4294967295");
  bad("20 NUM 0x100000000\n",
      "p:1:8: found '0x100000000', expected a number from -2147483648 to "
      "4294967295");
  bad("20 NUM 99999999999999999999999999999999999999999\n",
      "p:1:8: found '99999999999999999999999999999999...', expected a number "
      "from -2147483648 to 4294967295");
  bad("20 NUM 18446744073709551621\n", /* 5, if 64 digits were kept */
      "p:1:8: found '18446744073709551621', expected a number from "
      "-2147483648 to 4294967295");
  bad("20 NUM 12ab\n", "p:1:8: found '12ab', expected a number from "
                       "-2147483648 to 4294967295");
  bad("20 NUM\n", "p:1:7: found the end of the line, expected a number from "
                  "-2147483648 to 4294967295");
}

static void warnings_without_room_are_counted(void **state)
{
  char name[300];
  char file[4096] = "";
  const char *p;
  unsigned lines = 0;
  unsigned more = 0;

  (void)state;
  memset(name, 'n', sizeof name - 1);
  name[sizeof name - 1] = '\0';
  for (unsigned n = 0; n < 32; n++)
    sprintf(file + strlen(file), "%u " LDN_24 " STP\n", n);
  assert_true(program_parse(name, file, strlen(file), &pr, text));
  assert_int_equal(strlen(pr.name), 255);
  for (p = pr.warnings; *p != '\0'; p++)
    lines += *p == '\n';
  assert_int_equal(p[-1], '\n');
  assert_int_equal(sscanf(strstr(pr.warnings, "\nand "), "\nand %u", &more), 1);
  assert_int_equal(lines - 1 + more, 32);
}

static void an_empty_file_is_refused(void **state)
{
  (void)state;
  bad("", "p:1:1: found an empty file, expected a program of 1 to 32 lines");
  bad(BOM, "p:1:1: found an empty file, expected a program of 1 to 32 lines");
  bad("\n ; nothing\n",
      "p:1:1: found no order or number, expected a program of 1 to 32 lines");
  bad("32\n",
      "p:1:1: found no order or number, expected a program of 1 to 32 lines");
}

static void a_binary_file_is_refused(void **state)
{
  static const char elf[] = "01 STP\n\177ELF\0\0\0";
  static const char wide[] = "\xff\xfe"
                             "0\0001\0";

  (void)state;
  bad("01 STP\n\177ELF", "p:2:1: found byte 0x7f, expected text");
  assert_false(program_parse("p", elf + 8, sizeof elf - 8, &pr, text));
  assert_string_equal(text, "p:1:4: found byte 0x00, expected text");
  assert_false(program_parse("p", wide, sizeof wide, &pr, text));
  assert_string_equal(text, "p:1:4: found byte 0x00, expected text");
  bad("01 \xe9\n", "p:1:4: found '?', expected JMP, JRP, LDN, STO, SUB, SUB5, "
                   "CMP, STP, NUM, EJA or a number");
}

static void a_file_that_is_too_long_is_refused(void **state)
{
  char *const big = malloc(PROGRAM_LARGEST + 1);
  char file[2048] = "";
  char assembly[512] = "";

  (void)state;
  for (unsigned n = 0; n < 33; n++) {
    strcat(file, LDN_24 "\n");
    strcat(assembly, "STP\n");
  }
  bad(file, "p:33:1: found more after line 31, expected at most 32 lines");
  bad(assembly, "p:33:1: found more after line 31, expected at most 32 lines");
  assert_non_null(big);
  memset(big, ';', PROGRAM_LARGEST + 1);
  memcpy(big, "STP ", 4);
  assert_true(program_parse("p", big, PROGRAM_LARGEST, &pr, text));
  assert_false(program_parse("p", big, PROGRAM_LARGEST + 1, &pr, text));
  assert_string_equal(text, "p:1:1: found more than 1048576 bytes, expected a "
                            "program of at most 32 lines");
  free(big);
  bad("33\n01 STP\n",
      "p:1:1: found a count of '33' lines, expected at most 32");
}

static void a_line_number_over_31_is_refused(void **state)
{
  (void)state;
  bad("32 STP\n", "p:1:1: found line '32', expected a line 0 to 31");
  bad("99999999999999999999 STP\n",
      "p:1:1: found line '99999999999999999999', expected a line 0 to 31");
  bad("0032:" LDN_24, "p:1:1: found line '0032', expected a line 0 to 31");
  bad("40 " LDN_24, "p:1:1: found line '40', expected a line 0 to 31");
  bad("31 STP\nSTP",
      "p:2:1: found more after line 31, expected at most 32 lines");
}

static void a_line_given_twice_is_refused(void **state)
{
  (void)state;
  bad("; x\n05 STP\n5 STP\n", "p:3:1: found line 5 again, expected it once, as "
                              "in line 2 of the file");
  bad("0005:" LDN_24 "\n0005:" LDN_24,
      "p:2:1: found line 5 again, expected it once, as in line 1 of the file");
  bad("5 " LDN_24 "\n5 " LDN_24,
      "p:2:1: found line 5 again, expected it once, as in line 1 of the file");
  bad("02 STP\n01 STP\nSTP\n",
      "p:3:1: found line 2 again, expected it once, as in line 1 of the file");
}

static void an_unknown_mnemonic_is_refused(void **state)
{
  (void)state;
  bad("01 LDN 24\n02  ADD 3 ; no\n",
      "p:2:5: found 'ADD', expected JMP, JRP, LDN, STO, SUB, SUB5, CMP, STP, "
      "NUM, EJA or a number");
  bad("01 stu 3\n", "p:1:4: found 'stu', expected JMP, JRP, LDN, STO, SUB, "
                    "SUB5, CMP, STP, NUM, EJA or a number; near it: STO, STP");
  bad("1 " LDN_24 " LOAD 4\n",
      "p:1:36: found 'LOAD', expected JMP, JRP, LDN, STO, SUB, SUB5, CMP, "
      "STP, NUM, EJA or a number");
}

static void an_operand_out_of_range_is_refused(void **state)
{
  (void)state;
  bad("01 LDN 32\n", "p:1:8: found '32', expected a line 0 to 31");
  bad("01 LDN -1\n", "p:1:8: found '-1', expected a line 0 to 31");
  bad("01 CMP 32\n", "p:1:8: found '32', expected a line 0 to 31");
  bad("01 LDN\n", "p:1:7: found the end of the line, expected a line 0 to 31");
  bad("01 LDN ,3\n", "p:1:8: found ',3', expected a line 0 to 31");
  bad("01 LDN 3 4\n", "p:1:10: found '4', expected the end of the line");
}

static void digits_that_are_not_32_are_refused(void **state)
{
  (void)state;
  bad("0001:0101010101010101010101010101010\n",
      "p:1:6: found 31 digits, expected 32");
  bad("1 " LDN_24 "0\n", "p:1:3: found 33 digits, expected 32");
  bad(LDN_24 "\n0101\n", "p:2:1: found 4 digits, expected 32");
  bad("0001:" LDN_24 "\n0002:0101\n", "p:2:6: found 4 digits, expected 32");
  bad("0001:00011000000002100000000000000000\n",
      "p:1:19: found '2' in the digits, expected 0 or 1");
  bad("1 0001100000000010O000000000000000\n",
      "p:1:19: found 'O' in the digits, expected 0 or 1");
}

static void mixed_formats_are_refused(void **state)
{
  (void)state;
  bad("; x\n01 LDN 24\n0002:" STO_26 "\n",
      "p:3:1: found a snapshot line (0001: and 32 digits), expected assembly "
      "as in line 2");
  bad("0001:" LDN_24 "\n 2 STO 26\n",
      "p:2:2: found assembly, expected a snapshot line (0001: and 32 digits) "
      "as in line 1");
  bad("1 " LDN_24 "\n" LDN_24 "\n",
      "p:2:1: found a bare line of 32 digits, expected a line of a listing (1 "
      "and 32 digits) as in line 1");
  bad(LDN_24 "\n1 " LDN_24 "\n",
      "p:2:1: found a line of a listing (1 and 32 digits), expected a bare "
      "line of 32 digits as in line 1");
}

static void a_file_that_cannot_be_read_says_why(void **state)
{
  const struct program before = pr;

  (void)state;
  assert_false(program_load("/nowhere/at.all", &pr, text));
  assert_string_equal(text, "/nowhere/at.all: No such file or directory");
  assert_false(program_load("/", &pr, text));
  assert_string_equal(text, "/: Is a directory");
  assert_memory_equal(&pr, &before, sizeof pr);
}

/* Pieces of true files and bytes at random, glued. The copy is exactly as long
 * as the file, so that a sanitizer sees one byte too many. */
static void no_bytes_can_harm_the_reader(void **state)
{
  static const char *const pieces[] = {
    "01 ",         "LDN",
    " 24",         "\n",
    "\r\n",        "0001:",
    LDN_24,        BOM,
    "loop:",       "loop",
    "+",           "-",
    "0x",          "99999",
    ";",           "--",
    "32\n",        "31",
    " ",           "\t",
    "NUM ",        "EJA ",
    "\r",          "#",
    "@1 ",         "0000e000 ",
    "-5 to c",     " 3. ",
    "VAR ",        "START",
    "BINS ",       "1Fh",
    "DEPTH=32;\n", "CONTENT BEGIN\n",
    "[0..1] : ",   "END;\n",
    "%",           "/*",
    "*/",          "memory_initialization_vector=",
    "\x1a",        "ci-start ",
    "_",           MINUS_3,
    "\n0002:",     "\n02 ",
    "STP\n",       "\x80",
    "5",           "/",
    ":",
  };
  unsigned accepted = 0;

  (void)state;
  for (unsigned i = 0; i < 100000; i++) {
    char file[2048] = "";
    size_t size = 0;
    const unsigned parts = random_below(40);
    char *exact;

    for (unsigned j = 0; j < parts; j++) {
      const char *const piece =
        pieces[random_below(sizeof pieces / sizeof pieces[0])];

      memcpy(file + size, piece, strlen(piece));
      size += strlen(piece);
      if (i % 4 == 0 && size > 0)
        file[random_word() % size] = (char)random_word();
    }
    exact = malloc(size + (size == 0));
    assert_non_null(exact);
    memcpy(exact, file, size);
    text[0] = '\0';
    if (program_parse("p", exact, size, &pr, text)) {
      accepted++;
      assert_true(pr.given != 0);
    } else {
      assert_non_null(strstr(text, ", expected "));
      assert_null(strchr(text, '\n'));
    }
    free(exact);
  }
  assert_true(accepted > 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(at_most_64_labels_are_kept),
    cmocka_unit_test(a_number_that_32_digits_cannot_hold_is_refused),
    cmocka_unit_test(warnings_without_room_are_counted),
    cmocka_unit_test(an_empty_file_is_refused),
    cmocka_unit_test(a_binary_file_is_refused),
    cmocka_unit_test(a_file_that_is_too_long_is_refused),
    cmocka_unit_test(a_line_number_over_31_is_refused),
    cmocka_unit_test(a_line_given_twice_is_refused),
    cmocka_unit_test(an_unknown_mnemonic_is_refused),
    cmocka_unit_test(an_operand_out_of_range_is_refused),
    cmocka_unit_test(digits_that_are_not_32_are_refused),
    cmocka_unit_test(mixed_formats_are_refused),
    cmocka_unit_test(a_file_that_cannot_be_read_says_why),
    cmocka_unit_test(no_bytes_can_harm_the_reader),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
