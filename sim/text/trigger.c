// SPDX-License-Identifier: MIT
/* trigger.c - an expression over the T-state: read once, evaluated often. */
#include "trigger.h"

#include "sim/order.h"
#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum step {
  STEP_NUMBER,
  STEP_A,
  STEP_CI,
  STEP_LINE,
  STEP_F,
  STEP_N,
  STEP_ORDER,
  STEP_STORE,
  STEP_MINUS,
  STEP_NOT,
  STEP_EQ,
  STEP_NE,
  STEP_LE,
  STEP_GE,
  STEP_LT,
  STEP_GT,
  STEP_ADD,
  STEP_SUBTRACT,
  STEP_BITS,
  STEP_AND,
  STEP_OR
};

enum { DEPTH = 64 }; /* of brackets, and of values waiting */

struct parser {
  const char *start, *at;
  struct trigger *tr;
  char *text; /* the caller's, for a sentence */
  unsigned depth;
};

static bool any(struct parser *p);

static bool fail(struct parser *p, const char *expected)
{
  struct text out = text_in(p->text, TRIGGER_TEXT);

  text_add(&out, "column %u: found ", (unsigned)(p->at - p->start) + 1);
  if (*p->at == '\0')
    text_add(&out, "the end");
  else
    text_add(&out, "'%.20s'", p->at);
  text_add(&out, ", expected %s", expected);
  return false;
}

static bool emit(struct parser *p, enum step what, int64_t value)
{
  if (p->tr->count == TRIGGER_STEPS)
    return fail(p, "a shorter expression");
  p->tr->step[p->tr->count].what = (int)what;
  p->tr->step[p->tr->count].value = value;
  p->tr->count++;
  return true;
}

static void skip_blanks(struct parser *p)
{
  while (*p->at == ' ' || *p->at == '\t')
    p->at++;
}

/* Take a token if it stands here. */
static bool take(struct parser *p, const char *token)
{
  const size_t size = strlen(token);

  skip_blanks(p);
  if (strncmp(p->at, token, size) != 0)
    return false;
  p->at += size;
  return true;
}

static bool number(struct parser *p)
{
  char *end;
  const long long value = strtoll(p->at, &end, 0);

  if (isalnum((unsigned char)*end) || *end == '_')
    return fail(p, "a decimal or 0x number");
  p->at = end;
  return emit(p, STEP_NUMBER, value);
}

static bool store(struct parser *p)
{
  if (!take(p, "["))
    return fail(p, "S[line]");
  if (!any(p))
    return false;
  if (!take(p, "]"))
    return fail(p, "]");
  return emit(p, STEP_STORE, 0);
}

static bool name(struct parser *p)
{
  static const struct {
    const char *name;
    enum step what;
  } names[] = { { "A", STEP_A }, { "CI", STEP_CI }, { "line", STEP_LINE },
                { "f", STEP_F }, { "n", STEP_N },   { "order", STEP_ORDER } };
  const char *const at = p->at;
  size_t size = 0;

  while (isalnum((unsigned char)at[size]))
    size++;
  p->at += size;
  if (size == 1 && *at == 'S')
    return store(p);
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strlen(names[i].name) == size && memcmp(at, names[i].name, size) == 0)
      return emit(p, names[i].what, 0);
  for (unsigned f = 0; f < 8; f++)
    if (strlen(order_mnemonic(f)) == size &&
        memcmp(at, order_mnemonic(f), size) == 0)
      return emit(p, STEP_NUMBER, f);
  p->at = at;
  return fail(p, "A, CI, S[line], line, f, n, order, JMP to STP, or a number");
}

static bool value(struct parser *p)
{
  bool ok;

  skip_blanks(p);
  if (p->depth == DEPTH)
    return fail(p, "fewer brackets and signs");
  p->depth++;
  if (take(p, "("))
    ok = any(p) && (take(p, ")") || fail(p, ")"));
  else if (take(p, "-"))
    ok = value(p) && emit(p, STEP_MINUS, 0);
  else if (take(p, "!"))
    ok = value(p) && emit(p, STEP_NOT, 0);
  else if (isdigit((unsigned char)*p->at))
    ok = number(p);
  else
    ok = name(p);
  p->depth--;
  return ok;
}

