// SPDX-License-Identifier: MIT
/* stimulus.c - a stimulus, line by line. */
#include "stimulus_reader.h"

#include "sim/text/text_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct stimulus_unit stimulus_units[UNIT_COUNT] = {
  [UNIT_DIGITS] = { "digits", 1 },
  [UNIT_BEATS] = { "beats", SSEM_BEAT },
  [UNIT_BARS] = { "bars", SSEM_BAR },
  [UNIT_SCANS] = { "scans", (uint64_t)SSEM_LINES / 2 * SSEM_BAR },
};

/* Room for one more of size bytes each; false if there is no memory. */
static bool grow(void **list, size_t used, size_t *room, size_t size)
{
  const size_t more = *room == 0 ? 64 : 2 * *room;
  void *const moved = used < *room ? *list : realloc(*list, more * size);

  if (moved == NULL)
    return false;
  if (used == *room)
    *room = more;
  *list = moved;
  return true;
}

static bool no_memory(struct stimulus_reader *r)
{
  return scanner_fault(r->s, r->first, "found no memory, expected some more");
}

bool stimulus_add(struct stimulus_reader *r, const struct act *act)
{
  struct stimulus *const st = r->st;
  void *list = st->act;

  if (st->acts == STIMULUS_ACTS)
    return scanner_fault(r->s, r->first,
                         "found more than %d acts, expected a shorter stimulus",
                         STIMULUS_ACTS);
  if (!grow(&list, st->acts, &st->act_room, sizeof *st->act))
    return no_memory(r);
  st->act = list;
  st->act[st->acts] = *act;
  st->act[st->acts++].statement = st->statements - 1;
  return true;
}

/* Note the statement that begins at the cursor. */
static bool begin_statement(struct stimulus_reader *r)
{
  struct stimulus *const st = r->st;
  void *list = st->statement;
  struct stimulus_statement *now;

  r->first = r->s->at;
  if (!grow(&list, st->statements, &st->statement_room, sizeof *now))
    return no_memory(r);
  st->statement = list;
  now = &st->statement[st->statements++];
  now->line = r->s->line;
  now->column = r->s->column + (unsigned)(r->first - r->s->start);
  now->first = st->acts;
  snprintf(now->text, sizeof now->text, "%.*s", (int)(r->s->end - r->first),
           r->first);
  return true;
}

/* The name of a file, up to the end of the line or between quotes, as it is
 * seen from where the stimulus is. */
static bool file_name(struct stimulus_reader *r)
{
  struct scanner *const s = r->s;
  const bool quoted = scanner_mark(s, "\"");
  const char *const first = s->at;
  const char *const slash = strrchr(s->name, '/');
  const char *last = s->end;

  if (quoted)
    last = memchr(first, '"', (size_t)(s->end - first));
  if (last == NULL)
    return scanner_fault(s, first, "found no second \", expected one");
  if (last == first)
    return scanner_expected(s, "the name of a file");
  if (snprintf(r->st->program, sizeof r->st->program, "%.*s%.*s",
               *first == '/' || slash == NULL ? 0 : (int)(slash + 1 - s->name),
               s->name, (int)(last - first), first) >= STIMULUS_NAME)
    return scanner_fault(s, first,
                         "found a name of more than %d bytes, "
                         "expected a shorter one",
                         STIMULUS_NAME - 1);
  s->at = quoted ? last + 1 : last;
  return scanner_ended(s) || scanner_expected(s, "the end of the line");
}

static bool second(struct stimulus_reader *r, const char *what)
{
  return scanner_fault(r->s, r->first, "found a second '%s', expected one",
                       what);
}

static bool program(struct stimulus_reader *r)
{
  if (r->st->power_up)
    return scanner_fault(r->s, r->first,
                         "found program after power-up, expected one of them");
  return r->st->program[0] == '\0' ? file_name(r) : second(r, "program");
}

