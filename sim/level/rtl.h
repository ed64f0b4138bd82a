// SPDX-License-Identifier: MIT
/*
 * rtl.h - the machine in Verilog (rtl/), or its gates, behind a page of C.
 *
 * The Verilog is made into C++ by Verilator, under a probe (probe.v) that shows
 * every net as sim/period.h does; rtl.cpp and gates.cpp hide that.
 *
 *   struct rtl *r = rtl_open(false, text);
 *
 *   rtl_reset(r, &k);                    // all but the store tube
 *   rtl_settle(r, &k, &seen);            // the gates of this digit period
 *   rtl_clock(r);                        // its end
 *   rtl_read(r, &m);                     // every register
 *   rtl_close(r);
 *
 * Where Verilator (for the gates: or Yosys) was missing when this was built,
 * sim/level/absent/ stands in and the openers say what to install.
 */
#ifndef SSEM_RTL_H
#define SSEM_RTL_H

#include "level.h"
#include "sim/period.h"

struct rtl;

/* The Verilog as written, or the netlist that Yosys makes of it; the store
 * blank, the machine cleared, the strap as asked. On failure returns NULL and
 * text says why. */
struct rtl *rtl_open(bool as_built, char text[TEXT_SENTENCE]);
struct rtl *gates_open(bool as_built, char text[TEXT_SENTENCE]);

void rtl_close(struct rtl *r);

/* One digit period with rst: clears everything but the store; active = CS. */
void rtl_reset(struct rtl *r, const struct ssem_console *k);

/* The gates of this digit period, settled. If seen is not NULL it receives
 * every signal. A console that is where it was costs nothing. */
void rtl_settle(struct rtl *r, const struct ssem_console *k,
                struct period *seen);

/* The end of the digit period that rtl_settle() settled. */
void rtl_clock(struct rtl *r);

/* So many digit periods, the console held over them: every signal in each. */
void rtl_periods(struct rtl *r, const struct ssem_console *k, unsigned count,
                 struct period *seen);

/* Console at rest, tick until the next boundary, or until the machine stands
 * stopped, or LEVEL_LOST; at least one digit period. */
enum level_status rtl_run(struct rtl *r);

/* Every register, the store and the strap, out and in: embed, save, restore. */
void rtl_read(const struct rtl *r, struct ssem *m);
void rtl_write(struct rtl *r, const struct ssem *m);

#endif
