// SPDX-License-Identifier: MIT
/*
 * textbook.h - the emulator that every textbook begins with: a loop round a
 * switch that decodes each order each time. What translation is measured by.
 */
#ifndef SSEM_TEXTBOOK_H
#define SSEM_TEXTBOOK_H

#include "sim/isa.h"

/* Obey t until STP (returns true) or max_orders (false); *orders receives how
 * many orders were obeyed, the STP included. As translate_run(). */
bool textbook_run(struct isa *t, uint64_t max_orders, uint64_t *orders);

#endif
