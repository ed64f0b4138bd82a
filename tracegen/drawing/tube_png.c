// SPDX-License-Identifier: MIT
/*
 * tube_png.c - the monitor tube as it glowed, in PNG by libpng.
 *
 * Light is added up in a plane of floats: each digit is a short stroke of the
 * beam, bright within a pixel or two and with a faint halo around it. Then the
 * plane is seen through green glass. Without libpng
 * tracegen/drawing/absent/tube_png.c stands in.
 */
#include "tube_picture.h"

#include <png.h>

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

enum { HALO = 14 }; /* pixels around a stroke that it lights */

struct canvas {
  float light[TUBE_SIZE][TUBE_SIZE];
  png_byte rgb[TUBE_SIZE][TUBE_SIZE][3];
};

/* Add the light of a stroke from (x, y), so long to the right. */
static void add_stroke(struct canvas *c, int x, int y, int length, float power)
{
  for (int j = y - HALO; j <= y + HALO; j++)
    for (int i = x - HALO; i <= x + length + HALO; i++) {
      const int aside = i < x ? x - i : i > x + length ? i - x - length : 0;
      const float distance = (float)(aside * aside + (j - y) * (j - y));

      c->light[j][i] +=
        power * (expf(-distance / 2.4F) + 0.10F * expf(-distance / 28.0F));
    }
}

static void set_pixel(png_byte rgb[3], float red, float green, float blue)
{
  const float value[3] = { red, green, blue };

  for (unsigned i = 0; i < 3; i++)
    rgb[i] = (png_byte)(value[i] < 0   ? 0
                        : value[i] > 1 ? 255
                                       : value[i] * 255 + 0.5F);
}

/* How much of a pixel lies within a circle around the middle. */
static float coverage(float distance, float radius)
{
  const float inside = radius - distance + 0.5F;

  return inside < 0 ? 0 : inside > 1 ? 1 : inside;
}

static void render(struct canvas *c)
{
  const float middle = (TUBE_SIZE - 1) / 2.0F;

  for (int j = 0; j < TUBE_SIZE; j++)
    for (int i = 0; i < TUBE_SIZE; i++) {
      const float x = (float)i - middle, y = (float)j - middle;
      const float distance = sqrtf(x * x + y * y);
      const float part = distance / TUBE_RADIUS;
      const float glow = 1 - expf(-1.5F * c->light[j][i]);
      const float glass = coverage(distance, TUBE_RADIUS);
      const float ring = coverage(distance, TUBE_RADIUS + 18) * (1 - glass);
      const float metal = 0.24F - 0.13F * y / TUBE_RADIUS;
      const float rest = (1 - glass) * (1 - ring);
      const float dark = 1 - 0.85F * part * part;

      set_pixel(
        c->rgb[j][i],
        glass * (0.04F * dark + 0.62F * glow * glow * glow) + ring * metal +
          rest * 0.17F,
        glass * (0.17F * dark + 0.92F * glow) + ring * metal + rest * 0.18F,
        glass * (0.11F * dark + 0.32F * glow + 0.38F * glow * glow * glow) +
          ring * metal + rest * 0.19F);
    }
}

static void write_bytes(png_structp png, png_bytep bytes, size_t size)
{
  output_write((struct output *)png_get_io_ptr(png), (const char *)bytes, size);
}

static void flush_nothing(png_structp png)
{
  (void)png;
}

/* Returns false if libpng gave up. */
static bool encode(struct output *out, struct canvas *c, const char *title)
{
  png_structp png =
    png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  char key[] = "Title", value[256];
  png_text words = { .compression = PNG_TEXT_COMPRESSION_NONE };

  words.key = key;
  words.text = value;
  snprintf(value, sizeof value, "%s", title);
  if (info == NULL || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_set_write_fn(png, out, write_bytes, flush_nothing);
  png_set_IHDR(png, info, TUBE_SIZE, TUBE_SIZE, 8, PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_set_text(png, info, &words, 1);
  png_write_info(png, info);
  for (unsigned j = 0; j < TUBE_SIZE; j++)
    png_write_row(png, c->rgb[j][0]);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return true;
}

bool tube_png(struct output *out, const word lines[SSEM_LINES],
              const char *title, char text[TEXT_SENTENCE])
{
  struct canvas *const c = calloc(1, sizeof *c);
  bool good = c != NULL;

  if (good) {
    for (unsigned n = 0; n < SSEM_LINES; n++)
      for (unsigned p = 0; p < SSEM_DIGITS; p++) {
        const digit one = read_digit(lines[n], p);

        add_stroke(c, (int)(TUBE_FIRST + p * TUBE_PITCH + 2),
                   (int)(TUBE_FIRST + n * TUBE_PITCH + TUBE_PITCH / 2),
                   one ? TUBE_DASH : 0, one ? 1.7F : 0.5F);
      }
    render(c);
    good = encode(out, c, title);
  }
  free(c);
  if (!good)
    snprintf(text, TEXT_SENTENCE, "%.400s: libpng could not make the picture",
             out->name);
  return good;
}
