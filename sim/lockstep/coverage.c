// SPDX-License-Identifier: MIT
/* coverage.c - which of the order code's edges a run has come by. */
#include "coverage.h"

#include "sim/order.h"
#include "sim/text/text.h"

enum { SIGN = 31 }; /* the digit that is 1 in a negative number */

static unsigned row(bool covered, unsigned i)
{
  return (unsigned)covered << i;
}

static unsigned compared(word CI, word A)
{
  const bool skips = A >> SIGN == 1;
  const bool past = skips && (CI & 31) >= 30;

  return row(skips, COVERAGE_SKIP) | row(!skips, COVERAGE_NO_SKIP) |
         row(A == 0, COVERAGE_ZERO) | row(past, COVERAGE_SKIP_WRAP) |
         row(past, COVERAGE_WRAP);
}

static unsigned stored(word CI, word n)
{
  return row(n == ((CI + 1) & 31), COVERAGE_NEXT) |
         row(n == (CI & 31), COVERAGE_SELF);
}

static unsigned subtracted(word A, word s)
{
  return row(((A ^ s) & (A ^ (A - s))) >> SIGN == 1, COVERAGE_OVERFLOW);
}

/* CI before its increment. */
static unsigned jumped(word PI, word CI)
{
  return row(CI + 1 > 31, COVERAGE_OVER_31) | row(PI == 0, COVERAGE_BLANK);
}

void coverage_add(struct coverage *c, const struct isa *t)
{
  const word PI = isa_order(t);
  const unsigned f = PI >> 13 & 7;
  const word s = t->S[PI & 31];
  const bool last = (t->CI & 31) == 31 && f != FN_JMP && f != FN_JRP;

  c->functions |= 1U << f;
  c->edges |= row(!order_is_plain(PI), COVERAGE_IGNORED) |
              row(last && f != FN_STP, COVERAGE_WRAP);
  switch (f) {
  case FN_JMP:
    c->edges |= jumped(PI, s) | row(s == UINT32_MAX, COVERAGE_JMP_BACK);
    break;
  case FN_JRP: c->edges |= jumped(PI, t->CI + s); break;
  case FN_LDN: c->edges |= row(s == 1U << SIGN, COVERAGE_LEAST); break;
  case FN_STO: c->edges |= stored(t->CI, PI & 31); break;
  case FN_SUB:
  case FN_SUB5: c->edges |= subtracted(t->A, s); break;
  case FN_CMP: c->edges |= compared(t->CI, t->A); break;
  default: break;
  }
}

/* The functions that have not been obeyed. */
static void list_functions(unsigned functions, struct text *out)
{
  const char *between = "never obeyed: ";

  for (unsigned f = 0; f < 8; f++) {
    if (functions >> f & 1)
      continue;
    text_add(out, "%s%s", between,
             f == FN_SUB5 ? "SUB by 5" : order_mnemonic(f));
    between = ", ";
  }
}

/* Rows that only these functions come by. */
enum {
  BY_CMP = 1 << FN_CMP,
  BY_STO = 1 << FN_STO,
  BY_JMP = 1 << FN_JMP,
  BY_LDN = 1 << FN_LDN,
  BY_JUMPS = BY_JMP | 1 << FN_JRP,
  BY_SUB = 1 << FN_SUB | 1 << FN_SUB5,
  BY_ANY = 0xff
};

static const struct {
  const char *lacks;
  unsigned functions;
} rows[COVERAGE_ROWS] = {
  [COVERAGE_SKIP] = { "CMP never skipped", BY_CMP },
  [COVERAGE_NO_SKIP] = { "CMP always skipped", BY_CMP },
  [COVERAGE_ZERO] = { "CMP never met 0", BY_CMP },
  [COVERAGE_NEXT] = { "no store into the next order", BY_STO },
  [COVERAGE_SELF] = { "no store into itself", BY_STO },
  [COVERAGE_OVER_31] = { "no jump over 31", BY_JUMPS },
  [COVERAGE_WRAP] = { "CI never wrapped", BY_ANY },
  [COVERAGE_SKIP_WRAP] = { "no skip past line 31", BY_CMP },
  [COVERAGE_JMP_BACK] = { "no JMP to -1", BY_JMP },
  [COVERAGE_LEAST] = { "-2^31 never negated", BY_LDN },
  [COVERAGE_OVERFLOW] = { "no overflow", BY_SUB },
  [COVERAGE_IGNORED] = { "no digits ignored", BY_ANY },
  [COVERAGE_BLANK] = { "no blank line", BY_JMP },
};

bool coverage_lacks(const struct coverage *c, unsigned i,
                    char text[COVERAGE_TEXT])
{
  struct text out = text_in(text, COVERAGE_TEXT);

  if (i == COVERAGE_FUNCTIONS)
    list_functions(c->functions, &out);
  else if (!(c->edges >> i & 1) && (c->functions & rows[i].functions) != 0)
    text_add(&out, "%s", rows[i].lacks);
  return text[0] != '\0';
}
