// SPDX-License-Identifier: MIT
/* vcd_header.c - what stands before the first value of a VCD. */
#include "vcd_header.h"

#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned vcd_identifier(unsigned i, char id[3])
{
  unsigned length = 0;

  if (i >= 94)
    id[length++] = (char)('!' + i / 94 - 1);
  id[length++] = (char)('!' + i % 94);
  id[length] = '\0';
  return length;
}

static void header_string(FILE *out, unsigned i, const char *name)
{
  char id[3];

  vcd_identifier(i, id);
  fprintf(out, "$var string 1 %s %s $end\n", id, name);
}

static void header_variables(FILE *out, const struct trace_options *o)
{
  const char *unit = "";
  char id[3];

  fprintf(out, "$scope module ssem $end\n");
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];
    const char *const type =
      s->kind == KIND_WIRE || s->kind == KIND_KEY ? "wire" : "reg";

    if (!trace_has(o->grain, (enum signal)i))
      continue;
    if (strcmp(unit, s->unit) != 0) {
      fprintf(out, "%s$scope module %s $end\n",
              unit[0] != '\0' ? "$upscope $end\n" : "", s->unit);
      if (o->strings && unit[0] == '\0') {
        header_string(out, VCD_ORDER, "order");
        if (trace_has(o->grain, SIGNAL_beat))
          header_string(out, VCD_BEAT_NAME, "beat_name");
      }
      unit = s->unit;
    }
    vcd_identifier(i, id);
    if (s->digits == 1)
      fprintf(out, "$var %s 1 %s %s $end\n", type, id, s->name);
    else
      fprintf(out, "$var %s %u %s %s [%u:0] $end\n", type, s->digits, id,
              s->name, s->digits - 1);
  }
  fprintf(out, "$upscope $end\n$upscope $end\n$enddefinitions $end\n");
}

static void header(FILE *out, const struct trace_options *o)
{
  char text[320];

  trace_date(text);
  fprintf(out, "$date %s $end\n", text);
  fprintf(out, "$version ssem " SSEM_VERSION ", level %s $end\n", o->level);
  trace_comment(o, text, sizeof text);
  fprintf(out, "$comment %s $end\n", text);
  fprintf(out, "$timescale 100 ns $end\n");
  header_variables(out, o);
}

char *vcd_header(const struct trace_options *o, size_t *size)
{
  char *bytes = NULL;
  FILE *const out = open_memstream(&bytes, size);

  if (out == NULL)
    return NULL;
  header(out, o);
  if (fclose(out) == 0)
    return bytes;
  free(bytes);
  return NULL;
}
