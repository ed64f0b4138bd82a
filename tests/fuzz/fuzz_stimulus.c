// SPDX-License-Identifier: MIT
/* fuzz_stimulus.c - libFuzzer's way into fuzz_stimulus(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_stimulus(bytes, size);
  return 0;
}