static bool term(struct parser *p)
{
  if (!value(p))
    return false;
  for (;;) {
    skip_blanks(p);
    if (strncmp(p->at, "&&", 2) == 0 || !take(p, "&"))
      return true;
    if (!value(p) || !emit(p, STEP_BITS, 0))
      return false;
  }
}

static bool sum(struct parser *p)
{
  if (!term(p))
    return false;
  for (;;) {
    const bool add = take(p, "+");

    if (!add && !take(p, "-"))
      return true;
    if (!term(p) || !emit(p, add ? STEP_ADD : STEP_SUBTRACT, 0))
      return false;
  }
}

static bool compared(struct parser *p)
{
  static const struct {
    const char *token;
    enum step what;
  } signs[] = { { "==", STEP_EQ }, { "!=", STEP_NE }, { "<=", STEP_LE },
                { ">=", STEP_GE }, { "<", STEP_LT },  { ">", STEP_GT } };

  if (!sum(p))
    return false;
  for (unsigned i = 0; i < sizeof signs / sizeof signs[0]; i++)
    if (take(p, signs[i].token))
      return sum(p) && emit(p, signs[i].what, 0);
  return true;
}

static bool all(struct parser *p)
{
  if (!compared(p))
    return false;
  while (take(p, "&&"))
    if (!compared(p) || !emit(p, STEP_AND, 0))
      return false;
  return true;
}

static bool any(struct parser *p)
{
  if (!all(p))
    return false;
  while (take(p, "||"))
    if (!all(p) || !emit(p, STEP_OR, 0))
      return false;
  return true;
}

bool trigger_parse(const char *expression, struct trigger *tr,
                   char text[TRIGGER_TEXT])
{
  struct parser p = { expression, expression, tr, text, 0 };

  tr->count = 0;
  if (!any(&p))
    return false;
  skip_blanks(&p);
  return *p.at == '\0' || fail(&p, "an operator or the end");
}

static int64_t named(enum step what, const struct isa *t, uint64_t order)
{
  switch (what) {
  case STEP_A: return (int32_t)t->A;
  case STEP_CI: return (int32_t)t->CI;
  case STEP_LINE: return t->CI & 31;
  case STEP_F: return (isa_order(t) >> 13) & 7;
  case STEP_N: return isa_order(t) & 31;
  case STEP_ORDER: return (int64_t)order;
  default: return 0;
  }
}

static int64_t wrapped(uint64_t v)
{
  return (int64_t)v;
}

static int64_t joined(enum step what, int64_t a, int64_t b)
{
  switch (what) {
  case STEP_EQ: return a == b;
  case STEP_NE: return a != b;
  case STEP_LE: return a <= b;
  case STEP_GE: return a >= b;
  case STEP_LT: return a < b;
  case STEP_GT: return a > b;
  case STEP_ADD: return wrapped((uint64_t)a + (uint64_t)b);
  case STEP_SUBTRACT: return wrapped((uint64_t)a - (uint64_t)b);
  case STEP_BITS: return a & b;
  case STEP_AND: return a && b;
  default: return a || b;
  }
}

bool trigger_holds(const struct trigger *tr, const struct isa *t,
                   uint64_t order)
{
  int64_t stack[TRIGGER_STEPS] = { 0 };
  unsigned top = 0; /* values on the stack */

  for (unsigned i = 0; i < tr->count; i++) {
    const enum step what = (enum step)tr->step[i].what;

    if (what == STEP_NUMBER)
      stack[top++] = tr->step[i].value;
    else if (what < STEP_STORE)
      stack[top++] = named(what, t, order);
    else if (what == STEP_STORE)
      stack[top - 1] = (int32_t)t->S[(uint64_t)stack[top - 1] & 31];
    else if (what == STEP_MINUS)
      stack[top - 1] = wrapped(0 - (uint64_t)stack[top - 1]);
    else if (what == STEP_NOT)
      stack[top - 1] = !stack[top - 1];
    else {
      stack[top - 2] = joined(what, stack[top - 2], stack[top - 1]);
      top--;
    }
  }
  return stack[0] != 0;
}
