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
  bool from_clear;       /* from time 0; else from S1 of the bar of ... */
  uint64_t from;         /* ... this order, */
  uint64_t last;         /* to the bar of this one, or to the end */
  unsigned first_beat;   /* of the first bar */
  unsigned last_beat;    /* of the last bar, to 6 */
  uint64_t most_periods; /* at most */
};

struct tracing {
  const struct play *y;
  struct level *l;
  struct player p;
  struct window window;
  struct ssem m;     /* as the machine stands */
  uint64_t *began;   /* when each statement did */
  uint64_t last_bar; /* when the bar of the last order began; 0: not yet */
  bool begun;
  uint64_t start; /* when the recording began */
  struct record r;
};

static bool whole(const struct options *o)
{
  return o->first_beat == BEAT_S1 && o->last_beat == BEAT_A2;
}

/* The window that --from, --orders and --beats ask for; a drawing is short. */
static struct window asked(const struct options *o)
{
  const bool drawn = trace_is_drawing(o->output);
  const bool from_clear = !o->has_from && whole(o);
  const bool one = !from_clear && (drawn || !whole(o));
  const uint64_t orders = o->orders != 0 ? o->orders : one ? 1 : UINT64_MAX / 4;
  const uint64_t last = o->from - 1 + orders;

  return (struct window){
    .from_clear = from_clear,
    .from = o->from,
    .last = last < o->max_orders ? last : o->max_orders,
    .first_beat = o->first_beat,
    .last_beat = o->last_beat,
    .most_periods = drawn ? (uint64_t)TRACE_DRAWN_BEATS * SSEM_BEAT
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
    if (ssem_at_boundary(&m) && p.orders + 1 >= y->o.from) {
      l->ops->interp(l, &t);
      found = trigger_holds(&tr, &t, p.orders + 1);
      *order = p.orders + 1;
    }
    more = found || player_beat(&p, l, NULL);
    progress_show(p.orders, y->o.max_orders);
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

static enum status choose(const struct play *y, struct window *window)
{
  const struct options *const o = &y->o;
  enum status status;
  uint64_t order = 0;

  *window = asked(o);
  if (o->when == NULL)
    return STATUS_STOPPED;
  status = find(y, &order);
  window->from_clear = false;
  window->from = o->before < order ? order - o->before : 1;
  window->last =
    order + o->after < o->max_orders ? order + o->after : o->max_orders;
  if (status == STATUS_STOPPED)
    fprintf(stderr, "ssem: '%s' holds before order %" PRIu64 "\n", o->when,
            order);
  return status;
}

/* S1 of the bar of order number `order`. */
static bool at_bar(const struct tracing *t, uint64_t order)
{
  return t->m.active && t->m.beat == BEAT_S1 && t->p.orders + 1 == order;
}

/* Does the window begin with the beat that comes? The bar of the first order
 * does, and then the beat. */
static bool begins(struct tracing *t)
{
  if (t->m.p != 0)
    return false;
  if (t->window.from_clear)
    return true;
  if (at_bar(t, t->window.from))
    t->start = t->p.time + (uint64_t)t->window.first_beat * SSEM_BEAT + 1;
  return t->start != 0 && t->p.time + 1 >= t->start;
}

/* Is the window at its end before the beat that comes? */
static bool ends(struct tracing *t)
{
  return (t->last_bar != 0 &&
          t->p.time + 1 >
            t->last_bar + (uint64_t)t->window.last_beat * SSEM_BEAT) ||
         t->p.time - t->start >= t->window.most_periods;
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
  bool more = true;

  while (!progress_interrupted()) {
    t->l->ops->save(t->l, &t->m);
    if (at_bar(t, t->window.last))
      t->last_bar = t->p.time + 1;
    if (t->begun && ends(t))
      return true;
    if (!t->begun && begins(t) && !begin_record(t, choice, text))
      return false;
    more = player_beat(&t->p, t->l, t->begun ? &beat : NULL);
    if (!more || (t->begun && !record_beat(&t->r, &beat)))
      break;
    if (t->p.time % 4096 < SSEM_BEAT)
      progress_show(t->p.orders, t->window.last);
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

static enum status finish(struct tracing *t)
{
  struct record_mark *marks;
  enum status status, told = play_told(&t->p, t->l);

  if (!t->begun) {
    if (told != STATUS_STOPPED || progress_interrupted())
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
  if (!window_spares(o, o->output) || !play_load(o, &y))
    return STATUS_USAGE;
  if (open_levels(&y.o, &l, &status)) {
    status = play_allowed(&l, 1, false)
               ? trace_on(&y, l, o->signals == NULL ? NULL : &choice)
               : STATUS_USAGE;
    close_levels(&l, 1);
  }
  play_free(&y);
  return status;
}
