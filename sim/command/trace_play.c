// SPDX-License-Identifier: MIT
/* trace_play.c - ssem trace of a stimulus: every window is played. */
#include "play.h"
#include "progress.h"
#include "window.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* What is to be recorded of a run that is played from clear. */
struct window {
  bool from_clear;     /* from time 0, or the state that was loaded; else ... */
  uint64_t from;       /* ... from S1 of the bar of this order, */
  uint64_t last;       /* to the bar of this one, or to the end */
  unsigned first_beat; /* of the first bar */
  unsigned last_beat;  /* of the last bar, to 6 */
  uint64_t most_periods; /* at most */
};

struct tracing {
  const struct play *y;
  struct level *l;
  struct player p;
  struct window window;
  struct ssem m;   /* as the machine stands */
  uint64_t *began; /* when each statement did */
  uint64_t end;    /* when the last beat has passed; 0: not yet known */
  bool begun;      /* is it recorded? */
  bool cut;        /* after most_periods, before that end */
  uint64_t start;  /* when the recording begins; 0: not yet known */
  uint64_t orders; /* boundaries before it */
  struct record r;
};

static bool whole(const struct options *o)
{
  return o->first_beat == BEAT_S1 && o->last_beat == BEAT_A2;
}

/* The bar in which the play begins; the next to begin, if none is active. */
static uint64_t first_bar(const struct play *y)
{
  const uint64_t bar = state_bar(&y->state.m, y->state.orders);

  if (!y->resumed)
    return 1;
  return bar != 0 ? bar : y->state.orders + 1;
}

/* The window that --from, --orders and --beats ask for; a drawing is short. */
static struct window asked(const struct play *y)
{
  const struct options *const o = &y->o;
  const bool drawn = trace_is_drawing(o->output);
  const bool from_clear = !o->has_from && whole(o);
  const bool one = !from_clear && (drawn || !whole(o));
  const uint64_t orders = o->orders != 0 ? o->orders : one ? 1 : UINT64_MAX / 4;
  const uint64_t from = o->has_from ? o->from : first_bar(y);
  const uint64_t last = from - 1 + orders;

  return (struct window){
    .from_clear = from_clear,
    .from = from,
    .last = last < o->max_orders ? last : o->max_orders,
    .first_beat = o->first_beat,
    .last_beat = o->last_beat,
    .most_periods = drawn ? (uint64_t)TRACE_DRAWN_BEATS * SSEM_BEAT
                    : o->orders != 0 || o->when != NULL
                      ? UINT64_MAX
                      : (uint64_t)DEFAULT_ORDERS * SSEM_BAR,
  };
}

/* The first order of the play before which --when holds, by waves. */
static enum status find(const struct play *y, uint64_t *order)
{
  const struct level_options options = { .as_built = y->o.as_built };
  struct level *l;
  struct trigger tr;
  struct player p;
  char text[TEXT_SENTENCE];
  uint64_t look_up = 0;
  bool found = false, more = true;
  enum status told;

  if (!trigger_parse(y->o.when, &tr, text)) {
    fprintf(stderr, "ssem: --when: %s\n", text);
    return STATUS_USAGE;
  }
  l = level_open("waves", &options, text);
  if (l == NULL) {
    fprintf(stderr, "ssem: %s\n", text);
    return STATUS_OUTPUT;
  }
  play_begin(y, &p, l);
  while (more && !found && !progress_interrupted()) {
    struct ssem m;
    struct isa t;

    l->ops->save(l, &m);
    *order = player_orders(&p, &m);
    if (ssem_at_boundary(&m) && *order >= y->o.from &&
        *order <= y->o.max_orders) {
      l->ops->interp(l, &t);
      found = trigger_holds(&tr, &t, *order);
    }
    more = found || player_beat(&p, l, NULL);
    play_show(&p, y->o.max_orders, &look_up);
  }
  progress_end();
  told = play_told(&p, l);
  l->ops->close(l);
  if (found)
    return STATUS_STOPPED;
  if (told != STATUS_STOPPED)
    return told;
  if (progress_interrupted())
    return STATUS_INTERRUPTED;
  fprintf(stderr,
          "ssem: --when: '%s' holds before none of %" PRIu64
          " orders, nothing written\n",
          y->o.when, p.orders);
  return STATUS_LIMIT;
}

