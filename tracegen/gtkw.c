// SPDX-License-Identifier: MIT
/*
 * gtkw.c - the view: which rows, in which order, in which form and colour.
 *
 * Rows follow signals.def, unit by unit; what is worth showing otherwise than
 * by its number of digits stands in the table below. A flag word (the line
 * @28) is GTKWave's own: hexadecimal digits of its trace flags.
 */
#include "gtkw.h"

#include "gtkw_place.h"

#include "writer.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  BUFFER = 32768,
  WIDTH = 1600,  /* of the window, in pixels */
  HEIGHT = 1000, /* of the window */
  NAMES = 330,   /* of the pane of names */
  TREE = 30,     /* of the pane of scopes, folded */
  NS = 100       /* GTKWave counts our time in nanoseconds */
};

/* GTKWave's trace flags, in hexadecimal. */
#define DIGIT "28"          /* one line, high and low; or binary */
#define UNSIGNED "24"       /* decimal */
#define SIGNED "420"        /* decimal, two's complement */
#define NAMED "100000028"   /* FST: the names of its values; else binary */
#define CURVE "8420"        /* a signed number as steps */
#define TALLER "20000"      /* room for the curve above */
#define DIGIT_0_FIRST "a8"  /* binary in 1948 notation */
#define OPEN_GROUP "800200" /* a caption over the rows to END_GROUP */
#define END_GROUP "1000200"
#define CLOSED_GROUP "c00200" /* the same, folded */
#define END_CLOSED "1401200"

enum colour { NORMAL, RED, ORANGE, YELLOW, GREEN, BLUE, INDIGO, VIOLET };

/* Units in the order shown. */
static const struct {
  const char *unit;
  const char *title;
  const char *watch; /* what to look at */
  bool closed;
} groups[] = {
  { "timebase", "Timing", ": beats, black-out, prepulse, stop", true },
  { "gates", "Gates", ": those open are the order", false },
  { "control", "Control", ": S1 adds to CI, A1 fetches PI", false },
  { "accumulator", "Accumulator", ": A2 subtracts, red is the borrow", false },
  { "store", "Store", ": fold out to see the tube", true },
  { "staticisor", "Staticisors", ": S2 takes the order in", false },
  { "console", "Console", ": at rest", true },
};

/* Rows that are not plain: a signal may have several. */
static const struct {
  enum signal signal;
  const char *flags;
  const char *alias; /* NULL: the signal's own name */
  enum colour colour;
} rows[] = {
  { SIGNAL_CI, SIGNED, "CI signed", YELLOW },
  { SIGNAL_CI, DIGIT_0_FIRST, "CI digit 0 first", YELLOW },
  { SIGNAL_PI, DIGIT_0_FIRST, "PI digit 0 first", YELLOW },
  { SIGNAL_A, SIGNED, "A signed", YELLOW },
  { SIGNAL_A, DIGIT_0_FIRST, "A digit 0 first", YELLOW },
  { SIGNAL_carry, DIGIT, NULL, RED },
  { SIGNAL_borrow, DIGIT, NULL, RED },
  { SIGNAL_F, NAMED, NULL, GREEN },
  { SIGNAL_T, DIGIT, NULL, ORANGE },
  { SIGNAL_stop, DIGIT, NULL, ORANGE },
  { SIGNAL_bus, DIGIT, NULL, VIOLET },
  { SIGNAL_LS, DIGIT_0_FIRST, NULL, NORMAL },
  { SIGNAL_FS, DIGIT_0_FIRST, NULL, NORMAL },
  { SIGNAL_TW, DIGIT_0_FIRST, NULL, NORMAL },
};

enum {
  GROUPS = sizeof groups / sizeof groups[0],
  ROWS = sizeof rows / sizeof rows[0]
};

struct view {
  size_t used;
  char buffer[BUFFER];
};

