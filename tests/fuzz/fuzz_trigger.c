// SPDX-License-Identifier: MIT
/* fuzz_trigger.c - libFuzzer's way into fuzz_trigger(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_trigger(bytes, size);
  return 0;
}
