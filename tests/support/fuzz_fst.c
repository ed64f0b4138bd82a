// SPDX-License-Identifier: MIT
/* fuzz_fst.c - any changes into an FST file, and out of it again. */
#include "fuzz_fst.h"

#include "tracegen/fst_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { VARIABLES = 6, VALUE = 64, LINE = VALUE + 24, MOST = 1 << 17 };

/* Changes, each as a line "time value code". */
struct changes {
  char (*line)[LINE];
  size_t count;
};

struct work {
  const uint8_t *at, *end; /* the bytes */
  uint32_t random;         /* goes on where a byte begins */
  struct output out;
  struct fst_file file;
  unsigned variables;
  unsigned digits[VARIABLES];
  uint64_t time; /* the last that was told */
  bool begun;    /* there was one */
  struct changes said, read;
};

static void must(bool good)
{
  if (!good)
    abort();
}

static unsigned byte(struct work *w)
{
  return w->at < w->end ? *w->at++ : 0;
}

/* Any word, the same for the same bytes. */
static uint32_t any(struct work *w)
{
  w->random = w->random * 1664525U + 1013904223U;
  return w->random ^ w->random >> 15;
}

static void add(struct changes *c, uint64_t time, const char *text)
{
  must(c->count < MOST);
  snprintf(c->line[c->count++], LINE, "%" PRIu64 " %s", time, text);
}

static void open_file(struct work *w, const char *name)
{
  const struct fst_about about = {
    .date = "", .version = "", .comment = "", .timescale = -7
  };
  char text[TEXT_SENTENCE];

  must(output_open(&w->out, name, text));
  must(fst_file_open(&w->file, &w->out, &about, text));
  fst_file_scope(&w->file, "s");
  for (unsigned v = 0; v < w->variables; v++) {
    const unsigned kind = byte(w) % 35;

    w->digits[v] = kind == 34 ? 1 : kind == 33 ? FST_REAL : kind;
    fst_file_variable(&w->file,
                      w->digits[v] == FST_REAL   ? FST_KIND_REAL
                      : w->digits[v] == FST_TEXT ? FST_KIND_STRING
                                                 : FST_KIND_REG,
                      w->digits[v], "v");
  }
  fst_file_upscope(&w->file);
  fst_file_ready(&w->file);
}

/* A variable of one digit or several takes its values in the group. */
static void tell_digits(struct work *w, unsigned v, uint64_t first,
                        uint64_t step, uint64_t set)
{
  const unsigned digits = w->digits[v];
  uint32_t value[FST_GROUP] = { 0 };
  uint64_t wave = 0;

  for (uint64_t left = set; left != 0; left &= left - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(left);
    char text[VALUE] = "b";
    unsigned n = digits > 1;

    value[p] = any(w) >> (32 - digits);
    wave |= (uint64_t)(value[p] & 1) << p;
    for (unsigned d = digits; d-- > 0;)
      text[n++] = (char)('0' + (value[p] >> d & 1));
    snprintf(text + n, VALUE - n, "%s%c", digits > 1 ? " " : "", '!' + (int)v);
    add(&w->said, first + p * step, text);
  }
  if (digits == 1)
    fst_block_wave(&w->file.block, v, set, wave);
  else
    fst_block_words(&w->file.block, v, set, value);
}

static void tell_real(struct work *w, unsigned v, unsigned p, uint64_t time)
{
  const double value = (double)(int32_t)any(w) / (1 + (any(w) & 255));
  char text[VALUE];

  fst_block_real(&w->file.block, v, p, value);
  snprintf(text, sizeof text, "r%.16g %c", value, '!' + (int)v);
  add(&w->said, time, text);
}

static void tell_text(struct work *w, unsigned v, unsigned p, uint64_t time)
{
  char text[VALUE], told[32];
  const unsigned n = any(w) % sizeof told;

  for (unsigned i = 0; i < n; i++)
    told[i] = (char)('a' + any(w) % 26);
  told[n] = '\0';
  fst_block_text(&w->file.block, v, p, told);
  snprintf(text, sizeof text, "s%s %c", told, '!' + (int)v);
  add(&w->said, time, text);
}

