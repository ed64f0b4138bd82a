// SPDX-License-Identifier: MIT
/* carry.c - a run ended at a moment, kept, and carried on. */
#include "carry.h"

#include "progress.h"
#include "values.h"

#include "sim/interp.h"
#include "sim/order.h"
#include "sim/text/scanner.h"
#include "tracegen/output.h"

#include <stdlib.h>
#include <string.h>

/* ORDER[:BEAT[:P]]: true if it is one, and nothing else. */
static bool read_place(const char *words, struct until *until)
{
  char text[TEXT_SENTENCE];
  struct scanner s;
  uint64_t p = 0;
  unsigned beat = 0;

  scanner_open(&s, NULL, words, strlen(words), text);
  if (!scanner_is_digit(scanner_next(&s)))
    return false;
  until->order = scanner_decimal(&s);
  if (scanner_mark(&s, ":")) {
    beat = order_find_beat(s.at);
    s.at += beat < 4 ? 2 : 0;
    if (beat < 4 && scanner_mark(&s, ":"))
      p = scanner_is_digit(scanner_next(&s)) ? scanner_decimal(&s) : SSEM_BEAT;
  }
  until->offset = (uint64_t)beat * SSEM_BEAT + p;
  return scanner_ended(&s) && beat < 4 && p < SSEM_BEAT && until->order > 0 &&
         until->order < UINT64_MAX / SSEM_BAR;
}

bool until_read(const char *words, struct until *until)
{
  char text[TEXT_SENTENCE];
  size_t place;

  memset(until, 0, sizeof *until);
  if (words == NULL)
    return true;
  until->given = true;
  until->by_place = read_place(words, until);
  if (until->by_place)
    return true;
  place = strspn(words, "0123456789");
  if (place > 0 && (words[place] == ':' || words[place] == '\0'))
    return value_refused("--until", words,
                         "an order, and in its bar a beat and a digit period, "
                         "such as 12, 12:A2 or 12:A2:31, or an expression");
  if (trigger_parse(words, &until->trigger, text))
    return true;
  fprintf(stderr, "ssem: --until: %s\n", text);
  return false;
}

/* On towards the bar of an order, and to the moment in it. */
static bool play_to_place(const struct until *u, struct player *p,
                          struct level *l, bool *reached)
{
  uint64_t bar, at;
  struct ssem m;

  l->ops->save(l, &m);
  bar = state_bar(&m, player_orders(p, &m));
  at = p->time - ((uint64_t)m.beat * SSEM_BEAT + m.p) + u->offset;
  *reached = bar == u->order && at == p->time;
  if (*reached)
    return false;
  if (bar == u->order && at > p->time)
    return player_to(p, l, at);
  if (!u->by_beat && bar > 0 && bar + 1 < u->order) {
    const uint64_t left = u->order - 1 - bar;

    if (player_run(p, l, left < CHUNK ? left : CHUNK))
      return true;
  }
  return player_beat(p, l, NULL);
}

static bool play_to_trigger(const struct until *u, struct player *p,
                            struct level *l, bool *reached)
{
  struct ssem m;
  struct isa t;

  l->ops->save(l, &m);
  if (ssem_at_boundary(&m)) {
    l->ops->interp(l, &t);
    *reached = trigger_holds(&u->trigger, &t, player_orders(p, &m));
  }
  return !*reached && player_beat(p, l, NULL);
}

bool until_play(const struct until *until, struct player *p, struct level *l,
                bool *reached)
{
  if (until->given)
    return (until->by_place ? play_to_place : play_to_trigger)(until, p, l,
                                                               reached);
  return (!until->by_beat && player_run(p, l, CHUNK)) ||
         player_beat(p, l, NULL);
}

/* A run at isa: T-state t at boundary number state.orders. */
struct isa_run {
  const struct until *until;
  struct level *l;
  struct carried *end;
  struct isa t;
  bool from_clear; /* no boundary has been, as yet */
  bool as_built;
};

/* Let digit periods pass from the boundary on: there it becomes a V-state. */
static void tick_on(struct state *state, uint64_t periods)
{
  for (; periods > 0; periods--, state->time++) {
    ssem_tick(&state->m, &state->k);
    state->orders += ssem_at_boundary(&state->m);
  }
}

/* The V-state of the boundary where the run stands, time and all. */
static void stand(struct isa_run *r)
{
  struct state *const state = &r->end->state;
  const uint64_t time = state->time, orders = state->orders;

  state_from_isa(&r->t, r->as_built, orders, state);
  state->time = time;
}

/* Is the moment in this bar or the one after? Then go there. */
static bool reach_place(struct isa_run *r)
{
  const struct until *const u = r->until;
  const uint64_t at = r->end->state.orders;

  if (at == u->order && u->offset >= SSEM_BEAT) {
    stand(r);
    tick_on(&r->end->state, u->offset - SSEM_BEAT);
  } else if (at + 1 == u->order && !isa_final(&r->t)) {
    stand(r);
    tick_on(&r->end->state, SSEM_BAR - SSEM_BEAT + u->offset);
  } else {
    return false;
  }
  return true;
}

