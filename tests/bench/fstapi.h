// SPDX-License-Identifier: MIT
/*
 * fstapi.h - a trace by fstapi, the FST writer of GTKWave and Verilator: what
 * ours is measured by.
 */
#ifndef SSEM_BENCH_FSTAPI_H
#define SSEM_BENCH_FSTAPI_H

#include "sim/ssem.h"

/* Let m, with the console at rest, pass so many beats, and write every signal
 * to file name, 100 units of 100 ns a digit period. False if that fails, or if
 * fstapi was missing in this build. */
bool fstapi_trace(const char *name, struct ssem *m, uint64_t beats);

#endif
