// SPDX-License-Identifier: MIT
/*
 * gtkw.c - the view: the window, where it opens, markers; and the file.
 */
#include "gtkw.h"

#include "gtkw_place.h"
#include "gtkw_rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In pixels. A letter is 8 wide in GTKWave's own font, and 32 digits with a
 * "=" before them are the longest value. */
enum {
  WIDTH = 1366, /* of the window */
  HEIGHT = 700, /* 768 less its title and a desktop's bar: 28 rows */
  LETTER = 8,
  VALUE = 33,                                      /* letters */
  NAMES = LETTER * (GTKW_TITLE + VALUE) + 12 + 10, /* of the pane of names */
  TREE = 30,     /* of the pane of scopes, folded */
  REST = 50,     /* frames and the scroll bar */
  MANY = 4 * 64, /* beats: no ruler for more */
  NS = 100       /* GTKWave counts our time in nanoseconds */
};

/* GTKWave's zoom: minus the logarithm to base 2 of the nanoseconds in 200
 * pixels; here its millionths, by squaring. */
static int64_t zoom(uint64_t shown, unsigned pixels)
{
  double x = 200.0 * (double)shown / pixels;
  int64_t micro = 0;

  while (x >= 2) {
    x /= 2;
    micro += 1000000;
  }
  for (int64_t step = 500000; step > 0; step /= 2) {
    x *= x;
    if (x < 2)
      continue;
    x /= 2;
    micro += step;
  }
  return micro;
}

/* The named markers, and what they are called in the ruler. */
static void put_markers(struct gtkw_view *v, const struct gtkw_options *o)
{
  static const char *const name[GTKW_MARKERS] = { "fetch", "store", "STP",
                                                  "asked", "differs" };

  for (unsigned i = 0; i < 26; i++) {
    if (i < GTKW_MARKERS && o->marker[i] != GTKW_ABSENT)
      gtkw_put(v, " %" PRIu64, o->marker[i] * NS);
    else if (i >= GTKW_MARKERS && i - GTKW_MARKERS < o->named_count)
      gtkw_put(v, " %" PRIu64, o->named[i - GTKW_MARKERS].at * NS);
    else
      gtkw_put(v, " -1");
  }
  gtkw_put(v, "\n");
  for (unsigned i = 0; i < GTKW_MARKERS; i++)
    if (o->marker[i] != GTKW_ABSENT)
      gtkw_put(v, "[markername] %c%s\n", 'A' + (char)i, name[i]);
  for (unsigned i = 0; i < o->named_count; i++)
    gtkw_put(v, "[markername] %c%.32s\n", 'A' + (int)(GTKW_MARKERS + i),
             o->named[i].name);
}

/* GTKWave finds the dump where the view lies if the view says where it was
 * itself; names without a directory are enough. The ruler's lines are beats, or
 * bars by order, unless there are too many. */
static void put_head(struct gtkw_view *v, const char *name,
                     const char *dumpfile, const struct gtkw_options *o)
{
  const char *const slash = strrchr(name, '/');
  const bool by_order = o->grain == GRAIN_ORDER;
  const uint64_t beat = (uint64_t)SSEM_BEAT * o->digit_period;
  const int64_t z =
    zoom(NS * (o->shown + o->shown / 40), WIDTH - NAMES - TREE - REST);

  gtkw_put(v, "[*]\n[*] ssem " SSEM_VERSION ": the view of a trace\n[*]\n");
  gtkw_put(v, "[dumpfile] \"%.4000s\"\n", dumpfile);
  gtkw_put(v, "[savefile] \"%.4000s\"\n", slash != NULL ? slash + 1 : name);
  gtkw_put(v, "[timestart] %" PRIu64 "\n[size] %d %d\n[pos] 0 0\n",
           o->start * NS, (int)WIDTH, (int)HEIGHT);
  gtkw_put(v, "*-%" PRId64 ".%06" PRId64 " %" PRIu64, z / 1000000, z % 1000000,
           o->question * NS);
  put_markers(v, o);
  if (o->shown < MANY * beat)
    gtkw_put(v, "[ruler] %" PRIu64 " %" PRIu64 "\n", by_order ? beat * NS : 0,
             beat * NS * (by_order ? 4 : 1));
  gtkw_put(v, "[treeopen] ssem.\n[sst_width] %d\n[signals_width] %d\n",
           (int)TREE, (int)NAMES);
  gtkw_put(v, "[sst_expanded] 0\n[sst_vpaned_height] 300\n");
}

bool gtkw_write(struct output *out, const char *name, const char *dumpfile,
                const struct gtkw_options *options, char text[TEXT_SENTENCE])
{
  struct gtkw_view *const v = malloc(sizeof *v);
  char first[GTKW_FIRST_LINE];

  if (v == NULL) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", name);
    return false;
  }
  v->used = 0;
  put_head(v, name, dumpfile, options);
  if (options->grain == GRAIN_ORDER)
    gtkw_order_rows(v, options);
  else
    gtkw_digit_rows(v, options);
  gtkw_put(v, "[pattern_trace] 1\n[pattern_trace] 0\n");
  if (!output_open(out, name, text)) {
    free(v);
    return false;
  }
  gtkw_first_line(v->buffer, v->used, first);
  output_write(out, first, strlen(first));
  output_write(out, v->buffer, v->used);
  free(v);
  return output_finish(out, text);
}
