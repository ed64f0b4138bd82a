// SPDX-License-Identifier: MIT
/*
 * theorem2.cpp - interp is onto, and every tick moves it by one T-next or not
 * at all.
 *
 * The claim is about every V-state that is reached from an embed in Auto with
 * the switches down and no clear or typewriter key, whatever CS does, KC being
 * pressed at will (but in or after an STP's bar: that is the operator's move,
 * on to CI + 1). Why the statements below are enough:
 *
 * interp is a loop that ticks with the console at rest until a boundary or a
 * stop. So from a state that is neither, interp(m) = interp(tick(m, rest)), by
 * unrolling the loop once. What is left is the ticks at boundaries (statement
 * 2), the ticks of a stopped machine (6), and the difference that CS and KC
 * make to a tick. By statement 3 they touch nothing but ksp, except at p35 of
 * A2, where the prepulse is decided; and ksp is read nowhere else. There, with
 * the lamp dark, CS or ksp only chooses between an active bar and an idle one,
 * and interp is the same from both (4, 5); with the lamp lit CS does nothing,
 * and KC is the operator's move (7).
 */
#include "machine.h"

#include "theorems.h"

static void interp_undoes_embed(unsigned)
{
  struct isa t, u;
  struct ssem m;
  const digit as_built = any_digit(ANY_AS_BUILT);

  any_isa(&t);
  embed(&t, as_built, any_word(ANY_LC, 5), &m);
  starts_from(&m);
  keeps_boundary(&m);
  interp(&m, &u);
  same_isa(&t, &u);
}

static void leaving_a_boundary_is_one_t_next(unsigned)
{
  struct isa t, expected, found;
  struct ssem m;
  struct ssem_console k;

  any_isa(&t);
  expected = t;
  isa_next(&expected);
  any_boundary(&t, 0, &m);
  if (isa_final(&t))
    m.ksp = 0;
  starts_from(&m);
  any_run_or_step(&k);
  if (isa_final(&t))
    k.KC = 0;
  ssem_tick(&m, &k);
  interp(&m, &found);
  same_isa(&expected, &found);
}

static void cs_and_kc_only_decide(unsigned phase)
{
  struct ssem m, n;
  struct ssem_console k, rest;
  const bool decide = phase == SSEM_BAR - 1;

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  m.LC = 0;
  starts_from(&m);
  any_run_or_step(&k);
  ssem_console_rest(&rest);
  n = m;
  n.ksp = 0;
  const digit prepulse = (k.CS & !m.stop) | m.ksp;
  const digit stop = m.stop;
  const digit ksp = m.ksp;
  ssem_tick(&m, &k);
  ssem_tick(&n, &rest);
  if (decide) {
    n.active = prepulse;
    n.stop = stop & !prepulse;
  }
  same_state(&n, &m);
  same_digit("ksp", decide ? k.KC : k.KC | ksp, m.ksp);
}

static void black_out_leaves_the_loops_at_rest(unsigned)
{
  struct ssem m;
  struct ssem_console k;

  any_state(&m, BEAT_A2, SSEM_BEAT - 1);
  m.LC = 0;
  starts_from(&m);
  any_run_or_step(&k);
  ssem_tick(&m, &k);
  same_word("beat", BEAT_S1, m.beat);
  same_word("p", 0, m.p);
  same_digit("carry", 0, m.carry);
  same_digit("borrow", 0, m.borrow);
}

/* The state at the beginning of a bar, active or idle, with the loops at rest;
 * its T-state has CI one ahead, two if a test is owed. */
static void any_bar(struct ssem *m, struct isa *t)
{
  any_state(m, BEAT_S1, 0);
  m->LC = 0;
  m->carry = 0;
  m->borrow = 0;
  project_state(m, t);
  t->CI = (t->CI + 1) + m->T;
}

static void an_idle_bar_only_waits(unsigned)
{
  struct ssem m;
  struct isa expected, found;

  any_bar(&m, &expected);
  m.stop = 0;
  starts_from(&m);
  interp(&m, &found);
  same_isa(&expected, &found);
}

/* Idle, lamp lit, no KC, the loops at rest: so it stays, tick after tick. */
static void a_stopped_machine_stays(unsigned phase)
{
  struct ssem m;
  struct ssem_console k;
  struct isa expected, found;

  any_state(&m, phase / SSEM_BEAT, phase % SSEM_BEAT);
  m.LC = 0;
  m.active = 0;
  m.stop = 1;
  m.ksp = 0;
  m.carry = 0;
  m.borrow = 0;
  starts_from(&m);
  project_state(&m, &expected);
  any_run_or_step(&k);
  k.KC = 0;
  ssem_tick(&m, &k);
  same_digit("stopped", 1, ssem_stopped(&m));
  same_digit("carry", 0, m.carry);
  same_digit("borrow", 0, m.borrow);
  interp(&m, &found);
  same_isa(&expected, &found);
}

static void kc_goes_on_from_a_stop(unsigned)
{
  struct ssem m;
  struct isa expected, found;

  any_bar(&m, &expected);
  m.active = 0;
  m.stop = 1;
  m.ksp = 1;
  starts_from(&m);
  interp(&m, &found);
  same_isa(&expected, &found);
}

static const struct statement statements[] = {
  { "interp(embed(t)) = t, in both readings, for every LC", 1,
    interp_undoes_embed, false },
  { "the digit period that leaves a boundary moves interp by one T-next", 1,
    leaving_a_boundary_is_one_t_next, false },
  { "CS and KC touch only ksp, but at p35 of A2 the prepulse", SSEM_BAR,
    cs_and_kc_only_decide, false },
  { "every bar begins with the loops at rest", 1,
    black_out_leaves_the_loops_at_rest, false },
  { "active or idle, a bar leads to the same T-state, CI + 1 or + 2", 1,
    an_idle_bar_only_waits, false },
  { "a stopped machine stays as it is, digit period by digit period", SSEM_BAR,
    a_stopped_machine_stays, false },
  { "KC leads a stopped machine on to CI + 1", 1, kc_goes_on_from_a_stop,
    false },
};

const struct theorem theorem2 = {
  2,
  "Every T-state is the interp of some V-state, and from there on every digit "
  "period leaves interp as it is or moves it by exactly one T-next.",
  statements,
  sizeof statements / sizeof *statements,
  nullptr,
};
