// SPDX-License-Identifier: MIT
/*
 * svg.h - a window of a trace as it is collected, and the page it is drawn on.
 *
 * svg.c takes the beats as they come; svg_page.c draws them when all are there.
 */
#ifndef TRACEGEN_SVG_H
#define TRACEGEN_SVG_H

#include "tracegen/writer.h"
#include "xml.h"

enum { SVG_PERIODS = TRACE_DRAWN_BEATS * SSEM_BEAT };

struct svg {
  struct writer writer;
  struct output *out;
  char program[256];
  uint64_t start;        /* of the window, in digit periods */
  unsigned digit_period; /* in 100 ns */
  struct choice choice;
  unsigned beats;                   /* collected */
  bool too_long;                    /* more came than there is room for */
  unsigned beat[TRACE_DRAWN_BEATS]; /* enum ssem_beat */
  bool active[TRACE_DRAWN_BEATS];
  char order[TRACE_DRAWN_BEATS][ROW_TEXT];   /* in words, as of each beat */
  uint32_t value[SIGNAL_COUNT][SVG_PERIODS]; /* by place in choice */
  struct xml xml;
};

/* Draw the whole page into s->xml and flush it. */
void svg_page(struct svg *s);

#endif
