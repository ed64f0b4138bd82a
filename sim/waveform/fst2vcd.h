// SPDX-License-Identifier: MIT
/*
 * fst2vcd.h - a fast signal trace read through GTKWave's fst2vcd.
 *
 *   pid_t child;
 *   int from;
 *
 *   if (fst2vcd_is_fst(bytes, n) && fst2vcd_start("run.fst", &from, &child) ==
 * 0)
 *     ... read a VCD from it, close(from) ...
 *   good = fst2vcd_end(child);
 */
#ifndef SSEM_FST2VCD_H
#define SSEM_FST2VCD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* So many bytes tell. */
enum { FST2VCD_BYTES = 19 };

/* Does a file that begins with these bytes hold FST? */
bool fst2vcd_is_fst(const char *bytes, size_t size);

/* Start it on a file, "-" being standard input; *from is where the VCD can be
 * read. Returns an errno: ENOENT if it is not installed. */
int fst2vcd_start(const char *name, int *from, pid_t *child);

/* It has closed its end: did it like the file? */
bool fst2vcd_end(pid_t child);

/* Nobody wants more: end it. */
void fst2vcd_kill(pid_t child);

#endif
