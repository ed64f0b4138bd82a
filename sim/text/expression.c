// SPDX-License-Identifier: MIT
/*
 * expression.c - expressions read, once, and evaluated, often.
 *
 *   expression = operand {operator operand}
 *   operand    = number | name | name "[" expression "]"
 *              | ("!" | "~" | "-") operand | "(" expression ")"
 *
 * Of two operators the one that binds more comes first, of two that bind alike
 * the left one.
 */
#include "expression.h"

#include <string.h>

struct parser {
  struct expression *x;
  struct scanner *s;
  struct names *names;
  unsigned depth;   /* of brackets and signs */
  unsigned waiting; /* values on the stack by now */
};

/* What has been read. */
struct operand {
  bool is_word;     /* a word of the machine, or made of one */
  bool is_constant; /* a number, perhaps with signs */
  uint64_t value;   /* of a constant */
  unsigned step;    /* where its number stands */
};

/* Two operands: of two marks that begin alike the longer one first. */
struct infix {
  const char *mark;
  enum step what;
  unsigned binds;
};

enum { COMPARES = 3 }; /* what comparisons bind */

static const struct infix infixes[] = {
  { "||", STEP_EITHER, 1 },
  { "&&", STEP_BOTH, 2 },
  { "==", STEP_EQUAL, COMPARES },
  { "!=", STEP_UNEQUAL, COMPARES },
  { "<=", STEP_LESS_EQUAL, COMPARES },
  { "<", STEP_LESS, COMPARES },
  { ">=", STEP_GREATER_EQUAL, COMPARES },
  { ">", STEP_GREATER, COMPARES },
  { "|", STEP_OR, 4 },
  { "^", STEP_XOR, 5 },
  { "&", STEP_AND, 6 },
  { "+", STEP_ADD, 7 },
  { "-", STEP_SUBTRACT, 7 },
};

static bool expression(struct parser *p, unsigned least, struct operand *o);

static bool emit(struct parser *p, enum step what, uint64_t value,
                 unsigned count)
{
  struct expression *const x = p->x;

  if (x->steps == EXPRESSION_STEPS)
    return scanner_expected(p->s, "a shorter expression");
  if (what < STEP_ELEMENT && p->waiting++ == EXPRESSION_WAITING)
    return scanner_expected(p->s, "fewer operators that wait for a bracket");
  if (what >= STEP_ADD)
    p->waiting--;
  x->step[x->steps].what = what;
  x->step[x->steps].value = value;
  x->step[x->steps].count = count;
  x->steps++;
  return true;
}

static bool constant(struct parser *p, uint64_t value, struct operand *o)
{
  *o = (struct operand){ .is_constant = true,
                         .value = value,
                         .step = p->x->steps };
  return emit(p, STEP_NUMBER, value, 0);
}

static bool number(struct parser *p, struct operand *o)
{
  const char *const at = p->s->at;
  const unsigned digits = p->names->is_signed ? 63 : 64;
  char shown[TEXT_SHOWN];
  uint64_t value;
  bool fits;

  if (!scanner_number(p->s, &value, &fits))
    return scanner_expected(p->s, "a number: decimal, 0x or 0b");
  if (fits && (digits == 64 || value >> digits == 0))
    return constant(p, value, o);
  return scanner_fault(p->s, at,
                       "found %s, expected a number of at most %u binary "
                       "digits",
                       text_shown(at, p->s->at, shown), digits);
}

/* A constant index, written from `at` to the cursor, must be of the array. */
static bool within(const struct parser *p, const char *at, uint64_t index,
                   unsigned count)
{
  const char *end = p->s->at;
  char shown[TEXT_SHOWN];

  while (end > at && scanner_is_blank(end[-1]))
    end--;
  return index < count ||
         scanner_fault(p->s, at, "found %s, expected an index 0 to %u",
                       text_shown(at, end, shown), count - 1);
}

/* [index], after the name of an array. */
static bool element(struct parser *p, const struct name *array,
                    struct operand *o)
{
  const unsigned steps = p->x->steps;
  struct operand index = { .is_word = false };
  const char *at;

