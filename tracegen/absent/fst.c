// SPDX-License-Identifier: MIT
/* fst.c - stands in for the FST writer where there is no fstapi. */
#include "tracegen/writer.h"

#include <stdio.h>

static struct writer *open_fst(struct output *out,
                               const struct trace_options *o,
                               char text[TRACE_TEXT])
{
  (void)o;
  snprintf(text, TRACE_TEXT,
           "%.200s: FST was not built: install verilator and zlib1g-dev "
           "(make deps), then make again; .vcd needs nothing",
           out->name);
  return NULL;
}

/* Nothing was opened, so nothing else is ever called. */
const struct writer_ops fst_writer = { .suffix = ".fst", .open = open_fst };
