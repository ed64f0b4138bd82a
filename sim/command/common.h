// SPDX-License-Identifier: MIT
/*
 * common.h - what several commands do alike: load, open, count, quote.
 */
#ifndef COMMAND_COMMON_H
#define COMMAND_COMMON_H

#include "options.h"

#include "sim/level/levels.h"
#include "sim/program/program.h"

/* Load a program; warnings and errors go to stderr. Until the first is there,
 * Ctrl-C kills, as a person who waits at standard input expects; from then on
 * it asks (progress.h). */
bool load(const struct options *o, const char *name, struct program *pr);

/* Open the levels of the options into level[]. On failure nothing is open,
 * stderr knows why, and *status is STATUS_USAGE (no such level) or
 * STATUS_OUTPUT (it exists, but not in this build). */
bool open_levels(const struct options *o, struct level *level[],
                 enum status *status);
void close_levels(struct level *level[], unsigned count);

/* Say on stderr that a level is LEVEL_LOST after so many orders. */
void tell_lost(const struct level *l, uint64_t orders);

/* CI as the control tube holds it when the first order is in pr->first. */
word start_CI(const struct program *pr);

/* Is output a file that is not read too: no program, --vcd, --map, --stimulus,
 * --load, or program that a stimulus names? If it is one, it would be replaced:
 * false, and stderr says so. */
bool spares_input(const struct options *o, const char *output);

/* How many orders may be obeyed before looking up, for Ctrl-C and progress: a
 * tenth of a second of the gates, and a second of them under an emulator. */
enum { CHUNK = 1 << 12 };

/* Flush stdout; STATUS_OUTPUT with the reason on stderr if that failed, else
 * the status given. */
enum status finish_output(enum status status);

/* A duration of so many digit periods in seconds, exact: "0.72576". */
enum { SECONDS_TEXT = 48 };
void seconds_text(uint64_t digit_periods, unsigned hundreds_of_ns,
                  char text[SECONDS_TEXT]);

/* text as a JSON string, quotes included. JSON is UTF-8 (RFC 8259) and a file
 * name need not be: a byte that is none becomes U+FFFD. */
void print_json_string(const char *text);

#endif
