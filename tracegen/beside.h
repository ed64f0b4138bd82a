// SPDX-License-Identifier: MIT
/*
 * beside.h - the names of files that stand beside a trace.
 *
 *   beside_view("out/run.vcd.gz", name, sizeof name);    // out/run.gtkw
 *   beside_level("out/run.vcd", "rtl", name, sizeof name); // out/run-rtl.vcd
 */
#ifndef TRACEGEN_BESIDE_H
#define TRACEGEN_BESIDE_H

#include <stdbool.h>
#include <stddef.h>

/* A name without its directory. */
const char *beside_base(const char *name);

/* The view's name for a trace's: run.vcd, run.vcd.gz and run.fst have run.gtkw;
 * and its second choice: run.vcd.gtkw. A name too long for a file is cut. False
 * if it does not fit into size bytes. */
bool beside_view(const char *output, char *name, size_t size);
bool beside_second_view(const char *output, char *name, size_t size);

/* The name of one level's trace of several. False if it does not fit. */
bool beside_level(const char *output, const char *level, char *name,
                  size_t size);

#endif
