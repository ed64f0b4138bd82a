// SPDX-License-Identifier: MIT
/* run.c - ssem run: obey a program and report how it ended. */
#include "common.h"
#include "progress.h"

#include "sim/order.h"
#include "sim/tube.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct ending {
  enum level_status status;
  uint64_t orders;
  struct isa t;
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
}

static void print_json(const struct options *o, const struct ending *e)
{
  char seconds[SECONDS_TEXT];

  seconds_text(e->orders * SSEM_BAR, o->digit_period, seconds);
  fputs("{\"program\":", stdout);
  print_json_string(o->programs[0]);
  printf(",\"level\":\"%s\",\"stopped\":%s,\"orders\":%" PRIu64
         ",\"digit_periods\":%" PRIu64 ",\"seconds\":%s,\"CI\":%" PRIu32
         ",\"A\":%" PRIu32 ",\"store\":[",
         o->levels[0], e->status == LEVEL_STOPPED ? "true" : "false", e->orders,
         e->orders * SSEM_BAR, seconds, e->t.CI, e->t.A);
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
  return progress_interrupted() ? "interrupted before"
                                : "not stopped, --max-orders reached before";
}

static void print_report(const struct options *o, const struct program *pr,
                         const struct ending *e)
{
  char seconds[SECONDS_TEXT], tube[TUBE_TEXT];
  const uint64_t periods = e->orders * SSEM_BAR;
  const double s = (double)periods * o->digit_period / 1e7;

  seconds_text(o->digit_period, 1000000, seconds); /* in microseconds */
  printf("%s: %s line %02u\n", pr->name, how_it_ended(e),
         (unsigned)(e->t.CI & 31));
  printf("  orders         %" PRIu64 "\n", e->orders);
  printf("  digit periods  %" PRIu64 "\n", periods);
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

static enum status run(const struct options *o)
{
  struct level *level[OPTIONS_LEVELS];
  struct program pr;
  struct ending e;
  enum status status;

  if (!load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!open_levels(o, level, &status))
    return status;
  obey(o, level[0], &pr, &e);
  if (e.status == LEVEL_LOST)
    tell_lost(level[0], e.orders);
  close_levels(level, 1);
  if (o->json)
    print_json(o, &e);
  else
    print_report(o, &pr, &e);
  return finish_output(e.status == LEVEL_STOPPED ? STATUS_STOPPED
                       : e.status == LEVEL_LOST  ? STATUS_DIFFERS
                       : progress_interrupted()  ? STATUS_INTERRUPTED
                                                 : STATUS_LIMIT);
}

const struct command command_run = {
  .name = "run",
  .accepts = OPTIONS_RUN " level log json",
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
    "1948\n" OPTIONS_PROGRAM_HELP
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
