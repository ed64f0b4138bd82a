// SPDX-License-Identifier: MIT
/*
 * tube_picture.h - the monitor tube as a picture: how 32 x 32 digits glowed.
 *
 * A green phosphor behind a round mask: a 0 is a dim dot, a 1 a bright dash,
 * digit 0 on the left.
 *
 *   tube_lines(TUBE_S, t.S, t.A, t.CI, 0, lines);
 *   if (!tube_picture("tube.png", lines, "the store of first-35.asm", text))
 *     fprintf(stderr, "%s\n", text);
 */
#ifndef TRACEGEN_TUBE_PICTURE_H
#define TRACEGEN_TUBE_PICTURE_H

#include "tracegen/output.h"

#include "sim/tube.h"

/* Does tube_picture() know what kind of file this name asks for? */
bool tube_picture_known(const char *name);

/* Draw the tube to a file whose name ends in .svg or .png, whole or not at
 * all. title says in words what is on it. On failure returns false and text
 * says why. */
bool tube_picture(const char *name, const word lines[SSEM_LINES],
                  const char *title, char text[TEXT_SENTENCE]);

/* The two kinds, to an open output; its errors are told when it is closed. */
void tube_svg(struct output *out, const word lines[SSEM_LINES],
              const char *title);

/* False, and a sentence: out of memory, or this build has no libpng. */
bool tube_png(struct output *out, const word lines[SSEM_LINES],
              const char *title, char text[TEXT_SENTENCE]);

/* The geometry that both share, in pixels: a square picture, its tube in the
 * middle, the digits on a square within that. */
enum {
  TUBE_SIZE = 640,
  TUBE_RADIUS = 286,                              /* of the glass */
  TUBE_PITCH = 12,                                /* from digit to digit */
  TUBE_FIRST = (TUBE_SIZE - 32 * TUBE_PITCH) / 2, /* left and top edge */
  TUBE_DASH = 6                                   /* the length of a 1 */
};

#endif
