// SPDX-License-Identifier: MIT
/* theorems.cpp - the list of theorems. */
#include "theorems.h"

const struct theorem *const theorems[] = { &theorem1, &theorem2, &theorem3,
                                           &theorem4, &theorem5, &theorem6 };
const unsigned theorem_count = sizeof theorems / sizeof *theorems;
