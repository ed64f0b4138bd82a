// SPDX-License-Identifier: MIT
/* tube.c - the monitor tube. */
#include "tube.h"

#include "order.h"

#include <inttypes.h>
#include <stdio.h>

void tube_lines(enum tube_display display, const word S[SSEM_LINES], word A,
                word CI, word PI, word lines[SSEM_LINES])
{
  for (unsigned n = 0; n < SSEM_LINES; n++)
    lines[n] = display == TUBE_S   ? S[n]
               : display == TUBE_A ? A
               : n % 2 == 0        ? CI
                                   : PI;
}

void tube_text(const word lines[SSEM_LINES], char text[TUBE_TEXT])
{
  char *end = text;

  for (unsigned n = 0; n < SSEM_LINES; n++) {
    const word w = lines[n];

    end += sprintf(end, "%02u  ", n);
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      *end++ = read_digit(w, p) ? '#' : '.';
    *end = '\0';
    if (w != 0) {
      char order[ORDER_TEXT];

      order_words(w, order);
      end +=
        sprintf(end, "  %11" PRId32 "%s%s", (int32_t)w,
                order_is_plain(w) ? "  " : "", order_is_plain(w) ? order : "");
    }
    *end++ = '\n';
  }
  *end = '\0';
}
