// SPDX-License-Identifier: MIT
/* rows.c - rows that are no signal: which there are, and their words. */
#include "rows.h"

#include "rows_programmer.h"
#include "sim/order.h"

#include <stdio.h>
#include <string.h>

const struct row_info rows_info[ROW_COUNT] = {
  [ROW_ORDER] = { "timebase", "order", 0 },
  [ROW_BEAT] = { "timebase", "beat_name", 0 },
  [ROW_PI] = { "control", "PI_order", 0 },
  [ROW_F] = { "staticisor", "F_name", 0 },
#define TIME(unit, name, digits, meaning)
#define HELD(unit, name, digits, meaning)
#define LINE(unit, name, n, meaning) \
  [ROW_S00 + (n)] = { #unit, #name "_order", 0 },
#define WIRE(unit, name, digits, meaning)
#define KEY(unit, name, digits, meaning)
#include "sim/signals.def"
  [ROW_T_LINE] = { "T", "line", 5 },
  [ROW_T_CI] = { "T", "CI", 32 },
  [ROW_T_A] = { "T", "A", 32 },
  [ROW_REFERENCE_LINE] = { "reference", "line", 5 },
  [ROW_REFERENCE_CI] = { "reference", "CI", 32 },
  [ROW_REFERENCE_A] = { "reference", "A", 32 },
  [ROW_DIFFERS] = { "reference", "differs", 1 },
};

/* Is the row in such a trace? */
static bool has(const struct trace_options *o, enum row i)
{
  const bool by_order = o->grain == GRAIN_ORDER;

  if (rows_info[i].digits == 0)
    return o->strings &&
           (i == ROW_ORDER || by_order == (i >= ROW_S00 && i <= ROW_S31));
  return !by_order && (i < ROW_REFERENCE_LINE || o->reference);
}

unsigned rows_of(const struct trace_options *o, enum row row[ROW_COUNT])
{
  unsigned count = 0;

  for (unsigned i = 0; i < ROW_COUNT; i++)
    if (has(o, (enum row)i))
      row[count++] = (enum row)i;
  return count;
}

void rows_begin(struct rows *r)
{
  memset(r, 0, sizeof *r);
}

void rows_expect(struct rows *r, const struct isa *t, unsigned p)
{
  r->next = *t;
  r->from = p;
  r->has_reference = true;
}

/* The text of ssem.timebase.order for the bar that this beat is of, from the
 * signals at its p = 0. CI is incremented in S1; until then its line is one
 * ahead, two if a test is owed. In Manual the switches are the order. */
static void order_text(const struct beat *beat, char text[ROW_TEXT])
{
  const bool scan1 = beat_value(beat, SIGNAL_beat, 0) == BEAT_S1;
  const uint32_t ahead = scan1 ? 1 + beat_value(beat, SIGNAL_T, 0) : 0;
  const uint32_t line = (beat_value(beat, SIGNAL_CI, 0) + ahead) % SSEM_LINES;
  char words[ORDER_TEXT];

  if (!beat_value(beat, SIGNAL_active, 0)) {
    strcpy(text, beat_value(beat, SIGNAL_stop, 0) ? "stopped" : "idle");
  } else if (beat_value(beat, SIGNAL_MAN, 0)) {
    order_words(beat_value(beat, SIGNAL_FS, 0) << 13 |
                  beat_value(beat, SIGNAL_LS, 0),
                words);
    snprintf(text, ROW_TEXT, "Manual: %s", words);
  } else {
    order_words(beat_value(beat, SIGNAL_S00 + line, 0), words);
    snprintf(text, ROW_TEXT, "%02u: %s", (unsigned)line, words);
  }
}

void row_put(struct rows *r, enum row i, unsigned p, uint32_t value)
{
  if ((r->begun || p > 0) && r->now[i] == value)
    return;
  r->when[i] |= wave_at(p);
  r->value[i][p] = r->now[i] = value;
}

/* The digits of an order that its words tell. */
static uint32_t spoken(word w)
{
  const unsigned function = w >> 13 & 7;

  return function >= FN_CMP ? w & 0xe000 : w & 0xe01f;
}

/* A signal said in words: those of its values, as far as `mask` sees them. */
static void say(struct rows *r, enum row i, const struct beat *beat,
                enum signal signal, const struct changes *changes,
                uint32_t (*heard)(word))
{
  wave left = changes->in[signal] | (r->begun ? 0 : wave_at(0));

  for (; left != 0; left &= left - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(left);
    const word w = beat_value(beat, signal, p);

    row_put(r, i, p, heard == NULL ? w : heard(w));
  }
}

static void say_order(struct rows *r, const struct beat *beat)
{
  char text[ROW_TEXT];

  order_text(beat, text);
  if (r->begun && strcmp(text, r->order) == 0)
    return;
  r->when[ROW_ORDER] = wave_at(0);
  strcpy(r->order, text);
}

void rows_beat(struct rows *r, const struct beat *beat,
               const struct changes *changes)
{
  memset(r->when, 0, sizeof r->when);
  if (!r->begun || beat_value(beat, SIGNAL_beat, 0) == BEAT_S1)
    say_order(r, beat);
  say(r, ROW_BEAT, beat, SIGNAL_beat, changes, NULL);
  say(r, ROW_PI, beat, SIGNAL_PI, changes, spoken);
  say(r, ROW_F, beat, SIGNAL_F, changes, NULL);
  rows_programmer(r, beat);
  r->begun = true;
}

void rows_boundary(struct rows *r, const struct beat *boundary,
                   const struct changes *changes)
{
  memset(r->when, 0, sizeof r->when);
  say_order(r, boundary);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    say(r, (enum row)(ROW_S00 + n), boundary, (enum signal)(SIGNAL_S00 + n),
        changes, spoken);
  r->begun = true;
}

void row_words(const struct rows *r, enum row i, unsigned p,
               char text[ROW_TEXT])
{
  char words[ORDER_TEXT];

  switch (i) {
  case ROW_ORDER: strcpy(text, r->order); return;
  case ROW_BEAT: strcpy(text, order_beat(r->value[i][p])); return;
  case ROW_F: strcpy(text, order_mnemonic(r->value[i][p])); return;
  default: order_words(r->value[i][p], words); strcpy(text, words);
  }
}
