// SPDX-License-Identifier: MIT
/* tube_picture.c - the monitor tube as a picture: which kind, and as SVG. */
#include "tube_picture.h"

#include "xml.h"

#include <stdio.h>
#include <string.h>

bool tube_picture_known(const char *name)
{
  return text_ends_in(name, ".svg") || text_ends_in(name, ".png");
}

bool tube_picture(const char *name, const word lines[SSEM_LINES],
                  const char *title, char text[TEXT_SENTENCE])
{
  struct output out;

  if (!tube_picture_known(name)) {
    snprintf(text, TEXT_SENTENCE,
             "%.200s: unknown kind of picture, expected a name that ends in "
             ".svg or .png",
             name);
    return false;
  }
  if (!output_open(&out, name, text))
    return false;
  if (text_ends_in(name, ".svg")) {
    tube_svg(&out, lines, title);
  } else if (!tube_png(&out, lines, title, text)) {
    output_discard(&out);
    return false;
  }
  return output_close(&out, text);
}

/* All digits of one value, as one path of dots or dashes. */
static void draw_digits(struct xml *x, const word lines[SSEM_LINES],
                        digit value)
{
  xml_put(x, "<path class=\"d%u\" d=\"", (unsigned)value);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      if (read_digit(lines[n], p) == value)
        xml_put(x, "M%u %uh%u", TUBE_FIRST + p * TUBE_PITCH + 2,
                TUBE_FIRST + n * TUBE_PITCH + TUBE_PITCH / 2,
                value ? TUBE_DASH : 0);
  xml_put(x, "\"/>\n");
}

void tube_svg(struct output *out, const word lines[SSEM_LINES],
              const char *title)
{
  struct xml x = { .out = out };

  xml_put(&x,
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" "
          "height=\"%u\" viewBox=\"0 0 %u %u\" role=\"img\" "
          "aria-labelledby=\"title desc\">\n<title id=\"title\">",
          TUBE_SIZE, TUBE_SIZE, TUBE_SIZE, TUBE_SIZE);
  xml_text(&x, title);
  xml_put(&x,
          "</title>\n<desc id=\"desc\">The monitor tube: 32 lines of 32 "
          "digits, digit 0 on the left; a dash is a 1, a dot a 0.</desc>\n"
          "<style>path{stroke-linecap:round;fill:none}"
          ".d0{stroke:#2fae62;stroke-width:2.2}"
          ".d1{stroke:#9dffc0;stroke-width:3.2}</style>\n<defs>\n"
          "<radialGradient id=\"glass\"><stop offset=\"0\" "
          "stop-color=\"#0d3321\"/><stop offset=\".75\" "
          "stop-color=\"#072015\"/><stop offset=\"1\" "
          "stop-color=\"#020805\"/></radialGradient>\n"
          "<linearGradient id=\"bezel\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">"
          "<stop offset=\"0\" stop-color=\"#5a5e61\"/><stop offset=\"1\" "
          "stop-color=\"#1b1d1f\"/></linearGradient>\n"
          "<filter id=\"soft\" x=\"-5%%\" y=\"-5%%\" width=\"110%%\" "
          "height=\"110%%\"><feGaussianBlur stdDeviation=\"3.2\"/></filter>\n"
          "<g id=\"digits\">\n");
  draw_digits(&x, lines, 0);
  draw_digits(&x, lines, 1);
  xml_put(&x,
          "</g>\n</defs>\n"
          "<rect width=\"%u\" height=\"%u\" rx=\"18\" fill=\"#2b2e30\"/>\n"
          "<circle cx=\"%u\" cy=\"%u\" r=\"%u\" fill=\"url(#bezel)\"/>\n"
          "<circle cx=\"%u\" cy=\"%u\" r=\"%u\" fill=\"url(#glass)\"/>\n"
          "<use href=\"#digits\" filter=\"url(#soft)\"/>\n"
          "<use href=\"#digits\"/>\n</svg>\n",
          TUBE_SIZE, TUBE_SIZE, TUBE_SIZE / 2, TUBE_SIZE / 2, TUBE_RADIUS + 18,
          TUBE_SIZE / 2, TUBE_SIZE / 2, TUBE_RADIUS);
  xml_flush(&x);
}
