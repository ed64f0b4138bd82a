// SPDX-License-Identifier: MIT
/*
 * test_dump_store.c - a dump that has the store as one value: every line of it
 * is compared.
 */
#include "sim/order.h"
#include "support/held.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

/* What held.h's levels have in store. */
static const word S[SSEM_LINES] = {
  [1] = FN_LDN << 13 | 20, [2] = FN_SUB << 13 | 20, [3] = FN_STP << 13, [20] = 5
};

/* The store as one value, digit 31 of line 31 first; with digit 3 of line
 * `wrong` turned over if there is such a line. */
static void add_packed(char *dump, unsigned wrong)
{
  char *at = dump + strlen(dump);

  *at++ = 'b';
  for (unsigned line = SSEM_LINES; line-- > 0;)
    for (unsigned p = SSEM_DIGITS; p-- > 0;) {
      const bool flip = line == wrong && p == 3;

      *at++ = (S[line] >> p & 1) != flip ? '1' : '0';
    }
  strcpy(at, " ' ");
}

static enum held_ending packed(unsigned wrong)
{
  char dump[8192] = "$timescale 10 us $end $scope module t $end $var wire 32 "
                    "! A $end $var wire 8 \" c $end $var wire 1 $ k $end $var "
                    "wire 1024 ' s $end $upscope $end $enddefinitions $end "
                    "#0 b0 ! b1 \" 0$ ";

  add_packed(dump, SSEM_LINES);
  strcat(dump, "#5 1$ #7 0$ " HELD_MINUS_5 "b10 \" #10 1$ #12 0$ " HELD_MINUS_10
               "b11 \" ");
  add_packed(dump, wrong);
  strcat(dump, "#15 1$ #16 0$ #17 1$ #18\n");
  return held_check(HELD_MAP "S = t.s\n", dump);
}

static void every_line_of_a_packed_store_is_compared(void **state)
{
  (void)state;
  assert_int_equal(packed(SSEM_LINES), HELD_STOPPED);
  assert_string_equal(held.left_out, "; CI in digits 0 to 4 only");
  for (unsigned line = 0; line < SSEM_LINES; line++) {
    char said[64];

    snprintf(
      said, sizeof said,
      "time 15 (150 us): line %02u: expected %u, found %u (digit 3 only)", line,
      (unsigned)S[line], (unsigned)(S[line] ^ 8));
    assert_int_equal(packed(line), HELD_DIFFERS);
    held_says(said);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_line_of_a_packed_store_is_compared),
  };

  return cmocka_run_group_tests(tests, held_begin, held_end);
}
