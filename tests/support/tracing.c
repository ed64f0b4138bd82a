// SPDX-License-Identifier: MIT
/* tracing.c - make traces of the machine in C for tests, and read them back. */
#include "tracing.h"

#include "file.h"
#include "machine.h"
#include "sim/level/levels.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

void run_blank(struct run *run)
{
  memset(run, 0, sizeof *run);
  run->bars = 1;
  ssem_console_rest(&run->console);
  run->options.digit_period = 100;
  run->options.strings = true;
  run->options.program = "test.asm";
  run->options.level = "serial";
}

void run_first_program(struct run *run, word a)
{
  const word program[] = {
    0,
    order(FN_LDN, 24),
    order(FN_STO, 26),
    order(FN_LDN, 26),
    order(FN_STO, 27),
    order(FN_LDN, 23),
    order(FN_SUB, 27),
    order(FN_CMP, 0),
    order(FN_JRP, 20),
    order(FN_SUB, 26),
    order(FN_STO, 25),
    order(FN_LDN, 25),
    order(FN_CMP, 0),
    order(FN_STP, 0),
    order(FN_LDN, 26),
    order(FN_SUB, 21),
    order(FN_STO, 27),
    order(FN_LDN, 27),
    order(FN_STO, 26),
    order(FN_JMP, 22),
    0 - (word)3,
    1,
    4,
    0 - a,
    a - 1,
  };

  run_blank(run);
  memcpy(run->S, program, sizeof program);
}

/* One bar by its boundary, p = 0 of A1. */
static void trace_bar(struct trace *t, struct level *l,
                      const struct ssem_console *k)
{
  struct signals sig;
  struct isa state;

  for (unsigned i = 0; i < SSEM_BAR; i++) {
    if (i == SSEM_BEAT)
      l->ops->interp(l, &state);
    l->ops->tick(l, k, &sig);
  }
  trace_order(t, &state, !sig.value[SIGNAL_active]);
}

bool trace_run(const struct run *run, const char *name,
               char text[TEXT_SENTENCE])
{
  struct level *const l = level_open(
    "serial", &(const struct level_options){ .as_built = false }, text);
  struct trace *t = NULL;
  struct beat beat;
  struct signals sig;

  if (l == NULL)
    return false;
  l->ops->clear(l, run->S, 0);
  for (unsigned i = 0; i < run->skip * SSEM_BEAT; i++)
    l->ops->tick(l, &run->console, NULL);
  t = trace_open(name, &run->options, text);
  for (unsigned b = 0; t != NULL && b < 4 * run->bars; b++) {
    if (run->options.grain == GRAIN_ORDER) {
      if (b % 4 == 0)
        trace_bar(t, l, &run->console);
      continue;
    }
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      l->ops->tick(l, &run->console, &sig);
      beat_digit(&beat, p, &sig);
    }
    trace_beat(t, &beat);
  }
  l->ops->close(l);
  return t != NULL && trace_close(t, text);
}

void read_trace(const char *name, enum vcd_manner manner,
                struct vcd_listener *l, struct vcd *vcd)
{
  char text[VCD_TEXT];
  size_t size;
  char *const bytes = file_read(name, &size);

  if (!vcd_read(bytes, size, manner, l, vcd, text))
    fail_msg("%s: %s", name, text);
  free(bytes);
}
