// SPDX-License-Identifier: MIT
/* stimulus_statement.c - one statement of a stimulus. */
#include "stimulus_reader.h"

#include "sim/order.h"

#include <string.h>

/* The largest count of a wait: 2^40 scans are 800 years at 10 us. */
static const uint64_t longest_wait = (uint64_t)1 << 40;
enum { MOST_STEPS = 100000 };

static bool end(struct stimulus_reader *r)
{
  return scanner_ended(r->s) || scanner_expected(r->s, "the end of the line");
}

/* A number from least to most; expected says so in words. */
static bool number(struct stimulus_reader *r, uint64_t least, uint64_t most,
                   const char *expected, uint64_t *value)
{
  const char *const at = (scanner_blanks(r->s), r->s->at);
  bool fits;

  if (scanner_number(r->s, value, &fits) && fits && *value >= least &&
      *value <= most)
    return true;
  r->s->at = at;
  return scanner_expected(r->s, expected);
}

static bool line_number(struct stimulus_reader *r, word *line)
{
  uint64_t n = 0;
  const bool good = number(r, 0, SSEM_LINES - 1, "a line 0 to 31", &n);

  *line = (word)n;
  return good;
}

/* The digits that follow, one or more, 0 to 31. */
static bool digits(struct stimulus_reader *r, word *keys)
{
  *keys = 0;
  do {
    uint64_t n;

    if (!number(r, 0, SSEM_DIGITS - 1, "a digit 0 to 31", &n))
      return false;
    *keys |= (word)1 << n;
  } while (!scanner_ended(r->s));
  return true;
}

/* A number with its sign that fits a word. */
static bool signed_number(struct stimulus_reader *r, word *value)
{
  static const char expected[] = "a number from -2147483648 to 4294967295";
  const char *const at = (scanner_blanks(r->s), r->s->at);
  const bool negative = scanner_mark(r->s, "-");
  const uint64_t most = negative ? (uint64_t)1 << 31 : UINT32_MAX;
  uint64_t n;
  bool fits;

  if (!scanner_number(r->s, &n, &fits) || n > most) {
    r->s->at = at;
    return scanner_expected(r->s, expected);
  }
  *value = negative ? (word)0 - (word)n : (word)n;
  return true;
}

/* A function by its mnemonic; *function is 8 if there is none. */
static void mnemonic(struct stimulus_reader *r, unsigned *function)
{
  const char *const at = (scanner_blanks(r->s), r->s->at);
  const size_t size = scanner_name(r->s);

  *function = order_find_mnemonic(at, size);
  if (*function > FN_STP)
    r->s->at = at;
}

static bool unknown(struct stimulus_reader *r, const char *expected,
                    const char *others)
{
  struct nearest near =
    nearest_to(r->s->at, (size_t)(scanner_word_end(r->s) - r->s->at));

  for (unsigned f = 0; f <= FN_STP; f++)
    nearest_offer(&near, order_mnemonic(f));
  if (others != NULL)
    nearest_offer(&near, others);
  return scanner_unknown(r->s, expected, &near);
}

/* An order or NUM and a number. */
static bool order_or_number(struct stimulus_reader *r, word *w)
{
  unsigned function;
  word line = 0;

  mnemonic(r, &function);
  if (function <= FN_STP) {
    if ((function == FN_CMP || function == FN_STP) && scanner_ended(r->s))
      line = 0;
    else if (!line_number(r, &line))
      return false;
    *w = (word)function << 13 | line;
    return true;
  }
  if (scanner_word(r->s, "NUM") || scanner_word(r->s, "num"))
    return signed_number(r, w);
  return unknown(r, "an order such as LDN 24, or NUM and a number", "NUM");
}

static bool manual(struct stimulus_reader *r)
{
  unsigned function;
  uint64_t n = 0;
  word line;

  mnemonic(r, &function);
  if (function > FN_STP) {
    if (!scanner_is_digit(scanner_next(r->s)))
      return unknown(r, "a function: a mnemonic or 0 to 7", NULL);
    if (!number(r, 0, 7, "a function: a mnemonic or 0 to 7", &n))
      return false;
    function = (unsigned)n;
  }
  return line_number(r, &line) && end(r) && words_manual(r, function, line);
}

static bool wait_stop(struct stimulus_reader *r)
{
  struct act act = { .kind = ACT_WAIT_STOP };

  if (scanner_ended(r->s))
    return stimulus_add(r, &act);
  if (!scanner_word(r->s, "at") || !scanner_word(r->s, "most"))
    return scanner_expected(r->s, "at most N orders, or the end of the line");
  if (!number(r, 1, longest_wait, "a number of orders, 1 or more", &act.count))
    return false;
  if (!scanner_word(r->s, "orders"))
    return scanner_expected(r->s, "orders");
  return end(r) && stimulus_add(r, &act);
}

static bool unknown_unit(struct stimulus_reader *r)
{
  struct nearest near =
    nearest_to(r->s->at, (size_t)(scanner_word_end(r->s) - r->s->at));

  for (unsigned i = 0; i < UNIT_COUNT; i++)
    nearest_offer(&near, stimulus_units[i].name);
  nearest_offer(&near, "orders");
  return scanner_unknown(r->s, "digits, beats, bars, scans or orders", &near);
}

