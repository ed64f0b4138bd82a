// SPDX-License-Identifier: MIT
/* machine.cpp - states made of variables, and claims about whole states. */
#include "machine.h"

#include "aiger.h"

static const char *const line_name[SSEM_LINES] = {
  "S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10",
  "S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18", "S19", "S20", "S21",
  "S22", "S23", "S24", "S25", "S26", "S27", "S28", "S29", "S30", "S31",
};

void any_state(struct ssem *m, unsigned beat, unsigned p)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = any_word(ANY_S + n, 32);
  m->CI = any_word(ANY_CI, 32);
  m->PI = any_word(ANY_PI, 32);
  m->A = any_word(ANY_A, 32);
  m->L = any_word(ANY_L, 5);
  m->F = any_word(ANY_F, 3);
  m->LC = any_word(ANY_LC, 5);
  m->T = any_digit(ANY_T);
  m->stop = any_digit(ANY_STOP);
  m->active = any_digit(ANY_ACTIVE);
  m->ksp = any_digit(ANY_KSP);
  m->carry = any_digit(ANY_CARRY);
  m->borrow = any_digit(ANY_BORROW);
  m->as_built = any_digit(ANY_AS_BUILT);
  m->beat = beat;
  m->p = p;
}

void any_isa(struct isa *t)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = any_word(ANY_S + n, 32);
  t->A = any_word(ANY_A, 32);
  t->CI = any_word(ANY_CI, 32);
}

void any_console(struct ssem_console *k)
{
  k->CS = any_digit(ANY_CS);
  k->KC = any_digit(ANY_KC);
  k->MAN = any_digit(ANY_MAN);
  k->LS = any_word(ANY_LS, 5);
  k->FS = any_word(ANY_FS, 3);
  k->TW = any_word(ANY_TW, 32);
  k->WRITE = any_digit(ANY_WRITE);
  k->KLC = any_digit(ANY_KLC);
  k->KSC = any_digit(ANY_KSC);
  k->KCC = any_digit(ANY_KCC);
}

void any_run_or_step(struct ssem_console *k)
{
  ssem_console_rest(k);
  k->CS = any_digit(ANY_CS);
  k->KC = any_digit(ANY_KC);
}

void any_boundary(const struct isa *t, digit as_built, struct ssem *m)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = t->S[n];
  m->CI = t->CI;
  m->PI = any_word(ANY_PI, 32);
  m->A = t->A;
  m->L = t->CI & 31;
  m->F = 0;
  if (as_built)
    m->F = (t->CI >> 13) & 7;
  m->LC = 0;
  m->T = 0;
  m->stop = 0;
  m->active = 1;
  m->ksp = any_digit(ANY_KSP);
  m->carry = 0;
  m->borrow = 0;
  m->as_built = as_built;
  m->beat = BEAT_A1;
  m->p = 0;
}

void project_state(const struct ssem *m, struct isa *t)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    t->S[n] = m->S[n];
  t->A = m->A;
  t->CI = m->CI;
}

/* At the end of S1 everything that is not S, A, CI or PI is known. */
void keeps_boundary(const struct ssem *m)
{
  const word F = m->as_built ? (m->CI >> 13) & 7 : word(0);

  same_digit("boundary", 1, ssem_at_boundary(m));
  same_word("L", m->CI & 31, m->L);
  same_word("F", F, m->F);
  same_digit("T", 0, m->T);
  same_digit("stop", 0, m->stop);
  same_digit("carry", 0, m->carry);
  same_digit("borrow", 0, m->borrow);
}

void keeps_stop(const struct ssem *m)
{
  same_digit("stopped", 1, ssem_stopped(m));
  same_word("stopped.beat", BEAT_A1, m->beat);
  same_word("stopped.p", 0, m->p);
  same_digit("stopped.carry", 0, m->carry);
  same_digit("stopped.borrow", 0, m->borrow);
}

static void same_store(const word expected[], const word found[])
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    same_word(line_name[n], expected[n], found[n]);
}

void same_isa(const struct isa *expected, const struct isa *found)
{
  same_word("CI", expected->CI, found->CI);
  same_word("A", expected->A, found->A);
  same_store(expected->S, found->S);
}

void same_state(const struct ssem *expected, const struct ssem *found)
{
  same_store(expected->S, found->S);
  same_word("CI", expected->CI, found->CI);
  same_word("PI", expected->PI, found->PI);
  same_word("A", expected->A, found->A);
  same_word("L", expected->L, found->L);
  same_word("F", expected->F, found->F);
  same_digit("T", expected->T, found->T);
  same_digit("stop", expected->stop, found->stop);
  same_digit("active", expected->active, found->active);
  same_digit("carry", expected->carry, found->carry);
  same_digit("borrow", expected->borrow, found->borrow);
  same_digit("as_built", expected->as_built, found->as_built);
  same_word("beat", expected->beat, found->beat);
  same_word("p", expected->p, found->p);
}

/* T-next comes first: it asks for the digits that everything else needs. KC,
 * pressed in the bar of an STP, is the operator's move: on to CI + 1. */
void bar_is_one_t_next(const struct isa *t, digit as_built)
{
  struct isa expected = *t, found;
  struct ssem m;
  struct ssem_console rest;

  isa_next(&expected);
  any_boundary(t, as_built, &m);
  const digit stops = isa_final(t) & !m.ksp;
  if (isa_final(t) & m.ksp)
    expected.CI = expected.CI + 1;

  starts_from(&m);
  ssem_console_rest(&rest);
  for (unsigned i = 0; i < SSEM_BAR; i++)
    ssem_tick(&m, &rest);
  if (stops)
    keeps_stop(&m);
  else
    keeps_boundary(&m);
  interp(&m, &found);
  same_isa(&expected, &found);
}

void give_circuit(circuit *c, const struct ssem *m,
                  const struct ssem_console *k, digit rst)
{
  c->set("clk", 0, 1);
  c->set("rst", rst, 1);
#define TIME(unit, name, digits, meaning) \
  c->set(#unit "." #name, m->name, digits);
#define HELD(unit, name, digits, meaning) \
  c->set(#unit "." #name, m->name, digits);
#define LINE(unit, name, n, meaning) c->set(#unit ".S[" #n "]", m->S[n], 32);
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning) c->set(#name, k->name, digits);
#include "sim/signals.def"
  c->settle();
}
