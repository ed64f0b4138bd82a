// SPDX-License-Identifier: MIT
/* lacks.h - what some programs do not come by, as a report of ssem check ends.
 *
 *   assert_string_equal(s.out, "...: isa = serial at every boundary, 504 "
 *                              "orders, stopped by STP in line 13\n" LACKS);
 */
#ifndef SSEM_TEST_LACKS_H
#define SSEM_TEST_LACKS_H

/* programs/first-35.asm and first-989.asm */
#define LACKS                                                             \
  "  not covered: never obeyed: SUB by 5; no store into the next order; " \
  "no store into itself; no jump over 31; CI never wrapped; no skip "     \
  "past line 31; no JMP to -1; -2^31 never negated; no overflow; no "     \
  "digits ignored; no blank line\n"

/* programs/fn-sub.asm */
#define SUB_LACKS                                                        \
  "  not covered: never obeyed: JMP, JRP, SUB by 5, CMP; no store into " \
  "the next order; no store into itself; CI never wrapped; -2^31 never " \
  "negated; no overflow; no digits ignored\n"

#endif
