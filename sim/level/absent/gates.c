// SPDX-License-Identifier: MIT
/* gates.c - stands in for gates.cpp where Verilator or Yosys is missing. */
#include "sim/level/rtl.h"

#include <stdio.h>

struct rtl *gates_open(bool as_built, char text[TEXT_SENTENCE])
{
  (void)as_built;
  snprintf(text, TEXT_SENTENCE,
           "level gates was not built: install yosys, verilator and g++ "
           "(make deps), then make again");
  return NULL;
}
