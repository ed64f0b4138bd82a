// SPDX-License-Identifier: MIT
/* rows_programmer.c - interp of the V-state in each digit period of a beat. */
#include "rows_programmer.h"

#include "sim/interp.h"
#include "sim/waves.h"

/* interp of the V-state in digit period p; by beats, which is the same as by
 * digit periods and quicker. */
static void interp_at(const struct beat *beat, unsigned p, struct isa *t)
{
  struct ssem m;

  beat_state(beat, p, &m);
  if (!ssem_at_boundary(&m))
    waves_run(&m, 1);
  interp(&m, t);
}

/* What the rows say from digit period p on. */
static void put(struct rows *r, unsigned p)
{
  row_put(r, ROW_T_LINE, p, r->t.CI % SSEM_LINES);
  row_put(r, ROW_T_CI, p, r->t.CI);
  row_put(r, ROW_T_A, p, r->t.A);
  if (!r->has_reference)
    return;
  row_put(r, ROW_REFERENCE_LINE, p, r->expected.CI % SSEM_LINES);
  row_put(r, ROW_REFERENCE_CI, p, r->expected.CI);
  row_put(r, ROW_REFERENCE_A, p, r->expected.A);
  row_put(r, ROW_DIFFERS, p, !interp_same(&r->t, &r->expected));
}

/* The T-state is t from digit period p on, and the reference's turn may have
 * come. */
static void see(struct rows *r, unsigned p, const struct isa *t)
{
  const bool turn = r->has_reference && p == r->from;

  if (turn)
    r->expected = r->next;
  if (!turn && (r->begun || p > 0) && interp_same(t, &r->t))
    return;
  r->t = *t;
  put(r, p);
}

/* Does the operator act on what a programmer sees? CS alone does not. */
static bool is_touched(const struct beat *beat)
{
  return beat->wave[SIGNAL_KC] | beat->wave[SIGNAL_MAN] |
         beat->wave[SIGNAL_KLC] | beat->wave[SIGNAL_KSC] |
         beat->wave[SIGNAL_KCC] | (beat->wave[SIGNAL_TW] & ~wave_at(0)) |
         beat->value[SIGNAL_TW][0] | (beat->wave[SIGNAL_LS] & ~wave_at(0)) |
         (beat->value[SIGNAL_LS][0] ^ 31) |
         (beat->wave[SIGNAL_FS] & ~wave_at(0)) |
         (beat->value[SIGNAL_FS][0] ^ 7);
}

/* Digit period by digit period. */
static void look_everywhere(struct rows *r, const struct beat *beat)
{
  struct isa t;

  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    interp_at(beat, p, &t);
    see(r, p, &t);
  }
}

void rows_programmer(struct rows *r, const struct beat *beat)
{
  const bool boundary = beat_value(beat, SIGNAL_beat, 0) == BEAT_A1 &&
                        beat_value(beat, SIGNAL_active, 0);
  const bool touched = is_touched(beat);
  struct isa first = r->t, next, last;

  if (boundary || !r->begun)
    interp_at(beat, 0, &first);
  next = first;
  if (boundary)
    isa_next(&next);
  interp_at(beat, SSEM_BEAT - 1, &last);
  if (touched || r->touched || !interp_same(&last, &next)) {
    look_everywhere(r, beat);
  } else {
    see(r, 0, &first);
    see(r, 1, &next);
  }
  r->touched = touched;
}
