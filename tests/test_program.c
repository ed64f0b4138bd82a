// SPDX-License-Identifier: MIT
/*
 * test_program.c - program files in and out: what each format says, and that
 * what is written is read back the same.
 */
#include "support/machine.h"
#include "support/program_text.h"
#include "support/random.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void same_three_lines(void)
{
  assert_int_equal(pr.given, 7U << 1);
  assert_int_equal(pr.S[1], order(FN_LDN, 24));
  assert_int_equal(pr.S[2], order(FN_STO, 26));
  assert_int_equal(pr.S[3], (word)-3);
  assert_string_equal(pr.warnings, "");
}

static void assembly_is_read_with_numbers_or_without(void **state)
{
  (void)state;
  good("; title\n01 LDN 24 ; why\n02 STO 26\n03 NUM -3\n");
  same_three_lines();
  good("1: LDN 24\nSTO 26\n3 -3");
  same_three_lines();
  good("01 LDN 0x18\n\n\t02:STO 26\n  03 4294967293\n");
  same_three_lines();
  good("LDN 24");
  assert_int_equal(pr.given, 1);
  assert_int_equal(pr.S[0], order(FN_LDN, 24));
}

static void a_snapshot_is_read_with_a_count_or_without(void **state)
{
  (void)state;
  good("0001:" LDN_24 "\n0002:" STO_26 "\n0003:" MINUS_3 "\n");
  same_three_lines();
  good("3\n0001:" LDN_24 "\n0002:" STO_26 "\n0003:" MINUS_3 "\n");
  same_three_lines();
  good("; x\n0001: " LDN_24 "\n0003 : " MINUS_3 "\n2:" STO_26);
  same_three_lines();
}

static void a_listing_is_read_with_words_beside_the_digits(void **state)
{
  (void)state;
  good("1 " LDN_24 "\n2 " STO_26 "\n3 " MINUS_3);
  same_three_lines();
  good(" 1  " LDN_24 "  LDN 24\n02 " STO_26 " sto 26 ; c\n3 " MINUS_3 " -3\n");
  same_three_lines();
}

static void bare_digits_begin_at_line_0(void **state)
{
  (void)state;
  good(LDN_24 "\n\n" STO_26 "\n" MINUS_3 "\n");
  assert_int_equal(pr.given, 7);
  assert_int_equal(pr.S[0], order(FN_LDN, 24));
  assert_int_equal(pr.S[2], (word)-3);
}

static void public_assembly_begins_with_a_count(void **state)
{
  (void)state;
  good("4\n00 NUM 0\n01 LDN 24\n02 STO 26\n03 NUM -3\n");
  assert_int_equal(pr.given, 15);
  assert_int_equal(pr.S[1], order(FN_LDN, 24));
  assert_string_equal(pr.warnings, "");
  good("32\n0001 LDN 24\n");
  assert_string_equal(pr.warnings,
                      "p:1:1: found a count of 32, expected 1, the number of "
                      "lines that follow\n");
}

static void every_alias_names_its_order(void **state)
{
  (void)state;
  good("0 HLT\n1 STOP\n2 STP\n3 SKN\n4 CMP\n5 JPR 9\n6 JMR 9\n7 JRP 9\n"
       "8 SUB 3\n9 SUB5 3\n10 EJA 20\n11 EJA 0\n12 JMP 3\n");
  for (unsigned n = 0; n < 3; n++)
    assert_int_equal(pr.S[n], order(FN_STP, 0));
  for (unsigned n = 3; n < 5; n++)
    assert_int_equal(pr.S[n], order(FN_CMP, 0));
  for (unsigned n = 5; n < 8; n++)
    assert_int_equal(pr.S[n], order(FN_JRP, 9));
  assert_int_equal(pr.S[8], order(FN_SUB, 3));
  assert_int_equal(pr.S[9], order(FN_SUB5, 3));
  assert_int_equal(pr.S[10], 19);
  assert_int_equal(pr.S[11], (word)-1);
  assert_int_equal(pr.S[12], order(FN_JMP, 3));
}

static void comments_open_in_every_public_way(void **state)
{
  (void)state;
  good("# a\n-- b\n// c\n; d: 5 LDN 77\n01 LDN 24#e\n02 STO 26 -- f\n"
       "03 NUM -3// g");
  same_three_lines();
}

