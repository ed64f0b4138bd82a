// SPDX-License-Identifier: MIT
/* input.c - the inputs of the console by name. */
#include "input.h"

static const struct {
  const char *name;
  unsigned digits;
} inputs[] = {
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) { #name, digits },
#include "sim/signals.def"
};

const char *input_name(enum input input)
{
  return inputs[input].name;
}

word input_most(enum input input)
{
  return 0xffffffff >> (32 - inputs[input].digits);
}

word input_get(const struct ssem_console *k, enum input input)
{
  const word values[] = {
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) k->name,
#include "sim/signals.def"
  };

  return values[input];
}

void input_set(struct ssem_console *k, enum input input, word value)
{
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) \
  if (input == INPUT_##name)             \
    k->name = value;
#include "sim/signals.def"
}
