// SPDX-License-Identifier: MIT
/*
 * vcd.c - a trace as a value change dump: text, IEEE 1364-2005 clause 18.
 *
 * One item a line, changes in order of time, vectors in their shortest form, a
 * #time only where something changed and one at the end. The one extension is
 * GTKWave's string variables, for the order and the beat in words. Nothing is
 * formatted by printf on the way: text goes into one large buffer by the byte.
 */
#include "gzip.h"
#include "vcd_header.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  BUFFER = 1 << 20,
  /* the most that one beat can take: 36 x (#time + all vectors + all words) */
  BEAT_BYTES = SSEM_BEAT * (24 + 44 * SIGNAL_COUNT + 136 * ROW_COUNT),
  VARIABLES = SIGNAL_COUNT + ROW_COUNT, /* rows come after all signals */
  SETS = (VARIABLES + 63) / 64          /* words that hold a set of them */
};

/* Which variables changed in each digit period of a beat: digit i of set j is
 * variable 64 j + i. */
struct by_period {
  uint64_t of[SSEM_BEAT][SETS];
};

/* What follows the digits of a change: " !\n" after a vector, "!\n" after a
 * digit. */
struct suffix {
  char bytes[8];
  unsigned length;
  uint32_t vector; /* all ones if the change begins with a b, else 0 */
};

struct vcd {
  struct writer writer;
  struct output *out;
  struct gzip *gzip; /* NULL: straight into out */
  enum trace_grain grain;
  unsigned rows; /* in this trace, */
  enum row row[ROW_COUNT];
  uint64_t period;       /* of a digit, in 100 ns */
  uint64_t prefix_value; /* the time last written / 10000, */
  char prefix[24];       /* as text after a "#" */
  unsigned prefix_length;
  size_t used; /* of buffer */
  struct suffix suffix[VARIABLES];
  char digits[256][8]; /* each byte in binary, as text */
  char pair[100][2];   /* 00 to 99 */
  char buffer[BUFFER];
};

static void flush(struct vcd *v)
{
  if (v->gzip != NULL)
    gzip_write(v->gzip, v->buffer, v->used);
  else
    output_write(v->out, v->buffer, v->used);
  v->used = 0;
}

/* A line as it stands. */
static void put_line(struct vcd *v, const char *line)
{
  const size_t n = strlen(line);

  memcpy(v->buffer + v->used, line, n);
  v->used += n;
}

/* "#" and all but the last four digits of time, into v->prefix. */
static void put_prefix(struct vcd *v, uint64_t high)
{
  unsigned n = sizeof v->prefix;

  v->prefix_value = high;
  for (; high != 0; high /= 10)
    v->prefix[--n] = (char)('0' + high % 10);
  v->prefix[--n] = '#';
  v->prefix_length = (unsigned)sizeof v->prefix - n;
  memmove(v->prefix, v->prefix + n, v->prefix_length);
}

/* "#time" and a newline. Only the last four digits change often. */
static inline char *put_time(struct vcd *v, char *to, uint64_t time)
{
  const unsigned low = (unsigned)(time % 10000);

  if (time / 10000 != v->prefix_value)
    put_prefix(v, time / 10000);
  memcpy(to, v->prefix, sizeof v->prefix);
  to += v->prefix_length;
  memcpy(to, v->pair[low / 100], 2);
  memcpy(to + 2, v->pair[low % 100], 2);
  if (time < 1000) { /* no leading zeros */
    const unsigned zeros = time < 10 ? 3 : time < 100 ? 2 : 1;

    memmove(to, to + zeros, 4 - zeros);
    to -= zeros;
  }
  to[4] = '\n';
  return to + 5;
}

/* A variable's change to a value. Copies are of fixed size; what they write too
 * much is overwritten by the next change. */
static inline char *put_value(const struct vcd *v, char *to,
                              const struct suffix *suffix, uint32_t value)
{
  const unsigned width = 32 - (unsigned)__builtin_clz(value | 1);
  const uint32_t top = value << (32 - width); /* its first digit on top */

  *to = 'b';
  to += suffix->vector & 1;
  memcpy(to, v->digits[top >> 24], 8);
  if (width > 8) {
    memcpy(to + 8, v->digits[top >> 16 & 255], 8);
    memcpy(to + 16, v->digits[top >> 8 & 255], 8);
    memcpy(to + 24, v->digits[top & 255], 8);
  }
  to += width;
  memcpy(to, suffix->bytes, sizeof suffix->bytes);
  return to + suffix->length;
}

