// SPDX-License-Identifier: MIT
/*
 * trace_files.h - what ssem trace writes besides the trace: the view, by name.
 */
#ifndef COMMAND_TRACE_FILES_H
#define COMMAND_TRACE_FILES_H

#include "options.h"

#include "sim/level/level.h"
#include "sim/program/program.h"
#include "tracegen/gtkw.h"
#include "tracegen/trace.h"

/* The view's name for a trace's: run.vcd, run.vcd.gz, run.fst: run.gtkw. False
 * if it does not fit. */
bool view_name(const char *output, char *name, size_t size);

/* The name of one level's file: run.vcd, rtl: run-rtl.vcd. False if it does not
 * fit. */
bool level_file_name(const char *output, const char *level, char *name,
                     size_t size);

/* End the trace, and write the view beside it: beside a name that
 * says a format, not beside "-", a device or a drawing. False, with
 * the reason on stderr, if either failed. */
bool finish_files(struct trace *t, const char *output,
                  const struct gtkw_options *view);

#endif
