// SPDX-License-Identifier: MIT
/*
 * plain.h - the two types of the machine as they are, for replays.
 *
 * The theorems are compiled twice. With digit.h read first a digit is a
 * formula and a theorem is proved; with this page read first a digit is a 0 or
 * a 1, and the same theorem is tried on one state, on the machine as it was
 * compiled for the ssem command. So a counterexample is not taken on trust.
 */
#ifndef FORMAL_PLAIN_H
#define FORMAL_PLAIN_H

extern "C" {
#include "sim/interp.h"
#include "sim/order.h"
#include "sim/waves.h"
}

#endif
