// SPDX-License-Identifier: MIT
/* record.c - a window of bars, recorded. */
#include "record.h"

#include "beside.h"
#include "gtkw_place.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* The bar that the view is about; of what is played, none. */
static uint64_t asked(const struct record *r)
{
  if (r->window.played)
    return 0;
  return r->asked != 0 ? r->asked : r->window.from;
}

/* A marker stands on the first time, in digit periods, that it is put on. */
static void put_marker(const struct record *r, uint64_t *marker, uint64_t at)
{
  if (*marker == GTKW_ABSENT)
    *marker = at * r->view.digit_period;
}

static void mark(struct record *r, enum gtkw_marker marker, uint64_t at)
{
  put_marker(r, &r->view.marker[marker], at);
}

static void no_markers(uint64_t *marker, unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    marker[i] = GTKW_ABSENT;
}

/* The markers of a beat that begins at digit period `at`; the view's if they
 * are not of a bar before the one asked for. */
static void mark_beat(struct record *r, const struct beat *beat, uint64_t at)
{
  const uint64_t *const seen_in = beat->wave;
  const uint64_t seen[GTKW_MARKERS] = {
    [GTKW_FETCH] = seen_in[SIGNAL_A1],
    [GTKW_STORE] = seen_in[SIGNAL_A2] & seen_in[SIGNAL_ITG],
    [GTKW_STOP] = seen_in[SIGNAL_active] & seen_in[SIGNAL_stop],
  };

  for (unsigned i = 0; i < GTKW_ASKED; i++) {
    if (seen[i] == 0)
      continue;
    put_marker(r, &r->in_bar[i], at + (unsigned)__builtin_ctzll(seen[i]));
    if (at / SSEM_BAR + 1 >= asked(r))
      mark(r, (enum gtkw_marker)i, at + (unsigned)__builtin_ctzll(seen[i]));
  }
}

/* The reference obeys its next order where the level does, a digit period after
 * the boundary; in the first bar it stands there. */
static void expect(struct record *r, unsigned beat)
{
  struct level *const reference = r->window.reference;
  struct isa t;

  if (reference == NULL ||
      (beat != BEAT_A1 && (r->bars + r->idle > 0 || beat > 0)))
    return;
  if (beat == BEAT_A1 && r->reference == LEVEL_RUNNING)
    r->reference = reference->ops->advance(reference);
  reference->ops->interp(reference, &t);
  trace_expect(r->trace, &t, beat == BEAT_A1 ? 1 : 0);
}

/* The bar where the two begin to differ is the one to look at, and its markers
 * count, not those of bars before it. */
static void look_for_difference(struct record *r, uint64_t at)
{
  const unsigned p = trace_differs(r->trace);

  if (p == SSEM_BEAT || r->view.marker[GTKW_DIFFERS] != GTKW_ABSENT)
    return;
  mark(r, GTKW_DIFFERS, at + p);
  r->asked = (at + p) / SSEM_BAR + 1;
  memcpy(r->view.marker, r->in_bar, sizeof r->in_bar);
}

/* One beat of the level, every signal. */
static void see_beat(struct record *r)
{
  struct signals sig;

  if (r->level->ops->beat != NULL) {
    r->level->ops->beat(r->level, &r->rest, &r->beat);
    return;
  }
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    r->level->ops->tick(r->level, &r->rest, &sig);
    beat_digit(&r->beat, p, &sig);
  }
}

/* Is the beat that begins at this digit period one of the window's? */
static bool in_window(const struct record_window *window, uint64_t period)
{
  const uint64_t bar = (window->from - 1) * SSEM_BAR;

  return period >= bar + (uint64_t)window->first_beat * SSEM_BEAT &&
         period < bar + (window->most - 1) * SSEM_BAR +
                    ((uint64_t)window->last_beat + 1) * SSEM_BEAT;
}

/* Grain digit: the four beats of the next bar. */
static void digit_bar(struct record *r)
{
  const uint64_t at = (r->window.from - 1 + r->bars + r->idle) * SSEM_BAR;

  no_markers(r->in_bar, GTKW_ASKED);
  for (unsigned i = 0; i < SSEM_BAR; i += SSEM_BEAT) {
    see_beat(r);
    if (!in_window(&r->window, at + i))
      continue;
    mark_beat(r, &r->beat, at + i);
    expect(r, i / SSEM_BEAT);
    trace_beat(r->trace, &r->beat);
    look_for_difference(r, at + i);
  }
  r->stopped = !(r->beat.wave[SIGNAL_active] & 1);
  r->bars += !r->stopped;
  r->idle += r->stopped;
}

/* Grain order: the boundary where the level stands. */
static void boundary(struct record *r)
{
  const uint64_t at =
    (r->window.from - 1 + r->bars + r->idle) * SSEM_BAR + SSEM_BEAT;
  struct isa t;

  r->level->ops->interp(r->level, &t);
  trace_order(r->trace, &t, r->stopped);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    r->view.changed |= (uint32_t)(t.S[n] != r->S[n]) << n;
  if (r->stopped)
    return;
  r->view.obeyed |= (uint32_t)1 << (t.CI % SSEM_LINES);
  if (r->window.from + r->bars < asked(r))
    return;
  mark(r, GTKW_FETCH, at);
  if ((isa_order(&t) >> 13 & 7) == FN_STO)
    mark(r, GTKW_STORE, at);
  if (isa_final(&t))
    mark(r, GTKW_STOP, at);
}

static void first_boundary(struct record *r)
{
  struct isa t;

  r->level->ops->interp(r->level, &t);
  memcpy(r->S, t.S, sizeof r->S);
  boundary(r);
}

