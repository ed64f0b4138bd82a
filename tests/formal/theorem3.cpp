// SPDX-License-Identifier: MIT
/*
 * theorem3.cpp - a beat of waves is 36 digit periods.
 *
 * waves.h says what its waves mean: digit p of a wire is the wire in digit
 * period p, and a tube's digit p is new from period p + 1 on. So the waves of a
 * beat tell the V-state in the middle of the beat, after p of its periods, for
 * each p (between, below). The first statement is that with p = 0 this is the
 * state that the beat began in; the second, that one tick leads from each to
 * the next, with every wire as its wave says, and from p = 35 to the state that
 * waves_clock leaves. By induction over p the beat equals 36 ticks, in every
 * V-state, under every console held so long.
 *
 * The sums and differences of sim/wave.h are part of what is proved: here a
 * wave is a row of 64 formulas, and they are added like any other.
 *
 * The others are about shortcuts: waves_rest, which is a beat with the console
 * known, and waves_run from bar to bar. Walking, waves_run is such beats and
 * ticks; the last statement is that it walks where it must.
 */
#include "machine.h"
#include "sim/waves.h"

#include "theorems.h"

/* The first p digits of one word, the rest of another. */
static word mix(const word &old_digits, const word &new_digits, unsigned p)
{
  word w = old_digits;

  for (unsigned q = 0; q < p && q < SSEM_DIGITS; q++)
    w = write_digit(w, q, read_digit(new_digits, q));
  return w;
}

/* The state that m, where the beat begins, has come to after p digit periods,
 * p = 0 to 35, as its waves tell it. */
static void between(const struct ssem *m, const struct ssem_console *k,
                    const struct waves *w, unsigned p, struct ssem *v)
{
  const word CY = wave_word(w->CY);
  const word c_w = wave_word(w->c_w);

  *v = *m;
  v->p = p;
  v->S[w->line] = mix(m->S[w->line], wave_word(w->s_w), p);
  v->PI = mix(m->PI, (m->PI & ~CY) | (c_w & CY), p);
  v->CI = mix(m->CI, (m->CI & CY) | (c_w & ~CY), p);
  v->A = mix(m->A, wave_word(w->a_w), p);
  v->T = wave_digit(w->T, p);
  v->stop = wave_digit(w->stop, p);
  v->active = wave_digit(w->active, p);
  v->ksp = wave_digit(w->ksp, p);
  v->carry = wave_digit(w->carry, p);
  v->borrow = wave_digit(w->borrow, p);
  v->as_built = wave_digit(w->as_built, p);
  if (m->beat == BEAT_A1 || m->beat == BEAT_A2)
    return;
  const digit clean = wave_digit(w->S1, 0) & !k->MAN & !m->as_built;

  for (unsigned q = 0; q < 5 && q < p; q++)
    v->L = write_digit(v->L, q, wave_digit(w->X, q) & read_digit(k->LS, q));
  for (unsigned q = 0; q < 3 && q + 13 < p; q++)
    v->F = write_digit(
      v->F, q, wave_digit(w->X, q + 13) & read_digit(k->FS, q) & !clean);
}

/* A wire in digit period p, against its wave; the line is the same in all. */
static void same_wire(const char *what, const wave &expected, digit found,
                      unsigned p)
{
  same_digit(what, wave_digit(expected, p), found, p);
}

static void same_wire(const char *what, const word &expected, const word &found,
                      unsigned)
{
  same_word(what, expected, found);
}

static void same_wires(const struct waves *expected,
                       const struct ssem_wires *found, unsigned p)
{
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define KEY(unit, name, digits, meaning)
#define WIRE(unit, name, digits, meaning) \
  same_wire(#name, expected->name, found->name, p);
#include "sim/signals.def"
}

static void same_wave(const char *what, const wave &expected, const wave &found)
{
  for (unsigned p = 0; p < SSEM_BEAT; p++)
    same_digit(what, wave_digit(expected, p), wave_digit(found, p), p);
}

static void same_wave(const char *what, const word &expected, const word &found)
{
  same_word(what, expected, found);
}

static void same_waves(const struct waves *expected, const struct waves *found)
{
#define SAME(name) same_wave("wave." #name, expected->name, found->name);
  SAME(T)
  SAME(stop)
  SAME(active)
  SAME(ksp)
  SAME(carry)
  SAME(borrow)
  SAME(as_built)
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning)
#define KEY(unit, name, digits, meaning)
#define WIRE(unit, name, digits, meaning) SAME(name)
#include "sim/signals.def"
#undef SAME
}

static void all_the_same(const struct ssem *expected, const struct ssem *found)
{
  same_state(expected, found);
  same_word("LC", expected->LC, found->LC);
  same_digit("ksp", expected->ksp, found->ksp);
}

static void waves_begin_where_the_beat_does(unsigned beat)
{
  struct ssem m, v;
  struct ssem_console k;
  struct waves w;

  any_state(&m, beat, 0);
  any_console(&k);
  starts_from(&m);
  waves_settle(&m, &k, &w);
  between(&m, &k, &w, 0, &v);
  all_the_same(&m, &v);
}

