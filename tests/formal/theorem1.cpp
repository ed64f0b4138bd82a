// SPDX-License-Identifier: MIT
/*
 * theorem1.cpp - the serial machine refines the isa.
 *
 * The lecture's theorem: for every T-state t, interp(V-next(embed(t))) =
 * T-next(t), V-next being the 144 digit periods of a bar. It is proved a little
 * stronger, so that induction carries it from bar to bar: a bar may begin at
 * any boundary, whatever stands in the old PI and LC and whether or not KC has
 * been pressed, and it must end at one that keeps the same promises (carry,
 * borrow, T, stop and F are 0, L is CI mod 32).
 *
 * LC takes part through the first statement: in every digit period, from every
 * V-state, under every console but KSC, the machine does the same whatever LC
 * is, and steps it. By induction over digit periods a run from any LC is the
 * run from LC = 0, with LC counted on; the other statements need only that.
 */
#include "machine.h"

#include "theorems.h"

static void line_counter_only_regenerates(unsigned phase)
{
  struct ssem m, n;
  struct ssem_console k;
  const bool steps = phase % 72 == 35; /* the end of S1, of S2 */

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  any_console(&k);
  k.KSC = 0;
  starts_from(&m);
  n = m;
  n.LC = 0;
  const word LC = m.LC;
  ssem_tick(&m, &k);
  ssem_tick(&n, &k);
  same_state(&n, &m);
  same_digit("ksp", n.ksp, m.ksp);
  same_word("LC", (LC + steps) & 31, m.LC);
}

static void clear_leads_to_a_boundary(unsigned)
{
  struct isa t, u;
  struct ssem m;
  struct ssem_console rest;

  any_isa(&t);
  ssem_console_rest(&rest);
  ssem_clear(&m, &rest);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m.S[n] = t.S[n];
  m.CI = t.CI;
  starts_from(&m);
  for (unsigned i = 0; i < SSEM_BEAT; i++)
    ssem_tick(&m, &rest);
  keeps_boundary(&m);
  t.A = 0;
  t.CI = t.CI + 1;
  interp(&m, &u);
  same_isa(&t, &u);
}

static void a_bar_is_one_t_next(unsigned)
{
  struct isa t;

  any_isa(&t);
  bar_is_one_t_next(&t, 0);
}

static void final_states_are_fixed(unsigned)
{
  struct isa t, u;

  any_isa(&t);
  u = t;
  if (!isa_final(&t))
    return;
  isa_next(&u);
  same_isa(&t, &u);
}

static const struct statement statements[] = {
  { "in each digit period LC only chooses what is regenerated", SSEM_BAR,
    line_counter_only_regenerates, false },
  { "from clear, S1 leads to the boundary of line CI + 1", 1,
    clear_leads_to_a_boundary, false },
  { "a bar is one T-next, and ends at a boundary", 1, a_bar_is_one_t_next,
    false },
  { "final states are fixed points of T-next", 1, final_states_are_fixed,
    false },
};

const struct theorem theorem1 = {
  1,
  "Serial refines isa: from every boundary, whatever is left over from before, "
  "the 144 digit periods of a bar do what T-next does.",
  statements,
  sizeof statements / sizeof *statements,
  nullptr,
};