/* Does the window begin where the play does or later? */
static bool to_come(const struct play *y, const struct window *window)
{
  const struct ssem *const m = &y->state.m;
  const uint64_t passed = m->active ? (uint64_t)m->beat * SSEM_BEAT + m->p : 0;
  const uint64_t first =
    first_bar(y) + ((uint64_t)window->first_beat * SSEM_BEAT < passed);

  if (!y->resumed || window->from >= first)
    return true;
  fprintf(stderr,
          "ssem: --from or --beats: found a window that begins in the bar of "
          "order %" PRIu64 ", expected at least %" PRIu64
          ": the state that was loaded is past it\n",
          window->from, first);
  return false;
}

/* The bars around the first order before which --when holds. */
static enum status choose_around(const struct play *y, struct window *window)
{
  const struct options *const o = &y->o;
  uint64_t order = 0;
  const enum status status = find(y, &order);

  window->from_clear = false;
  window->from = o->before < order ? order - o->before : 1;
  window->last =
    order + o->after < o->max_orders ? order + o->after : o->max_orders;
  if (status == STATUS_STOPPED)
    fprintf(stderr, "ssem: '%s' holds before order %" PRIu64 "\n", o->when,
            order);
  return status;
}

static enum status choose(const struct play *y, struct window *window)
{
  const struct options *const o = &y->o;
  enum status status = STATUS_STOPPED;

  *window = asked(y);
  if (o->when != NULL)
    status = choose_around(y, window);
  if (status != STATUS_STOPPED)
    return status;
  if (o->when == NULL ? !window->from_clear : !whole(o))
    status = to_come(y, window) ? STATUS_STOPPED : STATUS_USAGE;
  if ((o->orders != 0 || o->when != NULL) &&
      !window_drawable(o, window->last - window->from + 1))
    status = STATUS_USAGE;
  return status;
}

/* Digit periods of this bar that have passed. */
static uint64_t passed(const struct tracing *t)
{
  return (uint64_t)t->m.beat * SSEM_BEAT + t->m.p;
}

/* Does the window begin with the beat that comes? The bar of the first order
 * does, or the play began after that, and then the beat. */
static bool begins(struct tracing *t, uint64_t bar)
{
  const uint64_t first = (uint64_t)t->window.first_beat * SSEM_BEAT;

  if (t->m.p != 0)
    return false;
  if (t->window.from_clear)
    return true;
  if (t->start == 0 && bar >= t->window.from)
    t->start =
      t->p.time + 1 +
      (bar == t->window.from && first > passed(t) ? first - passed(t) : 0);
  return t->start != 0 && t->p.time + 1 >= t->start;
}

/* Is the window at its end before the beat that comes? */
static bool ends(struct tracing *t)
{
  if (t->end != 0 && t->p.time >= t->end)
    return true;
  t->cut = t->p.time - t->start >= t->window.most_periods;
  return t->cut;
}

static bool begin_record(struct tracing *t, const struct choice *choice,
                         char text[TEXT_SENTENCE])
{
  const struct options *const o = &t->y->o;
  const struct record_window window = { .output = o->output,
                                        .played = true,
                                        .start = t->p.time,
                                        .from = 1,
                                        .most = 1,
                                        .no_view = o->no_view };
  const struct trace_options options = { .digit_period = o->digit_period,
                                         .strings = o->strings,
                                         .grain = GRAIN_DIGIT,
                                         .program = t->y->pr.name,
                                         .choice = choice };

  t->start = t->p.time;
  t->orders = t->p.orders;
  t->begun = record_begin(&t->r, t->l, &window, &options, text);
  return t->begun;
}

/* The idle bar after the end, where there is room for it. */
static void idle_bar(struct tracing *t)
{
  struct signals sig;
  struct beat beat;

  if (t->p.time + SSEM_BAR - t->start > t->window.most_periods)
    return;
  for (unsigned i = 0; i < SSEM_BAR; i++) {
    t->l->ops->tick(t->l, &t->p.k, &sig);
    beat_digit(&beat, i % SSEM_BEAT, &sig);
    if (i % SSEM_BEAT == SSEM_BEAT - 1)
      record_beat(&t->r, &beat);
  }
}

