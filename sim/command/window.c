// SPDX-License-Identifier: MIT
/* window.c - windows of a run, for a person. */
#include "window.h"

#include "progress.h"

#include "sim/level/find.h"
#include "tracegen/beside.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { LOOK_UP = 16 }; /* bars of digit periods between looks at progress */

const char *window_ahead(const struct options *o)
{
  return o->ahead != NULL ? o->ahead : o->as_built ? "waves" : "isa";
}

/* The level that runs ahead; NULL, with the reason on stderr, if there is
 * none. */
static struct level *open_ahead(const struct options *o, enum status *status)
{
  const struct level_options options = { .as_built = o->as_built,
                                         .engine = o->engine };
  const char *const name = window_ahead(o);
  char text[TEXT_SENTENCE];
  struct level *const ahead = level_open(name, &options, text);

  if (ahead == NULL)
    fprintf(stderr, "ssem: --ahead: %s\n", text);
  *status = level_known(name) ? STATUS_OUTPUT : STATUS_USAGE;
  return ahead;
}

/* Let the level ahead come to the bar. */
static enum status run_ahead(struct seek *s, const struct program *pr,
                             uint64_t bar)
{
  while (seek_step(s, CHUNK) == SEEK_RUNNING) {
    if (progress_interrupted())
      return STATUS_INTERRUPTED;
    progress_show(s->orders, bar - 1);
  }
  progress_end();
  if (s->status == SEEK_READY)
    return STATUS_STOPPED;
  fprintf(stderr,
          "ssem: --from: found %" PRIu64 ", expected at most %" PRIu64
          ", the %s %s\n",
          bar, s->orders + s->idle,
          s->idle ? "bar after the STP of" : "order that stops", pr->name);
  return STATUS_USAGE;
}

/* Put the levels there, one after another. */
static enum status put(const struct seek *s, const char *ahead,
                       struct level *const level[], unsigned count,
                       uint64_t bar)
{
  for (unsigned i = 0; i < count; i++) {
    if (seek_put(s, level[i]))
      continue;
    fprintf(stderr,
            "ssem: --from: %s begins no bar %" PRIu64 ", though %s does; see "
            "ssem check\n",
            level[i]->ops->name, bar, ahead);
    return STATUS_USAGE;
  }
  return STATUS_STOPPED;
}

enum status window_enter(const struct options *o, const struct program *pr,
                         struct level *const level[], unsigned count,
                         uint64_t bar, enum seek_place place)
{
  enum status status;
  struct level *const ahead = open_ahead(o, &status);
  struct seek s;

  if (ahead == NULL)
    return status;
  seek_begin(&s, ahead, pr->S, start_CI(pr), bar, place);
  s.idle = place == SEEK_S1;
  status = run_ahead(&s, pr, bar);
  if (status == STATUS_STOPPED)
    status = put(&s, window_ahead(o), level, count, bar);
  ahead->ops->close(ahead);
  return status;
}

enum status window_find(const struct options *o, const struct program *pr,
                        const struct trigger *trigger, uint64_t *order)
{
  enum status status;
  struct level *const ahead = open_ahead(o, &status);
  struct find f;

  if (ahead == NULL)
    return status;
  find_begin(&f, ahead, pr->S, start_CI(pr), trigger, o->from, o->max_orders);
  while (find_step(&f, CHUNK) == FIND_RUNNING && !progress_interrupted())
    progress_show(f.order, o->max_orders);
  progress_end();
  ahead->ops->close(ahead);
  *order = f.order;
  if (f.status == FIND_NONE)
    fprintf(stderr,
            "ssem: --when: '%s' holds before none of %" PRIu64
            " orders, nothing written\n",
            o->when, f.order);
  return f.status == FIND_FOUND  ? STATUS_STOPPED
         : f.status == FIND_NONE ? STATUS_LIMIT
                                 : STATUS_INTERRUPTED;
}