static bool wait(struct stimulus_reader *r)
{
  uint64_t n;

  if (scanner_word(r->s, "idle"))
    return end(r) && words_plain(r, ACT_WAIT_IDLE);
  if (scanner_word(r->s, "stop"))
    return wait_stop(r);
  if (!number(r, 1, longest_wait, "idle, stop, or a number from 1 up", &n))
    return false;
  scanner_blanks(r->s);
  if (scanner_word(r->s, "orders"))
    return end(r) && stimulus_add(
                       r, &(struct act){ .kind = ACT_WAIT_ORDERS, .count = n });
  for (unsigned i = 0; i < UNIT_COUNT; i++)
    if (scanner_word(r->s, stimulus_units[i].name))
      return end(r) && words_wait(r, n, (enum act_unit)i);
  return unknown_unit(r);
}

static bool clear(struct stimulus_reader *r)
{
  word line;

  if (scanner_word(r->s, "store"))
    return end(r) && words_clear_store(r);
  if (scanner_word(r->s, "control"))
    return end(r) && words_clear_control(r);
  if (scanner_word(r->s, "line"))
    return line_number(r, &line) && end(r) && words_clear_line(r, line);
  return scanner_expected(r->s, "store, line N or control");
}

static bool step(struct stimulus_reader *r)
{
  uint64_t n = 1;

  if (!scanner_ended(r->s) &&
      !number(r, 1, MOST_STEPS, "a number of steps, 1 to 100000", &n))
    return false;
  return end(r) && words_steps(r, n);
}

static bool switches(struct stimulus_reader *r)
{
  if (!scanner_word(r->s, "down"))
    return scanner_expected(r->s, "down");
  return end(r) && words_switches_down(r);
}

static bool key(struct stimulus_reader *r)
{
  word line, keys;

  if (!line_number(r, &line))
    return false;
  if (!scanner_word(r->s, "digits"))
    return scanner_expected(r->s, "digits and their numbers");
  return digits(r, &keys) && words_key(r, line, keys);
}

static bool enter(struct stimulus_reader *r)
{
  word line, w = 0;

  if (!line_number(r, &line))
    return false;
  return order_or_number(r, &w) && end(r) && words_enter(r, line, w);
}

static bool typewriter(struct stimulus_reader *r)
{
  uint64_t n = 0;
  word keys;

  if (scanner_word(r->s, "digits"))
    return digits(r, &keys) && words_set(r, INPUT_TW, keys);
  return number(r, 0, UINT32_MAX,
                "digits and their numbers, or a number from 0 to 4294967295",
                &n) &&
         end(r) && words_set(r, INPUT_TW, (word)n);
}

static bool press(struct stimulus_reader *r)
{
  if (scanner_ended(r->s))
    return words_plain(r, ACT_PRESS);
  if (!scanner_word(r->s, "if") || !scanner_word(r->s, "lit"))
    return scanner_expected(r->s, "if lit, or the end of the line");
  return end(r) && words_plain(r, ACT_PRESS_LIT);
}

static bool stop(struct stimulus_reader *r)
{
  return end(r) && words_stop(r);
}

static bool run(struct stimulus_reader *r)
{
  return end(r) && words_run(r);
}

static bool to_auto(struct stimulus_reader *r)
{
  return end(r) && words_auto(r);
}

static const struct {
  const char *name;
  bool (*read)(struct stimulus_reader *r); /* what is behind the name */
} words[] = {
  { "KC", press },      { "TW", typewriter },     { "wait", wait },
  { "stop", stop },     { "run", run },           { "step", step },
  { "manual", manual }, { "switches", switches }, { "auto", to_auto },
  { "clear", clear },   { "key", key },           { "enter", enter },
};

enum { WORDS = sizeof words / sizeof words[0] };

/* The other inputs: a name and a value. */
static bool plain_input(struct stimulus_reader *r, enum input input)
{
  const word most = input_most(input);
  uint64_t n = 0;

  return number(r, 0, most,
                most == 1    ? "0 or 1"
                : most == 31 ? "31, all switches down, or another of 0 to 31"
                             : "7, all switches down, or another of 0 to 7",
                &n) &&
         end(r) && words_set(r, input, (word)n);
}

static bool unknown_statement(struct stimulus_reader *r)
{
  struct nearest near =
    nearest_to(r->s->at, (size_t)(scanner_word_end(r->s) - r->s->at));

  for (unsigned i = 0; i < WORDS; i++)
    nearest_offer(&near, words[i].name);
  for (unsigned i = 0; i < INPUT_COUNT; i++)
    nearest_offer(&near, input_name((enum input)i));
  return scanner_unknown(r->s,
                         "a switch or key (CS MAN WRITE KLC KSC KCC LS FS TW "
                         "KC), wait, or a word (stop run step switches manual "
                         "auto clear key enter)",
                         &near);
}

bool stimulus_statement(struct stimulus_reader *r)
{
  for (unsigned i = 0; i < WORDS; i++)
    if (scanner_word(r->s, words[i].name))
      return words[i].read(r);
  for (unsigned i = 0; i < INPUT_COUNT; i++)
    if (scanner_word(r->s, input_name((enum input)i)))
      return plain_input(r, (enum input)i);
  return unknown_statement(r);
}
