// SPDX-License-Identifier: MIT
/*
 * svg_page.c - a timing drawing in the manner of a data sheet.
 *
 * From the top: the program, the order of each bar in words, the beats, a ruler
 * of digit periods, then a row for each signal, under the name of its unit. A
 * one-digit signal is a line with steps, a wider one a chain of boxes with the
 * value in those that are long enough. Time runs to the right, so a word's
 * digit 0 comes first, as in 1948. Every measure is a whole number of pixels.
 */
#include "svg.h"

#include "sim/order.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
  MARGIN = 16, /* around the drawing */
  LABELS = 84, /* width of the names on the left */
  LEFT = MARGIN + LABELS,
  TITLE = 22, /* heights of the bands above the rows */
  BAND = 20,
  RULER = 18,
  TOP = MARGIN + TITLE + 2 * BAND + RULER,
  CAPTION = 17, /* a unit's name */
  ROW = 20,
  AMPLITUDE = 12, /* from 0 to 1 */
  FOOTER = 24,
  CHAR_WIDTH = 6 /* width of a letter of the values */
};

/* Where things are on this page. */
struct page {
  unsigned period; /* width of a digit period */
  unsigned width;  /* of all of them */
  unsigned bottom; /* of the rows */
};

static const char style[] =
  "<style>\n"
  "text{font-family:'DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:10px;"
  "fill:#1c2733}\n"
  ".h{font-family:'DejaVu Sans',Helvetica,Arial,sans-serif}\n"
  ".t{font-size:13px;font-weight:bold}.n{font-size:11px;fill:#5b6875}"
  ".u{font-size:10px;fill:#7a8794}.k{font-size:9px;fill:#7a8794}"
  ".l{font-size:12px;text-anchor:end}.m{text-anchor:middle}\n"
  "path{stroke:#1f4e79;stroke-width:1.3;fill:none}"
  ".f{stroke:none;fill:#1f4e79;fill-opacity:.13}"
  ".b{stroke:#1f4e79;stroke-width:1;fill:#f4f8fc}"
  ".red{stroke:#c0272d}.f.red{fill:#c0272d}"
  ".violet{stroke:#7b3fa0}.f.violet{fill:#7b3fa0}"
  ".orange{stroke:#c8690a}.f.orange{fill:#c8690a}"
  ".green{stroke:#1d7a46}.f.green{fill:#1d7a46}.f{stroke:none}\n"
  ".g{stroke:#e3e8ed;stroke-width:1}.w{stroke:#9aa7b4;stroke-width:1}\n"
  "</style>\n";

/* The colours of the view in GTKWave: carry and borrow red, bus violet, test
 * and stop orange; and green for what is written. */
static const char *colour(enum signal signal)
{
  switch ((int)signal) {
  case SIGNAL_carry:
  case SIGNAL_borrow: return " red";
  case SIGNAL_bus: return " violet";
  case SIGNAL_T:
  case SIGNAL_TU:
  case SIGNAL_stop: return " orange";
  case SIGNAL_c_w:
  case SIGNAL_a_w:
  case SIGNAL_s_w: return " green";
  default: return "";
  }
}

/* A value in words, the longest form of at most so many characters; "" if none
 * fits. PI and store lines are orders where they look like one, in the store
 * but a jump, which looks like a number. */
static void value_text(enum signal signal, uint32_t v, unsigned room,
                       char text[32])
{
  const struct signal_info *const info = &signals_info[signal];

  text[0] = '\0';
  if ((signal == SIGNAL_PI ? v != 0
                           : info->kind == KIND_LINE && v >> 13 != 0) &&
      order_is_plain(v))
    order_words(v, text);
  else if (signal == SIGNAL_F || signal == SIGNAL_FS)
    strcpy(text, order_mnemonic(v));
  else if (signal == SIGNAL_beat)
    strcpy(text, order_beat(v));
  if (text[0] != '\0' && strlen(text) <= room)
    return;
  if (info->digits == SSEM_DIGITS)
    snprintf(text, 32, "%" PRId32, (int32_t)v);
  else
    snprintf(text, 32, "%" PRIu32, v);
  if (strlen(text) > room)
    text[0] = '\0';
}

static unsigned x_of(const struct page *g, unsigned period)
{
  return LEFT + period * g->period;
}

/* The first of the periods from `from` on that differs from it, or the end. */
static unsigned run_end(const struct svg *s, unsigned row, unsigned from)
{
  const uint32_t *const v = s->value[row];
  unsigned to = from + 1;

  while (to < s->beats * SSEM_BEAT && v[to] == v[from])
    to++;
  return to;
}

