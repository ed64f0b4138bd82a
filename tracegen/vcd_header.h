// SPDX-License-Identifier: MIT
/*
 * vcd_header.h - the header of a VCD: its comments, scopes and variables, and
 * the identifier codes that they are given.
 *
 *   char *header = vcd_header(&options); // NULL: out of memory
 *   ... write it ...
 *   free(header);
 */
#ifndef TRACEGEN_VCD_HEADER_H
#define TRACEGEN_VCD_HEADER_H

#include "trace.h"

/* Variables are numbered: the signals, and after them the rows (rows.h). */

/* The identifier of variable i: one printable character, ! to ~, or two, and a
 * zero. */
void vcd_identifier(unsigned i, char id[3]);

/* The whole header, up to $enddefinitions $end. The caller frees it. NULL: out
 * of memory. */
char *vcd_header(const struct trace_options *o);

#endif
