// SPDX-License-Identifier: MIT
/* run.c - ssem run: obey a program and report how it ended. */
#include "carry.h"
#include "common.h"
#include "progress.h"

#include "sim/interp.h"
#include "sim/order.h"
#include "sim/tube.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct ending {
  enum level_status status;
  uint64_t orders;
  uint64_t periods; /* digit periods */
  struct isa t;
  bool played;        /* with a stimulus: */
  bool halted;        /* idle without an STP */
  bool reached;       /* what --until asks for */
  uint64_t operators; /* steps that the operator made */
};

static void log_heading(const struct options *o)
{
  if (o->log && !o->json)
    puts("     order  line  obeyed            A after     CI after");
}

static void log_order(const struct options *o, const struct ending *e,
                      const struct isa *before)
{
  const unsigned line = before->CI & 31;
  char words[ORDER_TEXT];

  order_words(isa_order(before), words);
  if (o->json)
    printf("{\"order\":%" PRIu64 ",\"line\":%u,\"words\":\"%s\",\"A\":%" PRIu32
           ",\"CI\":%" PRIu32 "}\n",
           e->orders, line, words, e->t.A, e->t.CI);
  else
    printf("%10" PRIu64 "    %02u  %-8s  %15" PRId32 "  %11" PRId32 "\n",
           e->orders, line, words, (int32_t)e->t.A, (int32_t)e->t.CI);
}

/* Obey orders until STP, --max-orders, Ctrl-C or a log that cannot be written.
 */
static void obey(const struct options *o, struct level *l,
                 const struct program *pr, struct ending *e)
{
  memset(e, 0, sizeof *e);
  l->ops->clear(l, pr->S, start_CI(pr));
  e->status = l->ops->advance(l);
  l->ops->interp(l, &e->t);
  log_heading(o);
  while (e->status == LEVEL_RUNNING && e->orders < o->max_orders) {
    if (progress_interrupted() || ferror(stdout))
      break;
    if (!o->log)
      progress_show(e->orders, o->max_orders);
    if (o->log) {
      const struct isa before = e->t;

      e->orders += level_run(l, 1, &e->status);
      l->ops->interp(l, &e->t);
      if (e->status != LEVEL_LOST)
        log_order(o, e, &before);
    } else {
      const uint64_t left = o->max_orders - e->orders;

      e->orders += level_run(l, left < CHUNK ? left : CHUNK, &e->status);
    }
  }
  progress_end();
  l->ops->interp(l, &e->t);
  e->periods = e->orders * SSEM_BAR;
}

/* At a boundary, or at the end: the order that was obeyed before it. */
static void log_step(const struct options *o, struct ending *e,
                     const struct player *p, struct level *l,
                     struct isa *before, bool *begun)
{
  if (!o->log)
    return;
  l->ops->interp(l, &e->t);
  e->orders = p->orders;
  if (*begun)
    log_order(o, e, before);
  *before = e->t;
  *begun = true;
}

static bool at_boundary(const struct level *l)
{
  struct ssem m;

  l->ops->save(l, &m);
  return ssem_at_boundary(&m);
}

/* Play the stimulus, and go on to the end or --until. */
static void play(const struct options *o, const struct until *until,
                 struct player *p, struct level *l, struct ending *e)
{
  struct isa before;
  uint64_t look_up = 0;
  bool more = true, begun = false;

  memset(e, 0, sizeof *e);
  log_heading(o);
  while (more && !progress_interrupted() && !ferror(stdout)) {
    if (o->log && at_boundary(l))
      log_step(o, e, p, l, &before, &begun);
    more = until_play(until, p, l, &e->reached);
    if (!o->log)
      play_show(p, o->max_orders, &look_up);
  }
  progress_end();
  if (p->status == PLAYER_STOPPED || p->status == PLAYER_HALTED)
    log_step(o, e, p, l, &before, &begun);
  l->ops->interp(l, &e->t);
  e->status = p->status == PLAYER_STOPPED ? LEVEL_STOPPED : LEVEL_RUNNING;
  e->orders = p->orders;
  e->periods = p->time;
  e->played = true;
  e->halted = p->status == PLAYER_HALTED;
  e->operators = p->steps.operators;
}

