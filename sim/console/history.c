// SPDX-License-Identifier: MIT
/* history.c - the machine and its operator over time, forward and back. */
#include "history.h"

#include "sim/steps.h"
#include "sim/waves.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Acts on the tape up to this moment, which is then as it was left. */
static void replay_acts(struct history *h)
{
  for (; h->next < h->acts && h->tape[h->next].time <= h->now.time; h->next++)
    input_set(&h->now.k, h->tape[h->next].input, h->tape[h->next].value);
}

/* A machine at a boundary, nobody at the console: bars on end. Returns the
 * digit periods that passed, 0 if this is no such moment. */
static uint64_t pass_bars(struct moment *now, uint64_t periods)
{
  const uint64_t bars = periods / SSEM_BAR;
  uint64_t reached;

  if (bars == 0 || !now->k.CS || steps_console_touched(&now->k) ||
      !ssem_at_boundary(&now->m))
    return 0;
  reached = waves_run(&now->m, bars);
  now->orders += reached;
  return reached * SSEM_BAR + (reached < bars ? SSEM_BAR - SSEM_BEAT : 0);
}

static void pass_beat(struct moment *now)
{
  struct waves w;

  waves_settle(&now->m, &now->k, &w);
  waves_clock(&now->m, &now->k, &w);
  now->orders += ssem_at_boundary(&now->m);
}

/* At least one digit period and at most so many, the console being held. */
static void pass(struct moment *now, uint64_t periods)
{
  uint64_t passed = now->k.KC ? 0 : pass_bars(now, periods);

  if (passed == 0 && !now->k.KC && now->m.p == 0 && periods >= SSEM_BEAT) {
    pass_beat(now);
    passed = SSEM_BEAT;
  }
  if (passed == 0) {
    ssem_tick(&now->m, &now->k);
    now->orders += ssem_at_boundary(&now->m);
    now->k.KC = 0;
    passed = 1;
  }
  now->time += passed;
}

/* Room for one more of size bytes each, up to most of them. */
static bool grow(void **list, size_t used, size_t *room, size_t most,
                 size_t size)
{
  size_t more = *room == 0 ? 64 : 2 * *room;
  void *moved;

  if (used < *room)
    return true;
  if (*room == most)
    return false;
  more = more < most ? more : most;
  moved = realloc(*list, more * size);
  if (moved == NULL)
    return false;
  *list = moved;
  *room = more;
  return true;
}

/* Every second snapshot goes, and they come half as often. */
static void thin(struct history *h)
{
  for (size_t i = 1; 2 * i < h->snapshots; i++)
    h->snapshot[i] = h->snapshot[2 * i];
  h->snapshots = (h->snapshots + 1) / 2;
  h->spacing *= 2;
}

/* A snapshot, if it is time for one. Without memory there are fewer. */
static bool look(struct history *h)
{
  size_t room = h->snapshot_room;
  void *list = h->snapshot;

  if (h->snapshots > 0 &&
      h->now.time < h->snapshot[h->snapshots - 1].moment.time + h->spacing)
    return true;
  if (h->snapshots == HISTORY_SNAPSHOTS) {
    thin(h);
    return true;
  }
  if (!grow(&list, h->snapshots, &room, HISTORY_SNAPSHOTS, sizeof *h->snapshot))
    return false;
  h->snapshot = list;
  h->snapshot_room = (unsigned)room;
  h->snapshot[h->snapshots].moment = h->now;
  h->snapshot[h->snapshots++].next = h->next;
  return true;
}

bool history_begin(struct history *h, const struct ssem *m,
                   const struct ssem_console *k)
{
  memset(h, 0, sizeof *h);
  h->now.m = *m;
  h->now.k = *k;
  h->spacing = HISTORY_SPACING;
  return look(h);
}

void history_end(struct history *h)
{
  free(h->tape);
  free(h->snapshot);
  memset(h, 0, sizeof *h);
}

