// SPDX-License-Identifier: MIT
/* window.c - a level brought to the first digit period of any bar. */
#include "window.h"

#include "progress.h"

#include "sim/signals.h"

#include <inttypes.h>
#include <stdio.h>

enum window window_obey(struct level *reference, uint64_t count,
                        uint64_t *orders)
{
  enum level_status status = LEVEL_RUNNING;

  *orders = 0;
  while (*orders < count && status == LEVEL_RUNNING) {
    const uint64_t left = count - *orders;

    if (progress_interrupted())
      return WINDOW_INTERRUPTED;
    *orders += level_run(reference, left < CHUNK ? left : CHUNK, &status);
    progress_show(*orders, count);
  }
  progress_end();
  return status == LEVEL_STOPPED ? WINDOW_STOPPED : WINDOW_READY;
}

/* From the boundary of a bar to the end of its A2: does another bar begin? */
static bool end_bar(struct level *l)
{
  struct ssem_console rest;
  struct signals sig;

  ssem_console_rest(&rest);
  for (unsigned i = 1; i < 3 * SSEM_BEAT; i++)
    l->ops->tick(l, &rest, NULL);
  l->ops->tick(l, &rest, &sig);
  return sig.value[SIGNAL_PP] != 0;
}

/* To the boundary of bar number `bar`, with `by` doing the work. */
static enum window seek_boundary(const struct options *o,
                                 const struct program *pr, struct level *l,
                                 struct level *by, uint64_t bar,
                                 uint64_t *orders)
{
  enum window window;
  struct isa t;

  by->ops->clear(by, pr->S, start_CI(o));
  by->ops->advance(by);
  window = window_obey(by, bar - 1, orders);
  if (window == WINDOW_READY && by != l) {
    by->ops->interp(by, &t);
    l->ops->embed(l, &t, window_LC(bar));
  }
  return window;
}

/* A level to run ahead with: isa; as built, or without memory for it, l
 * itself. done_with() closes it. */
static struct level *ahead(const struct options *o, struct level *l)
{
  const struct level_options plain = { .as_built = false };
  char text[LEVEL_TEXT];
  struct level *const isa =
    o->as_built ? NULL : level_open("isa", &plain, text);

  return isa == NULL ? l : isa;
}

static void done_with(struct level *by, const struct level *l)
{
  if (by != l)
    by->ops->close(by);
}

enum window window_seek(const struct options *o, const struct program *pr,
                        struct level *l, uint64_t bar, uint64_t *orders)
{
  struct level *by;
  enum window window;

  *orders = 0;
  if (bar == 1) {
    l->ops->clear(l, pr->S, start_CI(o));
    return WINDOW_READY;
  }
  by = ahead(o, l);
  window = seek_boundary(o, pr, l, by, bar - 1, orders);
  done_with(by, l);
  if (window != WINDOW_READY)
    return window;
  ++*orders;
  return end_bar(l) ? WINDOW_READY : WINDOW_STOPPED;
}

bool window_enter(const struct options *o, const struct program *pr,
                  struct level *l, uint64_t bar, bool boundary)
{
  struct level *const by = ahead(o, l);
  uint64_t orders;
  const enum window window = boundary
                               ? seek_boundary(o, pr, l, by, bar, &orders)
                               : window_seek(o, pr, l, bar, &orders);

  done_with(by, l);
  if (window == WINDOW_STOPPED)
    fprintf(stderr,
            "ssem: --from: found %" PRIu64 ", expected at most %" PRIu64
            ", the order that stops the program\n",
            bar, orders);
  return window == WINDOW_READY;
}

enum window window_find(const struct options *o, const struct program *pr,
                        struct level *l, const struct trigger *tr,
                        uint64_t *order)
{
  struct level *const by = ahead(o, l);
  enum level_status status = LEVEL_RUNNING;
  enum window window = WINDOW_STOPPED;
  struct isa t;

  by->ops->clear(by, pr->S, start_CI(o));
  by->ops->advance(by);
  for (*order = 1; *order <= o->max_orders; ++*order) {
    by->ops->interp(by, &t);
    if (*order >= o->from && trigger_holds(tr, &t, *order)) {
      window = WINDOW_READY;
      break;
    }
    status = by->ops->advance(by);
    if (status == LEVEL_STOPPED)
      break;
    if (*order % CHUNK == 0) {
      progress_show(*order, o->max_orders);
      if (progress_interrupted()) {
        window = WINDOW_INTERRUPTED;
        break;
      }
    }
  }
  if (*order > o->max_orders)
    *order = o->max_orders;
  progress_end();
  done_with(by, l);
  return window;
}
