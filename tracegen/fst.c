// SPDX-License-Identifier: MIT
/*
 * fst.c - a trace as a fast signal trace: GTKWave's own compressed format.
 *
 * The same scopes, names, times and changes as the VCD, through fstapi, the
 * writer that GTKWave and Verilator use. What VCD cannot say: an enumeration
 * gives the beats and the functions their names, so they read as words.
 *
 * fstapi opens its file by name and tells of no failed write. It is given the
 * output's temporary name, and at the end the file is walked block by block:
 * one that is not whole does not appear.
 */
#include "writer.h"

#include "sim/order.h"

#include <errno.h>
#include <fstapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct fst {
  struct writer writer;
  struct output *out;
  void *file;      /* fstapi's own */
  uint64_t period; /* of a digit, in 100 ns */
  mode_t mode;     /* of the file, as output.c made it */
  bool has[SIGNAL_COUNT];
  bool strings;
  fstHandle handle[SIGNAL_COUNT];
  fstHandle order, beat_name;
};

/* The names of a signal's values. */
static fstEnumHandle names(struct fst *f, enum signal i)
{
  static const char *beat_value[] = { "00", "01", "10", "11" };
  static const char *function_value[] = { "000", "001", "010", "011",
                                          "100", "101", "110", "111" };
  const char *beat[4], *function[8];

  for (unsigned n = 0; n < 4; n++)
    beat[n] = order_beat(n);
  for (unsigned n = 0; n < 8; n++)
    function[n] = order_mnemonic(n);
  return i == SIGNAL_beat
           ? fstWriterCreateEnumTable(f->file, "beat", 4, 2, beat, beat_value)
           : fstWriterCreateEnumTable(f->file, "function", 8, 3, function,
                                      function_value);
}

static void variables(struct fst *f)
{
  const char *unit = "";

  fstWriterSetScope(f->file, FST_ST_VCD_MODULE, "ssem", NULL);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];

    if (!f->has[i])
      continue;
    if (strcmp(unit, s->unit) != 0) {
      if (unit[0] != '\0')
        fstWriterSetUpscope(f->file);
      fstWriterSetScope(f->file, FST_ST_VCD_MODULE, s->unit, NULL);
      if (f->strings && unit[0] == '\0') {
        f->order = fstWriterCreateVar(f->file, FST_VT_GEN_STRING,
                                      FST_VD_IMPLICIT, 0, "order", 0);
        if (f->has[SIGNAL_beat])
          f->beat_name = fstWriterCreateVar(f->file, FST_VT_GEN_STRING,
                                            FST_VD_IMPLICIT, 0, "beat_name", 0);
      }
      unit = s->unit;
    }
    if (i == SIGNAL_beat || i == SIGNAL_F)
      fstWriterEmitEnumTableRef(f->file, names(f, (enum signal)i));
    {
      char name[32];

      snprintf(name, sizeof name, s->digits == 1 ? "%s" : "%s [%u:0]", s->name,
               s->digits - 1);
      f->handle[i] = fstWriterCreateVar(
        f->file,
        s->kind == KIND_WIRE || s->kind == KIND_KEY ? FST_VT_VCD_WIRE
                                                    : FST_VT_VCD_REG,
        FST_VD_IMPLICIT, s->digits, name, 0);
    }
  }
  fstWriterSetUpscope(f->file);
  fstWriterSetUpscope(f->file);
}

static struct writer *refuse(struct fst *f, const struct output *out,
                             const char *why, char text[TRACE_TEXT])
{
  snprintf(text, TRACE_TEXT, "%.300s: %s", out->name, why);
  free(f);
  return NULL;
}