static void print_json(const struct options *o, const struct program *pr,
                       const struct ending *e)
{
  char seconds[SECONDS_TEXT];

  seconds_text(e->periods, o->digit_period, seconds);
  fputs("{\"program\":", stdout);
  print_json_string(o->count > 0 ? o->programs[0] : pr->name);
  printf(",\"level\":\"%s\",\"stopped\":%s,", o->levels[0],
         e->status == LEVEL_STOPPED ? "true" : "false");
  if (e->played)
    printf("\"halted\":%s,\"operator_steps\":%" PRIu64 ",",
           e->halted ? "true" : "false", e->operators);
  printf("\"orders\":%" PRIu64 ",\"digit_periods\":%" PRIu64
         ",\"seconds\":%s,\"CI\":%" PRIu32 ",\"A\":%" PRIu32 ",\"store\":[",
         e->orders, e->periods, seconds, e->t.CI, e->t.A);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    printf("%s%" PRIu32, n == 0 ? "" : ",", e->t.S[n]);
  puts("]}");
}

static void print_changed(const struct program *pr, const struct ending *e)
{
  unsigned changed = 0;

  for (unsigned n = 0; n < SSEM_LINES; n++) {
    if (pr->S[n] == e->t.S[n])
      continue;
    if (changed++ == 0)
      puts("\nLines that changed");
    printf("  %02u  %11" PRId32 "  was %" PRId32 "\n", n, (int32_t)e->t.S[n],
           (int32_t)pr->S[n]);
  }
  if (changed == 0)
    puts("\nNo line changed.");
}

static const char *how_it_ended(const struct ending *e)
{
  switch (e->status) {
  case LEVEL_STOPPED: return "stopped by STP in";
  case LEVEL_LOST: return "no boundary in two bars, CI stands at";
  default: break;
  }
  if (e->reached)
    return "ended by --until before";
  if (e->halted)
    return "halted by the operator before";
  return progress_interrupted() ? "interrupted before"
                                : "not stopped, --max-orders reached before";
}

static void print_report(const struct options *o, const struct program *pr,
                         const struct ending *e)
{
  char seconds[SECONDS_TEXT], tube[TUBE_TEXT];
  const double s = (double)e->periods * o->digit_period / 1e7;

  seconds_text(o->digit_period, 1000000, seconds); /* in microseconds */
  printf("%s: %s line %02u\n", pr->name, how_it_ended(e),
         (unsigned)(e->t.CI & 31));
  printf("  orders         %" PRIu64 "\n", e->orders);
  if (e->played)
    printf("  of these       %" PRIu64 " steps of the operator's\n",
           e->operators);
  printf("  digit periods  %" PRIu64 "\n", e->periods);
  printf("  machine time   %.6g s", s);
  if (s >= 60)
    printf(" = %.0f min %02.0f s", (double)(uint64_t)(s / 60),
           s - 60 * (double)(uint64_t)(s / 60));
  printf(", at %g us a digit period\n", o->digit_period / 10.0);
  printf("  CI             %" PRId32 "\n", (int32_t)e->t.CI);
  printf("  A              %" PRId32 "\n", (int32_t)e->t.A);
  print_changed(pr, e);
  tube_text(e->t.S, tube);
  printf("\nThe store, as the monitor tube showed it (digit 0 on the left)\n%s",
         tube);
}

static enum status report(const struct options *o, const struct program *pr,
                          const struct ending *e, enum status status)
{
  if (o->json)
    print_json(o, pr, e);
  else
    print_report(o, pr, e);
  return finish_output(status);
}

/* Keep where it has ended, then report. */
static enum status end(const struct play *y, const struct until *until,
                       const struct state *state, const struct ending *e,
                       enum status status)
{
  const enum status kept = carry_save(&y->o, until, e->reached, state);

  return status_worse(report(&y->o, &y->pr, e, e->reached ? kept : status),
                      kept);
}

static enum status run_player(const struct play *y, const struct until *until,
                              struct level *level)
{
  struct player p;
  struct ending e;
  struct state state;
  enum status status;

  play_begin(y, &p, level);
  play(&y->o, until, &p, level, &e);
  status = play_told(&p, level);
  if (status != STATUS_STOPPED)
    return status;
  level->ops->save(level, &state.m);
  state.k = p.k;
  state.k.KC = 0;
  state.orders = e.orders = player_orders(&p, &state.m);
  state.time = p.time;
  return end(y, until, &state, &e, play_status(&p));
}

/* Does nothing ask of isa what it has not? If something does, stderr says so.
 */
static bool isa_allowed(const struct play *y)
{
  const char *const found =
    y->o.log ? "--log: found with --load, --save or --until at level isa, "
               "which then shows no order"
    : y->o.as_built
      ? "--load: found a state whose as_built is 1 with level isa, which has "
        "no function staticisor"
      : NULL;

  if (found != NULL)
    fprintf(stderr, "ssem: %s, expected serial, waves, rtl or gates\n", found);
  return found == NULL;
}

