// SPDX-License-Identifier: MIT
/*
 * stimulus_reader.h - what the pages that read a stimulus share; internal to
 * this folder.
 *
 * Every function that returns bool returns false after scanner_fault() has
 * written the one sentence "file:line:column: found ..., expected ...".
 */
#ifndef SSEM_STIMULUS_READER_H
#define SSEM_STIMULUS_READER_H

#include "sim/text/scanner.h"
#include "stimulus.h"

struct stimulus_reader {
  struct stimulus *st; /* being built */
  struct scanner *s;   /* in the line of this statement */
  const char *first;   /* where it begins */
};

/* The units of a wait, by enum act_unit, and how many digit periods each is. */
struct stimulus_unit {
  const char *name;
  uint64_t periods;
};

extern const struct stimulus_unit stimulus_units[UNIT_COUNT];

/* One statement at the cursor, up to the end of the line: its acts. */
bool stimulus_statement(struct stimulus_reader *r);

/* Append an act of this statement. */
bool stimulus_add(struct stimulus_reader *r, const struct act *act);

/* stimulus_words.c: acts put together. Each appends what it says. */
bool words_set(struct stimulus_reader *r, enum input input, word value);
bool words_wait(struct stimulus_reader *r, uint64_t count, enum act_unit unit);
bool words_plain(struct stimulus_reader *r, enum act_kind kind);
bool words_steps(struct stimulus_reader *r, uint64_t count);
bool words_stop(struct stimulus_reader *r);
bool words_run(struct stimulus_reader *r);
bool words_switches_down(struct stimulus_reader *r);
bool words_manual(struct stimulus_reader *r, word function, word line);
bool words_auto(struct stimulus_reader *r);
bool words_clear_store(struct stimulus_reader *r);
bool words_clear_line(struct stimulus_reader *r, word line);
bool words_clear_control(struct stimulus_reader *r);
bool words_key(struct stimulus_reader *r, word line, word digits);
bool words_enter(struct stimulus_reader *r, word line, word digits);

#endif
