// SPDX-License-Identifier: MIT
/*
 * gtkw_order.c - the rows of grain order: a run as a picture. Lines that change
 * are curves, or words if they are obeyed; the rest is folded away.
 */
#include "gtkw_rows.h"

/* Room for a curve. */
static void put_taller(struct gtkw_view *v)
{
  gtkw_put(v, "@" GTKW_TALLER "\n-\n-\n-\n");
}

static void put_curve(struct gtkw_view *v, enum signal i, const char *title)
{
  gtkw_signal(v, i, GTKW_CURVE, title, GTKW_NUMBER);
  put_taller(v);
}

static bool is_in(uint32_t lines, unsigned n)
{
  return lines >> n & 1;
}

/* A line as an order, if it is to be read as one. */
static void put_line(struct gtkw_view *v, unsigned n, bool order)
{
  const enum signal i = (enum signal)(SIGNAL_S00 + n);

  if (order)
    gtkw_row(v, (enum row)(ROW_S00 + n), GTKW_PLAIN, signals_info[i].name,
             GTKW_GATE);
  else
    gtkw_signal(v, i, GTKW_SIGNED, NULL, GTKW_NUMBER);
}

/* The lines of a set, as words if they are of `orders`, folded under a title.
 */
static void put_folded(struct gtkw_view *v, const char *title, uint32_t lines,
                       uint32_t orders)
{
  if (lines == 0)
    return;
  gtkw_put(v, "@" GTKW_CLOSED_GROUP "\n-%s\n", title);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (is_in(lines, n))
      put_line(v, n, is_in(orders, n));
  gtkw_put(v, "@" GTKW_END_CLOSED "\n-%s\n", title);
}

/* CI, A and every line as numbers, and every line in words. */
static void put_all(struct gtkw_view *v, bool strings)
{
  gtkw_put(v, "@" GTKW_CLOSED_GROUP "\n-All numbers\n");
  gtkw_signal(v, SIGNAL_CI, GTKW_SIGNED, NULL, GTKW_NUMBER);
  gtkw_signal(v, SIGNAL_CI, GTKW_DIGIT_0_FIRST, "CI digits", GTKW_NUMBER);
  gtkw_signal(v, SIGNAL_A, GTKW_SIGNED, NULL, GTKW_NUMBER);
  gtkw_signal(v, SIGNAL_A, GTKW_DIGIT_0_FIRST, "A digits", GTKW_NUMBER);
  gtkw_signal(v, SIGNAL_active, GTKW_PLAIN, NULL, GTKW_GATE);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    put_line(v, n, false);
  gtkw_put(v, "@" GTKW_END_CLOSED "\n-All numbers\n");
  if (strings)
    put_folded(v, "All orders", UINT32_MAX, UINT32_MAX);
}

void gtkw_order_rows(struct gtkw_view *v, const struct gtkw_options *o)
{
  const uint32_t words = o->strings ? o->obeyed : 0;

  if (o->strings)
    gtkw_row(v, ROW_ORDER, GTKW_PLAIN, "Order", GTKW_GATE);
  put_curve(v, SIGNAL_CI, "CI");
  put_curve(v, SIGNAL_A, "A");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (is_in(o->changed & words, n))
      put_line(v, n, true);
    else if (is_in(o->changed, n))
      put_curve(v, (enum signal)(SIGNAL_S00 + n), NULL);
  gtkw_signal(v, SIGNAL_stop, GTKW_PLAIN, NULL, GTKW_OWED);
  put_folded(v, "Program", o->obeyed & ~o->changed, words);
  put_folded(v, "Constants", ~(o->obeyed | o->changed), 0);
  put_all(v, o->strings);
}
