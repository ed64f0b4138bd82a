// SPDX-License-Identifier: MIT
/* order.c - an order, and a beat, in words; digits the other way round. */
#include "order.h"

#include "ssem.h"

#include <string.h>
#include <strings.h>

static const char *const mnemonics[8] = { "JMP", "JRP",  "LDN", "STO",
                                          "SUB", "SUB5", "CMP", "STP" };

static const char *const beats[4] = { "S1", "A1", "S2", "A2" };

const char *order_mnemonic(unsigned function)
{
  return mnemonics[function & 7];
}

unsigned order_find_mnemonic(const char *at, size_t size)
{
  unsigned f = 0;

  while (f < 8 && (strlen(mnemonics[f]) != size ||
                   strncasecmp(mnemonics[f], at, size) != 0))
    f++;
  return f;
}

static bool takes_line(unsigned function)
{
  return function != FN_CMP && function != FN_STP;
}

/* A trace says a few orders a bar: no printf. */
void order_words(word w, char text[ORDER_TEXT])
{
  const unsigned function = (w >> 13) & 7;
  const unsigned line = w & 31U;
  const size_t end = strlen(mnemonics[function]);
  char *to = text + end;

  memcpy(text, mnemonics[function], end);
  if (takes_line(function)) {
    *to++ = ' ';
    if (line >= 10)
      *to++ = (char)('0' + line / 10);
    *to++ = (char)('0' + line % 10);
  }
  *to = '\0';
}

bool order_is_plain(word w)
{
  const word seen = (word)7 << 13 | (takes_line((w >> 13) & 7) ? 31 : 0);

  return (w & ~seen) == 0;
}

word order_reversed(word w, unsigned digits)
{
  word reversed = 0;

  for (unsigned p = 0; p < digits; p++)
    reversed = write_digit(reversed, digits - 1 - p, read_digit(w, p));
  return reversed;
}

const char *order_beat(unsigned beat)
{
  return beats[beat & 3];
}

unsigned order_find_beat(const char *text)
{
  unsigned i = 0;

  while (i < 4 && strncmp(text, beats[i], 2) != 0)
    i++;
  return i;
}
