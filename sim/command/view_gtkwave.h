// SPDX-License-Identifier: MIT
/* view_gtkwave.h - GTKWave, started and waited for. */
#ifndef COMMAND_VIEW_GTKWAVE_H
#define COMMAND_VIEW_GTKWAVE_H

#include "options.h"

/* Open GTKWave on a trace and its view (NULL: none) and wait until it ends; a
 * signal that comes meanwhile goes to it. What it says goes to stdout. Returns
 * its exit status, 128 and more if a signal ended it, or STATUS_OUTPUT, with
 * the reason on stderr, if it could not be started or reached no display. */
enum status view_gtkwave(const char *trace, const char *view);

#endif
