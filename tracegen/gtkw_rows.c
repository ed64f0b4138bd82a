// SPDX-License-Identifier: MIT
/*
 * gtkw_rows.c - the rows of grain digit: what one order takes on the first
 * screen, then every signal, unit by unit, folded.
 */
#include "gtkw_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void gtkw_put(struct gtkw_view *v, const char *format, ...)
{
  va_list args;
  int n;

  va_start(args, format);
  n = vsnprintf(v->buffer + v->used, GTKW_BYTES - v->used, format, args);
  va_end(args);
  if (n > 0 && (size_t)n < GTKW_BYTES - v->used)
    v->used += (size_t)n;
}

static void put(struct gtkw_view *v, const char *unit, const char *name,
                unsigned digits, const char *flags, const char *title,
                enum gtkw_colour colour)
{
  gtkw_put(v, "@%s\n", flags);
  if (colour != GTKW_GATE)
    gtkw_put(v, "[color] %d\n", (int)colour);
  if (title != NULL || digits > 1) /* else with its range */
    gtkw_put(v, "+{%s} ", title != NULL ? title : name);
  gtkw_put(v, "ssem.%s.%s", unit, name);
  if (digits > 1)
    gtkw_put(v, "[%u:0]", digits - 1);
  gtkw_put(v, "\n");
}

void gtkw_signal(struct gtkw_view *v, enum signal i, const char *flags,
                 const char *title, enum gtkw_colour colour)
{
  const struct signal_info *const s = &signals_info[i];

  put(v, s->unit, s->name, s->digits, flags, title, colour);
}

void gtkw_row(struct gtkw_view *v, enum row i, const char *flags,
              const char *title, enum gtkw_colour colour)
{
  const struct row_info *const r = &rows_info[i];

  put(v, r->unit, r->name, r->digits, flags, title, colour);
}

/* The first screen. Of two that mean the same, words come where there are
 * strings, the signal where there are none. */
static const struct {
  enum row words; /* ROW_COUNT: always the signal */
  enum signal signal;
  const char *flags; /* of the signal */
  const char *title;
  enum gtkw_colour colour;
} first[] = {
  { ROW_ORDER, SIGNAL_COUNT, NULL, "Order", GTKW_GATE },
  { ROW_BEAT, SIGNAL_beat, GTKW_NAMED, "Beat", GTKW_GATE },
  { ROW_COUNT, SIGNAL_p, GTKW_UNSIGNED, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_stop, GTKW_PLAIN, NULL, GTKW_OWED },
  { ROW_COUNT, SIGNAL_PP, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_OTG, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_CEN, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_AEN, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_ACE, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_ITG, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_bus, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_CI, GTKW_SIGNED, NULL, GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_carry, GTKW_PLAIN, NULL, GTKW_OWED },
  { ROW_COUNT, SIGNAL_T, GTKW_PLAIN, NULL, GTKW_OWED },
  { ROW_PI, SIGNAL_COUNT, NULL, "PI", GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_PI, GTKW_DIGIT_0_FIRST, "PI digits", GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_L, GTKW_UNSIGNED, NULL, GTKW_NUMBER },
  { ROW_F, SIGNAL_F, GTKW_NAMED, "F", GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_A, GTKW_SIGNED, NULL, GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_A, GTKW_DIGIT_0_FIRST, "A digits", GTKW_NUMBER },
  { ROW_COUNT, SIGNAL_a, GTKW_PLAIN, NULL, GTKW_GATE },
  { ROW_COUNT, SIGNAL_borrow, GTKW_PLAIN, NULL, GTKW_OWED },
  { ROW_COUNT, SIGNAL_a_w, GTKW_PLAIN, NULL, GTKW_GATE },
};

static void put_first(struct gtkw_view *v, bool strings)
{
  for (unsigned i = 0; i < sizeof first / sizeof first[0]; i++)
    if (strings && first[i].words != ROW_COUNT)
      gtkw_row(v, first[i].words, GTKW_PLAIN, first[i].title, first[i].colour);
    else if (first[i].signal != SIGNAL_COUNT)
      gtkw_signal(v, first[i].signal, first[i].flags, first[i].title,
                  first[i].colour);
}

