// SPDX-License-Identifier: MIT
/*
 * drawing.h - what ssem trace asks before it draws: which signals, which beats.
 */
#ifndef COMMAND_DRAWING_H
#define COMMAND_DRAWING_H

#include "write_trace.h"

/* Can this window be traced as asked? Sets its beats, its length where a
 * drawing or --beats needs one and --orders was not given, and its choice
 * (into choice) if --signals was. Where a drawing cannot be made, stderr knows
 * why. */
bool drawing_asked(const struct options *o, struct choice *choice,
                   struct trace_window *window);

#endif
