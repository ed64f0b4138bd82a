// SPDX-License-Identifier: MIT
/*
 * rtl.h - the machine in Verilog (rtl/), or its gates, behind a page of C.
 *
 * The Verilog is made into C++ by Verilator; rtl.cpp and gates.cpp hide that.
 * Registers come and go as a struct ssem, wires as a struct ssem_wires: the
 * Verilog keeps the same names, so signals.def lists both machines at once.
 *
 *   struct rtl *r = rtl_open(false, text);
 *
 *   rtl_reset(r, &k);                    // all but the store tube
 *   rtl_settle(r, &k, &w);               // the gates of this digit period
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
#include "sim/ssem.h"

struct rtl;

/* The Verilog as written, or the netlist that Yosys makes of it; the store
 * blank, the machine cleared, the strap as asked. On failure returns NULL and
 * text says why. */
struct rtl *rtl_open(bool as_built, char text[LEVEL_TEXT]);
struct rtl *gates_open(bool as_built, char text[LEVEL_TEXT]);

void rtl_close(struct rtl *r);

/* One digit period with rst: clears everything but the store; active = CS. */
void rtl_reset(struct rtl *r, const struct ssem_console *k);

/* The gates of this digit period, settled. Fills all of w unless w is NULL. */
void rtl_settle(struct rtl *r, const struct ssem_console *k,
                struct ssem_wires *w);

/* The end of the digit period that rtl_settle() settled. */
void rtl_clock(struct rtl *r);

/* Console at rest, tick until the next boundary, or until the machine stands
 * stopped, or LEVEL_LOST; at least one digit period. Twice as fast as settling and clocking
 * from outside. */
enum level_status rtl_run(struct rtl *r);

/* Every register, the store and the strap, out and in: embed, save, restore. */
void rtl_read(const struct rtl *r, struct ssem *m);
void rtl_write(struct rtl *r, const struct ssem *m);

#endif