static void a_tick_is_a_digit_of_the_waves(unsigned phase)
{
  const unsigned p = phase % SSEM_BEAT;
  struct ssem m, now, next;
  struct ssem_console k;
  struct ssem_wires wires;
  struct waves w;

  any_state(&m, phase / SSEM_BEAT, 0);
  any_console(&k);
  starts_from(&m);
  waves_settle(&m, &k, &w);
  between(&m, &k, &w, p, &now);
  ssem_settle(&now, &k, &wires);
  same_wires(&w, &wires, p);
  ssem_clock(&now, &k, &wires);
  if (p == SSEM_BEAT - 1) {
    next = m;
    waves_clock(&next, &k, &w);
  } else {
    between(&m, &k, &w, p + 1, &next);
  }
  all_the_same(&now, &next);
}

static void a_beat_at_rest_is_any_beat(unsigned beat)
{
  struct ssem m, n;
  struct ssem_console rest;
  struct waves v, w;

  any_state(&m, beat, 0);
  starts_from(&m);
  n = m;
  ssem_console_rest(&rest);
  waves_settle(&m, &rest, &v);
  waves_clock(&m, &rest, &v);
  waves_rest(&n, &w);
  all_the_same(&m, &n);
  same_waves(&v, &w);
}

static void a_bar_of_waves_run_is_its_ticks(unsigned)
{
  struct isa t, u;
  struct ssem m, n;
  struct ssem_console rest;
  const word LC = any_word(ANY_LC, 5);
  const digit as_built = any_digit(ANY_AS_BUILT);

  any_isa(&t);
  if (as_built)
    for (unsigned p = 13; p < 16; p++)
      t.CI = write_digit(t.CI, p, 0);
  u = t;
  isa_next(&u);
  any_boundary(&t, as_built, &n);
  n.ksp = 0;
  m = n;
  m.LC = LC;
  starts_from(&m);
  ssem_console_rest(&rest);
  do
    ssem_tick(&n, &rest);
  while (!ssem_at_boundary(&n) & !ssem_stopped(&n));
  n.LC = (n.LC + LC) & 31;
  const bool one = waves_run(&m, 1) == 1;
  same_digit("reached", ssem_at_boundary(&n), one);
  all_the_same(&n, &m);
}

/* The beginning of A1, or of a beat or a digit period that is none, with
 * everything variable that makes it no boundary as a bar leaves one. So that
 * the cases are few, words hold digits 16 to 31 only: each line that is obeyed
 * is a JMP 0. Line 0, which is not, has digits 13 to 15 too. */
static void any_unsettled(struct ssem *m, unsigned instance)
{
  const word high = ~(word)0 << 16;

  any_state(m, instance % 4, instance / 4);
  m->active = 1;
  for (unsigned n = 1; n < SSEM_LINES; n++)
    m->S[n] = m->S[n] & high;
  m->S[0] = any_word(ANY_S, 32) & ~(word)0 << 13;
  m->PI = m->PI & high;
  m->A = m->A & high;
  m->CI = (m->CI & high) | (word)1;
  m->L = any_word(ANY_L, 2);
  m->LC = 0;
  if (instance == BEAT_A1)
    return;
  m->L = 1;
  m->F = 0;
  m->T = 0;
  m->stop = 0;
  m->ksp = 0;
  m->carry = 0;
  m->borrow = 0;
}

/* Bars on end are for settled boundaries: waves_run must see that it stands at
 * another place, and walk, and see it again at the next boundary, where as
 * built CI has any digits 13 to 15. */
static void elsewhere_waves_run_walks(unsigned instance)
{
  struct ssem m, n;
  struct ssem_console rest;
  unsigned reached = 0;

  any_unsettled(&m, instance);
  n = m;
  starts_from(&m);
  ssem_console_rest(&rest);
  while (reached < 2 && !ssem_stopped(&n)) {
    ssem_tick(&n, &rest);
    if (ssem_at_boundary(&n))
      reached++;
  }
  same_word("reached", reached, static_cast<uint32_t>(waves_run(&m, 2)));
  all_the_same(&n, &m);
}

static const struct statement statements[] = {
  { "the waves of a beat begin in the state that the beat does", 4,
    waves_begin_where_the_beat_does, false },
  { "each digit period follows from the one before as the waves say", SSEM_BAR,
    a_tick_is_a_digit_of_the_waves, false },
  { "a beat at rest is any beat, the console being at rest", 4,
    a_beat_at_rest_is_any_beat, false },
  { "from boundary to boundary waves_run does what the ticks do", 1,
    a_bar_of_waves_run_is_its_ticks, false },
  { "from elsewhere, two bars long, waves_run does what the ticks do", 8,
    elsewhere_waves_run_walks, false },
};

const struct theorem theorem3 = {
  3,
  "Waves are digit periods: in every V-state, under every console held over "
  "the beat, a beat of waves is 36 ticks, on every wire and register.",
  statements,
  sizeof statements / sizeof *statements,
  nullptr,
};
