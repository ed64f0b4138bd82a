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
  uint64_t period;                  /* of a digit, in 100 ns */
  unsigned count;                   /* signals in this trace */
  enum signal signal[SIGNAL_COUNT]; /* which they are, */
  unsigned variable[SIGNAL_COUNT];  /* and what each is in the file */
  unsigned rows;                    /* likewise */
  enum row row[ROW_COUNT];
  unsigned row_variable[ROW_COUNT];
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

/* The rows that stand in this scope. */
static void put_rows(struct fst *f, const char *unit)
{
  for (unsigned n = 0; n < f->rows; n++) {
    const struct row_info *const row = &rows_info[f->row[n]];
    char name[32];

    if (strcmp(row->unit, unit) != 0)
      continue;
    snprintf(name, sizeof name, row->digits < 2 ? "%s" : "%s [%u:0]", row->name,
             row->digits - 1);
    f->row_variable[n] = fst_file_variable(
      &f->file, row->digits == 0 ? FST_KIND_STRING : FST_KIND_WIRE,
      row->digits == 0 ? FST_TEXT : row->digits, name);
  }
}

/* Go into another scope; leave the last one, if there was one. */
static void next_scope(struct fst *f, const char *last, const char *unit)
{
  if (last[0] != '\0')
    fst_file_upscope(&f->file);
  fst_file_scope(&f->file, unit);
  put_rows(f, unit);
}

static void put_variables(struct fst *f, enum trace_grain grain)
{
  const char *unit = "";

  fst_file_scope(&f->file, "ssem");
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    if (!trace_has(grain, (enum signal)i))
      continue;
    if (strcmp(unit, signals_info[i].unit) != 0)
      next_scope(f, unit, signals_info[i].unit);
    unit = signals_info[i].unit;
    put_signal(f, (enum signal)i);
  }
  for (unsigned n = 0; n < f->rows; n++) {
    if (f->row[n] < ROW_OWN_SCOPE ||
        strcmp(unit, rows_info[f->row[n]].unit) == 0)
      continue;
    next_scope(f, unit, rows_info[f->row[n]].unit);
    unit = rows_info[f->row[n]].unit;
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
  f->rows = rows_of(o, f->row);
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
}

/* The same of a row. */
static void put_row(struct fst *f, const struct rows *rows, unsigned n,
                    wave changed)
{
  struct fst_block *const b = &f->file.block;
  const enum row i = f->row[n];
  char text[ROW_TEXT];

  if (rows_info[i].digits != 0) {
    fst_block_words(b, f->row_variable[n], changed, rows->value[i]);
    return;
  }
  for (; changed != 0; changed &= changed - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(changed);

    row_words(rows, i, p, text);
    fst_block_text(b, f->row_variable[n], p, text);
  }
}

static void begin(struct writer *w, uint64_t time, const struct beat *beat,
                  const struct rows *rows)
{
  struct fst *const f = (struct fst *)w;

  (void)fst_file_times(&f->file, time, 0, wave_at(0));
  for (unsigned n = 0; n < f->count; n++)
    put_changes(f, beat, n, wave_at(0));
  for (unsigned n = 0; n < f->rows; n++)
    put_row(f, rows, n, wave_at(0));
}

static void put_beat(struct writer *w, uint64_t time, const struct beat *beat,
                     const struct changes *changes, const struct rows *rows)
{
  struct fst *const f = (struct fst *)w;
  wave any = 0;

  for (unsigned n = 0; n < f->count; n++)
    any |= changes->in[f->signal[n]];
  for (unsigned n = 0; n < f->rows; n++)
    any |= rows->when[f->row[n]];
  if (any == 0 || !fst_file_times(&f->file, time, f->period, any))
    return;
  for (unsigned n = 0; n < f->count; n++)
    if (changes->in[f->signal[n]] != 0)
      put_changes(f, beat, n, changes->in[f->signal[n]]);
  for (unsigned n = 0; n < f->rows; n++)
    if (rows->when[f->row[n]] != 0)
      put_row(f, rows, n, rows->when[f->row[n]]);
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