/* interp in each digit period, and what it should be. */
static void put_programmer(struct gtkw_view *v, bool reference)
{
  gtkw_put(v, "@" GTKW_OPEN_GROUP "\n-Programmer\n");
  gtkw_row(v, ROW_T_LINE, GTKW_UNSIGNED, "T line", GTKW_NUMBER);
  gtkw_row(v, ROW_T_CI, GTKW_SIGNED, "T CI", GTKW_NUMBER);
  gtkw_row(v, ROW_T_A, GTKW_SIGNED, "T A", GTKW_NUMBER);
  if (reference) {
    gtkw_row(v, ROW_REFERENCE_LINE, GTKW_UNSIGNED, "ref line", GTKW_GATE);
    gtkw_row(v, ROW_REFERENCE_CI, GTKW_SIGNED, "ref CI", GTKW_GATE);
    gtkw_row(v, ROW_REFERENCE_A, GTKW_SIGNED, "ref A", GTKW_GATE);
    gtkw_row(v, ROW_DIFFERS, GTKW_PLAIN, "differs", GTKW_OWED);
  }
  gtkw_put(v, "@" GTKW_END_GROUP "\n-Programmer\n");
}

/* Units in the order shown. */
static const struct {
  const char *unit, *title;
} groups[] = {
  { "timebase", "Timing" }, { "gates", "Gates" },
  { "control", "Control" }, { "accumulator", "Accumulator" },
  { "store", "Store" },     { "staticisor", "Staticisors" },
  { "console", "Console" },
};

/* F0 F1 F2, by which the gates go. GTKWave counts the digits of a signal from
 * the left, so (0) is F2. */
static void put_function_digits(struct gtkw_view *v)
{
  for (unsigned n = 0; n < 3; n++)
    gtkw_put(v, "@" GTKW_PLAIN "\n+{F%u} (%u)ssem.staticisor.F[2:0]\n", n,
             2 - n);
}

static enum gtkw_colour colour_of(enum signal i)
{
  for (unsigned n = 0; n < sizeof first / sizeof first[0]; n++)
    if (first[n].signal == i)
      return first[n].colour;
  return signals_info[i].kind == KIND_LINE ? GTKW_NUMBER : GTKW_GATE;
}

/* A signal in the group of its unit: a number, and its digits where those are
 * what the machine goes by. */
static void put_signal(struct gtkw_view *v, enum signal i)
{
  static const char *const has_digits[] = { "CI", "PI", "A", "L" };
  const struct signal_info *const s = &signals_info[i];
  const bool key = s->kind == KIND_KEY && s->digits > 1;
  char title[ROW_TEXT];

  gtkw_signal(v, i,
              s->digits == 1    ? GTKW_PLAIN
              : key             ? GTKW_DIGIT_0_FIRST
              : i == SIGNAL_F   ? GTKW_NAMED
              : s->digits == 32 ? GTKW_SIGNED
                                : GTKW_UNSIGNED,
              NULL, colour_of(i));
  if (i == SIGNAL_F)
    put_function_digits(v);
  for (unsigned n = 0; n < sizeof has_digits / sizeof has_digits[0]; n++) {
    if (strcmp(has_digits[n], s->name) != 0)
      continue;
    snprintf(title, sizeof title, "%s digits", s->name);
    gtkw_signal(v, i, GTKW_DIGIT_0_FIRST, title, colour_of(i));
  }
}

/* Every signal of a unit. */
static void put_group(struct gtkw_view *v, unsigned g, bool open)
{
  gtkw_put(v, "@%s\n-%s\n", open ? GTKW_OPEN_GROUP : GTKW_CLOSED_GROUP,
           groups[g].title);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    if (strcmp(signals_info[i].unit, groups[g].unit) == 0)
      put_signal(v, (enum signal)i);
  gtkw_put(v, "@%s\n-%s\n", open ? GTKW_END_GROUP : GTKW_END_CLOSED,
           groups[g].title);
}

void gtkw_digit_rows(struct gtkw_view *v, const struct gtkw_options *o)
{
  const unsigned console = sizeof groups / sizeof groups[0] - 1;

  if (o->played) /* what the operator does is what to look at */
    put_group(v, console, true);
  put_first(v, o->strings);
  put_programmer(v, o->reference);
  for (unsigned g = 0; g < console; g++)
    put_group(v, g, false);
  if (!o->played)
    put_group(v, console, false);
}
