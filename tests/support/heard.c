// SPDX-License-Identifier: MIT
/* heard.c - all the changes of a dump, to be held against those of another. */
#include "heard.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void keep(struct vcd_listener *l, const struct vcd *vcd, uint64_t time,
                 unsigned variable, const char *value)
{
  struct heard *const r = (struct heard *)l;
  char line[160];

  if (time < r->from)
    return;
  if (r->lines == r->room) {
    r->room = r->room * 2 + 1024;
    r->line = realloc(r->line, r->room * sizeof *r->line);
    assert_non_null(r->line);
  }
  snprintf(line, sizeof line, "%012llu %s %s", (unsigned long long)time,
           vcd->variable[variable].path, value);
  r->line[r->lines++] = strdup(line);
}

static int by_text(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

struct heard heard_from(uint64_t time)
{
  return (struct heard){ .listener = { keep }, .from = time };
}

void heard_until(struct heard *h, uint64_t time)
{
  while (h->lines > 0 && strtoull(h->line[h->lines - 1], NULL, 10) >= time)
    free(h->line[--h->lines]);
}

void heard_same(struct heard *a, struct heard *b)
{
  qsort(a->line, a->lines, sizeof *a->line, by_text);
  qsort(b->line, b->lines, sizeof *b->line, by_text);
  for (size_t i = 0; i < a->lines && i < b->lines; i++)
    assert_string_equal(a->line[i], b->line[i]);
  assert_int_equal(a->lines, b->lines);
  assert_true(a->lines > 0);
  for (size_t i = 0; i < a->lines; i++) {
    free(a->line[i]);
    free(b->line[i]);
  }
  free(a->line);
  free(b->line);
}
