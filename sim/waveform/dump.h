// SPDX-License-Identifier: MIT
/*
 * dump.h - a reader of value change dumps, whoever wrote them.
 *
 * It streams: memory grows with the header, not with the length of the run. It
 * takes what simulators really write (items that share a line, scalars and
 * vectors of 0 1 x z in either case and VHDL's u w l h -, reals and strings,
 * ranges joined to a name or apart, memories as S[0] or \S[0], several names
 * for one value, $dumpoff, $comment anywhere, unknown $keywords), passes over
 * single items that are wider, deeper or longer than it keeps, and refuses what
 * cannot be meant, with "file:line:column: found ..., expected ...".
 *
 *   struct dump *r = dump_open(source, "run.vcd", text);
 *   unsigned clk;
 *
 *   if (dump_find(r, "top.clk", &clk) && dump_watch(r, clk))
 *     while ((status = dump_step(r)) == DUMP_TIME)
 *       now = dump_digits(r, clk, DUMP_NOW, 0, 1, &unknown);
 *   dump_close(r);
 *
 * Ref: IEEE 1364-2005, clause 18.
 */
#ifndef SSEM_DUMP_READ_H
#define SSEM_DUMP_READ_H

#include "dump_source.h"

#include <stdbool.h>
#include <stdint.h>

enum {
  DUMP_PATH = 1024,    /* bytes that hold any path */
  DUMP_DIGITS = 65536, /* digits in the widest vector */
  DUMP_DEPTH = 128,    /* scopes inside one another */
  DUMP_TEXTS = 1024,   /* different texts; any other one is not known, */
  DUMP_TEXT = 512      /* nor one of so many bytes */
};

struct dump_variable {
  char *path;      /* "top.cpu.S[3]": scopes, name, no range, no backslash */
  unsigned digits; /* 0: a real, a string, an event, too wide a vector */
  bool is_text;    /* a string: its 64 digits are the number of its text */
  bool left_out;   /* GHDL says that it is not in the dump */
  int left, right; /* its range; [digits-1:0] if none was given */
  unsigned slot;   /* of its value; several names may share one */
};

enum dump_status {
  DUMP_TIME,  /* everything that happened at dump_time() is known */
  DUMP_END,   /* nothing more; see dump_cut() */
  DUMP_BROKEN /* dump_text() says where and why */
};

enum dump_moment {
  DUMP_NOW,   /* when everything at dump_time() has happened */
  DUMP_BEFORE /* just before that time */
};

struct dump;

/* Read the header. The source is the reader's from now on, also on failure,
 * which returns NULL with a sentence in text. name is used in sentences. */
struct dump *dump_open(struct dump_source *source, const char *name,
                       char text[TEXT_SENTENCE]);
void dump_close(struct dump *r);

/* The variables of the header, in its order. */
unsigned dump_count(const struct dump *r);
const struct dump_variable *dump_variable(const struct dump *r, unsigned i);
/* The first variable with this path; false if there is none. */
bool dump_find(const struct dump *r, const char *path, unsigned *i);

/* Keep the value of variable i from now on; false: out of memory. Until a dump
 * says otherwise all digits are x. */
bool dump_watch(struct dump *r, unsigned i);

/* The number that stands for a text in the digits of a string; 0: too many
 * texts, or out of memory. */
uint64_t dump_text_number(struct dump *r, const char *text);

/* Was it written by GHDL? */
bool dump_by_ghdl(const struct dump *r);

/* On to the next time in the dump. */
enum dump_status dump_step(struct dump *r);

/* The time reached, in units of the dump's timescale, and that unit in
 * seconds (0 if the header gives none). */
uint64_t dump_time(const struct dump *r);
double dump_unit(const struct dump *r);

/* Is the time between $dumpoff and $dumpon? How often was it? */
bool dump_off(const struct dump *r);
unsigned dump_offs(const struct dump *r);

/* The line in which the dump is cut short, after DUMP_END; 0 if it is not. What
 * the last line says, and that last time, is then not shown. */
unsigned dump_cut(const struct dump *r);

/* What was wrong, after DUMP_BROKEN. */
const char *dump_text(const struct dump *r);

/* count digits, 1 to 64, of a watched variable, from digit `from` on, counted
 * from its right end; digits beyond its left end are 0. Digit d of *unknown is
 * 1 where the digit is x or z. */
uint64_t dump_digits(const struct dump *r, unsigned i, enum dump_moment when,
                     unsigned from, unsigned count, uint64_t *unknown);

#endif
