// SPDX-License-Identifier: MIT
/* tube.c - ssem tube: the monitor tube, as text or as a picture. */
#include "play.h"
#include "progress.h"

#include "tracegen/drawing/tube_picture.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What is on the tube. */
struct shown {
  struct isa t;
  word PI; /* the order last obeyed; 0 before the first */
  uint64_t orders;
  enum level_status status;
};

static bool to_text(const struct options *o)
{
  return o->output == NULL || strcmp(o->output, "-") == 0;
}

/* Obey so many orders, fewer if STP comes, and keep the last one as PI. */
static bool obey(struct level *l, uint64_t most, struct shown *shown)
{
  while (shown->orders < most && shown->status == LEVEL_RUNNING) {
    uint64_t left = most - shown->orders;

    if (progress_interrupted())
      break;
    progress_show(shown->orders, most);
    if (left > 1)
      left = left - 1 < CHUNK ? left - 1 : CHUNK;
    l->ops->interp(l, &shown->t);
    shown->PI = isa_order(&shown->t);
    shown->orders += level_run(l, left, &shown->status);
  }
  progress_end();
  l->ops->interp(l, &shown->t);
  if (shown->status == LEVEL_STOPPED)
    shown->PI = isa_order(&shown->t);
  return !progress_interrupted();
}

/* The same of a stimulus: up to a boundary, or to its end. */
static bool play(struct player *p, struct level *l, struct shown *shown)
{
  struct ssem m;
  uint64_t look_up = 0;

  while ((player_run(p, l, CHUNK) || player_beat(p, l, NULL)) &&
         !progress_interrupted())
    play_show(p, p->most, &look_up);
  progress_end();
  l->ops->save(l, &m);
  l->ops->interp(l, &shown->t);
  shown->PI = m.PI;
  shown->orders = p->orders;
  shown->status = p->status == PLAYER_STOPPED || p->status == PLAYER_HALTED
                    ? LEVEL_STOPPED
                    : LEVEL_RUNNING;
  return !progress_interrupted();
}

/* Is it clear what kind of file -o asks for? */
static bool usable(const struct options *o)
{
  if (to_text(o))
    return true;
  if (tube_picture_known(o->output))
    return spares_input(o, o->output);
  fprintf(stderr,
          "ssem: -o: found '%s', expected a name that ends in .svg or .png\n",
          o->output);
  return false;
}

static bool reached(const struct options *o, const struct shown *shown)
{
  if (!o->has_at || shown->status == LEVEL_RUNNING || shown->orders >= o->at)
    return true;
  fprintf(stderr,
          "ssem: --at: found %" PRIu64 ", expected at most %" PRIu64
          ", the order that stops the program\n",
          o->at, shown->orders);
  return false;
}

static enum status show(const struct options *o, const struct program *pr,
                        const struct shown *shown)
{
  const enum tube_display display = o->display == 'S'   ? TUBE_S
                                    : o->display == 'A' ? TUBE_A
                                                        : TUBE_C;
  const char *const what = o->display == 'S'   ? "store"
                           : o->display == 'A' ? "accumulator"
                                               : "control tube";
  const char *const slash = strrchr(pr->name, '/');
  const bool enough = o->has_at && shown->orders == o->at;
  const enum status status =
    enough || shown->status == LEVEL_STOPPED ? STATUS_STOPPED : STATUS_LIMIT;
  word lines[SSEM_LINES];
  char title[256], text[TEXT_SENTENCE], tube[TUBE_TEXT];

  tube_lines(display, shown->t.S, shown->t.A, shown->t.CI, shown->PI, lines);
  if (to_text(o)) {
    tube_text(lines, tube);
    fputs(tube, stdout);
    return finish_output(status);
  }
  snprintf(title, sizeof title, "%.180s: the %s after %" PRIu64 " orders",
           slash == NULL ? pr->name : slash + 1, what, shown->orders);
  if (tube_picture(o->output, lines, title, text))
    return status;
  fprintf(stderr, "ssem: %s\n", text);
  return STATUS_OUTPUT;
}

