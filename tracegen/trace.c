// SPDX-License-Identifier: MIT
/*
 * trace.c - what any trace needs: the format chosen by file name, and what
 * changed in each beat.
 */
#include "trace.h"

#include "writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct writer_ops *const formats[] = { &vcd_writer, &vcd_gz_writer,
                                                    &fst_writer, &svg_writer };
static const uint64_t whole_beat = ((uint64_t)1 << SSEM_BEAT) - 1;

enum { FORMATS = sizeof formats / sizeof formats[0] };

struct trace {
  struct output out;
  struct writer *writer;
  unsigned digit_period;
  bool begun;
  enum trace_grain grain;
  uint64_t time;              /* at the start of the next beat or bar, 100 ns */
  uint32_t now[SIGNAL_COUNT]; /* values at the end of the beat before */
  struct rows rows;
  struct beat boundary; /* grain order: all there is, at p = 0 */
};

bool trace_has(enum trace_grain grain, enum signal i)
{
  return grain == GRAIN_DIGIT || signals_info[i].kind == KIND_LINE ||
         i == SIGNAL_CI || i == SIGNAL_A || i == SIGNAL_active ||
         i == SIGNAL_stop;
}

void trace_date(char text[TRACE_DATE])
{
  const char *const epoch = getenv("SOURCE_DATE_EPOCH");
  const time_t now =
    epoch != NULL ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
  struct tm utc;

  if (gmtime_r(&now, &utc) == NULL ||
      strftime(text, TRACE_DATE, "%Y-%m-%d %H:%M:%S UTC", &utc) == 0)
    strcpy(text, "unknown");
}

void trace_comment(const struct trace_options *o, char *text, size_t size)
{
  const uint64_t orders_before = o->start / SSEM_BAR;
  const int end =
    snprintf(text, size, "program %.200s, digit period %u.%u us", o->program,
             o->digit_period / 10, o->digit_period % 10);

  if (o->ahead != NULL && orders_before > 0 && (size_t)end < size)
    snprintf(text + end, size - (size_t)end, ", orders 1 to %" PRIu64 " by %s",
             orders_before, o->ahead);
  for (char *c = text; *c != '\0'; c++)
    if (*c < ' ' || *c > '~' || *c == '$')
      *c = '_';
}

/* The format that a name asks for; NULL if it asks for none that we know. */
static const struct writer_ops *format_of(const char *name)
{
  for (unsigned i = 0; i < FORMATS; i++)
    if (text_ends_in(name, formats[i]->suffix))
      return formats[i];
  return NULL;
}

bool trace_named(const char *name)
{
  return format_of(name) != NULL;
}

bool trace_understood(const char *name, char text[TEXT_SENTENCE])
{
  int end;

  if (trace_named(name) || output_is_straight(name))
    return true;
  end = snprintf(text, TEXT_SENTENCE,
                 "%.200s: unknown trace format, expected a name that ends in",
                 name);
  for (unsigned i = 0; i < FORMATS; i++)
    end += snprintf(text + end, TEXT_SENTENCE - (size_t)end, "%s %s",
                    i == 0 ? "" : ",", formats[i]->suffix);
  return false;
}

bool trace_is_drawing(const char *name)
{
  const struct writer_ops *const ops = format_of(name);

  return ops != NULL && ops->drawing;
}

/* A format that needs a file of its own is not tried on a pipe: to open one may
 * wait for its reader for ever. */
static bool can_be_written(const char *name, char text[TEXT_SENTENCE])
{
  const struct writer_ops *const ops = format_of(name);

  if (ops == NULL || !ops->own_file || !output_is_straight(name))
    return true;
  snprintf(text, TEXT_SENTENCE,
           "%.300s: found a pipe or a device, expected a file for this format; "
           "a pipe takes .vcd or .vcd.gz",
           name);
  return false;
}

struct trace *trace_open(const char *name, const struct trace_options *options,
                         char text[TEXT_SENTENCE])
{
  const struct writer_ops *const ops = format_of(name);
  struct trace *t;

  if (!trace_understood(name, text))
    return NULL;
  t = calloc(1, sizeof *t);
  if (t == NULL) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", name);
    return NULL;
  }
  t->digit_period = options->digit_period;
  t->grain = options->grain;
  t->time = options->start * options->digit_period;
  rows_begin(&t->rows);
  if (!can_be_written(name, text) || !output_open(&t->out, name, text)) {
    free(t);
    return NULL;
  }
  t->writer = (ops == NULL ? &vcd_writer : ops)->open(&t->out, options, text);
  if (t->writer == NULL) {
    output_discard(&t->out);
    free(t);
    return NULL;
  }
  return t;
}

