// SPDX-License-Identifier: MIT
/*
 * program_write_for.c - program files for other people's programs to read.
 *
 * MAME 0.251 takes exactly as many lines as the first one says, of four decimal
 * digits, one character, and 32 digits or a mnemonic of three letters, a blank
 * and a decimal number; it drops the character after the CR. D. Sharp's
 * simulator, whose files those are, takes any end of line. A. Bower's babyutils
 * want digits from line 0 on without a gap. SIMH is told by a script. None of
 * them knows SUB5, nor a line or other digits in a CMP or STP.
 */
#include "program_writer.h"

#include "sim/order.h"

#include <inttypes.h>
#include <string.h>

static const char *const names[PROGRAM_TARGETS] = { "mame", "davidsharp",
                                                    "babyutils", "simh" };

const char *program_target_name(enum program_target target)
{
  return names[target];
}

/* The order in words that all of them know; false if w is only a number. */
static bool order_for(enum program_target target, word w, char text[ORDER_TEXT])
{
  const unsigned function = (w >> 13) & 7;

  if (!order_is_plain(w) || function == FN_SUB5)
    return false;
  order_words(w, text);
  if (target == PROGRAM_FOR_SIMH && function == FN_STP)
    strcpy(text, "STOP");
  return true;
}

/* A word as an order or as NUM and a signed decimal. */
static void put_words(enum program_target target, word w, FILE *out)
{
  char text[ORDER_TEXT];

  if (order_for(target, w, text))
    fputs(text, out);
  else
    fprintf(out, "NUM %" PRId32, (int32_t)w);
}

/* deposit: -m a mnemonic, -b digits, the least significant first. SIMH
 * increments CI before it fetches. */
static void write_simh(const struct program *pr, bool words, FILE *out)
{
  char text[ORDER_TEXT];

  for (unsigned n = 0; n < SSEM_LINES; n++) {
    if (!(pr->given >> n & 1))
      continue;
    if (words && order_for(PROGRAM_FOR_SIMH, pr->S[n], text)) {
      fprintf(out, "deposit -m %u %s\n", n, text);
      continue;
    }
    fprintf(out, "deposit -b %u ", n);
    writer_digits(pr->S[n], out);
    fputc('\n', out);
  }
  fprintf(out, "deposit CI %u\n", (pr->first + SSEM_LINES - 1) % SSEM_LINES);
}

static void write_babyutils(const struct program *pr, bool words, FILE *out)
{
  for (unsigned n = 0; n < SSEM_LINES && pr->given >> n != 0; n++) {
    if (!words) {
      fprintf(out, "%04u: ", n);
      writer_digits(pr->S[n], out);
      fputc('\n', out);
    } else if (pr->given >> n & 1) {
      fprintf(out, "%u: ", n);
      put_words(PROGRAM_FOR_BABYUTILS, pr->S[n], out);
      fputc('\n', out);
    }
  }
}

/* A count, then lines with numbers of four digits. */
static void write_counted(const struct program *pr, enum program_target target,
                          bool words, FILE *out)
{
  const char *const end = target == PROGRAM_FOR_MAME ? "\r\n" : "\n";

  fprintf(out, "%u%s", writer_count(pr), end);
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    if (!(pr->given >> n & 1))
      continue;
    fprintf(out, "%04u%c", n, words ? ' ' : ':');
    if (words)
      put_words(target, pr->S[n], out);
    else
      writer_digits(pr->S[n], out);
    fputs(end, out);
  }
}

void program_write_for(const struct program *pr, enum program_target target,
                       bool words, FILE *out)
{
  switch (target) {
  case PROGRAM_FOR_SIMH: write_simh(pr, words, out); break;
  case PROGRAM_FOR_BABYUTILS: write_babyutils(pr, words, out); break;
  default: write_counted(pr, target, words, out); break;
  }
}
