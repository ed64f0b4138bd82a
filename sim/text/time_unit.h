// SPDX-License-Identifier: MIT
/*
 * time_unit.h - units of time by name: s, ms, us, ns, ps, fs.
 *
 *   char text[TIME_WORDS];
 *
 *   time_unit("us", 2);              // 1e-6
 *   time_words(0.0042, text);        // "4.2 ms"
 */
#ifndef SSEM_TIME_UNIT_H
#define SSEM_TIME_UNIT_H

#include <stddef.h>

enum { TIME_WORDS = 40 }; /* bytes that hold any duration in words */

/* The seconds in the unit whose name are the size bytes at `at`; 0 if there is
 * none of that name. */
double time_unit(const char *at, size_t size);

/* A duration, 0 or more seconds, with nine digits at most, in the largest unit
 * of which it is at least one. */
void time_words(double seconds, char text[TIME_WORDS]);

#endif