/* Play, and record what is in the window. False: text says why not. */
static bool play(struct tracing *t, const struct choice *choice,
                 char text[TEXT_SENTENCE])
{
  static struct beat beat;
  uint64_t look_up = 0;
  bool more = true;

  while (!progress_interrupted()) {
    uint64_t bar;

    t->l->ops->save(t->l, &t->m);
    bar = state_bar(&t->m, player_orders(&t->p, &t->m));
    if (t->end == 0 && bar == t->window.last)
      t->end =
        t->p.time + (t->window.last_beat + 1) * (uint64_t)SSEM_BEAT - passed(t);
    if (t->begun && ends(t))
      return true;
    if (!t->begun && begins(t, bar) && !begin_record(t, choice, text))
      return false;
    more = player_beat(&t->p, t->l, t->begun ? &beat : NULL);
    if (!more || (t->begun && !record_beat(&t->r, &beat)))
      break;
    play_show(&t->p, t->window.last, &look_up);
  }
  if (t->begun && !more &&
      (t->p.status == PLAYER_STOPPED || t->p.status == PLAYER_HALTED))
    idle_bar(t);
  return true;
}

/* Name the statements that began in the window. */
static struct record_mark *mark(struct tracing *t)
{
  const struct stimulus *const st = &t->y->st;
  struct record_mark *const marks = calloc(st->statements + 1, sizeof *marks);
  unsigned count = 0;

  for (unsigned i = 0; i < t->p.reached && marks != NULL; i++)
    if (t->began[i] >= t->start && t->began[i] < t->p.time)
      marks[count++] = (struct record_mark){ .time = t->began[i],
                                             .name = st->statement[i].text };
  if (marks != NULL)
    record_marks(&t->r, marks, count);
  return marks;
}

/* Say that the window was cut, if it was not a drawing's usual length. */
static void tell_cut(const struct tracing *t)
{
  const struct options *const o = &t->y->o;

  if (t->cut &&
      (!trace_is_drawing(o->output) || o->orders != 0 || o->when != NULL))
    fprintf(stderr,
            "ssem: traced %" PRIu64 " orders, the %s goes on; --from N "
            "--orders M choose a window\n",
            t->p.orders - t->orders,
            t->p.status == PLAYER_PLAYING ? "stimulus" : "program");
}

static enum status finish(struct tracing *t)
{
  struct record_mark *marks;
  enum status status, told = play_told(&t->p, t->l);

  if (!t->begun) {
    if (told != STATUS_STOPPED)
      return told;
    if (progress_interrupted())
      return play_status(&t->p);
    fprintf(stderr,
            "ssem: --from: found %" PRIu64 ", expected at most %" PRIu64
            ", the boundaries that come\n",
            t->window.from, t->p.orders);
    return STATUS_USAGE;
  }
  marks = mark(t);
  status = window_end(&t->r, t->y->o.output);
  free(marks);
  if (status == STATUS_STOPPED)
    tell_cut(t);
  return status_worse(status, told);
}

static enum status trace_on(const struct play *y, struct level *l,
                            const struct choice *choice)
{
  static struct tracing t;
  char text[TEXT_SENTENCE];
  enum status status;

  t = (struct tracing){ .y = y, .l = l };
  status = choose(y, &t.window);
  if (status != STATUS_STOPPED)
    return status;
  t.began = calloc(y->st.statements + 1, sizeof *t.began);
  play_begin(y, &t.p, l);
  t.p.began = t.began;
  if (t.began != NULL && play(&t, choice, text)) {
    status = finish(&t);
  } else {
    fprintf(stderr, "ssem: %s\n", t.began == NULL ? "out of memory" : text);
    status = STATUS_OUTPUT;
  }
  free(t.began);
  return status;
}

enum status trace_stimulus(const struct options *o)
{
  enum status status = STATUS_USAGE;
  char text[TEXT_SENTENCE];
  struct choice choice;
  struct level *l;
  struct play y;

  if (o->signals != NULL && !choice_read(o->signals, &choice, text)) {
    fprintf(stderr, "ssem: --signals: %s\n", text);
    return STATUS_USAGE;
  }
  if (!play_load(o, &y))
    return STATUS_USAGE;
  if (window_spares(&y.o, o->output) && open_levels(&y.o, &l, &status)) {
    status = play_allowed(&l, 1)
               ? trace_on(&y, l, o->signals == NULL ? NULL : &choice)
               : STATUS_USAGE;
    close_levels(&l, 1);
  }
  play_free(&y);
  return status;
}
