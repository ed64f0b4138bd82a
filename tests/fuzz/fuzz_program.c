// SPDX-License-Identifier: MIT
/* fuzz_program.c - libFuzzer's way into fuzz_program(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_program(bytes, size);
  return 0;
}