static void draw_digit(struct svg *s, const struct page *g, unsigned row,
                       unsigned y)
{
  const uint32_t *const v = s->value[row];
  const unsigned periods = s->beats * SSEM_BEAT;
  const unsigned low = y + (ROW + AMPLITUDE) / 2;
  const char *const class = colour(s->choice.signal[row]);
  unsigned to;

  xml_put(&s->xml, "<path class=\"f%s\" d=\"", class);
  for (unsigned from = 0; from < periods; from = to) {
    to = run_end(s, row, from);
    if (v[from])
      xml_put(&s->xml, "M%u %uv-%uH%uv%uz", x_of(g, from), low, AMPLITUDE,
              x_of(g, to), AMPLITUDE);
  }
  xml_put(&s->xml, "\"/>\n<path class=\"d%s\" d=\"M%u %u", class, x_of(g, 0),
          v[0] ? low - AMPLITUDE : low);
  for (unsigned from = 0; from < periods; from = to) {
    to = run_end(s, row, from);
    if (from > 0)
      xml_put(&s->xml, "V%u", v[from] ? low - AMPLITUDE : low);
    xml_put(&s->xml, "H%u", x_of(g, to));
  }
  xml_put(&s->xml, "\"/>\n");
}

static void draw_bus(struct svg *s, const struct page *g, unsigned row,
                     unsigned y)
{
  const unsigned periods = s->beats * SSEM_BEAT;
  const unsigned slant = g->period < 6 ? 1 : g->period < 12 ? 2 : 3;
  const unsigned half = AMPLITUDE / 2 + 1;
  unsigned to;

  xml_put(&s->xml, "<path class=\"b\" d=\"");
  for (unsigned from = 0; from < periods; from = to) {
    unsigned flat;

    to = run_end(s, row, from);
    flat = (to - from) * g->period - 2 * slant;
    xml_put(&s->xml, "M%u %ul%u-%uh%ul%u %ul-%u %uh-%uz", x_of(g, from),
            y + ROW / 2, slant, half, flat, slant, half, slant, half, flat);
  }
  xml_put(&s->xml, "\"/>\n");
  for (unsigned from = 0; from < periods; from = to) {
    unsigned width;
    char text[32];

    to = run_end(s, row, from);
    width = (to - from) * g->period - 2 * slant;
    value_text(s->choice.signal[row], s->value[row][from],
               width < 3 ? 0 : (width - 2) / CHAR_WIDTH, text);
    if (text[0] == '\0')
      continue;
    xml_put(&s->xml, "<text class=\"m\" x=\"%u\" y=\"%u\">",
            (x_of(g, from) + x_of(g, to)) / 2, y + ROW / 2 + 4);
    xml_text(&s->xml, text);
    xml_put(&s->xml, "</text>\n");
  }
}

/* Does the row begin another unit than the one above it? */
static bool begins_unit(const struct svg *s, unsigned row)
{
  const enum signal *const signal = s->choice.signal;

  return row == 0 || strcmp(signals_info[signal[row]].unit,
                            signals_info[signal[row - 1]].unit) != 0;
}

static void draw_rows(struct svg *s, const struct page *g)
{
  unsigned y = TOP;

  for (unsigned row = 0; row < s->choice.count; row++, y += ROW) {
    const struct signal_info *const info = &signals_info[s->choice.signal[row]];

    if (begins_unit(s, row)) {
      xml_put(&s->xml, "<text class=\"h u\" x=\"%u\" y=\"%u\">%s</text>\n",
              MARGIN, y + CAPTION - 4, info->unit);
      y += CAPTION;
    }
    xml_put(&s->xml, "<g id=\"%s\"><title>", info->name);
    xml_text(&s->xml, info->meaning);
    xml_put(&s->xml,
            "</title>\n<text class=\"l\" x=\"%u\" y=\"%u\">%s</text>\n",
            LEFT - 8, y + ROW / 2 + 4, info->name);
    if (info->digits == 1)
      draw_digit(s, g, row, y);
    else
      draw_bus(s, g, row, y);
    xml_put(&s->xml, "</g>\n");
  }
}

/* The order of each bar, over its beats. */
static void draw_orders(struct svg *s, const struct page *g)
{
  unsigned to;

  for (unsigned from = 0; from < s->beats; from = to) {
    const unsigned x = x_of(g, from * SSEM_BEAT);
    unsigned width;

    for (to = from + 1; to < s->beats && s->beat[to] != BEAT_S1; to++)
      ;
    width = x_of(g, to * SSEM_BEAT) - x;
    xml_put(&s->xml,
            "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" "
            "fill=\"#34495e\" stroke=\"#fff\"/>\n",
            x, MARGIN + TITLE, width, BAND);
    if (CHAR_WIDTH * strlen(s->order[from]) > width)
      continue;
    xml_put(&s->xml,
            "<text class=\"m\" style=\"fill:#fff;font-size:11px\" "
            "x=\"%u\" y=\"%u\">",
            x + width / 2, MARGIN + TITLE + 14);
    xml_text(&s->xml, s->order[from]);
    xml_put(&s->xml, "</text>\n");
  }
}

