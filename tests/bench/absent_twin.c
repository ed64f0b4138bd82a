// SPDX-License-Identifier: MIT
/* absent_twin.c - stands in for the twin where Verilator is missing. */
#include "tests/bench/twin.h"

#include <stdio.h>

struct twin *twin_open(enum twin_kind kind, const char *vcd,
                       char text[TEXT_SENTENCE])
{
  (void)kind;
  (void)vcd;
  snprintf(text, TEXT_SENTENCE,
           "verilator was missing in this build: make deps");
  return NULL;
}

void twin_key_in(struct twin *w, const word S[SSEM_LINES])
{
  (void)w;
  (void)S;
}

void twin_run(struct twin *w, uint64_t orders)
{
  (void)w;
  (void)orders;
}

void twin_read(struct twin *w, word S[SSEM_LINES], word *A, word *CI)
{
  (void)w;
  (void)S;
  (void)A;
  (void)CI;
}

void twin_close(struct twin *w)
{
  (void)w;
}
