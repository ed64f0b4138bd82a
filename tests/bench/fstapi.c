// SPDX-License-Identifier: MIT
/* fstapi.c - a trace by fstapi, fed from beats as our own writer is. */
#include "tests/bench/fstapi.h"

#include "sim/beat.h"

#include <fstapi.h>
#include <string.h>

enum { UNITS = 100 /* of 100 ns, in a digit period */ };

struct tracing {
  void *file;
  fstHandle handle[SIGNAL_COUNT];
  uint32_t now[SIGNAL_COUNT];
};

static void put_variables(struct tracing *t)
{
  const char *unit = "";

  fstWriterSetScope(t->file, FST_ST_VCD_MODULE, "ssem", NULL);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];

    if (strcmp(unit, s->unit) != 0) {
      if (unit[0] != '\0')
        fstWriterSetUpscope(t->file);
      fstWriterSetScope(t->file, FST_ST_VCD_MODULE, s->unit, NULL);
      unit = s->unit;
    }
    t->handle[i] = fstWriterCreateVar(t->file, FST_VT_VCD_REG, FST_VD_IMPLICIT,
                                      s->digits, s->name, 0);
  }
  fstWriterSetUpscope(t->file);
  fstWriterSetUpscope(t->file);
}

/* The digit periods in which a signal changed. */
static wave changed_in(struct tracing *t, const struct beat *beat, unsigned i)
{
  wave changed = beat->wave[i];

  if (signals_info[i].digits == 1) {
    changed = (changed ^ (changed << 1 | t->now[i])) & wave_from(0);
    t->now[i] = wave_digit(beat->wave[i], SSEM_BEAT - 1);
  } else if (changed != 0) {
    if ((changed & 1) && beat->value[i][0] == t->now[i])
      changed ^= 1;
    t->now[i] = beat->value[i][63 - __builtin_clzll(beat->wave[i])];
  }
  return changed;
}

static void put_value(struct tracing *t, const struct beat *beat, unsigned i,
                      unsigned p)
{
  fstWriterEmitValueChange32(t->file, t->handle[i], signals_info[i].digits,
                             beat_value(beat, i, p));
}

static void put_beat(struct tracing *t, uint64_t time, const struct beat *beat)
{
  wave changed[SIGNAL_COUNT], any = 0;

  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    changed[i] = time == 0 ? wave_at(0) : 0;
    changed[i] |= changed_in(t, beat, i);
    any |= changed[i];
  }
  for (; any != 0; any &= any - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(any);

    fstWriterEmitTimeChange(t->file, time + p * UNITS);
    for (unsigned i = 0; i < SIGNAL_COUNT; i++)
      if (changed[i] >> p & 1)
        put_value(t, beat, i, p);
  }
}

bool fstapi_trace(const char *name, struct ssem *m, uint64_t beats)
{
  struct tracing t = { .file = fstWriterCreate(name, 1) };
  struct ssem_console rest;
  struct beat beat;
  struct waves w;

  if (t.file == NULL)
    return false;
  fstWriterSetTimescaleFromString(t.file, "100 ns");
  fstWriterSetPackType(t.file, FST_WR_PT_LZ4);
  put_variables(&t);
  ssem_console_rest(&rest);
  for (uint64_t n = 0; n < beats; n++) {
    waves_settle(m, &rest, &w);
    beat_waves(&beat, m, &rest, &w);
    waves_clock(m, &rest, &w);
    put_beat(&t, n * SSEM_BEAT * UNITS, &beat);
  }
  fstWriterEmitTimeChange(t.file, beats * SSEM_BEAT * UNITS);
  fstWriterClose(t.file);
  return true;
}