/* "sTEXT id": blanks and backslashes as octal, the way GTKWave reads them. */
static char *put_text(char *to, unsigned i, const char *text)
{
  static const char octal[] = "01234567";
  char id[3];

  *to++ = 's';
  for (; *text != '\0'; text++) {
    if (*text > ' ' && *text <= '~' && *text != '\\') {
      *to++ = *text;
      continue;
    }
    *to++ = '\\';
    *to++ = octal[*text >> 6 & 3];
    *to++ = octal[*text >> 3 & 7];
    *to++ = octal[*text & 7];
  }
  *to++ = ' ';
  vcd_identifier(i, id);
  for (const char *s = id; *s != '\0'; s++)
    *to++ = *s;
  *to++ = '\n';
  return to;
}

static struct suffix suffix_of(unsigned i, unsigned digits)
{
  struct suffix s = { .vector = digits == 1 ? 0 : UINT32_MAX };
  char id[3];

  vcd_identifier(i, id);
  s.length = (unsigned)snprintf(s.bytes, sizeof s.bytes, "%s%s\n",
                                digits == 1 ? "" : " ", id);
  return s;
}

/* What does not change: digits, numbers, what follows a value. */
static void make_tables(struct vcd *v)
{
  for (unsigned i = 0; i < 256; i++)
    for (unsigned d = 0; d < 8; d++)
      v->digits[i][d] = (char)('0' + (i >> (7 - d) & 1));
  for (unsigned i = 0; i < 100; i++) {
    v->pair[i][0] = (char)('0' + i / 10);
    v->pair[i][1] = (char)('0' + i % 10);
  }
  for (unsigned i = 0; i < VARIABLES; i++)
    v->suffix[i] =
      suffix_of(i, i < SIGNAL_COUNT ? signals_info[i].digits
                                    : rows_info[i - SIGNAL_COUNT].digits);
}

static struct writer *open_vcd(struct output *out,
                               const struct trace_options *o,
                               char text[TEXT_SENTENCE])
{
  struct vcd *const v = malloc(sizeof *v);
  char *const header = vcd_header(o);

  if (v == NULL || header == NULL) {
    free(header);
    free(v);
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", out->name);
    return NULL;
  }
  v->writer.ops = &vcd_writer;
  v->out = out;
  v->gzip = NULL;
  v->grain = o->grain;
  v->rows = rows_of(o, v->row);
  v->period = o->digit_period;
  v->used = 0;
  put_prefix(v, 0);
  make_tables(v);
  put_line(v, header); /* far shorter than the buffer */
  free(header);
  return &v->writer;
}

static struct writer *open_vcd_gz(struct output *out,
                                  const struct trace_options *o,
                                  char text[TEXT_SENTENCE])
{
  struct gzip *const gzip = gzip_open(out, text);
  struct writer *const w = gzip != NULL ? open_vcd(out, o, text) : NULL;

  if (w != NULL) {
    w->ops = &vcd_gz_writer;
    ((struct vcd *)w)->gzip = gzip;
  } else if (gzip != NULL) {
    gzip_discard(gzip);
  }
  return w;
}

/* The change of a signal in digit period p. A branch on digit or vector would
 * be unpredictable: there is none. */
static inline char *put_signal(const struct vcd *v, char *to,
                               const struct beat *beat, unsigned i, unsigned p)
{
  const struct suffix *const suffix = &v->suffix[i];
  const uint32_t value = (beat->value[i][p] & suffix->vector) |
                         ((beat->wave[i] >> p) & 1 & ~suffix->vector);

  return put_value(v, to, suffix, value);
}

/* The change of a row in digit period p. */
static char *put_row(const struct vcd *v, char *to, const struct rows *rows,
                     enum row i, unsigned p)
{
  char text[ROW_TEXT];

