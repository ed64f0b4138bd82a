// SPDX-License-Identifier: MIT
/*
 * held.h - a dump in memory held against levels that obey a small program.
 *
 * The program is LDN 20 (line 1), SUB 20 (line 2), STP (line 3); line 20 is 5.
 *
 *   assert_int_equal(held_check(HELD_MAP, HELD_BEGIN "#5 1$ #6"), HELD_ENDED);
 *   held_says("before order 1, ");
 */
#ifndef SSEM_TEST_HELD_H
#define SSEM_TEST_HELD_H

#include "sim/lockstep/lockstep.h"

/* A machine that has A, CI and a clock; what stands before #5. */
#define HELD_MAP "A = t.A\nCI = t.c[4:0]\nboundary = t.k rise\n"
#define HELD_HEAD                                              \
  "$timescale 1ns $end $scope module t $end\n"                 \
  "$var wire 32 ! \\A  [31:0] $end $var reg 8 \" c[7:0] $end " \
  "$var wire 1 $ k $end $var real 64 r x $end $upscope $end "  \
  "$enddefinitions $end\n"
#define HELD_BEGIN HELD_HEAD "#0 $dumpvars b0 ! b1 \" 0$ r0 r $end "
#define HELD_MINUS_5 "b11111111111111111111111111111011 ! "
#define HELD_MINUS_10 "b11111111111111111111111111110110 ! "

/* How a check ends. HELD_BROKEN: the dump or the map is. */
enum held_ending { HELD_ENDED, HELD_STOPPED, HELD_DIFFERS, HELD_BROKEN };

struct held {
  struct lockstep ls;
  char text[TEXT_SENTENCE];     /* its sentence */
  char left_out[TEXT_SENTENCE]; /* what the map leaves out */
  unsigned cut;                 /* the line in which the dump is cut, or 0 */
};

extern struct held held; /* the last one */

/* Before and after all tests of a group. */
int held_begin(void **state);
int held_end(void **state);

/* Hold a dump against isa; or, for so many bars of digit periods first, against
 * `count` of isa, serial and waves. */
enum held_ending held_beside(unsigned count, unsigned bars, const char *lines,
                             const char *dump);
enum held_ending held_check(const char *lines, const char *dump);

/* Fail unless the sentence has this part. */
void held_says(const char *part);

#endif
