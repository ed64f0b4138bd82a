// SPDX-License-Identifier: MIT
/* theorems.h - the theorems, each on its own page. */
#ifndef FORMAL_THEOREMS_H
#define FORMAL_THEOREMS_H

#include "theorem.h"

extern const struct theorem theorem1; /* serial refines isa */
extern const struct theorem theorem2; /* interp is onto; every tick */
extern const struct theorem theorem3; /* waves are ticks */
extern const struct theorem theorem4; /* Verilog is C */
extern const struct theorem theorem5; /* gates are Verilog */
extern const struct theorem theorem6; /* the machine as built */

#endif
