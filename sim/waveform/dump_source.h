// SPDX-License-Identifier: MIT
/*
 * dump_source.h - where the bytes of a dump come from.
 *
 * What is in a file decides: FST goes through GTKWave's fst2vcd, gzip is
 * unpacked, anything else is read as it stands; "-" is standard input. FST must
 * be a file, since fst2vcd moves about in it: a pipe is refused, and if its
 * name ends in .fst before anybody waits for it. Bytes in memory are a source
 * too.
 *
 *   enum dump_opened opened;
 *   struct dump_source *source = dump_source_open("run.vcd.gz", &opened, text);
 *
 *   while ((n = source->read(source, buffer, sizeof buffer)) > 0)
 *     ...
 *   source->close(source);
 */
#ifndef SSEM_DUMP_SOURCE_H
#define SSEM_DUMP_SOURCE_H

#include "sim/text/text.h"

#include <stdbool.h>

enum dump_opened {
  DUMP_OPENED,
  DUMP_UNREADABLE, /* no such file, not allowed, out of memory */
  DUMP_NO_TOOL     /* fst2vcd is not installed */
};

struct dump_source {
  /* Put up to size bytes in to. Returns how many, 0 at the end, -1 if reading
   * failed: reason then says why. */
  long (*read)(struct dump_source *s, char *to, size_t size);
  /* Free everything, s included. */
  void (*close)(struct dump_source *s);
  const char *reason;
  bool cut; /* it failed because the rest of the file is missing */
};

/* Open a file. On failure returns NULL, *opened says what kind of failure, and
 * text is one sentence. */
struct dump_source *dump_source_open(const char *name, enum dump_opened *opened,
                                     char text[TEXT_SENTENCE]);

/* size bytes in memory, which must outlive the source; NULL: out of memory. */
struct dump_source *dump_source_memory(const char *bytes, size_t size);

#endif
