// SPDX-License-Identifier: MIT
/* dump_level.c - a dump with its map as a level. */
#include "dump_level.h"

#include "mapped.h"
#include "mapped_words.h"
#include "sim/text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dump_level {
  struct level level;   /* first */
  struct level_ops ops; /* for its name's sake its own */
  char name[256];
  struct map map;
  struct mapped mapped;
  uint64_t longest; /* time between two boundaries, no $dumpoff between */
  unsigned offs[2]; /* $dumpoffs up to the boundary before, and this one */
  bool begun;       /* a boundary that counts has been */
  bool repeated;    /* the T-state at the last one was that before it */
  struct isa was;   /* found at the boundary before */
};

static struct dump_level *of(struct level *l)
{
  return (struct dump_level *)l;
}

static const struct dump_level *seen(const struct level *l)
{
  return (const struct dump_level *)l;
}

bool dump_level_named(const char *name)
{
  static const char *const ends[] = { ".vcd", ".vcd.gz", ".fst" };

  for (unsigned i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (text_ends_in(name, ends[i]) && strlen(name) > strlen(ends[i]))
      return true;
  return false;
}

/* The dump is at its end. Since the last boundary, was there time for more than
 * so many orders as long as the longest? */
static bool idle_for(const struct dump_level *d, uint64_t orders)
{
  const struct dump *const dump = d->mapped.reader;
  const uint64_t idle = dump_time(dump) - d->mapped.time;

  return d->longest > 0 && !dump_off(dump) && d->offs[1] == dump_offs(dump) &&
         idle / orders > d->longest;
}

/* Time enough for four more orders and not one of them begun, or stopped as the
 * map says: the machine has stopped where it should not. */
static enum level_status end(const struct dump_level *d)
{
  return d->mapped.stopped || idle_for(d, 4) ? LEVEL_LOST : LEVEL_ENDED;
}

static bool stopped(const struct level *l)
{
  const struct dump_level *const d = seen(l);

  if (d->map.stop.steps > 0)
    return d->mapped.stopped;
  return d->repeated || idle_for(d, 1);
}

static enum level_status advance(struct level *l)
{
  struct dump_level *const d = of(l);
  struct mapped *const m = &d->mapped;
  const uint64_t last = m->time;

  d->was = m->found;
  do {
    const enum mapped_status status = mapped_next(m);

    if (status != MAPPED_BOUNDARY)
      return status == MAPPED_END ? end(d) : LEVEL_ENDED;
  } while (m->boundaries < d->map.first);
  if (d->begun && d->offs[1] == dump_offs(m->reader) &&
      m->time - last > d->longest)
    d->longest = m->time - last;
  d->repeated = d->begun && mapped_shows(m, &d->was);
  d->begun = true;
  d->offs[0] = d->offs[1];
  d->offs[1] = dump_offs(m->reader);
  return LEVEL_RUNNING;
}

static void found_state(const struct level *l, struct isa *t)
{
  *t = seen(l)->mapped.found;
}

static bool equals(const struct level *l, const struct isa *t)
{
  return mapped_shows(&seen(l)->mapped, t);
}

static void mask(const struct level *l, struct isa *given)
{
  const uint32_t *const covered = seen(l)->mapped.covered;

  given->CI = covered[INTERP_CI];
  given->A = covered[INTERP_A];
  memcpy(given->S, &covered[INTERP_S], sizeof given->S);
}

static bool gap(const struct level *l)
{
  return seen(l)->offs[0] != seen(l)->offs[1];
}

static void explain(struct level *l, const struct isa *t, uint64_t orders,
                    enum level_status status, struct text *out)
{
  struct dump_level *const d = of(l);

  if (status == LEVEL_LOST)
    mapped_missing_words(&d->mapped, out);
  else
    mapped_words(&d->mapped, t, &d->was, orders, out);
}

static void close_level(struct level *l)
{
  dump_close(of(l)->mapped.reader);
  free(l);
}

struct dump_level *dump_level_over(struct dump_source *source, const char *name,
                                   const struct map *map,
                                   char text[TEXT_SENTENCE])
{
  struct dump *const dump = dump_open(source, name, text);
  struct dump_level *const d = dump == NULL ? NULL : calloc(1, sizeof *d);

  if (d == NULL) {
    if (dump != NULL) {
      snprintf(text, TEXT_SENTENCE, "%.255s: out of memory", name);
      dump_close(dump);
    }
    return NULL;
  }
  d->ops = (struct level_ops){ .name = d->name,
                               .advance = advance,
                               .interp = found_state,
                               .equals = equals,
                               .mask = mask,
                               .gap = gap,
                               .stopped = stopped,
                               .explain = explain,
                               .close = close_level };
  d->level.ops = &d->ops;
  d->map = *map;
  snprintf(d->name, sizeof d->name, "%s", name);
  if (mapped_open(&d->mapped, dump, &d->map, text))
    return d;
  dump_close(dump);
  free(d);
  return NULL;
}

struct dump_level *dump_level_open(const char *dump, const char *map,
                                   enum dump_opened *opened,
                                   char text[TEXT_SENTENCE])
{
  struct map *const read = malloc(sizeof *read);
  struct dump_level *d = NULL;
  struct dump_source *source;

  *opened = DUMP_OPENED;
  if (read == NULL)
    snprintf(text, TEXT_SENTENCE, "%.255s: out of memory", map);
  else if (map_load(map, read, text) &&
           (source = dump_source_open(dump, opened, text)) != NULL)
    d = dump_level_over(source, dump, read, text);
  free(read);
  return d;
}

struct level *dump_level(struct dump_level *d)
{
  return &d->level;
}

const char *dump_level_broken(const struct dump_level *d)
{
  return dump_text(d->mapped.reader);
}

unsigned dump_level_cut(const struct dump_level *d)
{
  return dump_cut(d->mapped.reader);
}

const char *dump_level_no_stop(const struct dump_level *d)
{
  return d->map.stop.steps > 0 ? "the map's stop does not come"
                               : "the dump ends there";
}

uint64_t dump_level_time(const struct dump_level *d)
{
  return d->mapped.time;
}
