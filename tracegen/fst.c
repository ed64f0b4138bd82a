// SPDX-License-Identifier: MIT
/*
 * fst.c - a trace as a fast signal trace: GTKWave's own compressed format.
 *
 * The same scopes, names, times and changes as the VCD. What VCD cannot say:
 * the beats and the functions have names, so they read as words. fst_file.c
 * writes the format; here is what the machine's trace puts into it.
 */
#include "fst_file.h"
#include "writer.h"

#include "sim/order.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fst {
  struct writer writer;
  struct fst_file file;
  uint64_t period; /* of a digit, in 100 ns */
  bool strings;
  unsigned count;                   /* signals in this trace */
  enum signal signal[SIGNAL_COUNT]; /* which they are, */
  unsigned variable[SIGNAL_COUNT];  /* and what each is in the file */
  unsigned order, beat_name;        /* likewise, if strings */
};

/* The names of a signal's values, if they have any. */
static void put_names(struct fst *f, enum signal i)
{
  const char *beat[4], *function[8];

  for (unsigned n = 0; n < 4; n++)
    beat[n] = order_beat(n);
  for (unsigned n = 0; n < 8; n++)
    function[n] = order_mnemonic(n);
  if (i == SIGNAL_beat)
    fst_file_names(&f->file, "beat", 4, 2, beat);
  else if (i == SIGNAL_F)
    fst_file_names(&f->file, "function", 8, 3, function);
}

static void put_signal(struct fst *f, enum signal i)
{
  const struct signal_info *const s = &signals_info[i];
  const bool wire = s->kind == KIND_WIRE || s->kind == KIND_KEY;
  char name[32];

  snprintf(name, sizeof name, s->digits == 1 ? "%s" : "%s [%u:0]", s->name,
           s->digits - 1);
  put_names(f, i);
  f->signal[f->count] = i;
  f->variable[f->count] = fst_file_variable(
    &f->file, wire ? FST_KIND_WIRE : FST_KIND_REG, s->digits, name);
  f->count++;
}

static void put_strings(struct fst *f, enum trace_grain grain)
{
  f->order = fst_file_variable(&f->file, FST_KIND_STRING, FST_TEXT, "order");
  if (trace_has(grain, SIGNAL_beat))
    f->beat_name =
      fst_file_variable(&f->file, FST_KIND_STRING, FST_TEXT, "beat_name");
}

static void put_variables(struct fst *f, enum trace_grain grain)
{
  const char *unit = "";

  fst_file_scope(&f->file, "ssem");
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const bool first = unit[0] == '\0';

    if (!trace_has(grain, (enum signal)i))
      continue;
    if (strcmp(unit, signals_info[i].unit) != 0) {
      unit = signals_info[i].unit;
      if (!first)
        fst_file_upscope(&f->file);
      fst_file_scope(&f->file, unit);
      if (first && f->strings)
        put_strings(f, grain);
    }
    put_signal(f, (enum signal)i);
  }
  fst_file_upscope(&f->file);
  fst_file_upscope(&f->file);
}

static struct writer *open_fst(struct output *out,
                               const struct trace_options *o,
                               char text[TEXT_SENTENCE])
{
  struct fst *const f = calloc(1, sizeof *f);
  char date[TRACE_DATE], version[128], comment[320];
  const struct fst_about about = {
    .date = date, .version = version, .comment = comment, .timescale = -7
  };

  trace_date(date);
  snprintf(version, sizeof version, "ssem " SSEM_VERSION ", level %s",
           o->level);
  trace_comment(o, comment, sizeof comment);
  if (f == NULL) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", out->name);
    return NULL;
  }
  if (!fst_file_open(&f->file, out, &about, text)) {
    free(f);
    return NULL;
  }
  f->writer.ops = &fst_writer;
  f->period = o->digit_period;
  f->strings = o->strings;
  put_variables(f, o->grain);
  fst_file_ready(&f->file);
  return &f->writer;
}

/* What changed in this signal in the group of times last told. */
static void put_changes(struct fst *f, const struct beat *beat, unsigned n,
                        wave changed)
{
  struct fst_block *const b = &f->file.block;
  const enum signal i = f->signal[n];

  if (signals_info[i].digits == 1)
    fst_block_wave(b, f->variable[n], changed, beat->wave[i]);
  else
    fst_block_words(b, f->variable[n], changed, beat->value[i]);
  if (i != SIGNAL_beat || !f->strings)
    return;
  for (; changed != 0; changed &= changed - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(changed);

    fst_block_text(b, f->beat_name, p, order_beat(beat->value[i][p]));
  }
}

static void begin(struct writer *w, uint64_t time, const struct beat *beat,
                  const char *order)
{
  struct fst *const f = (struct fst *)w;

  (void)fst_file_times(&f->file, time, 0, wave_at(0));
  for (unsigned n = 0; n < f->count; n++)
    put_changes(f, beat, n, wave_at(0));
  if (order != NULL)
    fst_block_text(&f->file.block, f->order, 0, order);
}

static void put_beat(struct writer *w, uint64_t time, const struct beat *beat,
                     const struct changes *changes, const char *order)
{
  struct fst *const f = (struct fst *)w;
  wave any = order != NULL ? wave_at(0) : 0;

  for (unsigned n = 0; n < f->count; n++)
    any |= changes->in[f->signal[n]];
  if (any == 0 || !fst_file_times(&f->file, time, f->period, any))
    return;
  for (unsigned n = 0; n < f->count; n++)
    if (changes->in[f->signal[n]] != 0)
      put_changes(f, beat, n, changes->in[f->signal[n]]);
  if (order != NULL)
    fst_block_text(&f->file.block, f->order, 0, order);
}

static void close_fst(struct writer *w, uint64_t time)
{
  struct fst *const f = (struct fst *)w;

  fst_file_close(&f->file, time);
  free(f);
}

static void discard_fst(struct writer *w)
{
  struct fst *const f = (struct fst *)w;

  fst_file_discard(&f->file);
  free(f);
}

const struct writer_ops fst_writer = {
  .suffix = ".fst",
  .own_file = true,
  .open = open_fst,
  .begin = begin,
  .beat = put_beat,
  .close = close_fst,
  .discard = discard_fst,
};
