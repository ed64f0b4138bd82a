// SPDX-License-Identifier: MIT
/*
 * window.h - windows of a run, for a person: levels brought to a bar, a moment
 * found, bars recorded.
 *
 * The work is done in steps by sim/level/seek.h, sim/level/find.h and
 * tracegen/record.h; here are the words, the progress line and Ctrl-C. Where a
 * function returns a status, STATUS_STOPPED is success; else the reason is on
 * stderr, unless it is STATUS_INTERRUPTED.
 */
#ifndef COMMAND_WINDOW_H
#define COMMAND_WINDOW_H

#include "common.h"

#include "sim/level/seek.h"
#include "sim/text/trigger.h"
#include "tracegen/record.h"

/* The level that obeys the orders before a window: that of --ahead, else isa,
 * as built waves. */
const char *window_ahead(const struct options *o);

/* Bring so many levels to a place in bar number `bar` of the program, 1 or
 * more. STATUS_USAGE: the bar never begins. */
enum status window_enter(const struct options *o, const struct program *pr,
                         struct level *const level[], unsigned count,
                         uint64_t bar, enum seek_place place);

/* The number of the first order, from --from on and up to --max-orders, before
 * which the trigger that --when means holds. STATUS_LIMIT: none. */
enum status window_find(const struct options *o, const struct program *pr,
                        const struct trigger *trigger, uint64_t *order);

/* Bring l to the window and record it: r says how far it came. After Ctrl-C
 * (STATUS_INTERRUPTED) the file is complete up to the end of a bar.
 * STATUS_OUTPUT: it cannot be written. */
enum status window_record(const struct options *o, const struct program *pr,
                          struct level *l, const struct record_window *window,
                          const struct choice *choice, struct record *r);

/* Can so many bars be drawn, if -o asks for a drawing? */
bool window_drawable(const struct options *o, uint64_t bars);

/* Is neither the trace nor its view a file that is read? */
bool window_spares(const struct options *o, const char *output);

/* End the recording: STATUS_OUTPUT if the file cannot be written. */
enum status window_end(struct record *r, const char *output);

/* The bars around a difference that was found after so many orders, from four
 * before it to one after, of each level that has digit periods: --trace run.vcd
 * becomes run-serial.vcd, run-rtl.vcd and so on. Beside each stands what isa
 * does from the first of these bars on. */
enum status window_difference(const struct options *o, const struct program *pr,
                              struct level *const level[], uint64_t orders);

#endif
