// SPDX-License-Identifier: MIT
/* choice.c - a choice of signals, by name. */
#include "choice.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { NAME = 24 }; /* longer names are unknown */

static void add(struct choice *choice, unsigned signal)
{
  for (unsigned i = 0; i < choice->count; i++)
    if (choice->signal[i] == signal)
      return;
  choice->signal[choice->count++] = (enum signal)signal;
}

/* Add a signal, or all of a unit. */
static bool add_named(struct choice *choice, const char *name)
{
  const enum signal signal = signals_find(name);
  bool found = false;

  if (signal < SIGNAL_COUNT) {
    add(choice, signal);
    return true;
  }
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    if (strcmp(signals_info[i].unit, name) == 0) {
      add(choice, i);
      found = true;
    }
  return found;
}

/* How many letters must be changed, put in or left out to make b of a; case
 * is a quarter of a letter. In quarters. */
static unsigned distance(const char *a, const char *b)
{
  const size_t length = strlen(b);
  unsigned row[NAME + 1];

  if (length > NAME)
    return 4 * NAME;
  for (unsigned j = 0; j <= length; j++)
    row[j] = 4 * j;
  for (; *a != '\0'; a++) {
    unsigned corner = row[0];

    row[0] += 4;
    for (unsigned j = 1; j <= length; j++) {
      const bool alike =
        tolower((unsigned char)*a) == tolower((unsigned char)b[j - 1]);
      unsigned least = corner + (*a == b[j - 1] ? 0 : alike ? 1 : 4);

      corner = row[j];
      if (corner + 4 < least)
        least = corner + 4;
      if (row[j - 1] + 4 < least)
        least = row[j - 1] + 4;
      row[j] = least;
    }
  }
  return row[length];
}

static void unknown(const char *name, char text[CHOICE_TEXT])
{
  int end = snprintf(text, CHOICE_TEXT,
                     "found '%.40s', expected names of signals or units", name);
  unsigned told = 0;

  for (unsigned far = 0; far <= 8 && told < 5; far++)
    for (unsigned i = 0; i < SIGNAL_COUNT && told < 5; i++) {
      const char *const unit = signals_info[i].unit;
      const bool first = i == 0 || strcmp(unit, signals_info[i - 1].unit) != 0;

      if (distance(name, signals_info[i].name) == far)
        end += snprintf(text + end, CHOICE_TEXT - (size_t)end, "%s %s",
                        told++ == 0 ? "; near it:" : ",", signals_info[i].name);
      if (first && distance(name, unit) == far)
        end += snprintf(text + end, CHOICE_TEXT - (size_t)end, "%s %s",
                        told++ == 0 ? "; near it:" : ",", unit);
    }
}

bool choice_read(const char *list, struct choice *choice,
                 char text[CHOICE_TEXT])
{
  choice->count = 0;
  for (;;) {
    const size_t length = strcspn(list, ",");
    char name[NAME + 1];

    snprintf(name, sizeof name, "%.*s", length < NAME ? (int)length : NAME,
             list);
    if (length > NAME || !add_named(choice, name)) {
      unknown(name, text);
      return false;
    }
    if (list[length] == '\0')
      return true;
    list += length + 1;
  }
}

void choice_default(struct choice *choice)
{
  char text[CHOICE_TEXT];

  (void)choice_read("stop,PP,CY,OTG,CEN,AEN,ACE,ITG,SE,bus,L,F,line,s,s_w,CI,"
                    "PI,c,x,carry,c_w,T,A,a,y,borrow,a_w",
                    choice, text);
}