static enum status run_isa(const struct play *y, const struct until *until,
                           struct level *level)
{
  struct ending e = { .played = true };
  struct carried c;

  carry_isa(y, until, level, &c);
  interp(&c.state.m, &e.t);
  e.orders = c.state.orders;
  e.periods = c.state.time;
  e.reached = c.reached;
  e.status = c.stopped ? LEVEL_STOPPED : LEVEL_RUNNING;
  return end(y, until, &c.state, &e,
             c.stopped                ? STATUS_STOPPED
             : progress_interrupted() ? STATUS_INTERRUPTED
                                      : STATUS_LIMIT);
}

static enum status run_played(const struct options *o)
{
  struct level *level;
  struct play y;
  enum status status = STATUS_USAGE;
  struct until until;

  if (!until_read(o->until, &until) || !play_load(o, &y))
    return STATUS_USAGE;
  until.by_beat = o->log;
  if ((o->save == NULL || spares_input(&y.o, o->save)) &&
      open_levels(&y.o, &level, &status)) {
    status = STATUS_USAGE;
    if (level->ops->tick == NULL && o->stimulus == NULL)
      status = isa_allowed(&y) ? run_isa(&y, &until, level) : STATUS_USAGE;
    else if (play_allowed(&level, 1))
      status = run_player(&y, &until, level);
    close_levels(&level, 1);
  }
  play_free(&y);
  return status;
}

static enum status run(const struct options *o)
{
  struct level *level[OPTIONS_LEVELS];
  struct program pr;
  struct ending e;
  enum status status;

  if (play_asked(o) || o->save != NULL || o->until != NULL)
    return run_played(o);
  if (!load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!open_levels(o, level, &status))
    return status;
  obey(o, level[0], &pr, &e);
  if (e.status == LEVEL_LOST)
    tell_lost(level[0], e.orders);
  close_levels(level, 1);
  return report(o, &pr, &e,
                e.status == LEVEL_STOPPED ? STATUS_STOPPED
                : e.status == LEVEL_LOST  ? STATUS_DIFFERS
                : progress_interrupted()  ? STATUS_INTERRUPTED
                                          : STATUS_LIMIT);
}

const struct command command_run = {
  .name = "run",
  .accepts = OPTIONS_RUN " level log json save until",
  .levels = "serial",
  .obey = run,
  .help =
    "ssem run PROGRAM - obey a program and report how it ended\n"
    "\n"
    "  --level L         isa, the instruction level; serial (default), the\n"
    "                    machine digit by digit; waves, the same a beat at a\n"
    "                    time and much faster; rtl, the same in Verilog; or\n"
    "                    gates, the netlist that Yosys makes of it\n"
    "  --engine E        of isa: translate, to machine code (default), or\n"
    "                    interpret. Results are the same\n"
    "  --log             print each order: number, line, order in words, and "
    "A\n"
    "                    and CI after it (CI: the line of the next order)\n"
    "  --json            one JSON object instead of the report; with --log "
    "one\n"
    "                    more for each order. CI, A and store are unsigned\n"
    "  --as-built        sample the function staticisor in S1 too, as in "
    "1948\n" OPTIONS_PROGRAM_HELP OPTIONS_STIMULUS_HELP
    "  --save FILE       keep the state where the run ends, to go on from "
    "with\n"
    "                    --load, at this level or another\n"
    "  --until WHEN      end there: ORDER[:BEAT[:P]], such as 12 (p = 0 of "
    "its\n"
    "                    S1), 12:A2 or 12:A2:31, or an expression as --when "
    "of\n"
    "                    ssem trace, asked at boundaries\n"
    "  --max-orders N    stop after exactly N orders (default: only at STP)\n"
    "  --digit-period T  such as 8.5us (1948) or 10us (default), a multiple "
    "of\n"
    "                    100 ns; it only changes the times that are shown\n"
    "\n"
    "  ssem run programs/first-35.asm\n"
    "  ssem run --log --max-orders 20 programs/first-989.asm\n"
    "  ssem run --json --level isa programs/first-2-18.asm\n"
    "  printf '1 LDN 4\\n STO 5\\n STP\\n NUM 7\\n' | ssem run -\n"
    "\n"
    "Exit status: 0 stopped by STP, 1 a broken machine, no boundary in two\n"
    "bars, 2 bad usage or program, 3 --max-orders reached, 4 output failed or\n"
    "level missing, 130 interrupted (it reports how far it came).\n",
};
