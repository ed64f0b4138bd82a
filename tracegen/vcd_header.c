// SPDX-License-Identifier: MIT
/* vcd_header.c - what stands before the first value of a VCD. */
#include "vcd_header.h"

#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void vcd_identifier(unsigned i, char id[3])
{
  unsigned length = 0;

  if (i >= 94)
    id[length++] = (char)('!' + i / 94 - 1);
  id[length++] = (char)('!' + i % 94);
  id[length] = '\0';
}

static void header_variable(FILE *out, unsigned i, const char *type,
                            const char *name, unsigned digits)
{
  char id[3];

  vcd_identifier(i, id);
  if (digits <= 1)
    fprintf(out, "$var %s 1 %s %s $end\n", digits == 0 ? "string" : type, id,
            name);
  else
    fprintf(out, "$var %s %u %s %s [%u:0] $end\n", type, digits, id, name,
            digits - 1);
}

/* The rows of a trace. */
struct listed {
  unsigned count;
  enum row row[ROW_COUNT];
};

/* Go into another scope, to the rows that stand in it; leave the last one, if
 * there was one. */
static void next_scope(FILE *out, const struct listed *rows, const char *last,
                       const char *unit)
{
  fprintf(out, "%s$scope module %s $end\n",
          last[0] != '\0' ? "$upscope $end\n" : "", unit);
  for (unsigned n = 0; n < rows->count; n++) {
    const struct row_info *const row = &rows_info[rows->row[n]];

    if (strcmp(row->unit, unit) == 0)
      header_variable(out, SIGNAL_COUNT + rows->row[n], "wire", row->name,
                      row->digits);
  }
}

static void header_variables(FILE *out, const struct trace_options *o)
{
  const char *unit = "";
  struct listed rows;

  rows.count = rows_of(o, rows.row);
  fprintf(out, "$scope module ssem $end\n");
  for (unsigned i = 0; i < SIGNAL_COUNT; i++) {
    const struct signal_info *const s = &signals_info[i];
    const bool wire = s->kind == KIND_WIRE || s->kind == KIND_KEY;

    if (!trace_has(o->grain, (enum signal)i))
      continue;
    if (strcmp(unit, s->unit) != 0)
      next_scope(out, &rows, unit, s->unit);
    unit = s->unit;
    header_variable(out, i, wire ? "wire" : "reg", s->name, s->digits);
  }
  for (unsigned n = 0; n < rows.count; n++) {
    const char *const own = rows_info[rows.row[n]].unit;

    if (rows.row[n] < ROW_OWN_SCOPE || strcmp(unit, own) == 0)
      continue;
    next_scope(out, &rows, unit, own);
    unit = own;
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

char *vcd_header(const struct trace_options *o)
{
  char *bytes = NULL;
  size_t size;
  FILE *const out = open_memstream(&bytes, &size);

  if (out == NULL)
    return NULL;
  header(out, o);
  if (fclose(out) == 0)
    return bytes;
  free(bytes);
  return NULL;
}
