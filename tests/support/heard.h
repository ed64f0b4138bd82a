// SPDX-License-Identifier: MIT
/*
 * heard.h - all the changes of a dump, to be held against those of another.
 *
 *   struct heard a = heard_from(0), b = heard_from(0);
 *
 *   read_trace("a.vcd", VCD_STRICT, &a.listener, &vcd);
 *   read_trace("b.vcd", VCD_LOOSE, &b.listener, &vcd);
 *   heard_same(&a, &b);                      // fails the test if they are not
 */
#ifndef TESTS_HEARD_H
#define TESTS_HEARD_H

#include "vcd_strict.h"

/* Every change as a line "time path value". */
struct heard {
  struct vcd_listener listener;
  uint64_t from; /* earlier changes are not kept */
  char **line;
  size_t lines, room;
};

/* Ready to hear all changes from a time on. */
struct heard heard_from(uint64_t time);

/* Forget what was heard at time or later. */
void heard_until(struct heard *h, uint64_t time);

/* Both must have heard the same, in whatever order within one time, and
 * something at all. Frees both. */
void heard_same(struct heard *a, struct heard *b);

#endif
