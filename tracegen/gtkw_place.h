// SPDX-License-Identifier: MIT
/*
 * gtkw_place.h - where the view of a trace may be written: never over a view
 * that somebody has arranged in GTKWave, nor over that of another trace.
 *
 * Our own is known by its first line, which holds a checksum of all the rest.
 *
 *   char name[PATH_MAX], note[TEXT_SENTENCE];
 *
 *   gtkw_place("out/run.vcd", name, note);   // out/run.gtkw or, if that is
 *                                            // not ours, out/run.vcd.gtkw
 *   if (note[0] != '\0')
 *     fprintf(stderr, "%s\n", note);         // why it is not the first
 */
#ifndef TRACEGEN_GTKW_PLACE_H
#define TRACEGEN_GTKW_PLACE_H

#include "gtkw.h"

#include <limits.h>

/* The name that the view of trace `output` gets or, if it has been written,
 * has; "" if there is no place for it. note is then, or if it is the second
 * choice, a sentence that says why; else "". */
void gtkw_place(const char *output, char name[PATH_MAX],
                char note[TEXT_SENTENCE]);

/* The first line of a view whose other bytes are these. */
enum { GTKW_FIRST_LINE = 96 };
void gtkw_first_line(const char *bytes, size_t size,
                     char line[GTKW_FIRST_LINE]);

#endif
