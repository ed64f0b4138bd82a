// SPDX-License-Identifier: MIT
/*
 * stimulus.h - a stimulus: what the operator does, in machine time, as a file.
 *
 * A line is a statement. Primitives set an input of the console, press KC, or
 * let time pass; words such as "clear line 5" are made of primitives, and are
 * taken apart here. What is left is a list of acts, which player.h plays.
 * docs/reference/stimuli.md lists every statement.
 *
 *   struct stimulus st;
 *
 *   if (!stimulus_load("key.stim", &st, text))
 *     fprintf(stderr, "%s\n", text);        // key.stim:3:7: found ..., ...
 *   for (i = 0; i < st.acts; i++)
 *     stimulus_act_text(&st.act[i], words);  // "CS 0", "wait 36 digits"
 *   stimulus_free(&st);
 */
#ifndef SSEM_STIMULUS_H
#define SSEM_STIMULUS_H

#include "input.h"
#include "sim/text/text.h"

#include <stddef.h>
#include <stdint.h>

enum {
  STIMULUS_LARGEST = 1 << 20, /* bytes in the largest file that is read */
  STIMULUS_ACTS = 1 << 20,    /* acts in the longest stimulus */
  STIMULUS_SHOWN = 32,        /* bytes of a statement that are kept */
  STIMULUS_ACT_TEXT = 64,     /* bytes that hold any act in words */
  STIMULUS_NAME = 4096        /* bytes that hold the name of a file */
};

enum act_kind {
  ACT_SET,         /* input takes value, and keeps it */
  ACT_PRESS,       /* KC: a pulse of one digit period, which passes */
  ACT_PRESS_LIT,   /* the same if the stop lamp is lit; else nothing */
  ACT_WAIT,        /* count units pass */
  ACT_WAIT_ORDERS, /* count more boundaries are reached */
  ACT_WAIT_IDLE,   /* until active = ksp = 0 */
  ACT_WAIT_STOP,   /* until ssem_stopped(); count: boundaries at most, or 0 */
  ACT_NEED_IDLE,   /* the machine must be idle and stay so: no time passes */
  ACT_NEED_HELD    /* CS must be 0: no time passes */
};

/* What a wait counts, and how many digit periods that is. */
enum act_unit { UNIT_DIGITS, UNIT_BEATS, UNIT_BARS, UNIT_SCANS, UNIT_COUNT };

struct act {
  enum act_kind kind;
  enum input input;   /* ACT_SET */
  word value;         /* ACT_SET */
  enum act_unit unit; /* ACT_WAIT */
  uint64_t count;     /* the waits */
  unsigned statement; /* which one it is part of */
};

struct stimulus_statement {
  unsigned line, column;     /* of the file, from 1 */
  size_t first;              /* its first act */
  char text[STIMULUS_SHOWN]; /* as it was written, cut */
};

struct stimulus {
  char name[256];              /* of the file, cut */
  char program[STIMULUS_NAME]; /* "program FILE", seen from the stimulus's own
                                * folder; "" if not given */
  bool as_built;               /* "as-built" */
  bool power_up;               /* "power-up SEED" */
  uint64_t seed;
  struct act *act;
  size_t acts;
  struct stimulus_statement *statement;
  unsigned statements;
  size_t act_room, statement_room; /* private */
};

/* Read the file called name ("-": standard input). On failure returns false and
 * text is one sentence, "file:line:column: found ..., expected ...", or "file:
 * reason"; *st is then empty and need not be freed. */
bool stimulus_load(const char *name, struct stimulus *st,
                   char text[TEXT_SENTENCE]);

/* The same of size bytes in memory; name is used in sentences. */
bool stimulus_parse(const char *name, const char *bytes, size_t size,
                    struct stimulus *st, char text[TEXT_SENTENCE]);

void stimulus_free(struct stimulus *st);

/* The digit periods of a wait, ACT_WAIT. */
uint64_t stimulus_periods(const struct act *act);

/* An act as the primitive that it is: a line of a stimulus, without its end.
 * Those that only ask (ACT_NEED_IDLE, ACT_NEED_HELD) are "". */
void stimulus_act_text(const struct act *act, char text[STIMULUS_ACT_TEXT]);

#endif
