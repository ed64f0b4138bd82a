// SPDX-License-Identifier: MIT
/* map_expression.c - the boundary of a map: an event and a condition. */
#include "map_reader.h"

#include <string.h>

enum { DEEPEST = 32 }; /* brackets inside one another */

static bool put(struct map_reader *r, struct map_expression *x, enum map_op op,
                uint64_t value)
{
  if (x->steps == MAP_CODE)
    return map_expected(r, "a shorter expression");
  x->step[x->steps].op = op;
  x->step[x->steps++].value = value;
  return true;
}

/* The signal's number in the map, a new one if it is not yet there. */
static bool put_signal(struct map_reader *r, struct map_expression *x)
{
  struct map *const map = r->map;
  struct map_signal s;
  unsigned i = 0;

  if (!map_name(r, &s))
    return false;
  while (i < map->signals && strcmp(map->signal[i].name, s.name) != 0)
    i++;
  if (i == MAP_SIGNALS)
    return map_fault(r, r->start + s.column - 1,
                     "found more than %d signals, expected fewer", MAP_SIGNALS);
  if (i == map->signals)
    map->signal[map->signals++] = s;
  return put(r, x, MAP_SIGNAL, i);
}

static bool expression(struct map_reader *r, struct map_expression *x,
                       unsigned least);

static bool deeper(struct map_reader *r)
{
  if (r->deep == DEEPEST)
    return map_expected(r, "fewer brackets and signs inside one another");
  r->deep++;
  return true;
}

static bool operand(struct map_reader *r, struct map_expression *x)
{
  static const struct {
    const char *mark;
    enum map_op op;
  } before[] = { { "!", MAP_NOT }, { "~", MAP_INVERT }, { "-", MAP_NEGATE } };
  uint64_t value;

  map_blanks(r);
  for (unsigned i = 0; i < sizeof before / sizeof before[0]; i++)
    if (map_mark(r, before[i].mark)) {
      if (!deeper(r) || !operand(r, x))
        return false;
      r->deep--;
      return put(r, x, before[i].op, 0);
    }
  if (map_mark(r, "(")) {
    if (!deeper(r) || !expression(r, x, 0))
      return false;
    r->deep--;
    return map_mark(r, ")") || map_expected(r, "an operator or )");
  }
  if (r->at < r->end && *r->at >= '0' && *r->at <= '9')
    return map_number(r, &value) && put(r, x, MAP_NUMBER, value);
  return put_signal(r, x);
}

/* Operators, those that bind least first; of two that begin alike the longer
 * one first. */
static const struct {
  const char *mark;
  enum map_op op;
  unsigned binds;
} operators[] = {
  { "||", MAP_EITHER, 1 },     { "&&", MAP_BOTH, 2 },
  { "==", MAP_EQUAL, 3 },      { "!=", MAP_UNEQUAL, 3 },
  { "<=", MAP_LESS_EQUAL, 3 }, { ">=", MAP_GREATER_EQUAL, 3 },
  { "<", MAP_LESS, 3 },        { ">", MAP_GREATER, 3 },
  { "|", MAP_OR, 4 },          { "^", MAP_XOR, 5 },
  { "&", MAP_AND, 6 },         { "+", MAP_ADD, 7 },
  { "-", MAP_SUBTRACT, 7 },
};

enum { OPERATORS = sizeof operators / sizeof operators[0] };

/* The operator at the cursor, or OPERATORS. */
static unsigned find_operator(struct map_reader *r)
{
  map_blanks(r);
  for (unsigned i = 0; i < OPERATORS; i++)
    if (map_mark(r, operators[i].mark)) {
      r->at -= strlen(operators[i].mark);
      return i;
    }
  return OPERATORS;
}

static bool expression(struct map_reader *r, struct map_expression *x,
                       unsigned least)
{
  unsigned i;

  if (!operand(r, x))
    return false;
  while ((i = find_operator(r)) < OPERATORS && operators[i].binds > least) {
    r->at += strlen(operators[i].mark);
    if (!expression(r, x, operators[i].binds) || !put(r, x, operators[i].op, 0))
      return false;
  }
  return true;
}

bool map_boundary(struct map_reader *r)
{
  struct map *const map = r->map;
  const bool posedge = map_word(r, "posedge");
  const bool negedge = !posedge && map_word(r, "negedge");

  map->event = posedge ? MAP_RISE : negedge ? MAP_FALL : MAP_BECOMES;
  if (!expression(r, &map->what, 0))
    return false;
  if (map->event == MAP_BECOMES) {
    if (map_word(r, "rise"))
      map->event = MAP_RISE;
    else if (map_word(r, "fall"))
      map->event = MAP_FALL;
    else if (map_word(r, "change"))
      map->event = MAP_CHANGE;
  }
  if (map_word(r, "if") && !expression(r, &map->condition, 0))
    return false;
  map_blanks(r);
  return r->at == r->end ||
         map_expected(r, "an operator, rise, fall, change, if, or the end of "
                         "the line");
}
