// SPDX-License-Identifier: MIT
/* choice.c - a choice of signals, by name. */
#include "choice.h"

#include "sim/text/nearest.h"

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

static void unknown(const char *name, size_t size, char text[TEXT_SENTENCE])
{
  struct nearest near = nearest_to(name, size);
  struct text out = text_in(text, TEXT_SENTENCE);
  char shown[TEXT_SHOWN];

  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const char *const unit = signals_info[i].unit;

    nearest_offer(&near, signals_info[i].name);
    if (i == 0 || strcmp(unit, signals_info[i - 1].unit) != 0)
      nearest_offer(&near, unit);
  }
  text_add(&out, "found %s, expected names of signals or units",
           text_shown(name, name + size, shown));
  nearest_tell(&near, &out);
}

bool choice_read(const char *list, struct choice *choice,
                 char text[TEXT_SENTENCE])
{
  choice->count = 0;
  for (;;) {
    const size_t length = strcspn(list, ",");
    char name[NAME + 1];

    snprintf(name, sizeof name, "%.*s", length < NAME ? (int)length : NAME,
             list);
    if (length > NAME || !add_named(choice, name)) {
      unknown(list, length, text);
      return false;
    }
    if (list[length] == '\0')
      return true;
    list += length + 1;
  }
}

void choice_default(struct choice *choice)
{
  char text[TEXT_SENTENCE];

  (void)choice_read("stop,PP,CY,OTG,CEN,AEN,ACE,ITG,SE,bus,L,F,line,s,s_w,CI,"
                    "PI,c,x,carry,c_w,T,A,a,y,borrow,a_w",
                    choice, text);
}
