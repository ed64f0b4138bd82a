// SPDX-License-Identifier: MIT
/*
 * values.h - the values that options take: each read, or refused on stderr.
 */
#ifndef COMMAND_VALUES_H
#define COMMAND_VALUES_H

#include "options.h"

/* "ssem: --option: found '...', expected ..."; false. */
bool value_refused(const char *option, const char *found, const char *expected);

/* A whole number from least to most. */
bool value_number(const char *option, const char *text, uint64_t least,
                  uint64_t most, uint64_t *value);

/* --digit-period: a time with its unit, in units of 100 ns. */
bool value_digit_period(const char *text, unsigned *hundreds);

/* --levels: names with commas between; o keeps them until options_free(). */
bool value_levels(struct options *o, const char *text);

/* --engine: is it one? */
bool value_engine(const char *text);

/* --grain and --compare. */
bool value_grain(const char *text, bool *by_order);
bool value_compare(const char *text, enum compare_what *what);

/* --beats: one, or the first and the last of several: "A2", "S1-A1". */
bool value_beats(struct options *o, const char *text);

/* --digit-order: 0-first or 31-first. */
bool value_digit_order(const char *text, enum program_digits *digits);

/* --display: S, A or C. */
bool value_display(const char *text, char *display);

#endif
