// SPDX-License-Identifier: MIT
/* fuzz_state.c - libFuzzer's way into fuzz_state(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_state(bytes, size);
  return 0;
}
