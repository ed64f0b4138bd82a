// SPDX-License-Identifier: MIT
/* program.c - program files in: the whole file, by the reader of its format. */
#include "program.h"

#include "program_reader.h"
#include "sim/order.h"
#include "sim/text/text_file.h"

#include <stdlib.h>
#include <string.h>

enum { SIMH_STORE = 136 }; /* bytes of a .st file: A, CI and 32 words */

/* Without the ^Z that CP/M and DOS end a text with. */
static size_t without_end_mark(const char *bytes, size_t size)
{
  size_t end = size;

  while (end > 0 && (bytes[end - 1] == 0x1a || bytes[end - 1] == '\n' ||
                     scanner_is_blank(bytes[end - 1])))
    if (bytes[--end] == 0x1a)
      size = end;
  return size;
}

/* Is it text? A sentence of its own for the one binary file that we know. */
static bool is_text(const struct reader *r, struct scanner *s, size_t size)
{
  if (scanner_is_text(s))
    return true;
  if (size == SIMH_STORE || text_ends_in(r->pr->name, ".st"))
    scanner_fault(s, s->start,
                  "found %zu bytes that are no text, as in a SIMH store (.st), "
                  "expected a program; save what SIMH says to ex -b 0-31",
                  size);
  return false;
}

static bool read_format(struct reader *r, struct scanner *s)
{
  enum format format;

  if (!detect_format(r, s, &format))
    return false;
  switch (format) {
  case FORMAT_LINES: return lines_read(r, s);
  case FORMAT_STORE: return store_read(r, s);
  case FORMAT_NUMBERS: return numbers_read(r, s);
  default: return image_read(r, s, format);
  }
}

static bool nothing_read(const struct scanner *s)
{
  return scanner_fault(
    s, s->start, "found %s, expected a program of 1 to 32 lines",
    s->next == s->stop ? "an empty file" : "no order or number");
}

/* A program without line numbers that begins with an order in line 0 is likely
 * to be meant to. */
static void hint_at_line_0(struct reader *r, struct scanner s)
{
  const word w = r->pr->S[0];
  char text[ORDER_TEXT];

  if (r->numbered || r->has_first || r->options->has_first ||
      !order_is_plain(w) || (w >> 13 & 7) == FN_JMP)
    return;
  order_words(w, text);
  program_line(&s);
  reader_warn(r, &s, s.start,
              "found %s in line 0, but the first order is in line 1; "
              "--first-line 0 would begin here",
              text);
}

static bool read_text(struct reader *r, struct scanner *s)
{
  const struct scanner whole = *s;
  const unsigned image = r->options->image;

  if (!read_format(r, s))
    return false;
  if (r->images == 0 && image > 1)
    return scanner_fault(&whole, whole.start,
                         "found one program, expected --image 1 or a memory "
                         "image that holds %u",
                         image);
  if (r->words == 0)
    return nothing_read(&whole);
  hint_at_line_0(r, whole);
  return true;
}

bool program_parse_as(const char *name, const char *bytes, size_t size,
                      const struct program_options *options, struct program *pr,
                      char text[TEXT_SENTENCE])
{
  struct program built = { .given = 0 };
  struct reader r = { .pr = &built, .options = options, .first = 1 };
  struct scanner s;
  size_t used;

  snprintf(built.name, sizeof built.name, "%s", name);
  scanner_open(&s, name, bytes, without_end_mark(bytes, size), text);
  if (size > PROGRAM_LARGEST)
    return scanner_fault(&s, s.start,
                         "found more than %d bytes, expected a program of at "
                         "most 32 lines",
                         PROGRAM_LARGEST);
  if (!is_text(&r, &s, size) || !read_text(&r, &s))
    return false;
  used = strlen(built.warnings);
  if (r.more > 0)
    snprintf(built.warnings + used, sizeof built.warnings - used,
             "and %u more warnings\n", r.more);
  built.first = options->has_first ? options->first : r.first;
  *pr = built;
  return true;
}

bool program_load_as(const char *name, const struct program_options *options,
                     struct program *pr, char text[TEXT_SENTENCE])
{
  size_t size;
  char *const bytes = text_file_read(name, PROGRAM_LARGEST, &size, text);
  const bool good =
    bytes != NULL && program_parse_as(name, bytes, size, options, pr, text);

  free(bytes);
  return good;
}

static const struct program_options as_found = { .image = 0 };

bool program_parse(const char *name, const char *bytes, size_t size,
                   struct program *pr, char text[TEXT_SENTENCE])
{
  return program_parse_as(name, bytes, size, &as_found, pr, text);
}

bool program_load(const char *name, struct program *pr,
                  char text[TEXT_SENTENCE])
{
  return program_load_as(name, &as_found, pr, text);
}