static void labels_name_lines_before_and_after(void **state)
{
  (void)state;
  good("01 loop: LDN a\n SUB b\n JMP back\n20\tback: EJA loop\n"
       "rel: NUM loop-rel-1\na:\nb: NUM 7\nc: d: 12\n");
  assert_int_equal(pr.S[1], order(FN_LDN, 22));
  assert_int_equal(pr.S[2], order(FN_SUB, 22));
  assert_int_equal(pr.S[3], order(FN_JMP, 20));
  assert_int_equal(pr.S[20], 0);
  assert_int_equal(pr.S[21], (word)(1 - 21 - 1));
  assert_int_equal(pr.S[22], 7);
  assert_int_equal(pr.S[23], 12);
  good("LDN D+1\nd: STP");
  assert_int_equal(pr.S[0], order(FN_LDN, 2));
  bad("a: STP\nA: STP\n",
      "p:2:1: found label 'A' again, expected each label once");
  bad("STP\nend:\n", "p:2:5: found the end of the file, expected an order or a "
                     "number for the last label");
  bad("LDN a\n", "p:1:5: found 'a', which labels no line, expected a line 0 "
                 "to 31");
}

static void numbers_span_both_readings_of_32_digits(void **state)
{
  (void)state;
  good("0 NUM -2147483648\n1 NUM 4294967295\n2 NUM 0xffffffff\n3 -0x80000000\n"
       "4 NUM +5\n5 NUM 0010\n6 -0b101\n");
  assert_int_equal(pr.S[0], 0x80000000);
  assert_int_equal(pr.S[1], 0xffffffff);
  assert_int_equal(pr.S[2], 0xffffffff);
  assert_int_equal(pr.S[3], 0x80000000);
  assert_int_equal(pr.S[4], 5);
  assert_int_equal(pr.S[5], 10);
  assert_int_equal(pr.S[6], (word)-5);
}

static void carriage_returns_mark_and_case_do_not_matter(void **state)
{
  (void)state;
  good(BOM "01 ldn 24\r\n02 Sto 26\r\n03 num -3\r\n");
  same_three_lines();
  good("01 LDN 24\r02 STO 26\r03 NUM -3");
  same_three_lines();
  good(BOM "3\r\n0001:" LDN_24 "\r\n0002:" STO_26 "\r\n0003:" MINUS_3 "\r\n");
  same_three_lines();
  good("1 " LDN_24 "\r\n2 " STO_26 " \r\n3 " MINUS_3 "\r\n\r\n");
  same_three_lines();
  good("; caf\xc3\xa9\n; caf\xe9\n01 LDN 24\n02 STO 26\n03 NUM -3");
  same_three_lines();
  bad("01 LDN 24\r\n02 FOO\r\n",
      "p:2:4: found 'FOO', expected JMP, JRP, LDN, STO, SUB, SUB5, CMP, STP, "
      "NUM, EJA or a number");
}

static void digits_win_over_the_words_beside_them(void **state)
{
  (void)state;
  good("1 " LDN_24 " LDN 23\n2 " STO_26 " -1\n");
  assert_int_equal(pr.S[1], order(FN_LDN, 24));
  assert_int_equal(pr.S[2], order(FN_STO, 26));
  assert_string_equal(
    pr.warnings,
    "p:1:36: found 'LDN 23' beside digits that say LDN 24 (16408); the "
    "digits are kept\n"
    "p:2:36: found '-1' beside digits that say STO 26 (24602); the digits "
    "are kept\n");
}

static void words_agree_with_what_the_machine_sees(void **state)
{
  (void)state;
  good("1 00011111000000100000000000000001 LDN 24\n"
       "2 11000000000001010000000000000000 SUB 3\n"
       "3 11000000000001010000000000000000 SUB5 3\n"
       "4 11111000000000110000000000000000 CMP\n");
  assert_string_equal(pr.warnings, "");
  good("3 11000000000000010000000000000000 SUB5 3\n");
  assert_non_null(strstr(pr.warnings, "'SUB5 3' beside digits that say SUB "
                                      "3"));
}

/* Every format gives back every word, whatever digits are set in it. */
static void every_format_round_trips_every_word(void **state)
{

  (void)state;
  for (unsigned i = 0; i < 3000; i++) {
    const enum program_format format = i % 3;
    struct program wrote = { .name = "p" };
    char *bytes;
    size_t size;
    FILE *out;

    while (wrote.given == 0)
      wrote.given = random_word();
    for (unsigned n = 0; n < 32; n++) {
      const word w = random_word();

      if (wrote.given >> n & 1)
        wrote.S[n] = i % 2 ? w : i % 4 ? w & 0xe01f : w >> random_below(32);
    }
    out = open_memstream(&bytes, &size);
    program_write(&wrote, format, out);
    fclose(out);
    if (!program_parse("p", bytes, size, &pr, text))
      fail_msg("%s\nin:\n%s", text, bytes);
    assert_int_equal(pr.given, wrote.given);
    assert_memory_equal(pr.S, wrote.S, sizeof pr.S);
    assert_string_equal(pr.warnings, "");
    free(bytes);
  }
}

