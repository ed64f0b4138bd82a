// SPDX-License-Identifier: MIT
/* gzip.c - bytes squeezed on their way into a file, by zlib. */
#include "gzip.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum {
  ROOM = 1 << 16,
  GZIP_HEADER = 16, /* added to zlib's window bits: a gzip header */
  LEVEL = 6         /* the usual one */
};

struct gzip {
  z_stream stream;
  struct output *out;
  unsigned char room[ROOM];
};

struct gzip *gzip_open(struct output *out, char text[TEXT_SENTENCE])
{
  struct gzip *const z = calloc(1, sizeof *z);

  if (z == NULL ||
      deflateInit2(&z->stream, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP_HEADER,
                   MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
    snprintf(text, TEXT_SENTENCE, "%.400s: out of memory", out->name);
    free(z);
    return NULL;
  }
  z->out = out;
  return z;
}

/* Take all that is offered; with Z_FINISH end the stream. */
static void squeeze(struct gzip *z, int how)
{
  do {
    z->stream.next_out = z->room;
    z->stream.avail_out = ROOM;
    deflate(&z->stream, how);
    output_write(z->out, (const char *)z->room, ROOM - z->stream.avail_out);
  } while (z->stream.avail_out == 0);
}

void gzip_write(struct gzip *z, const char *bytes, size_t size)
{
  while (size > 0) {
    const unsigned n = size < 1u << 30 ? (unsigned)size : 1u << 30;

    z->stream.next_in = (z_const Bytef *)bytes;
    z->stream.avail_in = n;
    squeeze(z, Z_NO_FLUSH);
    bytes += n;
    size -= n;
  }
}

void gzip_close(struct gzip *z)
{
  squeeze(z, Z_FINISH);
  gzip_discard(z);
}

void gzip_discard(struct gzip *z)
{
  deflateEnd(&z->stream);
  free(z);
}
