// SPDX-License-Identifier: MIT
/*
 * fprintf_vcd.h - the trace that every testbench begins with: look at each
 * signal in each digit period and print those that changed. What tracegen is
 * measured by; from $dumpvars on the file is tracegen's, byte for byte.
 */
#ifndef SSEM_FPRINTF_VCD_H
#define SSEM_FPRINTF_VCD_H

#include "sim/ssem.h"

/* Let m, with the console at rest, pass so many beats, and write every signal
 * to file name, 100 units of 100 ns a digit period. False if that fails. */
bool fprintf_vcd(const char *name, struct ssem *m, uint64_t beats);

#endif