static enum status failed(const char *text)
{
  fprintf(stderr, "ssem: %s\n", text);
  return STATUS_OUTPUT;
}

bool window_drawable(const struct options *o, uint64_t bars)
{
  /* The longest drawing. */
  static const uint64_t most = TRACE_DRAWN_BEATS * SSEM_BEAT / SSEM_BAR;

  if (!trace_is_drawing(o->output) || bars <= most)
    return true;
  fprintf(stderr,
          "ssem: --orders: found %" PRIu64 ", expected at most %" PRIu64
          " in a drawing; choose with --from N --orders M, or a part of a "
          "bar with --beats A2\n",
          bars, most);
  return false;
}

bool window_spares(const struct options *o, const char *output)
{
  char view[PATH_MAX];

  return spares_input(o, output) &&
         (o->no_view || trace_is_drawing(output) ||
          !beside_view(output, view, sizeof view) || spares_input(o, view));
}

enum status window_end(struct record *r, const char *output)
{
  char text[TEXT_SENTENCE];

  progress_end();
  if (!output_is_straight(output))
    progress_finishing();
  if (!record_end(r, text))
    return failed(text);
  if (r->note[0] != '\0')
    fprintf(stderr, "ssem: %s\n", r->note);
  return progress_interrupted() ? STATUS_INTERRUPTED : STATUS_STOPPED;
}

enum status window_record(const struct options *o, const struct program *pr,
                          struct level *l, const struct record_window *window,
                          const struct choice *choice, struct record *r)
{
  const struct trace_options options = { .digit_period = o->digit_period,
                                         .strings = o->strings,
                                         .grain = o->by_order ? GRAIN_ORDER
                                                              : GRAIN_DIGIT,
                                         .program = pr->name,
                                         .ahead = window_ahead(o),
                                         .choice = choice };
  const uint64_t look_up = o->by_order ? CHUNK : LOOK_UP;
  enum status there;
  char text[TEXT_SENTENCE];

  if (!window_spares(o, window->output))
    return STATUS_USAGE;
  there = window_enter(o, pr, &l, 1, window->from,
                       o->by_order ? SEEK_BOUNDARY : SEEK_S1);
  if (there != STATUS_STOPPED)
    return there;
  if (!record_begin(r, l, window, &options, text))
    return failed(text);
  while (record_bar(r) && !progress_interrupted())
    if (r->bars % look_up == 0)
      progress_show(r->bars, window->most);
  return window_end(r, window->output);
}

/* One level's bars around a difference, beside the reference's T-states. */
static enum status one_difference(const struct options *o,
                                  const struct program *pr, struct level *l,
                                  struct level *reference, uint64_t orders)
{
  enum { BEFORE = 4, AFTER = 1 };
  char name[PATH_MAX];
  const struct record_window window = {
    .output = name,
    .from = orders > BEFORE ? orders - BEFORE + 1 : 1,
    .most = BEFORE + 1 + AFTER,
    .asked = orders + 1,
    .reference = reference,
    .last_beat = BEAT_A2,
  };
  enum status status;
  struct record r;

  if (!beside_level(o->trace, l->ops->name, name, sizeof name))
    return failed("--trace: the name is too long");
  status = window_enter(o, pr, &reference, 1, window.from, SEEK_BOUNDARY);
  return status != STATUS_STOPPED ? status
                                  : window_record(o, pr, l, &window, NULL, &r);
}

enum status window_difference(const struct options *o, const struct program *pr,
                              struct level *const level[], uint64_t orders)
{
  const struct level_options options = { .engine = o->engine };
  enum status status = STATUS_STOPPED;
  char text[TEXT_SENTENCE];
  struct level *const reference = level_open("isa", &options, text);

  if (reference == NULL)
    return failed(text);
  for (unsigned i = 0; i < o->level_count; i++)
    if (level[i]->ops->tick != NULL)
      status = status_worse(status,
                            one_difference(o, pr, level[i], reference, orders));
  reference->ops->close(reference);
  return status;
}
