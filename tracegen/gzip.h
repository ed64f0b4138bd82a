// SPDX-License-Identifier: MIT
/*
 * gzip.h - bytes squeezed on their way into a file (RFC 1952).
 *
 *   struct gzip *z = gzip_open(&out, text);
 *
 *   gzip_write(z, bytes, size);
 *   gzip_close(z);               // before output_close(&out, text)
 */
#ifndef TRACEGEN_GZIP_H
#define TRACEGEN_GZIP_H

#include "output.h"

struct gzip;

/* Begin a gzip stream in out, which remains the caller's. On failure returns
 * NULL and text says why. */
struct gzip *gzip_open(struct output *out, char text[TEXT_SENTENCE]);

/* Append size bytes. Errors are out's, told by output_close(). */
void gzip_write(struct gzip *z, const char *bytes, size_t size);

/* End the stream, complete, and free z. */
void gzip_close(struct gzip *z);

/* Free z and write nothing more. */
void gzip_discard(struct gzip *z);

#endif
