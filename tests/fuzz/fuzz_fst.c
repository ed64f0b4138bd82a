// SPDX-License-Identifier: MIT
/* fuzz_fst.c - libFuzzer's way into fuzz_fst(). */
#include "tests/support/fuzz_fst.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
  fuzz_fst(bytes, size);
  return 0;
}
