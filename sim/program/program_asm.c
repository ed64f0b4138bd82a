// SPDX-License-Identifier: MIT
/*
 * program_asm.c - assembly: ours, and the dialects of public collections.
 *
 *   line = [number [":"]] {label ":"} [statement] | number "START"
 *
 * A line of the file is first given its line of the store; statements are
 * evaluated when the file has ended, for a label may come after its use.
 * A number alone says where the next word goes; if that has a number of its
 * own, or none comes, the line stays 0. START is emuStudio's: the first order
 * is in that line. Statements: program_statement.c.
 */
#include "program_reader.h"

#include <string.h>
#include <strings.h>

/* The label of this name; r->labels if there is none. Case is ignored. */
unsigned asm_find_label(const struct reader *r, const char *at, size_t size)
{
  unsigned i = 0;

  while (i < r->labels && (r->label[i].size != size ||
                           strncasecmp(r->label[i].at, at, size) != 0))
    i++;
  return i;
}

/* At the cursor, a name that ends in a colon: label it and move past. */
static bool read_label(struct reader *r, struct scanner *s, bool *found)
{
  const char *const at = s->at;
  const size_t size = scanner_name(s);
  char shown[TEXT_SHOWN];

  *found = size > 0 && scanner_next(s) == ':';
  if (!*found) {
    s->at = at;
    return true;
  }
  if (asm_find_label(r, at, size) < r->labels)
    return scanner_fault(s, at,
                         "found label %s again, expected each label once",
                         text_shown(at, s->at, shown));
  if (r->labels == READER_LABELS)
    return scanner_fault(s, at, "found one more label, expected at most %d",
                         READER_LABELS);
  r->label[r->labels].at = at;
  r->label[r->labels].size = size;
  r->label[r->labels].line = SSEM_LINES;
  r->labels++;
  s->at++;
  return true;
}

/* Labels wait for the word that follows them, wherever it is put. */
static void settle_labels(struct reader *r, unsigned n)
{
  for (unsigned i = 0; i < r->labels; i++)
    if (r->label[i].line == SSEM_LINES)
      r->label[i].line = n;
}

/* [number [":"]]: digits, decimal or 0x, that stand alone. */
static bool read_own_number(struct scanner *s, unsigned *n, bool *numbered)
{
  const char *const at = s->at;
  struct scanner ahead = *s;
  char shown[TEXT_SHOWN];
  uint64_t value;
  bool fits;
  char c;

  *numbered = false;
  if (!scanner_number(&ahead, &value, &fits))
    return true;
  c = scanner_next(&ahead);
  *numbered = ahead.at == ahead.end || scanner_is_blank(c) || c == ':';
  if (!*numbered)
    return true;
  *s = ahead;
  *n = (unsigned)value;
  scanner_mark(s, ":");
  return value < SSEM_LINES ||
         scanner_fault(s, at, "found line %s, expected a line 0 to 31",
                       text_shown(at, ahead.at, shown));
}

/* Claim line n for the statement at the cursor. */
static bool claim(struct reader *r, const struct scanner *s, const char *at,
                  unsigned n)
{
  if (!reader_claim(r, s, at, n))
    return false;
  settle_labels(r, n);
  r->todo[r->words - 1] = *s;
  r->target[r->words - 1] = n;
  return true;
}

/* A number alone was followed by no word: its line is 0. */
static bool leave_alone(struct reader *r)
{
  const struct scanner s = r->alone;

  if (s.line == 0)
    return true;
  r->alone.line = 0;
  return claim(r, &s, s.start, r->alone_place);
}

/* A number alone: the next word goes there. */
static void set_place(struct reader *r, const struct scanner *s, unsigned n)
{
  r->place = n;
  r->alone = *s;
  r->alone_place = n;
}

/* START, where the cursor stands? The first order is in line n. */
static bool read_start(struct reader *r, struct scanner *s, unsigned n)
{
  struct scanner ahead = *s;
  const size_t size = scanner_name(&ahead);

  if (size != 5 || strncasecmp(s->at, "START", size) != 0 ||
      !scanner_ended(&ahead))
    return false;
  r->has_first = true;
  r->first = n;
  r->place = n;
  return true;
}

static bool read_labels(struct reader *r, struct scanner *s)
{
  bool labelled;

  do {
    scanner_blanks(s);
    if (!read_label(r, s, &labelled))
      return false;
  } while (labelled);
  return true;
}

bool asm_line(struct reader *r, struct scanner *s)
{
  const char *const at = s->at;
  unsigned n = r->place;
  bool numbered;

  if (!read_own_number(s, &n, &numbered))
    return false;
  r->numbered |= numbered;
  if (numbered && !leave_alone(r))
    return false;
  if (!read_labels(r, s))
    return false;
  if (s->at == s->end) {
    if (numbered)
      set_place(r, s, n);
    return true;
  }
  r->alone.line = 0;
  return (n < SSEM_LINES && read_start(r, s, n)) || claim(r, s, at, n);
}

bool asm_finish(struct reader *r, const struct scanner *s)
{
  if (!leave_alone(r))
    return false;
  if (r->labels > 0 && r->label[r->labels - 1].line == SSEM_LINES)
    return scanner_fault(s, s->at,
                         "found the end of the file, expected an order or a "
                         "number for the last label");
  for (unsigned i = 0; i < r->words; i++) {
    bool is_order;

    if (r->todo[i].at < r->todo[i].end &&
        !asm_statement(r, &r->todo[i], &r->pr->S[r->target[i]], &is_order))
      return false;
  }
  return true;
}
