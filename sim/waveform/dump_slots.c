// SPDX-License-Identifier: MIT
/*
 * dump_slots.c - the values of a dump by their identifier codes: a table that
 * grows with the header, so that N variables cost N.
 */
#include "dump_reader.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a. */
static uint32_t hash_of(const char *id)
{
  uint32_t h = 2166136261U;

  for (; *id != '\0'; id++)
    h = (h ^ (unsigned char)*id) * 16777619U;
  return h ^ h >> 16;
}

/* Put a slot into its bucket. */
static void enter(struct dump *r, unsigned i)
{
  unsigned *const bucket = &r->bucket[r->slot[i].hash & (r->buckets - 1)];

  r->slot[i].next_one = *bucket;
  *bucket = i + 1;
}

/* Twice the slots, and all of them into twice the buckets. */
static bool grow(struct dump *r)
{
  const unsigned room = r->buckets == 0 ? 64 : 2 * r->buckets;
  struct dump_slot *const more = realloc(r->slot, room * sizeof *more);
  unsigned *bucket;

  if (more == NULL)
    return false;
  r->slot = more;
  bucket = calloc(room, sizeof *bucket);
  if (bucket == NULL)
    return false;
  free(r->bucket);
  r->bucket = bucket;
  r->buckets = room;
  for (unsigned i = 0; i < r->slots; i++)
    enter(r, i);
  return true;
}

const char *dump_code(const struct dump *r, const char *id)
{
  return r->truncated ? "" : id;
}

bool dump_slot_find(const struct dump *r, const char *id, unsigned *slot)
{
  const uint32_t hash = hash_of(id);
  unsigned i = r->buckets == 0 ? 0 : r->bucket[hash & (r->buckets - 1)];

  for (; i > 0; i = r->slot[i - 1].next_one)
    if (r->slot[i - 1].hash == hash && strcmp(r->slot[i - 1].id, id) == 0) {
      *slot = i - 1;
      return true;
    }
  return false;
}

bool dump_slot_add(struct dump *r, const char *id, unsigned *slot)
{
  struct dump_slot *s;

  if (r->slots == r->buckets && !grow(r))
    return false;
  s = &r->slot[r->slots];
  memset(s, 0, sizeof *s);
  s->id = strdup(id);
  if (s->id == NULL)
    return false;
  s->hash = hash_of(id);
  enter(r, r->slots);
  *slot = r->slots++;
  return true;
}
