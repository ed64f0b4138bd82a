// SPDX-License-Identifier: MIT
/*
 * fst_squeeze.h - bytes squeezed by zlib, for the blocks of an FST file.
 *
 *   struct fst_squeeze s;
 *
 *   if (!fst_squeeze_open(&s))
 *     ...                                      // out of memory
 *   if (!fst_squeeze(&s, from.at, from.used, &to))
 *     fst_put(&to, from.at, from.used);        // it would not be smaller
 *   fst_squeeze_close(&s);
 */
#ifndef TRACEGEN_FST_SQUEEZE_H
#define TRACEGEN_FST_SQUEEZE_H

#include "fst_bytes.h"

#include <zlib.h>

struct fst_squeeze {
  z_stream stream;
};

/* Get ready. False: out of memory, and there is nothing to close. */
bool fst_squeeze_open(struct fst_squeeze *s);

/* Append size bytes to `to`, squeezed. False, and nothing is appended, if they
 * would not become fewer, or if there is no memory (to->failed). */
bool fst_squeeze(struct fst_squeeze *s, const unsigned char *bytes, size_t size,
                 struct fst_bytes *to);

/* The same as a gzip file (RFC 1952), smaller or not. False: out of memory. */
bool fst_gzip(const struct fst_bytes *from, struct fst_bytes *to);

void fst_squeeze_close(struct fst_squeeze *s);

#endif
