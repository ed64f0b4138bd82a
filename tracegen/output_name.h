// SPDX-License-Identifier: MIT
/*
 * output_name.h - under which names an output is written.
 *
 *   char target[PATH_MAX], temporary[PATH_MAX];
 *
 *   if (!output_follow("latest.vcd", target))        // runs/7.vcd
 *     ...                                            // errno says why
 *   output_sweep(target);
 *   fd = output_temporary(target, temporary);        // runs/7.vcd.4711-0.part
 */
#ifndef TRACEGEN_OUTPUT_NAME_H
#define TRACEGEN_OUTPUT_NAME_H

#include <limits.h>
#include <stdbool.h>

/* What name leads to, through links that may point to nothing yet. False: errno
 * says why. */
bool output_follow(const char *name, char target[PATH_MAX]);

/* Create a file beside target, whose name says whose it is and what of, and
 * lock it. A base name too long for that is cut and told from others by a
 * checksum. Returns a descriptor; -1: errno says why. */
int output_temporary(const char *target, char temporary[PATH_MAX]);

/* Remove what processes that no longer run have left of target. */
void output_sweep(const char *target);

#endif