static void tell(struct work *w, unsigned v, uint64_t first, uint64_t step,
                 uint64_t set)
{
  if (w->digits[v] != FST_REAL && w->digits[v] != FST_TEXT) {
    tell_digits(w, v, first, step, set);
    return;
  }
  for (; set != 0; set &= set - 1) {
    const unsigned p = (unsigned)__builtin_ctzll(set);

    if (w->digits[v] == FST_REAL)
      tell_real(w, v, p, first + p * step);
    else
      tell_text(w, v, p, first + p * step);
  }
}

/* One group of times, some way after the last; false if there is no room for
 * it. */
static bool group(struct work *w, unsigned gap, unsigned step, uint64_t set)
{
  const uint64_t first =
    w->time + (w->begun ? 1 : 0) + ((uint64_t)(gap >> 6) << (gap & 63) / 2);
  const unsigned last = 63 - (unsigned)__builtin_clzll(set);

  if (w->said.count > MOST - FST_GROUP * VARIABLES || first > UINT64_MAX / 2)
    return false;
  must(fst_file_times(&w->file, first, step, set));
  w->begun = true;
  w->time = first + last * (uint64_t)step;
  for (unsigned v = 0; v < w->variables; v++) {
    const uint64_t of = set & (any(w) | (uint64_t)any(w) << 32);

    if (of != 0)
      tell(w, v, first, step, of);
  }
  return true;
}

/* All that the bytes say; and a row of equal groups is more than one block. */
static void write_file(struct work *w)
{
  while (w->at < w->end) {
    const unsigned gap = byte(w), step = 1 + byte(w), many = byte(w);
    const uint64_t set = (uint64_t)byte(w) << byte(w) % 56 | 1;

    w->random ^= byte(w) << 8;
    for (unsigned i = 0; i <= (many > 200 ? 4 * many : many % 4); i++)
      if (!group(w, gap, step, set))
        return;
  }
}

/* What fst2vcd makes of the file. */
static void read_file(struct work *w, const char *name)
{
  char command[256], line[VALUE];
  uint64_t time = 0;
  FILE *in;

  snprintf(command, sizeof command, "fst2vcd -e -f %s 2>/dev/null", name);
  in = popen(command, "r");
  must(in != NULL);
  while (fgets(line, sizeof line, in) != NULL)
    if (strncmp(line, "$enddefinitions", 15) == 0)
      break;
  while (fgets(line, sizeof line, in) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#')
      time = strtoull(line + 1, NULL, 10);
    else if (line[0] != '$')
      add(&w->read, time, line);
  }
  must(pclose(in) == 0);
}

static int by_text(const void *a, const void *b)
{
  return strcmp(a, b);
}

static void compare(struct work *w)
{
  qsort(w->said.line, w->said.count, LINE, by_text);
  qsort(w->read.line, w->read.count, LINE, by_text);
  for (size_t i = 0; i < w->said.count && i < w->read.count; i++)
    if (strcmp(w->said.line[i], w->read.line[i]) != 0) {
      fprintf(stderr, "said %s\nread %s\n", w->said.line[i], w->read.line[i]);
      abort();
    }
  must(w->said.count == w->read.count);
}

void fuzz_fst(const uint8_t *bytes, size_t size)
{
  struct work w = { .at = bytes, .end = bytes + size };
  const char *const tmp = getenv("TMPDIR");
  char name[200], text[TEXT_SENTENCE];

  snprintf(name, sizeof name, "%.150s/fuzz-%ld.fst", tmp == NULL ? "/tmp" : tmp,
           (long)getpid());
  w.said.line = malloc(MOST * sizeof *w.said.line);
  w.read.line = malloc(MOST * sizeof *w.read.line);
  must(w.said.line != NULL && w.read.line != NULL);
  w.variables = 1 + byte(&w) % VARIABLES;
  open_file(&w, name);
  write_file(&w);
  fst_file_close(&w.file, w.time + 1);
  must(output_close(&w.out, text));
  read_file(&w, name);
  compare(&w);
  unlink(name);
  free(w.said.line);
  free(w.read.line);
}