/* A stimulus, and the tube at its end or at a boundary. */
static enum status tube_of(struct play *y, struct level *l)
{
  struct shown shown = { .PI = 0 };
  enum status told;
  struct player p;

  play_begin(y, &p, l);
  if (y->o.has_at && y->o.at < y->o.max_orders)
    p.most = y->o.at;
  if (!play(&p, l, &shown))
    return STATUS_INTERRUPTED;
  told = play_told(&p, l);
  if (told != STATUS_STOPPED)
    return told;
  return reached(&y->o, &shown) ? show(&y->o, &y->pr, &shown) : STATUS_USAGE;
}

static enum status tube_played(const struct options *o)
{
  enum status status = STATUS_USAGE;
  struct level *l;
  struct play y;

  if (!play_load(o, &y))
    return STATUS_USAGE;
  if ((to_text(o) || spares_input(&y.o, o->output)) &&
      open_levels(&y.o, &l, &status)) {
    status = play_allowed(&l, 1) ? tube_of(&y, l) : STATUS_USAGE;
    close_levels(&l, 1);
  }
  play_free(&y);
  return status;
}

static enum status tube(const struct options *o)
{
  const bool fewer = o->has_at && o->at < o->max_orders;
  struct shown shown = { .PI = 0 };
  struct program pr;
  struct level *l;
  enum status status = STATUS_INTERRUPTED;
  bool whole;

  if (!usable(o))
    return STATUS_USAGE;
  if (play_asked(o))
    return tube_played(o);
  if (!load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!open_levels(o, &l, &status))
    return status;
  l->ops->clear(l, pr.S, start_CI(&pr));
  shown.status = l->ops->advance(l);
  whole = obey(l, fewer ? o->at : o->max_orders, &shown);
  if (shown.status == LEVEL_LOST)
    tell_lost(l, shown.orders);
  close_levels(&l, 1);
  if (!whole)
    return STATUS_INTERRUPTED;
  if (shown.status == LEVEL_LOST)
    return STATUS_DIFFERS;
  return reached(o, &shown) ? show(o, &pr, &shown) : STATUS_USAGE;
}

const struct command command_tube = {
  .name = "tube",
  .accepts = OPTIONS_RUN " level output at display",
  .levels = "serial",
  .obey = tube,
  .help =
    "ssem tube PROGRAM - show the monitor tube, 32 lines of 32 digits\n"
    "\n"
    "Obeys the program to its STP and shows the tube as it then glowed: as "
    "text\n"
    "on standard output, or as a picture, dashes for 1 and dots for 0.\n"
    "\n"
    "  --at N            after N orders, no more than it takes to the STP; 0 "
    "is\n"
    "                    before the first (default: at the STP)\n"
    "  --display D       S, the store (default), A, the accumulator on all\n"
    "                    lines, or C, the control tube: CI on even lines, PI "
    "on\n"
    "                    odd ones, PI being the order last obeyed\n"
    "  -o FILE           .png or .svg: the picture; - is the text\n"
    "  --level L         as in ssem run; serial is the default\n"
    "  --as-built        sample the function staticisor in S1 too, as in "
    "1948\n" OPTIONS_PROGRAM_HELP OPTIONS_STIMULUS_HELP
    "  --max-orders N    show it after N orders if the STP has not come\n"
    "\n"
    "  ssem tube programs/demo-letters.asm\n"
    "  ssem tube programs/first-35.asm -o tube.png\n"
    "  ssem tube programs/fn-sub.asm --at 3 --display A -o a.svg\n"
    "\n"
    "Exit status: 0 shown, 1 a broken machine, no boundary in two bars, 2 bad\n"
    "usage or program, 3 --max-orders reached, 4 output failed or level\n"
    "missing, 130 interrupted (nothing is written).\n",
};
