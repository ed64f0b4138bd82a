// SPDX-License-Identifier: MIT
/*
 * gtkw_rows.h - inside gtkw.h: the rows of a view, as lines of a save file.
 *
 * Titles are short: GTKWave gives the values at the marker what the longest of
 * them leaves of the pane.
 *
 *   gtkw_digit_rows(&v, options);
 *   fwrite(v.buffer, 1, v.used, file);
 */
#ifndef TRACEGEN_GTKW_ROWS_H
#define TRACEGEN_GTKW_ROWS_H

#include "gtkw.h"
#include "rows.h"

enum {
  GTKW_BYTES = 65536, /* more than all rows of all signals take */
  GTKW_TITLE = 13     /* letters in the longest title: "} Accumulator" */
};

struct gtkw_view {
  size_t used;
  char buffer[GTKW_BYTES];
};

/* GTKWave's trace flags, in hexadecimal. */
#define GTKW_PLAIN "28"          /* one line, high and low; or words */
#define GTKW_UNSIGNED "24"       /* decimal */
#define GTKW_SIGNED "420"        /* decimal, two's complement */
#define GTKW_NAMED "100000028"   /* FST: the names of its values; else binary */
#define GTKW_CURVE "8420"        /* a signed number as steps */
#define GTKW_TALLER "20000"      /* room for the curve above */
#define GTKW_DIGIT_0_FIRST "a8"  /* binary in 1948 notation */
#define GTKW_OPEN_GROUP "800200" /* a caption over the rows to its end */
#define GTKW_END_GROUP "1000200"
#define GTKW_CLOSED_GROUP "c00200" /* the same, folded */
#define GTKW_END_CLOSED "1401200"

/* What colours tell; each row says so in words too. */
enum gtkw_colour {
  GTKW_GATE = 0,  /* GTKWave's own green: gates and what passes them, words */
  GTKW_OWED = 2,  /* orange: what is owed, or ends the run */
  GTKW_NUMBER = 3 /* yellow: what the tubes and the staticisors hold */
};

/* Append a line; printf. */
void gtkw_put(struct gtkw_view *v, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

/* Append a row: a signal, or one of rows.h. A title NULL is its own name. */
void gtkw_signal(struct gtkw_view *v, enum signal i, const char *flags,
                 const char *title, enum gtkw_colour colour);
void gtkw_row(struct gtkw_view *v, enum row i, const char *flags,
              const char *title, enum gtkw_colour colour);

/* The rows of each grain. */
void gtkw_digit_rows(struct gtkw_view *v, const struct gtkw_options *o);
void gtkw_order_rows(struct gtkw_view *v, const struct gtkw_options *o);

#endif