  if (rows_info[i].digits != 0)
    return put_value(v, to, &v->suffix[SIGNAL_COUNT + i], rows->value[i][p]);
  row_words(rows, i, p, text);
  return put_text(to, SIGNAL_COUNT + i, text);
}

static void begin(struct writer *w, uint64_t time, const struct beat *beat,
                  const struct rows *rows)
{
  struct vcd *const v = (struct vcd *)w;
  char *to;

  if (BUFFER - v->used < BEAT_BYTES)
    flush(v);
  to = put_time(v, v->buffer + v->used, time);
  v->used = (size_t)(to - v->buffer);
  put_line(v, "$dumpvars\n");
  to = v->buffer + v->used;
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    if (trace_has(v->grain, (enum signal)i))
      to = put_signal(v, to, beat, i, 0);
  for (unsigned n = 0; n < v->rows; n++)
    to = put_row(v, to, rows, v->row[n], 0);
  v->used = (size_t)(to - v->buffer);
  put_line(v, "$end\n");
}

static void add(struct by_period *set, unsigned i, wave changed)
{
  for (wave left = changed; left != 0; left &= left - 1)
    set->of[__builtin_ctzll(left)][i / 64] |= (uint64_t)1 << (i % 64);
}

/* A dump tells changes in order of time. */
static void in_order_of_time(const struct vcd *v, const struct changes *changes,
                             const struct rows *rows, struct by_period *set)
{
  memset(set, 0, sizeof *set);
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    add(set, i, changes->in[i]);
  for (unsigned n = 0; n < v->rows; n++)
    add(set, SIGNAL_COUNT + v->row[n], rows->when[v->row[n]]);
}

/* The changes of one digit period. */
static char *put_period(const struct vcd *v, char *to, const struct beat *beat,
                        const struct rows *rows, const uint64_t of[SETS],
                        unsigned p)
{
  for (unsigned j = 0; j < SETS; j++)
    for (uint64_t left = of[j]; left != 0; left &= left - 1) {
      const unsigned i = 64 * j + (unsigned)__builtin_ctzll(left);

      to = i < SIGNAL_COUNT
             ? put_signal(v, to, beat, i, p)
             : put_row(v, to, rows, (enum row)(i - SIGNAL_COUNT), p);
    }
  return to;
}

static void put_beat(struct writer *w, uint64_t time, const struct beat *beat,
                     const struct changes *changes, const struct rows *rows)
{
  struct vcd *const v = (struct vcd *)w;
  struct by_period set;
  char *to;

  if (BUFFER - v->used < BEAT_BYTES)
    flush(v);
  in_order_of_time(v, changes, rows, &set);
  to = v->buffer + v->used;
  for (unsigned p = 0; p < SSEM_BEAT; p++, time += v->period) {
    uint64_t any = 0;

    for (unsigned j = 0; j < SETS; j++)
      any |= set.of[p][j];
    if (any == 0)
      continue;
    to = put_time(v, to, time);
    to = put_period(v, to, beat, rows, set.of[p], p);
  }
  v->used = (size_t)(to - v->buffer);
}

static void close_vcd(struct writer *w, uint64_t time)
{
  struct vcd *const v = (struct vcd *)w;

  if (BUFFER - v->used < BEAT_BYTES)
    flush(v);
  v->used = (size_t)(put_time(v, v->buffer + v->used, time) - v->buffer);
  flush(v);
  if (v->gzip != NULL)
    gzip_close(v->gzip);
  free(v);
}

static void discard_vcd(struct writer *w)
{
  struct vcd *const v = (struct vcd *)w;

  if (v->gzip != NULL)
    gzip_discard(v->gzip);
  free(v);
}

const struct writer_ops vcd_writer = {
  .suffix = ".vcd",
  .open = open_vcd,
  .begin = begin,
  .beat = put_beat,
  .close = close_vcd,
  .discard = discard_vcd,
};

const struct writer_ops vcd_gz_writer = {
  .suffix = ".vcd.gz",
  .open = open_vcd_gz,
  .begin = begin,
  .beat = put_beat,
  .close = close_vcd,
  .discard = discard_vcd,
};