static void written(enum program_format format, const char *expected)
{
  char *bytes;
  size_t size;
  FILE *const out = open_memstream(&bytes, &size);

  program_write(&pr, format, out);
  fclose(out);
  assert_string_equal(bytes, expected);
  free(bytes);
}

static void files_are_written_as_drawn(void **state)
{
  (void)state;
  good("01 LDN 24\n02 SUB5 3\n03 NUM -3\n31 CMP\n");
  written(PROGRAM_ASM, "01 LDN 24   ; 16408\n02 SUB5 3   ; 40963\n"
                       "03 NUM -3\n31 CMP      ; 49152\n");
  written(PROGRAM_SNP, "4\n0001:" LDN_24 "\n"
                       "0002:11000000000001010000000000000000\n"
                       "0003:" MINUS_3 "\n"
                       "0031:00000000000000110000000000000000\n");
  written(PROGRAM_LST, " 1 " LDN_24 " LDN 24\n"
                       " 2 11000000000001010000000000000000 SUB5 3\n"
                       " 3 " MINUS_3 " -3\n"
                       "31 00000000000000110000000000000000 CMP\n");
}

static void the_format_to_write_follows_the_extension(void **state)
{
  enum program_format format = PROGRAM_LST;

  (void)state;
  assert_true(program_format_of("a/b.asm", &format));
  assert_int_equal(format, PROGRAM_ASM);
  assert_true(program_format_of("b.x.SNP", &format));
  assert_int_equal(format, PROGRAM_SNP);
  assert_true(program_format_of(".lst", &format));
  assert_int_equal(format, PROGRAM_LST);
  assert_false(program_format_of("b", &format));
  assert_false(program_format_of("b.vcd", &format));
  assert_false(program_format_of("b.asm/c", &format));
}

static void save(const char *name, const char *file)
{
  FILE *const out = fopen(name, "wb");

  assert_non_null(out);
  fputs(file, out);
  assert_int_equal(fclose(out), 0);
}

static void content_decides_whatever_the_extension(void **state)
{
  char folder[] = "/tmp/test_program_XXXXXX";
  char name[64];

  (void)state;
  assert_non_null(mkdtemp(folder));
  snprintf(name, sizeof name, "%s/wrong.asm", folder);
  save(name, "0001:" LDN_24 "\n0002:" STO_26 "\n0003:" MINUS_3 "\n");
  assert_true(program_load(name, &pr, text));
  same_three_lines();
  assert_string_equal(pr.name, name);
  save(name, "1 " LDN_24 "\n2 " STO_26 "\n3 " MINUS_3 "\n");
  assert_true(program_load(name, &pr, text));
  same_three_lines();
  save(name, "");
  assert_false(program_load(name, &pr, text));
  assert_non_null(strstr(text, "wrong.asm:1:1: found an empty file, expected"));
  remove(name);
  rmdir(folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(assembly_is_read_with_numbers_or_without),
    cmocka_unit_test(a_snapshot_is_read_with_a_count_or_without),
    cmocka_unit_test(a_listing_is_read_with_words_beside_the_digits),
    cmocka_unit_test(bare_digits_begin_at_line_0),
    cmocka_unit_test(public_assembly_begins_with_a_count),
    cmocka_unit_test(every_alias_names_its_order),
    cmocka_unit_test(comments_open_in_every_public_way),
    cmocka_unit_test(labels_name_lines_before_and_after),
    cmocka_unit_test(numbers_span_both_readings_of_32_digits),
    cmocka_unit_test(carriage_returns_mark_and_case_do_not_matter),
    cmocka_unit_test(digits_win_over_the_words_beside_them),
    cmocka_unit_test(words_agree_with_what_the_machine_sees),
    cmocka_unit_test(every_format_round_trips_every_word),
    cmocka_unit_test(files_are_written_as_drawn),
    cmocka_unit_test(the_format_to_write_follows_the_extension),
    cmocka_unit_test(content_decides_whatever_the_extension),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