static bool power_up(struct stimulus_reader *r)
{
  const char *at;
  bool fits;

  if (r->st->program[0] != '\0')
    return scanner_fault(r->s, r->first,
                         "found power-up after program, expected one of them");
  if (r->st->power_up)
    return second(r, "power-up");
  r->st->power_up = true;
  scanner_blanks(r->s);
  at = r->s->at;
  if (!scanner_number(r->s, &r->st->seed, &fits) || !fits) {
    r->s->at = at;
    return scanner_expected(r->s, "a seed, a number that 64 digits hold");
  }
  return scanner_ended(r->s) || scanner_expected(r->s, "the end of the line");
}

/* as-built; the hyphen is no part of a name. */
static bool as_built(struct stimulus_reader *r)
{
  if (r->st->as_built)
    return second(r, "as-built");
  r->st->as_built = true;
  return scanner_ended(r->s) || scanner_expected(r->s, "the end of the line");
}

/* One line: one of the first lines, or a statement. */
static bool line(struct stimulus_reader *r)
{
  static const struct {
    const char *name;
    bool (*read)(struct stimulus_reader *r);
  } firsts[] = { { "program", program },
                 { "as-built", as_built },
                 { "power-up", power_up } };

  r->first = r->s->at;
  for (unsigned i = 0; i < sizeof firsts / sizeof firsts[0]; i++) {
    if (!scanner_word(r->s, firsts[i].name))
      continue;
    scanner_blanks(r->s);
    return r->st->statements == 0
             ? firsts[i].read(r)
             : scanner_fault(r->s, r->first,
                             "found %s after a statement, expected it before "
                             "the first",
                             firsts[i].name);
  }
  return begin_statement(r) && stimulus_statement(r);
}

bool stimulus_parse(const char *name, const char *bytes, size_t size,
                    struct stimulus *st, char text[TEXT_SENTENCE])
{
  struct scanner s;
  struct stimulus_reader r = { .st = st, .s = &s };

  memset(st, 0, sizeof *st);
  snprintf(st->name, sizeof st->name, "%s", name);
  scanner_open(&s, name, bytes, size, text);
  if (size > STIMULUS_LARGEST)
    return scanner_fault(&s, s.start,
                         "found more than %d bytes, expected a stimulus",
                         STIMULUS_LARGEST);
  if (!scanner_is_text(&s))
    return false;
  while (scanner_line(&s, "#", ""))
    if (!line(&r)) {
      stimulus_free(st);
      return false;
    }
  return true;
}

bool stimulus_load(const char *name, struct stimulus *st,
                   char text[TEXT_SENTENCE])
{
  size_t size;
  char *const bytes = text_file_read(name, STIMULUS_LARGEST, &size, text);
  bool good;

  if (bytes == NULL)
    return false;
  good = stimulus_parse(name, bytes, size, st, text);
  free(bytes);
  return good;
}

void stimulus_free(struct stimulus *st)
{
  free(st->act);
  free(st->statement);
  memset(st, 0, sizeof *st);
}

uint64_t stimulus_periods(const struct act *act)
{
  return act->count * stimulus_units[act->unit].periods;
}

void stimulus_act_text(const struct act *act, char text[STIMULUS_ACT_TEXT])
{
  struct text out = text_in(text, STIMULUS_ACT_TEXT);

  switch (act->kind) {
  case ACT_SET:
    text_add(&out,
             act->input == INPUT_TW && act->value != 0 ? "%s 0x%" PRIx32
                                                       : "%s %" PRIu32,
             input_name(act->input), act->value);
    break;
  case ACT_PRESS: text_add(&out, "KC"); break;
  case ACT_PRESS_LIT: text_add(&out, "KC if lit"); break;
  case ACT_WAIT:
    text_add(&out, "wait %" PRIu64 " %s", act->count,
             stimulus_units[act->unit].name);
    break;
  case ACT_WAIT_ORDERS:
    text_add(&out, "wait %" PRIu64 " orders", act->count);
    break;
  case ACT_WAIT_IDLE: text_add(&out, "wait idle"); break;
  case ACT_WAIT_STOP:
    text_add(&out, "wait stop");
    if (act->count > 0)
      text_add(&out, " at most %" PRIu64 " orders", act->count);
    break;
  case ACT_NEED_IDLE:
  case ACT_NEED_HELD: break;
  }
}
