// SPDX-License-Identifier: MIT
/*
 * test_tube_png.c - the monitor tube in PNG, read back by libpng: it has the
 * size it should, and a 1 is brighter and longer than a 0. Not built where
 * there is no libpng.
 */
#include "support/shell.h"
#include "support/test.h"

#include "tracegen/drawing/tube_picture.h"

#include <png.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;
static png_byte pixels[TUBE_SIZE * TUBE_SIZE * 3];

static void read_png(const char *name)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  char path[4096];

  snprintf(path, sizeof path, "%s/%s", getenv("TMP"), name);
  assert_true(png_image_begin_read_from_file(&image, path));
  assert_int_equal(image.width, TUBE_SIZE);
  assert_int_equal(image.height, TUBE_SIZE);
  image.format = PNG_FORMAT_RGB;
  assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
}

/* The green of digit p of line n, so many pixels after its beginning. */
static unsigned green(unsigned n, unsigned p, unsigned after)
{
  const unsigned y = TUBE_FIRST + n * TUBE_PITCH + TUBE_PITCH / 2;
  const unsigned x = TUBE_FIRST + p * TUBE_PITCH + 2 + after;

  return pixels[3 * (y * TUBE_SIZE + x) + 1];
}

static void a_one_is_brighter_and_longer_than_a_zero(void **state)
{
  (void)state;
  shell(&s, "printf '1 NUM 10\\n' >$TMP/p.asm; $SSEM tube $TMP/p.asm --at 0 "
            "-o $TMP/p.png");
  assert_string_equal(s.err, "");
  assert_int_equal(s.status, 0);
  read_png("p.png");
  for (unsigned p = 0; p < 4; p += 2) { /* 0101...: digits 1 and 3 */
    assert_true(green(1, p + 1, 0) > green(1, p, 0) + 30);
    assert_true(green(1, p + 1, TUBE_DASH) > 2 * green(1, p, TUBE_DASH));
    assert_true(green(1, p, 0) > 2 * green(1, p, TUBE_PITCH / 2));
  }
  for (unsigned n = 2; n < SSEM_LINES; n++)
    assert_true(green(n, 1, 0) + 30 < green(1, 1, 0));
}

static void the_accumulator_fills_the_tube(void **state)
{
  (void)state;
  shell(&s, "$SSEM tube programs/fn-sub.asm --display A -o $TMP/a.png");
  assert_int_equal(s.status, 0);
  read_png("a.png");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      assert_true(green(n, p, TUBE_DASH) > 150);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_one_is_brighter_and_longer_than_a_zero),
    cmocka_unit_test(the_accumulator_fills_the_tube),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
