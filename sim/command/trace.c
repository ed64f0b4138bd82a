// SPDX-License-Identifier: MIT
/* trace.c - ssem trace: waveforms of a window of bars, for GTKWave. */
#include "play.h"
#include "window.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Without --orders, at most so many bars by order. */
enum { DEFAULT_BY_ORDER = 1 << 22 };

/* Are whole bars asked for, not beats of them? */
static bool is_whole(const struct options *o)
{
  return o->first_beat == BEAT_S1 && o->last_beat == BEAT_A2;
}

/* What is wrong with options that say nothing together; NULL if nothing. */
static const char *contradiction(const struct options *o)
{
  if (o->when == NULL && o->around)
    return "--before or --after: found without --when, expected with it";
  if (o->when != NULL && o->orders != 0)
    return "--orders: found with --when, expected --before and --after";
  if (o->by_order && !is_whole(o))
    return "--beats: found with --grain order, expected with --grain digit";
  if (o->by_order && trace_is_drawing(o->output))
    return "--grain: found order with a drawing, expected digit";
  if (o->signals != NULL && !trace_is_drawing(o->output))
    return "--signals: found without a drawing, expected with a drawing, a "
           "name "
           "that ends in .svg";
  if (play_asked(o) && (o->by_order || o->ahead != NULL))
    return "--grain order or --ahead: found with --stimulus or --load, "
           "expected "
           "without: windows are played";
  if (o->as_built && o->ahead != NULL && strcmp(o->ahead, "isa") == 0)
    return "--ahead: found isa with --as-built, expected another level";
  return NULL;
}

static bool refuse(const char *text)
{
  fprintf(stderr, "ssem: %s\n", text);
  return false;
}

static bool usable(const struct options *o)
{
  char text[TEXT_SENTENCE];

  if (o->output == NULL)
    return refuse("no -o FILE.vcd given; see ssem trace --help");
  if (contradiction(o) != NULL)
    return refuse(contradiction(o));
  if (!trace_understood(o->output, text))
    return refuse(text);
  if (o->from <= o->max_orders)
    return true;
  fprintf(stderr,
          "ssem: --from: found %" PRIu64
          ", expected no more than --max-orders\n",
          o->from);
  return false;
}

/* The bars around the first order before which --when holds. */
static enum status find_window(const struct options *o,
                               const struct program *pr,
                               struct record_window *window)
{
  char text[TEXT_SENTENCE];
  struct trigger tr;
  uint64_t order, before;
  enum status status;

  if (!trigger_parse(o->when, &tr, text)) {
    fprintf(stderr, "ssem: --when: %s\n", text);
    return STATUS_USAGE;
  }
  status = window_find(o, pr, &tr, &order);
  if (status != STATUS_STOPPED)
    return status;
  before = o->before < order ? o->before : order - 1;
  window->from = order - before;
  window->asked = order;
  window->most = before + 1 + o->after;
  if (window->most > o->max_orders - (window->from - 1))
    window->most = o->max_orders - (window->from - 1);
  fprintf(stderr, "ssem: '%s' holds before order %" PRIu64 "\n", o->when,
          order);
  return STATUS_STOPPED;
}

/* The bars that --from and --orders ask for. Without --orders a drawing, and
 * beats, are of one. */
static struct record_window asked_window(const struct options *o)
{
  const uint64_t allowed = o->max_orders - (o->from - 1);
  const uint64_t usual = !is_whole(o) || trace_is_drawing(o->output) ? 1
                         : o->by_order ? DEFAULT_BY_ORDER
                                       : DEFAULT_ORDERS;
  struct record_window window = { .output = o->output,
                                  .from = o->from,
                                  .most = o->orders != 0 ? o->orders : usual,
                                  .past_stop = o->orders != 0,
                                  .no_view = o->no_view,
                                  .asked = o->from > 1 ? o->from : 0,
                                  .first_beat = o->first_beat,
                                  .last_beat = o->last_beat };

  if (window.most > allowed)
    window.most = allowed;
  return window;
}

/* Can that many bars be drawn, and is what is to be seen known? */
static bool drawable(const struct options *o,
                     const struct record_window *window, struct choice *choice)
{
  char text[TEXT_SENTENCE];

  if (!window_drawable(o, window->most))
    return false;
  if (o->signals == NULL || choice_read(o->signals, choice, text))
    return true;
  fprintf(stderr, "ssem: --signals: %s\n", text);
  return false;
}

static enum status trace_program(const struct options *o,
                                 const struct program *pr, struct level *l)
{
  struct record_window window = asked_window(o);
  const uint64_t cut_at = o->by_order ? DEFAULT_BY_ORDER : DEFAULT_ORDERS;
  enum status status = STATUS_STOPPED;
  struct choice choice;
  struct record r;

  if (o->when != NULL)
    status = find_window(o, pr, &window);
  if (status == STATUS_STOPPED && !drawable(o, &window, &choice))
    status = STATUS_USAGE;
  if (status != STATUS_STOPPED)
    return status;
  status =
    window_record(o, pr, l, &window, o->signals == NULL ? NULL : &choice, &r);
  if (status != STATUS_STOPPED)
    return status;
  if (window.from > 1)
    fprintf(stderr, "ssem: orders 1 to %" PRIu64 " by %s\n", window.from - 1,
            window_ahead(o));
  if (!r.stopped && o->orders == 0 && o->when == NULL && r.bars == cut_at)
    fprintf(stderr,
            "ssem: traced %" PRIu64 " orders, the program goes on; --from N "
            "--orders M choose a window\n",
            r.bars);
  return STATUS_STOPPED;
}

