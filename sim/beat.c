// SPDX-License-Identifier: MIT
/* beat.c - a beat of every signal, a digit period at a time or at once. */
#include "beat.h"

void beat_digit(struct beat *beat, unsigned p, const struct signals *sig)
{
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const uint32_t v = sig->value[i];
    wave there = v;

    if (signals_info[i].digits > 1) {
      there = p == 0 || v != beat->value[i][p - 1];
      beat->value[i][p] = v;
    }
    if (p == 0)
      beat->wave[i] = 0;
    beat->wave[i] |= there << p;
  }
}

/* When digit 0 of a register comes under the beam: F takes digits 13 to 15; LC
 * steps between beats, as a whole. */
enum {
  FIRST_CI = 0,
  FIRST_PI = 0,
  FIRST_A = 0,
  FIRST_L = 0,
  FIRST_F = 13,
  FIRST_LC = SSEM_BEAT
};

/* A register whose digit i is rewritten at the end of digit period first + i,
 * from before to after. Returns the periods in which it is new, and fills in
 * its value there. */
static wave rewritten(uint32_t value[SSEM_BEAT], word before, word after,
                      unsigned first)
{
  const wave changed = (((wave)(before ^ after) << 1) << first) & wave_from(1);

  value[0] = before;
  for (wave left = changed; left != 0; left &= left - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(left);
    const word new = (word)(((uint64_t)1 << (p - first)) - 1);

    value[p] = (after & new) | (before & ~new);
  }
  return changed | wave_at(0);
}

static wave constant(uint32_t value[SSEM_BEAT], uint32_t all)
{
  value[0] = all;
  return wave_at(0);
}

static wave count(uint32_t value[SSEM_BEAT])
{
  for (unsigned p = 0; p < SSEM_BEAT; p++)
    value[p] = p;
  return wave_from(0);
}

void beat_waves(struct beat *beat, const struct ssem *m,
                const struct ssem_console *k, const struct waves *w)
{
  struct ssem after = *m;

  waves_clock(&after, k, w);

#define TIME(unit, name, digits, meaning) TIME_##name(name)
#define HELD(unit, name, digits, meaning) HELD_##digits(name)
#define LINE(unit, name, n, meaning) \
  WAVE(name) = rewritten(VALUE(name), m->S[n], after.S[n], 0);
#define WIRE(unit, name, digits, meaning) WIRE_##digits(name)
#define KEY(unit, name, digits, meaning) KEY_##digits(name)
#define TIME_beat(name) WAVE(name) = constant(VALUE(name), m->beat);
#define TIME_p(name) WAVE(name) = count(VALUE(name));
#define HELD_1(name) WAVE(name) = w->name;
#define HELD_3(name) HELD_32(name)
#define HELD_5(name) HELD_32(name)
#define HELD_32(name) \
  WAVE(name) = rewritten(VALUE(name), m->name, after.name, FIRST_##name);
#define WIRE_1(name) WAVE(name) = w->name;
#define WIRE_5(name) WAVE(name) = constant(VALUE(name), w->name);
#define KEY_1(name) WAVE(name) = wave_every(k->name);
#define KEY_3(name) WAVE(name) = constant(VALUE(name), k->name);
#define KEY_5(name) WAVE(name) = constant(VALUE(name), k->name);
#define KEY_32(name) WAVE(name) = constant(VALUE(name), k->name);
#define WAVE(name) beat->wave[SIGNAL_##name]
#define VALUE(name) beat->value[SIGNAL_##name]
#include "signals.def"
}

/* What a signal of several digits is in digit period p: as it last changed. */
static uint32_t standing(const struct beat *beat, unsigned i, unsigned p)
{
  const wave so_far = beat->wave[i] & (((wave)2 << p) - 1);

  return beat->value[i][63 - __builtin_clzll(so_far)];
}

static uint32_t value_at(const struct beat *beat, unsigned i, unsigned p)
{
  return signals_info[i].digits == 1 ? wave_digit(beat->wave[i], p)
                                     : standing(beat, i, p);
}

void beat_state(const struct beat *beat, unsigned p, struct ssem *m)
{
#define TIME(unit, name, digits, meaning) \
  m->name = value_at(beat, SIGNAL_##name, p);
#define HELD(unit, name, digits, meaning) \
  m->name = value_at(beat, SIGNAL_##name, p);
#define LINE(unit, name, n, meaning) m->S[n] = value_at(beat, SIGNAL_##name, p);
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "signals.def"
}

void beat_walk_begin(struct beat_walk *w, const struct beat *beat)
{
  w->beat = beat;
  w->p = 0;
  w->ones = 0;
  w->wide = 0;
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const wave v = beat->wave[i];
    const bool one = signals_info[i].digits == 1;
    const wave when = (one ? v ^ v << 1 : v) & wave_from(1);

    w->sig.value[i] = beat_value(beat, i, 0);
    if (when == 0)
      continue;
    if (one) {
      w->one[w->ones].signal = i;
      w->one[w->ones++].when = when;
    } else {
      w->several[w->wide].signal = i;
      w->several[w->wide++].when = when;
    }
  }
}

void beat_walk_next(struct beat_walk *w)
{
  const unsigned p = ++w->p;

  for (unsigned i = 0; i < w->ones; i++)
    w->sig.value[w->one[i].signal] ^= wave_digit(w->one[i].when, p);
  for (unsigned i = 0; i < w->wide; i++)
    if (wave_digit(w->several[i].when, p))
      w->sig.value[w->several[i].signal] =
        w->beat->value[w->several[i].signal][p];
}
