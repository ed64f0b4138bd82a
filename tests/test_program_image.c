// SPDX-License-Identifier: MIT
/*
 * test_program_image.c - memory images: .coe, .mif, $readmemb and $readmemh.
 * Their digit 31 stands first; several stores may be in one.
 */
#include "support/program_text.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static const struct program_options zero_first = { .digits = PROGRAM_0_FIRST };
static const struct program_options image_1 = { .image = 1 };
static const struct program_options image_2 = { .image = 2 };
static const struct program_options image_3 = { .image = 3 };

static void assert_store(const word *S, unsigned count)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    assert_int_equal(pr.S[n], n < count ? S[n] : 0);
}

static const word four[] = { 0, 0x4018, 0xe000, (word)-3 };

static void coe_files_are_binary_or_hexadecimal(void **state)
{
  (void)state;
  good(
    "; a store of ours\n"
    "memory_initialization_radix=2;\nmemory_initialization_vector=\n"
    "00000000000000000000000000000000,\n00000000000000000100000000011000,\n"
    "00000000000000001110000000000000,\n11111111111111111111111111111101;\n");
  assert_store(four, 4);
  assert_int_equal(pr.given, 15);
  assert_string_equal(pr.warnings, "");
  good("Memory_Initialization_Radix = 16;\nmemory_initialization_vector = "
       "0, 4018 E000\nfffffffd");
  assert_store(four, 4);
  good("memory_initialization_radix=10;\nmemory_initialization_vector=0,\n"
       "16408, 57344, -3;\n");
  assert_store(four, 4);
  good("memory_initialization_vector=0,100000000011000;\n");
  assert_int_equal(pr.S[1], 0x4018);
}

static void coe_files_that_are_wrong_say_where(void **state)
{
  (void)state;
  bad("memory_initialization_radix=8;\nmemory_initialization_vector=0;\n",
      "p:1:29: found '8', expected 2, 10 or 16");
  bad("memory_initialization_radix=2;\nmemory_initialization_vector=\n012;\n",
      "p:3:1: found '012', expected a word of at most 32 digits 0 and 1");
  bad("memory_initialization_radix=16;\nmemory_initialization_vector=\n"
      "0,\n123456789;\n",
      "p:4:1: found '123456789', expected a word of at most 8 hexadecimal "
      "digits");
  bad("memory_initialization_radix=16\nmemory_initialization_vector=0;",
      "p:2:1: found 'memory_initialization_vector', expected ;");
  bad("memory_initialization_radix=16;\n",
      "p:1:32: found the end of the file, expected "
      "memory_initialization_radix");
  bad("memory_initialization_vector=;\n",
      "p:1:1: found no order or number, expected a program of 1 to 32 lines");
}

static void mif_files_have_addresses_and_ranges(void **state)
{
  (void)state;
  good("-- a store\nDEPTH = 32; WIDTH = 32;\n% two\nlines %\n"
       "ADDRESS_RADIX = HEX;\nDATA_RADIX = BIN;\nCONTENT\nBEGIN\n"
       "[0..1F] : 0; -- all\n1 : 00000000000000000100000000011000;\n"
       "2 : 1110000000000000 11111111111111111111111111111101;\nEND;\n");
  assert_store(four, 4);
  assert_int_equal(pr.given, 0xffffffff);
  good("CONTENT BEGIN 0 : 4018; END;");
  assert_int_equal(pr.S[0], 0x4018);
  assert_string_equal(pr.warnings, "");
  good("WIDTH=32;\nADDRESS_RADIX=UNS;\nDATA_RADIX=DEC;\nCONTENT BEGIN\n"
       "[10..13] : 7 -1;\n14:16408;\nEND;");
  assert_int_equal(pr.given, 31 << 10);
  assert_int_equal(pr.S[12], 7);
  assert_int_equal(pr.S[13], 0xffffffff);
  assert_int_equal(pr.S[14], 0x4018);
}

