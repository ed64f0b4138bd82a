// SPDX-License-Identifier: MIT
/* fuzz_map.c - libFuzzer's way into fuzz_map(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_map(bytes, size);
  return 0;
}
