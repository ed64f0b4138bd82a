// SPDX-License-Identifier: MIT
/* drawing.c - what ssem trace asks before it draws. */
#include "drawing.h"

#include <inttypes.h>
#include <stdio.h>

static bool short_enough(uint64_t bars)
{
  const uint64_t most = TRACE_DRAWN_BEATS * SSEM_BEAT / SSEM_BAR;

  if (bars <= most)
    return true;
  fprintf(stderr,
          "ssem: --orders: found %" PRIu64 ", expected at most %" PRIu64
          " in a drawing; choose with --from N --orders M, or a part of a bar "
          "with --beats A2\n",
          bars, most);
  return false;
}

bool drawing_asked(const struct options *o, struct choice *choice,
                   struct trace_window *window)
{
  const bool drawing = trace_is_drawing(o->output);
  const bool whole = o->first_beat == BEAT_S1 && o->last_beat == BEAT_A2;
  char text[CHOICE_TEXT];

  window->first_beat = o->first_beat;
  window->last_beat = o->last_beat;
  if (o->orders == 0 && o->when == NULL && (drawing || !whole))
    window->most = 1;
  if (drawing && !short_enough(window->most))
    return false;
  if (o->signals == NULL)
    return true;
  if (!drawing) {
    fprintf(stderr,
            "ssem: --signals: found with -o %s, expected with a drawing, a "
            "name that ends in .svg\n",
            o->output);
    return false;
  }
  if (!choice_read(o->signals, choice, text)) {
    fprintf(stderr, "ssem: --signals: %s\n", text);
    return false;
  }
  window->choice = choice;
  return true;
}