static struct writer *open_fst(struct output *out,
                               const struct trace_options *o,
                               char text[TRACE_TEXT])
{
  struct fst *const f = calloc(1, sizeof *f);
  char line[320];
  struct stat made;

  if (f == NULL)
    return refuse(f, out, "out of memory", text);
  if (out->temporary[0] == '\0')
    return refuse(f, out,
                  "FST needs a file of its own, expected .vcd or .vcd.gz for "
                  "a pipe or device",
                  text);
  if (fstat(out->fd, &made) != 0)
    return refuse(f, out, strerror(errno), text);
  f->file = fstWriterCreate(out->temporary, 1);
  if (f->file == NULL)
    return refuse(f, out, "cannot be written", text);
  f->writer.ops = &fst_writer;
  f->out = out;
  f->period = o->digit_period;
  f->mode = made.st_mode & 0777;
  f->strings = o->strings;
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    f->has[i] = trace_has(o->grain, (enum signal)i);
  trace_date(line);
  fstWriterSetDate(f->file, line);
  snprintf(line, sizeof line, "ssem " SSEM_VERSION ", level %s", o->level);
  fstWriterSetVersion(f->file, line);
  fstWriterSetTimescaleFromString(f->file, "100 ns");
  fstWriterSetPackType(f->file, FST_WR_PT_LZ4);
  trace_comment(o, line, sizeof line);
  fstWriterSetComment(f->file, line);
  variables(f);
  return &f->writer;
}

static void put_text(struct fst *f, fstHandle handle, const char *text)
{
  fstWriterEmitVariableLengthValueChange(f->file, handle, text,
                                         (uint32_t)strlen(text));
}

static void put_value(struct fst *f, const struct beat *beat, unsigned i,
                      unsigned p)
{
  fstWriterEmitValueChange32(f->file, f->handle[i], signals_info[i].digits,
                             beat_value(beat, i, p));
  if (i == SIGNAL_beat && f->strings)
    put_text(f, f->beat_name, order_beat(beat_value(beat, SIGNAL_beat, p)));
}

static void begin(struct writer *w, uint64_t time, const struct beat *beat,
                  const char *order)
{
  struct fst *const f = (struct fst *)w;

  fstWriterEmitTimeChange(f->file, time);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    if (f->has[i])
      put_value(f, beat, i, 0);
  if (order != NULL)
    put_text(f, f->order, order);
}

static void put_beat(struct writer *w, uint64_t time, const struct beat *beat,
                     const struct changes *changes, const char *order)
{
  struct fst *const f = (struct fst *)w;

  for (unsigned p = 0; p < SSEM_BEAT; p++, time += f->period) {
    uint64_t any = 0;

    for (unsigned j = 0; j < CHANGE_SETS; j++)
      any |= changes->set[p][j];
    if (any == 0 && order == NULL)
      continue;
    fstWriterEmitTimeChange(f->file, time);
    for (unsigned j = 0; j < CHANGE_SETS; j++)
      for (uint64_t set = changes->set[p][j]; set != 0; set &= set - 1)
        put_value(f, beat, 64 * j + (unsigned)__builtin_ctzll(set), p);
    if (order != NULL)
      put_text(f, f->order, order);
    order = NULL;
  }
}

/* Do blocks (a byte, then the length of the rest in 8 bytes) fill the file to
 * its end? fstapi marks a block as one to skip until it is complete. */
static bool whole(const char *name)
{
  FILE *const file = fopen(name, "rb");
  unsigned blocks = 0;
  bool good = file != NULL;
  int type;

  while (good && (type = getc(file)) != EOF) {
    uint64_t length = 0;

    for (unsigned i = 0; i < 8; i++)
      length = length << 8 | (uint64_t)(getc(file) & 255);
    good = type != FST_BL_SKIP && length > 8 && length < INT64_MAX &&
           fseeko(file, (off_t)length - 9, SEEK_CUR) == 0 && getc(file) != EOF;
    blocks++;
  }
  if (file != NULL)
    fclose(file);
  return good && blocks >= 4; /* header, values, geometry, hierarchy */
}

static void close_fst(struct writer *w, uint64_t time)
{
  struct fst *const f = (struct fst *)w;

  fstWriterEmitTimeChange(f->file, time);
  fstWriterClose(f->file);
  if (f->out->error == 0 && !whole(f->out->temporary))
    f->out->error = ENOSPC;
  if (f->out->error == 0 && chmod(f->out->temporary, f->mode) != 0)
    f->out->error = errno;
  free(f);
}

static void discard_fst(struct writer *w)
{
  struct fst *const f = (struct fst *)w;

  fstWriterClose(f->file);
  free(f);
}

const struct writer_ops fst_writer = {
  .suffix = ".fst",
  .open = open_fst,
  .begin = begin,
  .beat = put_beat,
  .close = close_fst,
  .discard = discard_fst,
};