/* The beats, each with what it is for where there is room. */
static void draw_beats(struct svg *s, const struct page *g)
{
  static const char *const name[2][4] = {
    { "S1 idle", "A1 idle", "S2 idle", "A2 idle" },
    { "S1 scan: CI + 1", "A1 action: fetch", "S2 scan: staticise",
      "A2 action: obey" }
  };
  static const char *const fill[] = { "#fdf3dc", "#dcebf8", "#fdf3dc",
                                      "#d5efdf" };
  const unsigned width = SSEM_BEAT * g->period;
  const unsigned y = MARGIN + TITLE + BAND;

  for (unsigned i = 0; i < s->beats; i++) {
    const char *const words = name[s->active[i]][s->beat[i]];
    const unsigned x = x_of(g, i * SSEM_BEAT);

    xml_put(&s->xml,
            "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" fill=\"%s\" "
            "stroke=\"#fff\"/>\n<text class=\"m\" x=\"%u\" y=\"%u\">%.*s"
            "</text>\n",
            x, y, width, BAND, s->active[i] ? fill[s->beat[i]] : "#eceff1",
            x + width / 2, y + 14, width < CHAR_WIDTH * 20 ? 2 : 32, words);
  }
}

/* Digit periods numbered, black-out shaded, beats divided. */
static void draw_ruler(struct svg *s, const struct page *g)
{
  const unsigned top = TOP - RULER;
  unsigned step = 1;

  while (step * g->period < 15)
    step *= 2;
  for (unsigned i = 0; i < s->beats; i++) {
    const unsigned at = i * SSEM_BEAT;

    xml_put(&s->xml,
            "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" "
            "fill=\"#e9edf1\"/>\n<path class=\"g\" d=\"",
            x_of(g, at + SSEM_DIGITS), top,
            (SSEM_BEAT - SSEM_DIGITS) * g->period, g->bottom - top);
    for (unsigned p = step; p < SSEM_DIGITS; p += step)
      xml_put(&s->xml, "M%u %uV%u", x_of(g, at + p), TOP, g->bottom);
    xml_put(&s->xml, "\"/>\n");
    for (unsigned p = 0; p < SSEM_DIGITS; p += step)
      xml_put(&s->xml, "<text class=\"m k\" x=\"%u\" y=\"%u\">%u</text>\n",
              x_of(g, at + p) + g->period / 2, TOP - 5, p);
  }
  xml_put(&s->xml, "<path class=\"w\" d=\"");
  for (unsigned i = 0; i <= s->beats; i++)
    xml_put(&s->xml, "M%u %uV%u", x_of(g, i * SSEM_BEAT), top, g->bottom);
  xml_put(&s->xml, "\"/>\n");
}

static void draw_title(struct svg *s, const struct page *g)
{
  const unsigned width = LEFT + g->width + MARGIN;
  const unsigned height = g->bottom + FOOTER;

  xml_put(&s->xml,
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" "
          "height=\"%u\" viewBox=\"0 0 %u %u\" role=\"img\" "
          "aria-labelledby=\"title desc\">\n<title id=\"title\">",
          width, height, width, height);
  xml_text(&s->xml, s->program);
  xml_put(&s->xml,
          ", order %" PRIu64 "</title>\n<desc id=\"desc\">Timing of %u beat%s "
          "of 36 digit periods, time to the right, the least significant digit "
          "first. Signals:",
          s->start / SSEM_BAR + 1, s->beats, s->beats == 1 ? "" : "s");
  for (unsigned i = 0; i < s->choice.count; i++)
    xml_put(&s->xml, " %s", signals_info[s->choice.signal[i]].name);
  xml_put(&s->xml,
          "</desc>\n%s<rect width=\"%u\" height=\"%u\" rx=\"6\" "
          "fill=\"#fff\"/>\n"
          "<text class=\"h t\" x=\"%u\" y=\"%u\">",
          style, width, height, MARGIN, MARGIN + 10);
  xml_text(&s->xml, s->program);
  xml_put(&s->xml,
          "</text>\n<text class=\"h n\" text-anchor=\"end\" x=\"%u\" y=\"%u\">"
          "order %" PRIu64 ", %g us a digit period</text>\n",
          LEFT + g->width, MARGIN + 10, s->start / SSEM_BAR + 1,
          s->digit_period / 10.0);
  xml_put(&s->xml,
          "<text class=\"h u\" x=\"%u\" y=\"%u\">Time runs to the right, digit "
          "0 (least significant) first. Grey: black-out.</text>\n",
          LEFT, height - 8);
}

void svg_page(struct svg *s)
{
  const unsigned periods = s->beats * SSEM_BEAT;
  struct page g = { .period = 864 / periods, .bottom = TOP + 6 };

  if (g.period > 24)
    g.period = 24;
  if (g.period < 2)
    g.period = 2;
  g.width = periods * g.period;
  for (unsigned row = 0; row < s->choice.count; row++)
    g.bottom += begins_unit(s, row) ? CAPTION + ROW : (unsigned)ROW;
  draw_title(s, &g);
  draw_orders(s, &g);
  draw_beats(s, &g);
  draw_ruler(s, &g);
  draw_rows(s, &g);
  xml_put(&s->xml, "</svg>\n");
  xml_flush(&s->xml);
}
