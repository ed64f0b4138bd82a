// SPDX-License-Identifier: MIT
/* expression_texts.c - named values that stand for texts, in their places. */
#include "expression.h"

/* What a step leaves on the stack: a number, or a text and which. */
struct kind {
  bool is_text;
  uint64_t which;
};

/* Two operands. False: *which is a text where there should be none. */
static bool joined(enum step what, struct kind a, struct kind b,
                   uint64_t *which)
{
  const bool compared = what == STEP_EQUAL || what == STEP_UNEQUAL;

  *which = a.is_text ? a.which : b.which;
  return a.is_text == b.is_text && (compared || !a.is_text);
}

bool expression_texts(const struct expression *x, const bool is_text[],
                      unsigned count, bool whole, uint64_t *which)
{
  struct kind stack[EXPRESSION_WAITING + 1] = { { false, 0 } };
  struct kind *top = stack; /* stack[0] is none */

  for (unsigned i = 0; i < x->steps; i++) {
    const enum step what = x->step[i].what;
    const uint64_t value = x->step[i].value;

    if (what < STEP_ELEMENT) {
      *++top =
        (struct kind){ what == STEP_NAMED && value < count && is_text[value],
                       value };
    } else if (what < STEP_ADD) {
      *which = top->which;
      if (top->is_text)
        return false;
    } else {
      top--;
      if (!joined(what, top[0], top[1], which))
        return false;
      top->is_text = false;
    }
  }
  *which = top->which;
  return whole || !top->is_text;
}
