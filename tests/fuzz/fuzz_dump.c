// SPDX-License-Identifier: MIT
/* fuzz_dump.c - libFuzzer's way into fuzz_dump(). */
#include "tests/support/fuzz_targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_dump(bytes, size);
  return 0;
}
