// SPDX-License-Identifier: MIT
/*
 * vcd_strict.h - a reader of value change dumps that forgives nothing.
 *
 * Viewers accept almost anything, so their exit status proves nothing. This
 * reader holds a file to IEEE 1364-2005 clause 18 and to our own rules on top:
 * one item a line, shortest vectors, every variable in $dumpvars, no change
 * that changes nothing, no #time without changes but the last. It tells the
 * first fault with its line, and can hand every change to a listener.
 *
 *   static struct vcd vcd;
 *
 *   if (!vcd_read(bytes, size, VCD_STRICT, NULL, &vcd, text))
 *     printf("%s\n", text);            // line 7: unknown identifier %
 *
 * VCD_LOOSE forgives form (line breaks, leading zeros, repeated values, which
 * it does not hand on) and is for what other tools write.
 */
#ifndef TESTS_VCD_STRICT_H
#define TESTS_VCD_STRICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VCD_TEXT = 256, VCD_VARIABLES = 128, VCD_VALUE = 72 };

enum vcd_manner { VCD_STRICT, VCD_LOOSE };

struct vcd_variable {
  char path[128]; /* "ssem.control.CI" */
  char id[8];
  char type[16];
  unsigned size;         /* digits; 1 for a string */
  char value[VCD_VALUE]; /* the last: "0", "101", "s03:\040LDN\04026" */
};

struct vcd {
  unsigned count; /* variables */
  struct vcd_variable variable[VCD_VARIABLES];
  char date[128], version[128], comment[256], timescale[16];
  uint64_t start, end; /* first and last #time */
  uint64_t changes;    /* after $dumpvars */
};

/* Extend by making it the first member of a struct. */
struct vcd_listener {
  /* variable now has value, shortest form, from time on; the values before
   * still stand in vcd->variable[]. */
  void (*change)(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                 unsigned variable, const char *value);
};

/* Read a whole file in memory. l may be NULL. Returns false at the first
 * fault, with "line N: ..." in text. */
bool vcd_read(const char *bytes, size_t size, enum vcd_manner manner,
              struct vcd_listener *l, struct vcd *vcd, char text[VCD_TEXT]);

/* The number of the variable at path, or vcd->count. */
unsigned vcd_find(const struct vcd *vcd, const char *path);

#endif
