// SPDX-License-Identifier: MIT
/*
 * stimulus_words.c - words of a stimulus, made of primitives.
 *
 * This page is the dictionary: docs/reference/stimuli.md prints it. How long a
 * key is held was measured from all 144 digit periods of a bar: an action line
 * stands still from one beat after the switches moved, and meets a key held for
 * 72 digit periods in one whole action beat.
 */
#include "stimulus_reader.h"

enum {
  KEY_TIME = 72,   /* digit periods a key is held, or the switches settle */
  CLEAR_TIME = 36, /* KCC */
  LINES_DOWN = 31, /* LS and FS with all switches down: ones */
  FUNCTIONS_DOWN = 7
};

bool words_set(struct stimulus_reader *r, enum input input, word value)
{
  return stimulus_add(
    r, &(struct act){ .kind = ACT_SET, .input = input, .value = value });
}

bool words_wait(struct stimulus_reader *r, uint64_t count, enum act_unit unit)
{
  return stimulus_add(
    r, &(struct act){ .kind = ACT_WAIT, .count = count, .unit = unit });
}

bool words_plain(struct stimulus_reader *r, enum act_kind kind)
{
  return stimulus_add(r, &(struct act){ .kind = kind });
}

bool words_steps(struct stimulus_reader *r, uint64_t count)
{
  if (!words_plain(r, ACT_NEED_HELD))
    return false;
  for (; count > 0; count--)
    if (!words_plain(r, ACT_PRESS) || !words_plain(r, ACT_WAIT_IDLE))
      return false;
  return true;
}

bool words_stop(struct stimulus_reader *r)
{
  return words_set(r, INPUT_CS, 0) && words_plain(r, ACT_WAIT_IDLE);
}

bool words_run(struct stimulus_reader *r)
{
  return words_set(r, INPUT_CS, 1) && words_plain(r, ACT_PRESS_LIT);
}

bool words_switches_down(struct stimulus_reader *r)
{
  return words_set(r, INPUT_LS, LINES_DOWN) &&
         words_set(r, INPUT_FS, FUNCTIONS_DOWN);
}

bool words_manual(struct stimulus_reader *r, word function, word line)
{
  return words_plain(r, ACT_NEED_IDLE) && words_set(r, INPUT_MAN, 1) &&
         words_set(r, INPUT_FS, function) && words_set(r, INPUT_LS, line);
}

bool words_auto(struct stimulus_reader *r)
{
  return words_plain(r, ACT_NEED_IDLE) && words_set(r, INPUT_MAN, 0) &&
         words_switches_down(r);
}

/* Hold one key for so long. */
static bool hold(struct stimulus_reader *r, enum input key, uint64_t count,
                 enum act_unit unit)
{
  return words_set(r, key, 1) && words_wait(r, count, unit) &&
         words_set(r, key, 0);
}

bool words_clear_store(struct stimulus_reader *r)
{
  return words_plain(r, ACT_NEED_IDLE) && hold(r, INPUT_KSC, 1, UNIT_SCANS);
}

bool words_clear_line(struct stimulus_reader *r, word line)
{
  return words_plain(r, ACT_NEED_IDLE) && words_set(r, INPUT_LS, line) &&
         words_wait(r, KEY_TIME, UNIT_DIGITS) &&
         hold(r, INPUT_KLC, KEY_TIME, UNIT_DIGITS);
}

bool words_clear_control(struct stimulus_reader *r)
{
  return words_plain(r, ACT_NEED_IDLE) &&
         hold(r, INPUT_KCC, CLEAR_TIME, UNIT_DIGITS);
}

bool words_key(struct stimulus_reader *r, word line, word digits)
{
  return words_plain(r, ACT_NEED_IDLE) && words_set(r, INPUT_LS, line) &&
         words_wait(r, KEY_TIME, UNIT_DIGITS) && words_set(r, INPUT_WRITE, 1) &&
         words_set(r, INPUT_TW, digits) &&
         words_wait(r, KEY_TIME, UNIT_DIGITS) && words_set(r, INPUT_TW, 0);
}

bool words_enter(struct stimulus_reader *r, word line, word digits)
{
  return words_clear_line(r, line) && words_key(r, line, digits);
}
