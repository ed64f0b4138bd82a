// SPDX-License-Identifier: MIT
/*
 * expression.h - one language of expressions over named values.
 *
 * docs/reference/expressions.md is its page. Triggers (trigger.h) are made of
 * it, and the boundaries of a map. Who uses it says what its names are and,
 * when an expression is evaluated, what their values are; both begin with a
 * struct of this page.
 *
 *   struct expression x;
 *
 *   if (!expression_read(&x, &scanner, &mine.names))
 *     fprintf(stderr, "%s\n", text);     // column 3: found ..., expected ...
 *   if (expression_value(&x, &mine.values).digits != 0)
 *     ...
 *
 * Arithmetic has 64 binary digits and wraps round. Nothing is allocated.
 */
#ifndef SSEM_EXPRESSION_H
#define SSEM_EXPRESSION_H

#include "scanner.h"

enum {
  EXPRESSION_STEPS = 128, /* numbers, names and operators in an expression */
  EXPRESSION_DEPTH = 64,  /* brackets and signs inside one another */
  EXPRESSION_WAITING = 32 /* values whose operator is yet to come */
};

/* A value. known: nothing of it rests on a digit that is x or z. */
struct value {
  uint64_t digits;
  bool known;
};

/* What a step does with the values on a stack; private to expression*.c. */
enum step {
  STEP_NUMBER,
  STEP_NAMED,
  STEP_ELEMENT,
  STEP_MINUS,
  STEP_NOT,
  STEP_INVERT,
  STEP_ADD,
  STEP_SUBTRACT,
  STEP_AND,
  STEP_XOR,
  STEP_OR,
  STEP_EQUAL,
  STEP_UNEQUAL,
  STEP_LESS,
  STEP_LESS_EQUAL,
  STEP_GREATER,
  STEP_GREATER_EQUAL,
  STEP_BOTH,
  STEP_EITHER
};

/* An expression, operands before their operator. */
struct expression {
  bool is_signed; /* as struct names says */
  unsigned steps; /* 0 if there is none */
  struct {
    enum step what;
    unsigned count; /* of an array */
    uint64_t value; /* a number; which named value, the first of an array */
  } step[EXPRESSION_STEPS];
};

/* What a name means. */
struct name {
  enum {
    NAME_NUMBER, /* `value` itself */
    NAME_VALUE,  /* the named value of number `value` */
    NAME_ARRAY   /* the `count` named values from there on: NAME[index] */
  } kind;
  uint64_t value;
  unsigned count;
  bool is_word; /* of 32 digits with a sign */
};

/* Which names there are. */
struct names {
  bool is_signed; /* are values compared with their sign? */

  /* Read the name at the cursor into *found. False after scanner_fault() if
   * there is none, or an unknown one. */
  bool (*read)(struct names *names, struct scanner *s, struct name *found);
};

/* What named values are now. */
struct values {
  struct value (*value)(const struct values *values, uint64_t which);
};

/* Read the expression at the cursor, up to where it cannot go on: the caller
 * says what may follow. On failure returns false after scanner_fault(). */
bool expression_read(struct expression *x, struct scanner *s,
                     struct names *names);

/* Of named values below `count` those with is_text are numbers that stand for
 * texts. They may be compared with == and != and one another, and no more; with
 * whole, the expression may be one of them. False: *which is one that is not.
 */
bool expression_texts(const struct expression *x, const bool is_text[],
                      unsigned count, bool whole, uint64_t *which);

/* The value of an expression that has been read. */
struct value expression_value(const struct expression *x,
                              const struct values *values);

#endif