/* On to a moment, in the past or not. */
static void play_to(struct history *h, uint64_t time)
{
  replay_acts(h);
  while (h->now.time < time) {
    const uint64_t next =
      h->next < h->acts ? h->tape[h->next].time : UINT64_MAX;
    const uint64_t stop = next < time ? next : time;
    const uint64_t left = stop - h->now.time;

    pass(&h->now, left < h->spacing ? left : h->spacing);
    replay_acts(h);
    look(h);
  }
  if (h->now.time > h->end)
    h->end = h->now.time;
}

void history_forward(struct history *h, uint64_t periods)
{
  play_to(h, h->now.time + periods);
}

static void put(struct history *h, const struct history_snapshot *snapshot)
{
  h->now = snapshot->moment;
  h->next = snapshot->next;
}

/* The last snapshot at or before a time. */
static const struct history_snapshot *before(const struct history *h,
                                             uint64_t time)
{
  unsigned low = 0, high = h->snapshots;

  while (high - low > 1) {
    const unsigned middle = (low + high) / 2;

    if (h->snapshot[middle].moment.time <= time)
      low = middle;
    else
      high = middle;
  }
  return &h->snapshot[low];
}

bool history_goto(struct history *h, uint64_t time)
{
  const struct history_snapshot *snapshot;

  if (time > h->end)
    return false;
  snapshot = before(h, time);
  if (time < h->now.time || snapshot->moment.time > h->now.time)
    put(h, snapshot);
  play_to(h, time);
  return true;
}

bool history_goto_order(struct history *h, uint64_t order)
{
  const uint64_t from = h->now.time;
  unsigned low = 0, high = h->snapshots;

  while (high - low > 1) {
    const unsigned middle = (low + high) / 2;

    if (h->snapshot[middle].moment.orders < order)
      low = middle;
    else
      high = middle;
  }
  put(h, &h->snapshot[low]);
  replay_acts(h);
  while (h->now.orders < order && h->now.time < h->end)
    play_to(h, h->now.time + 1);
  if (h->now.orders == order && ssem_at_boundary(&h->now.m))
    return true;
  history_goto(h, from);
  return false;
}

/* What was played after this moment is forgotten. */
static bool cut(struct history *h)
{
  const bool late = h->now.time < h->end;

  h->end = h->now.time;
  h->acts = h->next;
  while (h->snapshots > 1 &&
         h->snapshot[h->snapshots - 1].moment.time > h->now.time)
    h->snapshots--;
  return late;
}

enum history_status history_set(struct history *h, enum input input, word value)
{
  void *list = h->tape;
  bool late;

  if (input_get(&h->now.k, input) == value)
    return HISTORY_DONE;
  if (!grow(&list, h->next, &h->act_room, HISTORY_ACTS, sizeof *h->tape))
    return HISTORY_FULL;
  h->tape = list;
  late = cut(h);
  h->tape[h->acts++] =
    (struct history_act){ .time = h->now.time, .input = input, .value = value };
  replay_acts(h);
  return late ? HISTORY_CUT : HISTORY_DONE;
}

void history_write(const struct history *h, FILE *out)
{
  uint64_t time = 0;

  for (size_t i = 0; i < h->acts;) {
    const uint64_t at = h->tape[i].time;
    bool press = false;

    if (at > time)
      fprintf(out, "wait %" PRIu64 " digits\n", at - time);
    time = at > time ? at : time;
    for (; i < h->acts && h->tape[i].time == at; i++) {
      if (h->tape[i].input == INPUT_KC)
        press = h->tape[i].value != 0;
      else
        fprintf(out, "%s %" PRIu32 "\n", input_name(h->tape[i].input),
                h->tape[i].value);
    }
    if (press)
      fputs("KC\n", out);
    time += press;
  }
  if (h->end > time)
    fprintf(out, "wait %" PRIu64 " digits\n", h->end - time);
}

size_t history_size(const struct history *h)
{
  return sizeof *h + h->act_room * sizeof *h->tape +
         h->snapshot_room * sizeof *h->snapshot;
}