static void mif_files_that_are_wrong_say_where(void **state)
{
  (void)state;
  bad("WIDTH=16;\nCONTENT BEGIN\n0:0;\nEND;\n",
      "p:1:7: found words of 16 digits, expected 32");
  bad("DEPTH=32;\nRADIX=BIN;\n", "p:2:1: found 'RADIX', expected WIDTH, DEPTH, "
                                 "ADDRESS_RADIX, DATA_RADIX or CONTENT");
  bad("DEPTH=32;\nCONTENT BEGIN\n0 0;\n", "p:3:3: found '0', expected :");
  bad("DEPTH=32;\nCONTENT BEGIN\n0 : ;\n", "p:3:5: found ';', expected a word");
  bad("DEPTH=32;\nCONTENT BEGIN\n0 : 1\n",
      "p:3:6: found the end of the file, expected a word of at most 8 "
      "hexadecimal digits");
  bad("DEPTH=32;\nCONTENT BEGIN\n[0..FFFFF] : 1;\n",
      "p:3:5: found an address over 65535, expected a line");
  bad("DEPTH=32;\nCONTENT BEGIN\nFFFF : 1 2;\n",
      "p:3:11: found a word after address 65535, expected no more");
}

static void readmemh_words_have_eight_digits(void **state)
{
  (void)state;
  good("00000000\n00004018\n0000e000\nFFFFFFFD\n");
  assert_store(four, 4);
  good("00000000 0000_4018 // both\n@2 0000E000 fffffffd\n");
  assert_store(four, 4);
  good("/* ours */ @1F\n00004018\n");
  assert_int_equal(pr.given, 0x80000000);
  good_as("p.hex", NULL, "0 4018\nE000 fffffffd\n");
  assert_store(four, 4);
  bad("@1 0000401x 0000e000\n", "p:1:4: found '0000401x', expected a word of "
                                "at most 8 hexadecimal digits");
}

static void a_mirrored_image_is_refused(void **state)
{
  static const char file[] = "memory_initialization_radix=16;\n"
                             "memory_initialization_vector=0,18020000,70000,"
                             "bfffffff;\n";

  (void)state;
  bad(file, "p:1:1: found digits that make more sense with digit 0 first (3 "
            "words against 0), expected --digit-order 0-first, which reads "
            "them so, or 31-first");
  good_as("p", &zero_first, file);
  assert_store(four, 4);
}

static void an_image_of_many_words_holds_several_stores(void **state)
{
  char file[4096] = "memory_initialization_radix=16;\n"
                    "memory_initialization_vector=\n";

  (void)state;
  for (unsigned a = 0; a < 64; a++)
    sprintf(file + strlen(file), "%x%s",
            a == 40 ? 0x4018
            : a < 3 ? a
                    : 0,
            a == 63 ? ";\n" : ",\n");
  bad(file, "p:1:1: found 2 images of 32 words, expected --image 1 to 2");
  bad_as("p", &image_3, file,
         "p:1:1: found 2 images of 32 words, expected --image 1 to 2");
  good_as("p", &image_1, file);
  assert_int_equal(pr.S[2], 2);
  assert_int_equal(pr.S[8], 0);
  good_as("p", &image_2, file);
  assert_int_equal(pr.S[2], 0);
  assert_int_equal(pr.S[8], 0x4018);
  bad_as("p", &image_2, "00004018\n0000e000\n",
         "p:1:1: found 1 image of 32 words, expected --image 1");
  bad_as("p", &image_2, "1 STP\n",
         "p:1:1: found one program, expected --image 1 or a memory image that "
         "holds 2");
  good_as("p", &image_1, "1 STP\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(coe_files_are_binary_or_hexadecimal),
    cmocka_unit_test(coe_files_that_are_wrong_say_where),
    cmocka_unit_test(mif_files_have_addresses_and_ranges),
    cmocka_unit_test(mif_files_that_are_wrong_say_where),
    cmocka_unit_test(readmemh_words_have_eight_digits),
    cmocka_unit_test(a_mirrored_image_is_refused),
    cmocka_unit_test(an_image_of_many_words_holds_several_stores),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
