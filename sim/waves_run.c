// SPDX-License-Identifier: MIT
/*
 * waves_run.c - the machine: bars on end, when nobody looks at a wire.
 *
 * With the console at rest a bar that begins at a clean boundary is one set of
 * gates on four words (bar() below). From everywhere else beats are let pass,
 * or digit periods, until the machine stands at such a boundary.
 */
#include "waves.h"

/* The machine stands at a boundary as a bar of its own left it, so that A1 is a
 * clean fetch: nothing is owed, asked for or carried over. */
static digit settled(const struct ssem *m)
{
  return ssem_at_boundary(m) & (m->L == (m->CI & 31)) & (m->F == 0) &
         !(m->T | m->stop | m->ksp | m->carry | m->borrow);
}

/* A1 and A2 of one bar, and the increment in the next S1, with the console at
 * rest: the gates of waves_settle() with everything left out that is 0 or that
 * regenerates. Scan beats change no line; A1 is a JMP to the PI line (F = 0),
 * so PI = 0 + s; A2 is the action. Returns the stop flip-flop: if it is set,
 * the bar that would increment CI is idle, and CI is left alone. */
static inline digit bar(word S[SSEM_LINES], word *CI, word *PI, word *A)
{
  *PI = S[*CI & 31];

  const word F0 = word_every(read_digit(*PI, 13));
  const word F1 = word_every(read_digit(*PI, 14));
  const word F2 = word_every(read_digit(*PI, 15));
  const word OTG = ~(F1 & F2);
  const word CEN = ~F1 & ~F2;
  const word AEN = F1 | F2;
  const word ACE = ~F0 & ~F2;
  const word ITG = F0 & F1 & ~F2;
  const word L = *PI & 31;
  const word s = S[L] & ~ITG;
  const word bus = OTG & s;
  const word T = F2 & F1 & ~F0;
  const word stop = F2 & F1 & F0;

  *A = (*A & ~(ACE & AEN)) - (AEN & bus);
  S[L] = (ITG & *A) | s;
  *CI = (*CI & ~(ACE & CEN)) + (CEN & bus) + (~stop & 1) + (T & (*A >> 31));
  return read_digit(stop, 0);
}

/* Bars at rest from a settled boundary, at most so many (and at least one).
 * Returns the boundaries reached. As built, A1 obeys CI's own digits 13 to 15
 * as F; the last boundary reached is then one where they are not 0. */
static uint64_t bars(struct ssem *m, uint64_t most)
{
  const word odd = word_every(m->as_built) & (word)7 << 13;
  word CI = m->CI, PI = m->PI, A = m->A;
  uint64_t reached = 0;
  digit stop;

  do {
    stop = bar(m->S, &CI, &PI, &A);
    reached += stop ? 0 : 1;
  } while (!stop && reached < most && !(CI & odd));
  m->CI = CI;
  m->PI = PI;
  m->A = A;
  m->LC = (word)(m->LC + 2 * reached + stop) & 31;
  m->stop = stop;
  m->active = !stop;
  m->L = (stop ? PI : CI) & 31;
  m->F = stop ? FN_STP : ((CI & odd) >> 13);
  m->beat = stop ? BEAT_S1 : BEAT_A1;
  return reached;
}

/* From any V-state that is not stopped to the next boundary, or until it is. */
static uint64_t walk(struct ssem *m)
{
  struct ssem_console rest;
  struct waves w;

  ssem_console_rest(&rest);
  do {
    if (m->p == 0)
      waves_rest(m, &w);
    else
      ssem_tick(m, &rest);
  } while (!ssem_at_boundary(m) && !ssem_stopped(m));
  return ssem_at_boundary(m) ? 1 : 0;
}

uint64_t waves_run(struct ssem *m, uint64_t boundaries)
{
  uint64_t reached = 0;

  while (reached < boundaries && !ssem_stopped(m))
    reached += settled(m) ? bars(m, boundaries - reached) : walk(m);
  return reached;
}
