// SPDX-License-Identifier: MIT
/*
 * waves.c - the machine: every gate, one beat at a time.
 *
 * Read it beside ssem.c: each equation is there under the same name. Time is
 * plain here (which beat it is decides nothing but constants), the rest is
 * digits: there is no choice that depends on one but the line under the beam.
 */
#include "waves.h"

/* A copy of the page for each caller: where the beat and the console are known,
 * most of it is constants, and twice as fast. */
#define COPIED static inline __attribute__((always_inline))

COPIED void settle(const struct ssem *m, const struct ssem_console *k,
                   unsigned beat, struct waves *w)
{
  const wave F0 = wave_every(read_digit(m->F, 0));
  const wave F1 = wave_every(read_digit(m->F, 1));
  const wave F2 = wave_every(read_digit(m->F, 2));
  const wave CS = wave_every(k->CS), KC = wave_every(k->KC);
  const wave MAN = wave_every(k->MAN), WRITE = wave_every(k->WRITE);
  const wave KLC = wave_every(k->KLC), KSC = wave_every(k->KSC);
  const wave KCC = wave_every(k->KCC);
  const wave every = wave_every(1);

  /* Timebase */
  w->active = wave_every(m->active);
  w->HA = wave_every(beat == BEAT_A1 || beat == BEAT_A2);
  w->BO = wave_from(SSEM_DIGITS);
  w->scan = wave_every(beat == BEAT_S1 || beat == BEAT_S2);
  w->last = wave_at(SSEM_BEAT - 1);
  w->S1 = w->active & wave_every(beat == BEAT_S1);
  w->A1 = w->active & wave_every(beat == BEAT_A1);
  w->S2 = w->active & wave_every(beat == BEAT_S2);
  w->A2 = w->active & wave_every(beat == BEAT_A2);
  w->decide = wave_every(beat == BEAT_A2) & w->last;
  w->as_built = wave_every(m->as_built);

  /* Gates. F stands still while ACT is 1: it moves in scan beats only. */
  w->key = wave_of(k->TW);
  w->CY = w->A1 | w->S2;
  w->ACT = (w->A1 & ~MAN) | w->A2;
  w->OTG = w->ACT & ~(F1 & F2);
  w->CEN = w->ACT & ~F1 & ~F2;
  w->AEN = w->ACT & (F1 | F2);
  w->ACE = w->ACT & ~F0 & ~F2;
  w->ITG = w->ACT & F0 & F1 & ~F2;

  /* Stop flip-flop, from digit 1 on; a press of KC likewise; the prepulse */
  w->stop = wave_every(m->stop) | (w->ACT & wave_from(1) & F2 & F1 & F0);
  w->ksp = wave_every(m->ksp) | (KC & wave_from(1));
  w->PP = w->decide & ((CS & ~w->stop) | w->ksp);

  /* Store: read */
  const wave key = w->HA & w->key;

  w->line = beat == BEAT_A1 || beat == BEAT_A2 ? m->L : m->LC;
  w->SE = w->ITG | KSC | (w->HA & KLC) | key;
  w->s = wave_of(m->S[w->line]) & ~w->SE;
  w->bus = w->OTG & w->s;

  /* Test flip-flop, as S1 finds it: KCC clears it from digit 1 on */
  w->T = wave_every(m->T) & (wave_at(0) | (every & ~KCC));

  /* Control */
  w->TU = w->S1 & ((wave_at(0) & ~w->T) | (wave_at(1) & w->T));
  w->c = ((w->CY & wave_of(m->PI)) | (wave_of(m->CI) & ~w->CY)) &
         ~(w->ACE & w->CEN) & ~KCC;
  w->x = w->TU | (w->CEN & w->bus);
  w->carry = wave_carries(w->c, w->x, m->carry);
  w->c_w = w->c ^ w->x ^ w->carry;

  /* Accumulator */
  w->a = wave_of(m->A) & ~(w->ACE & w->AEN) & ~KCC;
  w->y = w->AEN & w->bus;
  w->borrow = wave_borrows(w->a, w->y, m->borrow);
  w->a_w = w->a ^ w->y ^ w->borrow;

  /* Store: write */
  w->s_w = (key & WRITE) | (((w->ITG & w->a_w) | (w->s & ~w->ITG)) & ~key);

  /* Test flip-flop, set at p31: the black-out sees it */
  w->T = w->T | (wave_every(wave_digit(w->a_w, 31)) & w->BO & w->ACT & F2 & F1 &
                 ~F0 & ~KCC);

  /* Staticisor */
  w->X = (every & ~w->active) | MAN | ((w->S1 | w->S2) & w->c_w);
  w->clean = w->S1 & ~MAN & ~w->as_built;
}

COPIED void rewrite(struct ssem *m, const struct ssem_console *k, unsigned beat,
                    const struct waves *w)
{
  const unsigned last = SSEM_BEAT - 1;
  const bool scan = beat == BEAT_S1 || beat == BEAT_S2;
  const bool decide = beat == BEAT_A2;
  const word CY = wave_word(w->CY);
  const digit S1 = wave_digit(w->S1, last);
  const digit clean = wave_digit(w->clean, last);
  const digit PP = wave_digit(w->PP, last);

  /* Store, control tube, accumulator: the line under the beam */
  m->S[w->line] = wave_word(w->s_w);
  m->PI = (m->PI & ~CY) | (wave_word(w->c_w) & CY);
  m->CI = (m->CI & CY) | (wave_word(w->c_w) & ~CY);
  m->A = wave_word(w->a_w);
  m->carry = 0;
  m->borrow = 0;

  /* Test and stop flip-flops */
  m->T = wave_digit(w->T, last) & !S1 & !k->KCC;
  m->stop = wave_digit(w->stop, last) & !PP;

  /* Staticisors */
  if (scan) {
    m->L = wave_word(w->X) & k->LS & 31;
    m->F = (wave_word(w->X) >> 13) & k->FS & 7 & word_every(!clean);
  }

  /* Prepulse */
  if (decide)
    m->active = PP;
  m->ksp = k->KC | (wave_digit(w->ksp, last) & !decide);

  /* Time */
  if (scan)
    m->LC = (m->LC + 1) & 31;
  m->beat = (beat + 1) % 4;
}

void waves_settle(const struct ssem *m, const struct ssem_console *k,
                  struct waves *w)
{
  settle(m, k, m->beat, w);
}

void waves_clock(struct ssem *m, const struct ssem_console *k,
                 const struct waves *w)
{
  rewrite(m, k, m->beat, w);
}

COPIED void beat_at_rest(struct ssem *m, unsigned beat, struct waves *w)
{
  const struct ssem_console rest = { .CS = 1, .LS = 31, .FS = 7 };

  settle(m, &rest, beat, w);
  rewrite(m, &rest, beat, w);
}

void waves_rest(struct ssem *m, struct waves *w)
{
  switch (m->beat) {
  case BEAT_S1: beat_at_rest(m, BEAT_S1, w); break;
  case BEAT_A1: beat_at_rest(m, BEAT_A1, w); break;
  case BEAT_S2: beat_at_rest(m, BEAT_S2, w); break;
  case BEAT_A2: beat_at_rest(m, BEAT_A2, w); break;
  }
}
