// SPDX-License-Identifier: MIT
/*
 * svg.c - a trace as a drawing: a short window, kept until it is complete.
 *
 * The same window gives the same bytes: no date, no version, no directory.
 */
#include "svg.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct writer *open_svg(struct output *out,
                               const struct trace_options *o,
                               char text[TEXT_SENTENCE])
{
  const char *const slash = strrchr(o->program, '/');
  struct svg *const s = calloc(1, sizeof *s);

  if (s == NULL) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", out->name);
    return NULL;
  }
  s->writer.ops = &svg_writer;
  s->out = s->xml.out = out;
  snprintf(s->program, sizeof s->program, "%s",
           slash == NULL ? o->program : slash + 1);
  s->start = o->start;
  s->digit_period = o->digit_period;
  if (o->choice != NULL)
    s->choice = *o->choice;
  else
    choice_default(&s->choice);
  return &s->writer;
}

static void begin(struct writer *w, uint64_t time, const struct beat *beat,
                  const struct rows *rows)
{
  struct svg *const s = (struct svg *)w;

  (void)time;
  (void)rows;
  for (unsigned i = 0; i < s->choice.count; i++)
    s->value[i][0] = beat_value(beat, s->choice.signal[i], 0);
}

static void add_beat(struct writer *w, uint64_t time, const struct beat *beat,
                     const struct changes *changes, const struct rows *rows)
{
  struct svg *const s = (struct svg *)w;
  const unsigned at = s->beats * SSEM_BEAT;

  (void)time;
  if (s->beats == TRACE_DRAWN_BEATS) {
    s->too_long = true;
    return;
  }
  strcpy(s->order[s->beats], rows->order);
  s->beat[s->beats] = beat_value(beat, SIGNAL_beat, 0);
  s->active[s->beats] = beat_value(beat, SIGNAL_active, 0);
  for (unsigned i = 0; i < s->choice.count; i++) {
    const enum signal signal = s->choice.signal[i];
    uint32_t now = s->value[i][at == 0 ? 0 : at - 1];

    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      if (changes->in[signal] >> p & 1)
        now = beat_value(beat, signal, p);
      s->value[i][at + p] = now;
    }
  }
  s->beats++;
}

static void close_svg(struct writer *w, uint64_t time)
{
  struct svg *const s = (struct svg *)w;

  (void)time;
  if (s->too_long && s->out->error == 0)
    s->out->error = EFBIG;
  svg_page(s);
  free(s);
}

static void discard_svg(struct writer *w)
{
  free(w);
}

const struct writer_ops svg_writer = {
  .suffix = ".svg",
  .drawing = true,
  .open = open_svg,
  .begin = begin,
  .beat = add_beat,
  .close = close_svg,
  .discard = discard_svg,
};