  if (!scanner_mark(p->s, "["))
    return scanner_expected(p->s, "[ and an index");
  scanner_blanks(p->s);
  at = p->s->at;
  if (!expression(p, 0, &index) ||
      (index.is_constant && !within(p, at, index.value, array->count)))
    return false;
  if (!scanner_mark(p->s, "]"))
    return scanner_expected(p->s, "an operator or ]");
  *o = (struct operand){ .is_word = array->is_word };
  if (!index.is_constant)
    return emit(p, STEP_ELEMENT, array->value, array->count);
  p->x->steps = steps;
  p->waiting--;
  return emit(p, STEP_NAMED, array->value + index.value, 0);
}

static bool name(struct parser *p, struct operand *o)
{
  struct name found = { .kind = NAME_VALUE };

  if (!p->names->read(p->names, p->s, &found))
    return false;
  if (found.kind == NAME_NUMBER)
    return constant(p, found.value, o);
  if (found.kind == NAME_ARRAY)
    return element(p, &found, o);
  *o = (struct operand){ .is_word = found.is_word };
  return emit(p, STEP_NAMED, found.value, 0);
}

static bool operand(struct parser *p, struct operand *o);

/* The operand of ! ~ or -. */
static bool turned(struct parser *p, enum step what, struct operand *o)
{
  if (!operand(p, o))
    return false;
  o->value = 0 - o->value;
  o->is_constant = o->is_constant && what == STEP_MINUS;
  o->is_word = o->is_word && what != STEP_NOT;
  return emit(p, what, 0, 0);
}

static bool operand(struct parser *p, struct operand *o)
{
  bool good;

  scanner_blanks(p->s);
  if (p->depth == EXPRESSION_DEPTH)
    return scanner_expected(p->s, "fewer brackets and signs");
  p->depth++;
  if (scanner_mark(p->s, "("))
    good = expression(p, 0, o) && (scanner_mark(p->s, ")") ||
                                   scanner_expected(p->s, "an operator or )"));
  else if (scanner_mark(p->s, "-"))
    good = turned(p, STEP_MINUS, o);
  else if (scanner_mark(p->s, "!"))
    good = turned(p, STEP_NOT, o);
  else if (scanner_mark(p->s, "~"))
    good = turned(p, STEP_INVERT, o);
  else if (scanner_is_digit(scanner_next(p->s)))
    good = number(p, o);
  else
    good = name(p, o);
  p->depth--;
  return good;
}

/* The operator at the cursor, which stays; NULL if there is none. */
static const struct infix *infix_here(struct scanner *s)
{
  for (unsigned i = 0; i < sizeof infixes / sizeof infixes[0]; i++)
    if (scanner_mark(s, infixes[i].mark)) {
      s->at -= strlen(infixes[i].mark);
      return &infixes[i];
    }
  return NULL;
}

/* Beside a word, compared or digit by digit, a number of 32 digits is the word
 * of these digits: 0xffffffff is -1, as in a program file. */
static void beside(struct parser *p, const struct operand *word,
                   const struct operand *o)
{
  if (word->is_word && o->is_constant && o->value >> 31 == 1)
    p->x->step[o->step].value = (uint64_t)(int64_t)(int32_t)o->value;
}

static bool join(struct parser *p, const struct infix *infix, struct operand *a,
                 const struct operand *b)
{
  const enum step what = infix->what;

  if (what != STEP_ADD && what != STEP_SUBTRACT && what != STEP_BOTH &&
      what != STEP_EITHER) {
    beside(p, a, b);
    beside(p, b, a);
  }
  a->is_constant = false;
  a->is_word = (a->is_word || b->is_word) && infix->binds > COMPARES;
  return emit(p, what, 0, 0);
}

/* The operator at the cursor if it binds more than least, else NULL; false if
 * it cannot stand here, after an expression that bound as `before` does. */
