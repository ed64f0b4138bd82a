// SPDX-License-Identifier: MIT
/* interp_words.c - how two T-states differ, in words. */
#include "interp.h"

#include <inttypes.h>
#include <stdio.h>

enum { RUNS = 4, DIGITS_TEXT = 64 };

/* Runs of ones: "digits 0 to 4, 7". */
static void runs_words(word w, char text[DIGITS_TEXT])
{
  int end = 0;

  for (word left = w & ~(w << 1); left != 0; left &= left - 1) {
    const int p = __builtin_ctz(left);
    const int run = __builtin_ctz(~(w >> p));

    end += snprintf(text + end, DIGITS_TEXT - (size_t)end, "%s %d",
                    end == 0 ? "digits" : ",", p);
    if (run > 1)
      end += snprintf(text + end, DIGITS_TEXT - (size_t)end, "%s %d",
                      run == 2 ? "," : " to", p + run - 1);
  }
}

/* Which digits are 1, as "digit 31 only" or "digits 0 to 4, 7"; more than RUNS
 * runs of them are counted. */
static void digits_words(word w, char text[DIGITS_TEXT])
{
  const word begins = w & ~(w << 1);

  if (w == UINT32_MAX)
    snprintf(text, DIGITS_TEXT, "every digit");
  else if ((w & (w - 1)) == 0)
    snprintf(text, DIGITS_TEXT, "digit %d only", __builtin_ctz(w));
  else if (__builtin_popcount(begins) > RUNS)
    snprintf(text, DIGITS_TEXT, "%d digits", __builtin_popcount(w));
  else
    runs_words(w, text);
}

word interp_word(const struct isa *t, unsigned i)
{
  return i == INTERP_CI ? t->CI : i == INTERP_A ? t->A : t->S[i - INTERP_S];
}

void interp_word_name(unsigned i, char name[INTERP_NAME])
{
  if (i < INTERP_S)
    snprintf(name, INTERP_NAME, "%s", i == INTERP_CI ? "CI" : "A");
  else
    snprintf(name, INTERP_NAME, "line %02u", i - INTERP_S);
}

/* "A: expected 5, found 4 (digit 0 only)"; returns its length before it was
 * cut. */
static int word_difference(unsigned i, word e, word f, char *text, size_t size)
{
  char digits[DIGITS_TEXT];
  char name[INTERP_NAME];

  digits_words(e ^ f, digits);
  interp_word_name(i, name);
  return snprintf(text, size,
                  "%s: expected %" PRId32 ", found %" PRId32 " (%s)", name,
                  (int32_t)e, (int32_t)f, digits);
}

unsigned interp_difference(const struct isa *expected, const struct isa *found,
                           char *text, size_t size)
{
  unsigned differ = 0;
  int end = 0;

  if (size > 0)
    text[0] = '\0';
  for (unsigned i = 0; i < INTERP_WORDS; i++) {
    const word e = interp_word(expected, i);
    const word f = interp_word(found, i);

    if (e != f && differ++ == 0)
      end = word_difference(i, e, f, text, size);
  }
  if (differ > 1 && end > 0 && (size_t)end < size)
    snprintf(text + end, size - (size_t)end, "; %u more differ", differ - 1);
  return differ;
}