static bool reach(struct isa_run *r)
{
  const struct until *const u = r->until;

  if (!u->given)
    return false;
  if (u->by_place)
    return reach_place(r);
  if (!trigger_holds(&u->trigger, &r->t, r->end->state.orders))
    return false;
  stand(r);
  return true;
}

/* Orders that may be obeyed before the next look. */
static uint64_t ahead(const struct isa_run *r, uint64_t most)
{
  const uint64_t at = r->end->state.orders;
  uint64_t orders = most - at < CHUNK ? most - at : CHUNK;

  if (!r->until->given)
    return orders;
  if (!r->until->by_place)
    return 1;
  if (at + 1 < r->until->order && orders > r->until->order - 1 - at)
    return r->until->order - 1 - at;
  return orders;
}

static void obey(struct isa_run *r, uint64_t most)
{
  struct state *const state = &r->end->state;
  enum level_status status = LEVEL_RUNNING;

  while (!progress_interrupted()) {
    r->end->reached = reach(r);
    if (r->end->reached)
      return;
    if (state->orders >= most)
      break;
    const uint64_t obeyed = level_run(r->l, ahead(r, most), &status);

    r->l->ops->interp(r->l, &r->t);
    state->orders += obeyed - (status == LEVEL_STOPPED);
    state->time += (obeyed - (status == LEVEL_STOPPED)) * SSEM_BAR;
    progress_show(state->orders, most);
    if (status != LEVEL_RUNNING)
      break;
  }
  stand(r);
  r->end->stopped = status == LEVEL_STOPPED;
  if (r->end->stopped)
    tick_on(state, SSEM_BAR - SSEM_BEAT);
}

/* At clear the moment may be before the first boundary. */
static bool reach_first(struct isa_run *r, const struct play *y)
{
  struct state *const state = &r->end->state;

  ssem_console_rest(&state->k);
  ssem_clear(&state->m, &state->k);
  memcpy(state->m.S, y->pr.S, sizeof state->m.S);
  state->m.CI = start_CI(&y->pr);
  state->m.as_built = r->as_built;
  if (!r->until->by_place || r->until->order != 1 ||
      r->until->offset >= SSEM_BEAT)
    return false;
  tick_on(state, r->until->offset);
  return true;
}

/* Where a state was loaded, the moment may be before the next boundary, to
 * which interp runs. */
static bool reach_resumed(struct isa_run *r)
{
  const struct until *const u = r->until;
  struct state now = r->end->state;
  const struct ssem *const m = &now.m;

  ssem_console_rest(&now.k);
  if (!u->by_place)
    return false;
  for (; !ssem_at_boundary(m) && !ssem_stopped(m); tick_on(&now, 1))
    if (state_bar(m, now.orders) == u->order &&
        (uint64_t)m->beat * SSEM_BEAT + m->p == u->offset) {
      r->end->state = now;
      return true;
    }
  return false;
}

void carry_isa(const struct play *y, const struct until *until, struct level *l,
               struct carried *end)
{
  struct isa_run r = {
    .until = until, .l = l, .end = end, .as_built = y->o.as_built
  };

  memset(end, 0, sizeof *end);
  end->state = y->state;
  if (y->resumed) {
    end->reached = reach_resumed(&r);
    if (end->reached)
      return;
    end->stopped = !state_to_isa(&end->state, &r.t);
    if (end->stopped)
      return;
  } else {
    end->reached = reach_first(&r, y);
    if (end->reached)
      return;
    tick_on(&end->state, SSEM_BEAT);
    interp(&end->state.m, &r.t);
  }
  l->ops->embed(l, &r.t, 0);
  obey(&r, y->o.max_orders);
  progress_end();
}

static bool written(const struct state *state, const char *name,
                    char text[TEXT_SENTENCE])
{
  char *bytes = NULL;
  size_t size = 0;
  FILE *const memory = open_memstream(&bytes, &size);
  struct output out;
  bool good;

  if (memory == NULL) {
    snprintf(text, TEXT_SENTENCE, "out of memory");
    return false;
  }
  state_write(state, memory);
  fclose(memory);
  good = output_open(&out, name, text);
  if (good) {
    output_write(&out, bytes, size);
    good = output_close(&out, text);
  }
  free(bytes);
  return good;
}

enum status carry_save(const struct options *o, const struct until *until,
                       bool reached, const struct state *state)
{
  char text[TEXT_SENTENCE];

  if (until->given && !reached) {
    if (progress_interrupted())
      return STATUS_INTERRUPTED;
    fprintf(stderr, "ssem: --until: %s never came%s\n", o->until,
            o->save != NULL ? ", nothing saved" : "");
    return STATUS_LIMIT;
  }
  if (o->save == NULL || written(state, o->save, text))
    return STATUS_STOPPED;
  fprintf(stderr, "ssem: --save: %s\n", text);
  return STATUS_OUTPUT;
}