static enum status trace(const struct options *o)
{
  struct level *level;
  struct program pr;
  enum status status;

  if (!usable(o))
    return STATUS_USAGE;
  if (play_asked(o))
    return trace_stimulus(o);
  if (!load(o, o->programs[0], &pr))
    return STATUS_USAGE;
  if (!open_levels(o, &level, &status))
    return status;
  if (o->by_order || level->ops->tick != NULL)
    status = trace_program(o, &pr, level);
  else {
    fprintf(stderr,
            "ssem: --level: %s has no digit periods to trace, expected "
            "serial, waves, rtl or gates, or --grain order\n",
            o->levels[0]);
    status = STATUS_USAGE;
  }
  close_levels(&level, 1);
  return status;
}

const struct command command_trace = {
  .name = "trace",
  .accepts = OPTIONS_TRACE " signals",
  .levels = "serial",
  .obey = trace,
  .help =
    "ssem trace PROGRAM -o FILE - write waveforms, or draw some of them\n"
    "\n"
    "Writes every signal of the machine in every digit period, and beside the\n"
    "trace a view, FILE.gtkw, that lays it out. Open both with\n"
    "\n"
    "  gtkwave FILE.gtkw\n"
    "\n"
    "A name that ends in .svg asks for a drawing instead: one order, or "
    "--orders\n"
    "up to 8, as a timing diagram that every browser shows.\n"
    "\n"
    "  -o FILE           where to: .fst, .vcd or .vcd.gz; - is standard "
    "output, as\n"
    "                    VCD and without a view\n"
    "  --grain digit     every signal, every digit period (default)\n"
    "  --grain order     CI, A, store and stop lamp before each order: whole "
    "runs\n"
    "  --level L         serial (default), waves, rtl or gates; isa too by "
    "order\n"
    "  --from N          begin with order N (default 1), at S1 of its bar; one "
    "past\n"
    "                    the STP is the idle bar after it\n"
    "  --ahead L         the level that obeys the orders before that bar, "
    "and hands\n"
    "                    over (default isa, as built waves); a note says "
    "which\n"
    "  --orders M        trace M bars, idle ones past the STP (default: to "
    "the\n"
    "                    STP and one idle bar, 2,000 orders at most; by "
    "order,\n"
    "                    4,194,304)\n"
    "  --when EXPR       the bars around the first order before which EXPR\n"
    "                    holds: A, CI, S[n], line (CI mod 32), f and n "
    "(function\n"
    "                    and line of the order), order (its number), JMP to "
    "STP,\n"
    "                    numbers, == != < <= > >= + - & && || ! ( )\n"
    "  --before N        with --when, bars before that order's (default 2)\n"
    "  --after N         with --when, bars after it (default 2)\n"
    "  --beats B         only these beats, S1 A1 S2 or A2, or from the first "
    "bar's\n"
    "                    to the last bar's: A2, S1-A1; A2-S1 ends in the "
    "bar\n"
    "                    after; of one order if --orders is not given\n"
    "  --signals LIST    what a drawing shows, in this order: signals and "
    "units,\n"
    "                    such as CI,c,carry,accumulator\n"
    "  --no-strings      leave out order and beat in words, GTKWave's "
    "extension to\n"
    "                    IEEE 1364, for readers that refuse it\n"
    "  --no-view         write no view beside the trace\n"
    "  --as-built        sample the function staticisor in S1 too, as in "
    "1948\n" OPTIONS_PROGRAM_HELP OPTIONS_STIMULUS_HELP
    "                    Without --from the trace begins at clear, or with\n"
    "                    --load where the state stands; without --orders "
    "or\n"
    "                    --when it is of 288,000 digit periods at most\n"
    "  --max-orders N    obey at most N orders in all, those before --from "
    "too\n"
    "  --digit-period T  such as 8.5us (1948) or 10us (default), a multiple "
    "of\n"
    "                    100 ns: the unit of time of the file\n"
    "\n"
    "  ssem trace programs/first-35.asm -o first.fst\n"
    "  ssem trace programs/first-989.asm -o window.fst --from 1000 --orders 4\n"
    "  ssem trace programs/first-2-18.asm -o whole.fst --grain order --level "
    "isa\n"
    "  ssem trace programs/first-989.asm -o skip.fst --when 'f==CMP && A<0'\n"
    "  ssem trace programs/fn-sub.asm -o sub.svg --from 7 --beats A2 \\\n"
    "    --signals bus,accumulator\n"
    "\n"
    "Exit status: 0 written, 2 bad usage or program, 3 --when never holds, 4\n"
    "output failed or level missing, 130 interrupted (the file is complete up\n"
    "to there).\n",
};
