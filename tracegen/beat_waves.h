// SPDX-License-Identifier: MIT
/*
 * beat_waves.h - a beat of a trace made from words of time.
 *
 * What trace_beat_digit() gathers in 36 calls, at once: a one-digit signal's
 * wave is already what the trace wants, and a line under the beam differs from
 * the period before wherever a digit was rewritten by its opposite.
 *
 *   waves_settle(&m, &k, &w);
 *   trace_beat_waves(&beat, &m, &k, &w);   // before waves_clock()
 *   trace_beat(t, &beat);
 *   waves_clock(&m, &k, &w);
 */
#ifndef TRACEGEN_BEAT_WAVES_H
#define TRACEGEN_BEAT_WAVES_H

#include "sim/waves.h"
#include "trace.h"

/* Fill beat, all signals and all 36 digit periods. w must be settled from m and
 * k, m at p = 0. Entries of beat->value that nobody looks at are not written.
 */
void trace_beat_waves(struct trace_beat *beat, const struct ssem *m,
                      const struct ssem_console *k, const struct waves *w);

#endif
