// SPDX-License-Identifier: MIT
/*
 * theorem6.cpp - the machine as built.
 *
 * As built, F is also sampled in S1, from CI's digits 13 to 15 [PRM A1.4]. If
 * they are 0, A1 is a clean fetch and theorem 1 holds. For each of the seven
 * other values it does not, and a program says so: line 1 is JMP 2, which loads
 * a CI with those digits, and the next order is fetched amiss.
 */
#include "machine.h"

#include "theorems.h"

static void a_clean_fetch_is_one_t_next(unsigned)
{
  struct isa t;

  any_isa(&t);
  for (unsigned p = 13; p < 16; p++)
    t.CI = write_digit(t.CI, p, 0);
  bar_is_one_t_next(&t, 1);
}

/* Two orders after clear. The second is in line 3; CI's digits 13 to 15 are
 * value when it is fetched. */
static void a_program_goes_astray(unsigned instance)
{
  const unsigned value = instance + 1;
  struct isa t, found;
  struct ssem m;
  struct ssem_console rest;

  ssem_console_rest(&rest);
  ssem_clear(&m, &rest);
  m.as_built = 1;
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m.S[n] = any_word(ANY_S + n, 32);
  m.S[1] = FN_JMP << 13 | 2;
  m.S[2] = value << 13 | 2;
  starts_from(&m);
  project_state(&m, &t);
  t.CI = 1;
  isa_next(&t);
  isa_next(&t);

  for (unsigned i = 0; i < SSEM_BEAT + 2 * SSEM_BAR; i++)
    ssem_tick(&m, &rest);
  interp(&m, &found);
  same_isa(&t, &found);
}

static const struct statement statements[] = {
  { "if CI's digits 13 to 15 are 0, a bar is one T-next", 1,
    a_clean_fetch_is_one_t_next, false },
  { "for each other value of them a program goes astray", 7,
    a_program_goes_astray, true },
};

const struct theorem theorem6 = {
  6,
  "As built, theorem 1 holds for the T-states whose CI has digits 13 to 15 "
  "clear, and for no other value of these digits.",
  statements,
  sizeof statements / sizeof *statements,
  nullptr,
};
