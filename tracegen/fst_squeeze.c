// SPDX-License-Identifier: MIT
/* fst_squeeze.c - bytes squeezed by zlib, for the blocks of an FST file. */
#include "fst_squeeze.h"

#include <string.h>

enum {
  LEVEL = 1, /* the fastest: chains are long runs of the same few bytes */
  MEMORY = 8,
  GZIP_HEADER = 16 /* added to zlib's window bits */
};

bool fst_squeeze_open(struct fst_squeeze *s)
{
  memset(s, 0, sizeof *s);
  return deflateInit2(&s->stream, LEVEL, Z_DEFLATED, MAX_WBITS, MEMORY,
                      Z_DEFAULT_STRATEGY) == Z_OK;
}

/* All of it, to the end of the stream; false if that needs more than room. */
static bool deflate_into(z_stream *z, const unsigned char *bytes, size_t size,
                         struct fst_bytes *to, size_t room)
{
  if (!fst_bytes_need(to, room))
    return false;
  z->next_in = (z_const Bytef *)bytes;
  z->avail_in = (uInt)size;
  z->next_out = to->at + to->used;
  z->avail_out = (uInt)room;
  if (deflate(z, Z_FINISH) != Z_STREAM_END)
    return false;
  to->used += room - z->avail_out;
  return true;
}

bool fst_squeeze(struct fst_squeeze *s, const unsigned char *bytes, size_t size,
                 struct fst_bytes *to)
{
  return size > 1 && size < UINT32_MAX && deflateReset(&s->stream) == Z_OK &&
         deflate_into(&s->stream, bytes, size, to, size - 1);
}

bool fst_gzip(const struct fst_bytes *from, struct fst_bytes *to)
{
  z_stream z = { .zalloc = NULL };
  bool good;

  if (deflateInit2(&z, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP_HEADER, MEMORY,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    return false;
  good =
    deflate_into(&z, from->at, from->used, to, deflateBound(&z, from->used));
  deflateEnd(&z);
  return good;
}

void fst_squeeze_close(struct fst_squeeze *s)
{
  deflateEnd(&s->stream);
}
