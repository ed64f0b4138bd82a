// SPDX-License-Identifier: MIT
/* record.c - a window of bars, recorded. */
#include "record.h"

#include "beside.h"
#include "gtkw_place.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* The first time that a marker of the view stands on, in digit periods. */
static void mark(struct record *r, enum gtkw_marker marker, uint64_t at)
{
  if (r->view.marker[marker] == GTKW_ABSENT)
    r->view.marker[marker] = at * r->view.digit_period;
}

/* The markers of a beat that begins at digit period `at`. */
static void mark_beat(struct record *r, const struct beat *beat, uint64_t at)
{
  const uint64_t *const seen_in = beat->wave;
  const uint64_t seen[GTKW_MARKERS] = {
    [GTKW_FETCH] = seen_in[SIGNAL_A1],
    [GTKW_STORE] = seen_in[SIGNAL_A2] & seen_in[SIGNAL_ITG],
    [GTKW_STOP] = seen_in[SIGNAL_active] & seen_in[SIGNAL_stop],
  };

  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    if (seen[i] != 0)
      mark(r, (enum gtkw_marker)i, at + (unsigned)__builtin_ctzll(seen[i]));
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
  const uint64_t at = (r->window.from - 1 + r->bars) * SSEM_BAR;

  for (unsigned i = 0; i < SSEM_BAR; i += SSEM_BEAT) {
    see_beat(r);
    if (!in_window(&r->window, at + i))
      continue;
    mark_beat(r, &r->beat, at + i);
    trace_beat(r->trace, &r->beat);
  }
  r->stopped = !(r->beat.wave[SIGNAL_active] & 1);
  r->bars += !r->stopped;
}

/* Grain order: the boundary where the level stands. */
static void boundary(struct record *r)
{
  const uint64_t at = (r->window.from - 1 + r->bars) * SSEM_BAR + SSEM_BEAT;
  struct isa t;

  r->level->ops->interp(r->level, &t);
  trace_order(r->trace, &t, r->stopped);
  if (r->stopped)
    return;
  mark(r, GTKW_FETCH, at);
  if ((isa_order(&t) >> 13 & 7) == FN_STO)
    mark(r, GTKW_STORE, at);
  if (isa_final(&t))
    mark(r, GTKW_STOP, at);
}

static void order_bar(struct record *r)
{
  r->stopped = r->level->ops->advance(r->level) == LEVEL_STOPPED;
  r->bars++;
  boundary(r);
}

/* The view, all but the markers, which are seen on the way. */
static void begin_view(struct record *r, const struct trace_options *o)
{
  const struct record_window *const window = &r->window;

  r->view.start = o->start * o->digit_period;
  r->view.digit_period = o->digit_period;
  r->view.strings = o->strings;
  r->view.grain = o->grain;
  r->view.played = window->played;
  if (o->grain == GRAIN_DIGIT && !window->played && window->most <= 2)
    r->view.beats = (unsigned)(window->most - 1) * 4 + window->last_beat + 1 -
                    window->first_beat;
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    r->view.marker[i] = GTKW_ABSENT;
}

bool record_begin(struct record *r, struct level *l,
                  const struct record_window *window,
                  const struct trace_options *options, char text[TEXT_SENTENCE])
{
  struct trace_options o = *options;

  memset(r, 0, sizeof *r);
  r->level = l;
  r->window = *window;
  r->grain = o.grain;
  ssem_console_rest(&r->rest);
  o.level = l->ops->name;
  o.start = window->played ? window->start : (window->from - 1) * SSEM_BAR;
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
    boundary(r);
  return true;
}

bool record_bar(struct record *r)
{
  const bool by_order = r->grain == GRAIN_ORDER;
  const uint64_t in_next = by_order ? 0 : r->window.last_beat / 4;

  (by_order ? order_bar : digit_bar)(r);
  return r->bars < r->window.most + in_next && !r->stopped &&
         !trace_failed(r->trace);
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
  if (!gtkw_write(&view, name, beside_base(output), &r->view, text)) {
    trace_discard(r->trace);
    return false;
  }
  return trace_close_with(r->trace, &view, text);
}
