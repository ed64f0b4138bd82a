// SPDX-License-Identifier: MIT
/* translate.c - choose an engine: machine code where the host can run it. */
#include "translate_engine.h"

#include <stdio.h>

/* The one place that asks what the host is. */
#if defined(__x86_64__) && defined(__unix__) && !defined(__ILP32__)
enum { HOST_IS_X86_64 = 1 };
#else
enum { HOST_IS_X86_64 = 0 };
#endif

static struct translate *machine_code(char text[TRANSLATE_TEXT])
{
  if (HOST_IS_X86_64)
    return translate_x86_open(text);
  snprintf(text, TRANSLATE_TEXT,
           "translate: this host is not an x86-64 one; interpret instead");
  return NULL;
}

struct translate *translate_open(enum translate_engine engine,
                                 char text[TRANSLATE_TEXT])
{
  struct translate *x = NULL;

  if (engine != TRANSLATE_INTERPRET)
    x = machine_code(text);
  if (x == NULL && engine != TRANSLATE_X86_64)
    x = translate_interpret_open(text);
  return x;
}

const char *translate_name(const struct translate *x)
{
  return x->ops->name;
}

bool translate_run(struct translate *x, struct isa *t, uint64_t max_orders,
                   uint64_t *orders)
{
  return x->ops->run(x, t, max_orders, orders);
}

void translate_account(const struct translate *x,
                       struct translate_account *account)
{
  *account = x->account;
}

void translate_close(struct translate *x)
{
  if (x != NULL)
    x->ops->close(x);
}