static bool next_infix(const struct parser *p, unsigned least, unsigned before,
                       const struct infix **infix)
{
  *infix = infix_here(p->s);
  if (*infix == NULL && scanner_next(p->s) == '=')
    return scanner_fault(p->s, p->s->at, "found '=', expected ==");
  if (*infix != NULL && (*infix)->binds == COMPARES && before == COMPARES)
    return scanner_fault(p->s, p->s->at,
                         "found '%s' after a comparison, expected brackets or "
                         "&&",
                         (*infix)->mark);
  if (*infix != NULL && (*infix)->binds <= least)
    *infix = NULL;
  return true;
}

/* An expression of operators that bind more than least. */
static bool expression(struct parser *p, unsigned least, struct operand *o)
{
  const struct infix *infix;
  struct operand right = { .is_word = false };
  unsigned before = 0;

  if (!operand(p, o) || !next_infix(p, least, before, &infix))
    return false;
  while (infix != NULL) {
    before = infix->binds;
    p->s->at += strlen(infix->mark);
    if (!expression(p, before, &right) || !join(p, infix, o, &right) ||
        !next_infix(p, least, before, &infix))
      return false;
  }
  return true;
}

bool expression_read(struct expression *x, struct scanner *s,
                     struct names *names)
{
  struct parser p = { x, s, names, 0, 0 };
  struct operand whole = { .is_word = false };

  x->is_signed = names->is_signed;
  x->steps = 0;
  return expression(&p, 0, &whole);
}

/* a or b: true if one is known to be. a and b: false if one is known to be. */
static struct value joined_truth(enum step what, struct value a, struct value b)
{
  const bool one_decides = what == STEP_EITHER;
  const bool decided = (a.known && (a.digits != 0) == one_decides) ||
                       (b.known && (b.digits != 0) == one_decides);

  return (struct value){ decided == one_decides,
                         decided || (a.known && b.known) };
}

/* sign: digit 63, if values have one there; with it turned over they compare
 * as unsigned ones. */
static uint64_t joined(enum step what, uint64_t a, uint64_t b, uint64_t sign)
{
  switch (what) {
  case STEP_ADD: return a + b;
  case STEP_SUBTRACT: return a - b;
  case STEP_AND: return a & b;
  case STEP_XOR: return a ^ b;
  case STEP_OR: return a | b;
  case STEP_EQUAL: return a == b;
  case STEP_UNEQUAL: return a != b;
  case STEP_LESS: return (a ^ sign) < (b ^ sign);
  case STEP_LESS_EQUAL: return (a ^ sign) <= (b ^ sign);
  case STEP_GREATER: return (a ^ sign) > (b ^ sign);
  default: return (a ^ sign) >= (b ^ sign); /* STEP_GREATER_EQUAL */
  }
}

static struct value join_values(enum step what, struct value a, struct value b,
                                uint64_t sign)
{
  if (what == STEP_BOTH || what == STEP_EITHER)
    return joined_truth(what, a, b);
  return (struct value){ joined(what, a.digits, b.digits, sign),
                         a.known && b.known };
}

/* An operator with one operand. */
static uint64_t turn(enum step what, uint64_t a)
{
  if (what == STEP_MINUS)
    return 0 - a;
  return what == STEP_NOT ? a == 0 : ~a;
}

struct value expression_value(const struct expression *x,
                              const struct values *values)
{
  const uint64_t sign = (uint64_t)x->is_signed << 63;
  struct value stack[EXPRESSION_WAITING + 1] = { { 0, false } };
  struct value *top = stack; /* stack[0] is none */

  for (unsigned i = 0; i < x->steps; i++) {
    const enum step what = x->step[i].what;
    const uint64_t value = x->step[i].value;

    if (what == STEP_NUMBER) {
      *++top = (struct value){ value, true };
    } else if (what == STEP_NAMED) {
      *++top = values->value(values, value);
    } else if (what == STEP_ELEMENT) {
      const bool known = top->known;

      *top = values->value(values, value + top->digits % x->step[i].count);
      top->known &= known;
    } else if (what < STEP_ADD) {
      top->digits = turn(what, top->digits);
    } else {
      top--;
      *top = join_values(what, top[0], top[1], sign);
    }
  }
  return *top;
}
