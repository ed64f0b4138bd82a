// SPDX-License-Identifier: MIT
/* dump_source.c - the bytes of a dump: plain, gzip, through fst2vcd, memory. */
#include "dump_source.h"

#include "fst2vcd.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define NO_PIPE \
  "FST can be read from a file only, not from a pipe nor within gzip"

struct file_source {
  struct dump_source source;
  gzFile file; /* passes on what is not gzip */
  pid_t child; /* fst2vcd; 0 if there is none */
  bool begun;  /* the first bytes have been read */
};

struct memory_source {
  struct dump_source source;
  const char *at;
  size_t left;
};

/* The first bytes of what is not read through fst2vcd. */
static bool cannot_be_read(struct file_source *f, const char *bytes, int n)
{
  const bool first = !f->begun;

  f->begun = true;
  return first && f->child == 0 && n > 0 && fst2vcd_is_fst(bytes, (size_t)n);
}

static long read_file(struct dump_source *s, char *to, size_t size)
{
  struct file_source *const f = (struct file_source *)s;
  const int n = gzread(f->file, to, (unsigned)size);
  const pid_t child = f->child;
  int error = Z_OK;

  s->reason = NO_PIPE;
  if (cannot_be_read(f, to, n))
    return -1;
  if (n > 0)
    return n;
  s->reason = gzerror(f->file, &error);
  if (error == Z_ERRNO)
    s->reason = strerror(errno);
  else if (error == Z_BUF_ERROR)
    s->reason = "the compressed data is cut short";
  s->cut = error == Z_BUF_ERROR;
  if (n < 0 || error == Z_BUF_ERROR)
    return -1;
  f->child = 0;
  if (child == 0 || fst2vcd_end(child))
    return 0;
  s->reason = "fst2vcd could not read it to the end";
  return -1;
}

static void close_file(struct dump_source *s)
{
  struct file_source *const f = (struct file_source *)s;

  if (f->child != 0)
    fst2vcd_kill(f->child);
  gzclose_r(f->file);
  free(f);
}

/* name: reason, and -1. */
static int refused(const char *name, const char *reason,
                   char text[TEXT_SENTENCE])
{
  snprintf(text, TEXT_SENTENCE, "%.255s: %s", name, reason);
  return -1;
}

/* A pipe that is called FST is not waited for. */
static bool is_fst_pipe(const char *name)
{
  struct stat about;

  return text_ends_in(name, ".fst") && stat(name, &about) == 0 &&
         S_ISFIFO(about.st_mode);
}

/* The name's own bytes, or -1 and a sentence. */
static int open_plainly(const char *name, char text[TEXT_SENTENCE])
{
  struct stat about;
  int from;

  if (is_fst_pipe(name))
    return refused(name, NO_PIPE, text);
  from = strcmp(name, "-") == 0 ? dup(STDIN_FILENO)
                                : open(name, O_RDONLY | O_CLOEXEC);
  if (from < 0)
    return refused(name, strerror(errno), text);
  if (fstat(from, &about) != 0 || !S_ISDIR(about.st_mode))
    return from;
  close(from);
  return refused(name, "found a directory, expected a file", text);
}

/* Does FST stand at the beginning of an open file? Of a pipe it is not said. */
static bool holds_fst(int from)
{
  char bytes[FST2VCD_BYTES];
  const ssize_t n = pread(from, bytes, sizeof bytes, 0);

  return n > 0 && fst2vcd_is_fst(bytes, (size_t)n);
}

/* A descriptor to read from, or -1 and a sentence. */
static int open_bytes(const char *name, pid_t *child, enum dump_opened *opened,
                      char text[TEXT_SENTENCE])
{
  int from = open_plainly(name, text);
  int error;

  *opened = DUMP_UNREADABLE;
  if (from < 0 || !holds_fst(from))
    return from;
  close(from);
  error = fst2vcd_start(name, &from, child);
  if (error == 0)
    return from;
  *child = 0;
  if (error != ENOENT) {
    snprintf(text, TEXT_SENTENCE, "%.255s: fst2vcd: %s", name, strerror(error));
    return -1;
  }
  *opened = DUMP_NO_TOOL;
  return refused(name,
                 "fst2vcd, which reads FST, is not installed; it comes with "
                 "gtkwave (apt-get install gtkwave)",
                 text);
}

struct dump_source *dump_source_open(const char *name, enum dump_opened *opened,
                                     char text[TEXT_SENTENCE])
{
  struct file_source *const f = calloc(1, sizeof *f);
  const int from = f == NULL ? -1 : open_bytes(name, &f->child, opened, text);

  if (f != NULL && from >= 0)
    f->file = gzdopen(from, "rb");
  if (f != NULL && f->file != NULL) {
    gzbuffer(f->file, 1 << 17);
    f->source.read = read_file;
    f->source.close = close_file;
    *opened = DUMP_OPENED;
    return &f->source;
  }
  if (f == NULL || from >= 0) {
    *opened = DUMP_UNREADABLE;
    snprintf(text, TEXT_SENTENCE, "%.255s: out of memory", name);
  }
  if (from >= 0) {
    close(from);
    if (f->child != 0)
      fst2vcd_kill(f->child);
  }
  free(f);
  return NULL;
}

static long read_memory(struct dump_source *s, char *to, size_t size)
{
  struct memory_source *const m = (struct memory_source *)s;
  const size_t n = size < m->left ? size : m->left;

  memcpy(to, m->at, n);
  m->at += n;
  m->left -= n;
  return (long)n;
}

static void close_memory(struct dump_source *s)
{
  free(s);
}

struct dump_source *dump_source_memory(const char *bytes, size_t size)
{
  struct memory_source *const m = calloc(1, sizeof *m);

  if (m == NULL)
    return NULL;
  m->source.read = read_memory;
  m->source.close = close_memory;
  m->at = bytes;
  m->left = size;
  return &m->source;
}