/* When each signal changed; and carry the last values on. */
static void find_changes(struct trace *t, const struct beat *beat,
                         struct changes *changes)
{
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const wave digits = beat->wave[i] & whole_beat;
    wave changed = digits;

    if (signals_info[i].digits == 1) {
      changed = (digits ^ (digits << 1 | t->now[i])) & whole_beat;
      t->now[i] = (uint32_t)(digits >> (SSEM_BEAT - 1));
    } else if (changed != 0) {
      const unsigned last = 63 - (unsigned)__builtin_clzll(changed);

      if ((changed & 1) && beat->value[i][0] == t->now[i])
        changed ^= 1;
      t->now[i] = beat->value[i][last];
    }
    changes->in[i] = changed;
  }
}

static void append(struct trace *t, uint64_t time, const struct beat *beat,
                   struct changes *changes)
{
  const struct writer_ops *const ops = t->writer->ops;

  if (!t->begun) {
    ops->begin(t->writer, time, beat, &t->rows);
    for (unsigned i = 0; i < SIGNAL_COUNT; i++)
      changes->in[i] &= ~wave_at(0); /* told by begin() */
    for (unsigned i = 0; i < ROW_COUNT; i++)
      t->rows.when[i] &= ~wave_at(0);
  }
  t->begun = true;
  ops->beat(t->writer, time, beat, changes, &t->rows);
}

void trace_expect(struct trace *t, const struct isa *state, unsigned p)
{
  rows_expect(&t->rows, state, p);
}

void trace_beat(struct trace *t, const struct beat *beat)
{
  struct changes changes;

  find_changes(t, beat, &changes);
  rows_beat(&t->rows, beat, &changes);
  append(t, t->time, beat, &changes);
  t->time += (uint64_t)SSEM_BEAT * t->digit_period;
}

unsigned trace_differs(const struct trace *t)
{
  const struct rows *const r = &t->rows;

  for (wave left = r->when[ROW_DIFFERS]; left != 0; left &= left - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(left);

    if (r->value[ROW_DIFFERS][p])
      return p;
  }
  return SSEM_BEAT;
}

/* Set a signal at the boundary; a change if it differs. */
static void set_boundary(struct trace *t, struct changes *changes,
                         enum signal i, uint32_t value)
{
  t->boundary.wave[i] = value & 1; /* one digit: its value */
  t->boundary.value[i][0] = value;
  changes->in[i] = value != t->now[i];
  t->now[i] = value;
}

void trace_order(struct trace *t, const struct isa *state, bool stopped)
{
  const uint64_t to_A1 = (uint64_t)SSEM_BEAT * t->digit_period;
  struct changes changes;

  memset(&changes, 0, sizeof changes);
  set_boundary(t, &changes, SIGNAL_CI, state->CI);
  set_boundary(t, &changes, SIGNAL_A, state->A);
  set_boundary(t, &changes, SIGNAL_active, !stopped);
  set_boundary(t, &changes, SIGNAL_stop, stopped);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    set_boundary(t, &changes, (enum signal)(SIGNAL_S00 + n), state->S[n]);
  t->boundary.value[SIGNAL_beat][0] = BEAT_A1; /* for the order row */
  rows_boundary(&t->rows, &t->boundary, &changes);
  append(t, t->time + to_A1, &t->boundary, &changes);
  t->time += (uint64_t)SSEM_BAR * t->digit_period;
}

bool trace_failed(const struct trace *t)
{
  return t->out.error != 0;
}

void trace_discard(struct trace *t)
{
  t->writer->ops->discard(t->writer);
  output_discard(&t->out);
  free(t);
}

bool trace_close_with(struct trace *t, struct output *beside,
                      char text[TEXT_SENTENCE])
{
  struct output *const all[] = { beside, &t->out };
  const unsigned first = beside == NULL;
  bool good;

  if (t->begun) {
    t->writer->ops->close(t->writer, t->time);
    good = output_finish(&t->out, text);
  } else {
    snprintf(text, TEXT_SENTENCE, "%.400s: no beat was traced, nothing written",
             t->out.name);
    t->writer->ops->discard(t->writer);
    output_discard(&t->out);
    good = false;
  }
  if (good)
    good = output_appear(all + first, 2 - first, text);
  else if (beside != NULL)
    output_discard(beside);
  free(t);
  return good;
}

bool trace_close(struct trace *t, char text[TEXT_SENTENCE])
{
  return trace_close_with(t, NULL, text);
}
