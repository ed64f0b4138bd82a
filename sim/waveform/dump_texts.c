// SPDX-License-Identifier: MIT
/* dump_texts.c - the values of strings, such as the states of VHDL: a number
 * stands for each different text. */
#include "dump_reader.h"

#include <stdlib.h>
#include <string.h>

uint64_t dump_text_number(struct dump *r, const char *text)
{
  for (unsigned i = 0; i < r->texts; i++)
    if (strcmp(r->known[i], text) == 0)
      return i + 1;
  if (strlen(text) >= DUMP_TEXT || r->texts == DUMP_TEXTS ||
      (r->known[r->texts] = strdup(text)) == NULL)
    return 0;
  return ++r->texts;
}

bool dump_by_ghdl(const struct dump *r)
{
  return r->by_ghdl;
}

static bool is_octal(const char *at)
{
  for (unsigned i = 0; i < 3; i++)
    if (at[i] < '0' || at[i] > '7')
      return false;
  return true;
}

/* A blank is written \040, a quote \'. */
static void undo_escapes(char *text)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\\' && is_octal(at + 1)) {
      *to++ = (char)((at[1] - '0') << 6 | (at[2] - '0') << 3 | (at[3] - '0'));
      at += 3;
    } else if (*at == '\\' && at[1] != '\0') {
      *to++ = *++at;
    } else {
      *to++ = *at;
    }
  *to = '\0';
}

void dump_set_text(struct dump *r, char *text, unsigned slot)
{
  struct dump_slot *const s = &r->slot[slot];

  if (s->limbs == 0)
    return;
  dump_clear_slot(r, slot);
  undo_escapes(text);
  s->value[0] = dump_text_number(r, text);
  if (s->value[0] == 0)
    s->value[s->limbs] = UINT64_MAX;
}

void dump_free_texts(struct dump *r)
{
  for (unsigned i = 0; i < r->texts; i++)
    free(r->known[i]);
}
