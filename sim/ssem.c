// SPDX-License-Identifier: MIT
/*
 * ssem.c - the machine: every gate, then everything that remembers.
 *
 * Every tube is a loop that gives up a digit, does arithmetic on it and takes
 * one back within a digit period; a loop that does nothing regenerates. The
 * control tube always goes round through an adder, the accumulator through a
 * subtractor. There is no switch on the function in this machine: an order is
 * a choice of which gates stand open.
 *
 * Read it beside rtl/: each equation is there under the same name, and reads
 * the same but for m-> w-> k-> here and widths there. make twins prints the two
 * side by side, and make lint fails where they differ.
 */
#include "ssem.h"

void ssem_settle(const struct ssem *m, const struct ssem_console *k,
                 struct ssem_wires *w)
{
  const unsigned p = m->p;
  const digit F0 = read_digit(m->F, 0);
  const digit F1 = read_digit(m->F, 1);
  const digit F2 = read_digit(m->F, 2);

  /* Timebase */
  w->HA = (m->beat == BEAT_A1) | (m->beat == BEAT_A2);
  w->BO = p >= 32;
  w->scan = (m->beat == BEAT_S1) | (m->beat == BEAT_S2);
  w->last = p == 35;
  w->S1 = m->active & (m->beat == BEAT_S1);
  w->A1 = m->active & (m->beat == BEAT_A1);
  w->S2 = m->active & (m->beat == BEAT_S2);
  w->A2 = m->active & (m->beat == BEAT_A2);
  w->decide = (m->beat == BEAT_A2) & w->last;
  w->PP = w->decide & ((k->CS & !m->stop) | m->ksp);

  /* Gates: fetch is the JMP path steered to the PI line [PRM A1.4], so A1 and
   * A2 are one and the same action. */
  w->key = read_digit(k->TW, p) & !w->BO;
  w->CY = w->A1 | w->S2;
  w->ACT = (w->A1 & !k->MAN) | w->A2;
  w->OTG = w->ACT & !(F1 & F2);
  w->CEN = w->ACT & !F1 & !F2;
  w->AEN = w->ACT & (F1 | F2);
  w->ACE = w->ACT & !F0 & !F2;
  w->ITG = w->ACT & F0 & F1 & !F2;
  w->SE = w->ITG | k->KSC | (w->HA & k->KLC) | (w->HA & w->key);

  /* Store: read */
  w->line = w->HA ? m->L : m->LC;
  w->s = read_digit(m->S[w->line], p) & !w->SE & !w->BO;

  /* Gates: the store's digit goes out */
  w->bus = w->OTG & w->s;

  /* Control: an adder; in S1 it adds one, one place up if a test is owed */
  w->TU = w->S1 & (((p == 0) & !m->T) | ((p == 1) & m->T));
  w->c = (w->CY ? read_digit(m->PI, p) : read_digit(m->CI, p)) &
         !(w->ACE & w->CEN) & !k->KCC & !w->BO;
  w->x = w->TU | (w->CEN & w->bus);
  w->c_w = w->c ^ w->x ^ m->carry;

  /* Accumulator: a subtractor */
  w->a = read_digit(m->A, p) & !(w->ACE & w->AEN) & !k->KCC & !w->BO;
  w->y = w->AEN & w->bus;
  w->a_w = w->a ^ w->y ^ m->borrow;

  /* Store: write. A key beats STO, STO beats regeneration. */
  w->s_w = (w->HA & w->key) ? k->WRITE : w->ITG ? w->a_w : w->s;

  /* Staticisor: an idle machine, or Manual, offers ones to the switches. In
   * S1 zeros go into F, so that A1 is a clean fetch; as built CI's digits. */
  w->X = !m->active | k->MAN | ((w->S1 | w->S2) & w->c_w);
  w->clean = w->S1 & !k->MAN & !m->as_built;
}

/* Time goes first, as in rtl/: what follows asks the wires, and the old p. */
void ssem_clock(struct ssem *m, const struct ssem_console *k,
                const struct ssem_wires *w)
{
  const unsigned p = m->p;
  const digit F0 = read_digit(m->F, 0);
  const digit F1 = read_digit(m->F, 1);
  const digit F2 = read_digit(m->F, 2);

  /* Timebase. Stop flip-flop: clearing wins. Prepulse: decided at p35 of A2,
   * active bar or idle; no press is lost. */
  m->stop = (m->stop | (w->ACT & (p == 0) & F2 & F1 & F0)) & !w->PP;
  if (w->decide)
    m->active = w->PP;
  m->ksp = k->KC | (m->ksp & !w->decide);
  m->p = w->last ? 0 : p + 1;
  m->beat = w->last ? (m->beat + 1) & 3 : m->beat;

  /* Store: the digit under the beam; active or idle, it is regenerated */
  m->S[w->line] = write_digit(m->S[w->line], p, w->s_w);
  if (w->scan & w->last)
    m->LC = (m->LC + 1) & 31;

  /* Control: the digit under the beam. Test flip-flop: clearing wins */
  if (w->CY)
    m->PI = write_digit(m->PI, p, w->c_w);
  else
    m->CI = write_digit(m->CI, p, w->c_w);
  m->carry = ((w->c & w->x) | ((w->c ^ w->x) & m->carry)) & !w->BO;
  m->T = (m->T | (w->ACT & (p == 31) & F2 & F1 & !F0 & w->a_w)) &
         !(w->S1 & w->last) & !k->KCC;

  /* Accumulator: the digit under the beam */
  m->A = write_digit(m->A, p, w->a_w);
  m->borrow = ((w->y & !w->a) | (m->borrow & !(w->a ^ w->y))) & !w->BO;

  /* Staticisor: digits 0-4 and 13-15, as they pass in scan beats */
  if (w->scan & (p < 5))
    m->L = write_digit(m->L, p, w->X & read_digit(k->LS, p));
  if (w->scan & (p >= 13) & (p < 16))
    m->F =
      write_digit(m->F, p - 13, w->X & read_digit(k->FS, p - 13) & !w->clean);
}

void ssem_tick(struct ssem *m, const struct ssem_console *k)
{
  struct ssem_wires w;

  ssem_settle(m, k, &w);
  ssem_clock(m, k, &w);
}

void ssem_console_rest(struct ssem_console *k)
{
  k->CS = 1;
  k->KC = 0;
  k->MAN = 0;
  k->LS = 31;
  k->FS = 7;
  k->TW = 0;
  k->WRITE = 0;
  k->KLC = 0;
  k->KSC = 0;
  k->KCC = 0;
}

void ssem_clear(struct ssem *m, const struct ssem_console *k)
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m->S[n] = 0;
  m->CI = 0;
  m->PI = 0;
  m->A = 0;
  m->L = 0;
  m->F = 0;
  m->LC = 0;
  m->T = 0;
  m->stop = 0;
  m->active = k->CS;
  m->ksp = 0;
  m->carry = 0;
  m->borrow = 0;
  m->as_built = 0;
  m->beat = BEAT_S1;
  m->p = 0;
}

digit ssem_at_boundary(const struct ssem *m)
{
  return m->active & (m->beat == BEAT_A1 && m->p == 0);
}

digit ssem_stopped(const struct ssem *m)
{
  return !m->active & m->stop & !m->ksp;
}
