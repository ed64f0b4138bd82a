// SPDX-License-Identifier: MIT
/* trigger.c - the names of the T-state, and their values. */
#include "trigger.h"

#include "sim/order.h"

#include <string.h>

/* Named values; line n of the store is OF_S + n. */
enum { OF_A, OF_CI, OF_LINE, OF_F, OF_N, OF_ORDER, OF_S };

static const struct {
  const char *name;
  struct name is;
} names[] = {
  { "A", { NAME_VALUE, OF_A, 0, true } },
  { "CI", { NAME_VALUE, OF_CI, 0, true } },
  { "line", { NAME_VALUE, OF_LINE, 0, false } },
  { "f", { NAME_VALUE, OF_F, 0, false } },
  { "n", { NAME_VALUE, OF_N, 0, false } },
  { "order", { NAME_VALUE, OF_ORDER, 0, false } },
  { "S", { NAME_ARRAY, OF_S, SSEM_LINES, true } },
};

static bool unknown_name(const struct scanner *s, size_t size)
{
  struct nearest near = nearest_to(s->at, size);

  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    nearest_offer(&near, names[i].name);
  for (unsigned f = 0; f < 8; f++)
    nearest_offer(&near, order_mnemonic(f));
  return scanner_unknown(
    s, "A, CI, S[line], line, f, n, order, JMP to STP, or a number", &near);
}

static bool read_name(struct names *the_t_state, struct scanner *s,
                      struct name *found)
{
  const char *const at = s->at;
  const size_t size = scanner_name(s);

  (void)the_t_state;
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strlen(names[i].name) == size && memcmp(names[i].name, at, size) == 0) {
      *found = names[i].is;
      return true;
    }
  *found = (struct name){ .kind = NAME_NUMBER,
                          .value = order_find_mnemonic(at, size) };
  if (found->value < 8)
    return true;
  s->at = at;
  return unknown_name(s, size);
}

bool trigger_parse(const char *expression, struct trigger *tr,
                   char text[TEXT_SENTENCE])
{
  struct names the_t_state = { .is_signed = true, .read = read_name };
  struct scanner s;

  scanner_open(&s, NULL, expression, strlen(expression), text);
  return expression_read(&tr->expression, &s, &the_t_state) &&
         (scanner_ended(&s) || scanner_expected(&s, "an operator or the end"));
}

/* A T-state before an order. */
struct moment {
  struct values values; /* first */
  const struct isa *t;
  uint64_t order;
};

/* A word with its sign, in 64 digits. */
static uint64_t with_sign(word w)
{
  return (uint64_t)(int64_t)(int32_t)w;
}

static uint64_t digits_of(const struct moment *m, uint64_t which)
{
  switch (which) {
  case OF_A: return with_sign(m->t->A);
  case OF_CI: return with_sign(m->t->CI);
  case OF_LINE: return m->t->CI & 31;
  case OF_F: return (isa_order(m->t) >> 13) & 7;
  case OF_N: return isa_order(m->t) & 31;
  case OF_ORDER: return m->order;
  default: return with_sign(m->t->S[which - OF_S]);
  }
}

static struct value value_of(const struct values *values, uint64_t which)
{
  return (struct value){ digits_of((const struct moment *)values, which),
                         true };
}

bool trigger_holds(const struct trigger *tr, const struct isa *t,
                   uint64_t order)
{
  const struct moment now = { { value_of }, t, order };

  return expression_value(&tr->expression, &now.values).digits != 0;
}