static void put_line(struct view *v, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* Append; BUFFER holds more than all rows of all signals. */
static void put_line(struct view *v, const char *format, ...)
{
  va_list args;
  int n;

  va_start(args, format);
  n = vsnprintf(v->buffer + v->used, BUFFER - v->used, format, args);
  va_end(args);
  if (n > 0 && (size_t)n < BUFFER - v->used)
    v->used += (size_t)n;
}

static void put_row(struct view *v, unsigned i, const char *flags,
                    const char *alias, enum colour colour)
{
  const struct signal_info *const s = &signals_info[i];

  put_line(v, "@%s\n", flags);
  if (colour != NORMAL)
    put_line(v, "[color] %d\n", (int)colour);
  if (alias != NULL)
    put_line(v, "+{%s} ", alias);
  put_line(v, "ssem.%s.%s", s->unit, s->name);
  if (s->digits > 1)
    put_line(v, "[%u:0]", s->digits - 1);
  put_line(v, "\n");
}

/* F0 F1 F2, by which the gates go. GTKWave counts the digits of a signal from
 * the left, so (0) is F2. */
static void put_function_digits(struct view *v)
{
  for (unsigned n = 0; n < 3; n++)
    put_line(v,
             "@" DIGIT "\n+{F%u: order digit %u} (%u)ssem.staticisor.F[2:0]\n",
             n, 13 + n, 2 - n);
}

static void put_signal(struct view *v, unsigned i)
{
  const unsigned digits = signals_info[i].digits;
  bool plain = true;

  for (unsigned r = 0; r < ROWS; r++) {
    if ((unsigned)rows[r].signal != i)
      continue;
    put_row(v, i, rows[r].flags, rows[r].alias, rows[r].colour);
    plain = false;
  }
  if (plain)
    put_row(v, i,
            digits == 1    ? DIGIT
            : digits == 32 ? SIGNED
                           : UNSIGNED,
            NULL, NORMAL);
  if (i == SIGNAL_F)
    put_function_digits(v);
}

/* Grain order: what the T-state was before each order. */
static void put_order_rows(struct view *v)
{
  put_line(v, "@" OPEN_GROUP "\n-Control and accumulator\n");
  put_row(v, SIGNAL_CI, SIGNED, "CI: next order's line", YELLOW);
  put_row(v, SIGNAL_A, SIGNED, "A signed", YELLOW);
  put_row(v, SIGNAL_A, DIGIT_0_FIRST, "A digit 0 first", YELLOW);
  put_row(v, SIGNAL_A, CURVE, "A as a curve", YELLOW);
  put_line(v, "@" TALLER "\n-\n-\n-\n");
  put_row(v, SIGNAL_active, DIGIT, NULL, NORMAL);
  put_row(v, SIGNAL_stop, DIGIT, NULL, ORANGE);
  put_line(v, "@" END_GROUP "\n-Control and accumulator\n");
  put_line(v, "@" OPEN_GROUP "\n-Store: what changes was stored\n");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    put_row(v, SIGNAL_S00 + n, SIGNED, NULL, NORMAL);
  put_line(v, "@" END_GROUP "\n-Store: what changes was stored\n");
}

/* Of a stimulus the console is what to look at. */
static void put_group(struct view *v, unsigned g, bool played)
{
  const bool console = g == GROUPS - 1;
  const bool closed = groups[g].closed && !(console && played);

  put_line(v, "@%s\n-%s%s\n", closed ? CLOSED_GROUP : OPEN_GROUP,
           groups[g].title,
           console && played ? ": what the operator does" : groups[g].watch);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    if (strcmp(signals_info[i].unit, groups[g].unit) == 0 && i != SIGNAL_beat &&
        i != SIGNAL_p)
      put_signal(v, i);
  put_line(v, "@%s\n-%s\n", closed ? END_CLOSED : END_GROUP, groups[g].title);
}

static void put_digit_rows(struct view *v, bool strings, bool played)
{
  if (strings)
    put_line(v, "@" DIGIT "\n[color] %d\n+{Beat} ssem.timebase.beat_name\n",
             (int)GREEN);
  else
    put_row(v, SIGNAL_beat, NAMED, "Beat", GREEN);
  put_row(v, SIGNAL_p, UNSIGNED, "p: digit period", NORMAL);
  if (played)
    put_group(v, GROUPS - 1, played);
  for (unsigned g = 0; g < GROUPS - (unsigned)played; g++)
    put_group(v, g, played);
}

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

/* GTKWave finds the dump where the view lies if the view says where it was
 * itself; names without a directory are enough. */
static void put_head(struct view *v, const char *name, const char *dumpfile,
                     const struct gtkw_options *o)
{
  const char *const slash = strrchr(name, '/');
  const unsigned beats = o->beats == 0 || o->beats > 4 ? 4 : o->beats;
  const uint64_t span = (uint64_t)beats * SSEM_BEAT * o->digit_period;
  const uint64_t bar = (uint64_t)SSEM_BAR * o->digit_period;
  const uint64_t shown = o->grain == GRAIN_ORDER ? 18 * bar : span + span / 20;
  const int64_t z = zoom(NS * shown, WIDTH - NAMES - TREE - 30);

  put_line(v, "[*]\n[*] ssem " SSEM_VERSION ": the view of a trace\n[*]\n");
  put_line(v, "[dumpfile] \"%.4000s\"\n", dumpfile);
  put_line(v, "[savefile] \"%.4000s\"\n", slash != NULL ? slash + 1 : name);
  put_line(v, "[timestart] %" PRIu64 "\n[size] %d %d\n[pos] 0 0\n",
           o->start * NS, (int)WIDTH, (int)HEIGHT);
  put_line(v, "*-%" PRId64 ".%06" PRId64 " -1", z / 1000000, z % 1000000);
  for (unsigned i = 0; i < 26; i++) {
    if (i < GTKW_MARKERS && o->marker[i] != GTKW_ABSENT)
      put_line(v, " %" PRIu64, o->marker[i] * NS);
    else if (i >= GTKW_MARKERS && i - GTKW_MARKERS < o->named_count)
      put_line(v, " %" PRIu64, o->named[i - GTKW_MARKERS].at * NS);
    else
      put_line(v, " -1");
  }
  put_line(v, "\n");
  for (unsigned i = 0; i < o->named_count; i++)
    put_line(v, "[markername] %c%.32s\n", 'A' + (int)(GTKW_MARKERS + i),
             o->named[i].name);
  put_line(v, "[treeopen] ssem.\n[sst_width] %d\n[signals_width] %d\n",
           (int)TREE, (int)NAMES);
  put_line(v, "[sst_expanded] 0\n[sst_vpaned_height] 300\n");
}

bool gtkw_write(struct output *out, const char *name, const char *dumpfile,
                const struct gtkw_options *options, char text[TEXT_SENTENCE])
{
  struct view *const v = malloc(sizeof *v);
  char first[GTKW_FIRST_LINE];

  if (v == NULL) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", name);
    return false;
  }
  v->used = 0;
  put_head(v, name, dumpfile, options);
  if (options->strings)
    put_line(v, "@" DIGIT "\n[color] %d\n+{Order} ssem.timebase.order\n",
             (int)GREEN);
  if (options->grain == GRAIN_ORDER)
    put_order_rows(v);
  else
    put_digit_rows(v, options->strings, options->played);
  put_line(v, "[pattern_trace] 1\n[pattern_trace] 0\n");
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