static void order_bar(struct record *r)
{
  if (r->stopped) {
    r->idle++; /* nothing moves any more */
  } else {
    r->stopped = r->level->ops->advance(r->level) == LEVEL_STOPPED;
    r->bars++;
  }
  boundary(r);
}

static void begin_view(struct record *r, const struct trace_options *o)
{
  r->view.digit_period = o->digit_period;
  r->view.strings = o->strings;
  r->view.reference = o->reference;
  r->view.grain = o->grain;
  r->view.played = r->window.played;
  no_markers(r->view.marker, GTKW_MARKERS);
}

/* Grain order: the bars from the one asked for; the whole run if none was. */
static void open_by_order(struct record *r, uint64_t bar)
{
  enum { BARS = 18 };
  const uint64_t all = r->bars + r->idle + 1;

  r->view.start = bar + SSEM_BEAT;
  r->view.shown = SSEM_BAR * (r->asked != 0 && all > BARS ? BARS : all);
  r->view.question = r->view.start;
}

/* Grain digit: the bar asked for, or the beats of it that there are; values are
 * read at its A2, where the order is about to act. */
static void open_by_digit(struct record *r, uint64_t bar)
{
  const struct record_window *const w = &r->window;
  const uint64_t act = bar + (uint64_t)BEAT_A2 * SSEM_BEAT;
  unsigned beats = 4;

  r->view.start = bar;
  if (asked(r) == w->from)
    r->view.start += (uint64_t)w->first_beat * SSEM_BEAT;
  if (w->most <= 2)
    beats = (unsigned)(w->most - 1) * 4 + w->last_beat + 1 - w->first_beat;
  r->view.shown = (uint64_t)SSEM_BEAT * (beats > 4 ? 4 : beats);
  r->view.question = in_window(w, act) ? act : r->view.start;
}

/* What is played: a bar's time from the start, however bars lie in it. */
static void open_played(struct record *r)
{
  r->view.start = r->view.question = r->window.start;
  r->view.shown = SSEM_BAR;
}

/* Where the view opens. In digit periods, till the end. */
static void open_view(struct record *r)
{
  const uint64_t bar = (asked(r) - 1) * SSEM_BAR;

  if (r->window.played)
    open_played(r);
  else if (r->grain == GRAIN_ORDER)
    open_by_order(r, bar);
  else
    open_by_digit(r, bar);
  if (r->asked != 0) {
    mark(r, GTKW_ASKED, r->view.start);
    if (asked(r) > r->window.from)
      r->view.start -= r->view.shown / 36; /* room for the marker's name */
  }
  r->view.start *= r->view.digit_period;
  r->view.shown *= r->view.digit_period;
  r->view.question *= r->view.digit_period;
}

bool record_begin(struct record *r, struct level *l,
                  const struct record_window *window,
                  const struct trace_options *options, char text[TEXT_SENTENCE])
{
  struct trace_options o = *options;

  memset(r, 0, sizeof *r);
  r->level = l;
  r->window = *window;
  r->asked = window->asked;
  r->grain = o.grain;
  ssem_console_rest(&r->rest);
  o.level = l->ops->name;
  o.start = window->played ? window->start : (window->from - 1) * SSEM_BAR;
  o.reference = window->reference != NULL;
  if (o.grain == GRAIN_DIGIT) {
    if (!window->played)
      o.start += (uint64_t)window->first_beat * SSEM_BEAT;
    if (l->ops->tick == NULL) {
      snprintf(text, TEXT_SENTENCE,
               "%s has no digit periods to record, expected grain order",
               o.level);
      return false;
    }
  }
  r->trace = trace_open(window->output, &o, text);
  if (r->trace == NULL)
    return false;
  begin_view(r, &o);
  if (o.grain == GRAIN_ORDER)
    first_boundary(r);
  return true;
}

bool record_bar(struct record *r)
{
  const bool by_order = r->grain == GRAIN_ORDER;
  const uint64_t in_next = by_order ? 0 : r->window.last_beat / 4;

  (by_order ? order_bar : digit_bar)(r);
  return r->bars + r->idle < r->window.most + in_next &&
         (!r->stopped || r->window.past_stop) && !trace_failed(r->trace);
}

bool record_beat(struct record *r, const struct beat *beat)
{
  mark_beat(r, beat, r->window.start + r->beats++ * SSEM_BEAT);
  trace_beat(r->trace, beat);
  return !trace_failed(r->trace);
}

void record_marks(struct record *r, const struct record_mark *marks,
                  unsigned count)
{
  for (; count > 0 && r->view.named_count < GTKW_NAMED; count--, marks++) {
    r->view.named[r->view.named_count].at = marks->time * r->view.digit_period;
    r->view.named[r->view.named_count++].name = marks->name;
  }
}

/* Is there to be a view? */
static bool has_view(const struct record *r)
{
  const char *const output = r->window.output;

  return !r->window.no_view && trace_named(output) &&
         !trace_is_drawing(output) && !output_is_straight(output);
}

bool record_end(struct record *r, char text[TEXT_SENTENCE])
{
  const char *const output = r->window.output;
  char name[PATH_MAX] = "";
  struct output view;

  r->note[0] = '\0';
  if (has_view(r))
    gtkw_place(output, name, r->note);
  if (name[0] == '\0' || trace_failed(r->trace))
    return trace_close(r->trace, text);
  open_view(r);
  if (!gtkw_write(&view, name, beside_base(output), &r->view, text)) {
    trace_discard(r->trace);
    return false;
  }
  return trace_close_with(r->trace, &view, text);
}
