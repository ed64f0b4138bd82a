// SPDX-License-Identifier: MIT
/*
 * output.h - a file that appears whole or not at all.
 *
 * A regular file, or one that does not exist yet, is written under a temporary
 * name beside the target, NAME.PID-N.part, and renamed when it is complete;
 * until then, and for ever if anything goes wrong, an older file of that name
 * stays as it was. What a killed process left of an earlier try is swept away.
 * Standard output, pipes and devices are written straight. Bytes pass through
 * the caller's own buffer: output_write() is one write to the system.
 *
 *   struct output out;
 *
 *   if (!output_open(&out, "run.vcd", text))
 *     return false;                        // text: "run.vcd: Permission ..."
 *   output_write(&out, bytes, size);       // errors are kept
 *   return output_close(&out, text);       // ... and told here
 */
#ifndef TRACEGEN_OUTPUT_H
#define TRACEGEN_OUTPUT_H

#include "sim/text/text.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output {
  char name[PATH_MAX];      /* as given, for sentences */
  char target[PATH_MAX];    /* what the rename replaces, links resolved */
  char temporary[PATH_MAX]; /* beside the target; "" if written straight */
  int fd;                   /* -1: finished */
  int error;                /* the first errno met, 0 if none */
};

/* Is a file of that name written straight: "-", a pipe, a device? */
bool output_is_straight(const char *name);

/* Begin to write file name; "-" is standard output. On failure returns false
 * and text says why; nothing has been changed and there is nothing to close. */
bool output_open(struct output *out, const char *name,
                 char text[TEXT_SENTENCE]);

/* Append size bytes. After an error (out->error) nothing more is written. */
void output_write(struct output *out, const char *bytes, size_t size);

/* Is it a file of its own, that output_write_at() can write in? A pipe or a
 * device is not. */
bool output_is_file(const struct output *out);

/* Write over size bytes that have been written, from byte `at` on. */
void output_write_at(struct output *out, uint64_t at, const char *bytes,
                     size_t size);

/* End the file and let it appear. Returns false, with a sentence in text, if
 * any of it could not be written; then it does not appear. */
bool output_close(struct output *out, char text[TEXT_SENTENCE]);

/* The same in two steps, for files that appear together: end each of them; and
 * let all that have ended well appear, or none of them. */
bool output_finish(struct output *out, char text[TEXT_SENTENCE]);
bool output_appear(struct output *const out[], unsigned count,
                   char text[TEXT_SENTENCE]);

/* Give up: close, and leave no trace of the file. */
void output_discard(struct output *out);

/* Are the two names of one and the same file that exists? Writing one would
 * replace what is read from the other. */
bool output_same_file(const char *name, const char *other);

#endif
