// SPDX-License-Identifier: MIT
/* dump_source.c - the bytes of a dump: plain, gzip, through fst2vcd, memory. */
#include "dump_source.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

extern char **environ;

struct file_source {
  struct dump_source source;
  gzFile file; /* passes on what is not gzip */
  pid_t child; /* fst2vcd; 0 if there is none */
};

struct memory_source {
  struct dump_source source;
  const char *at;
  size_t left;
};

/* The pipe is at its end: did fst2vcd like the file? */
static bool child_done(struct file_source *f)
{
  int status = 0;
  pid_t who;

  do
    who = waitpid(f->child, &status, 0);
  while (who < 0 && errno == EINTR);
  f->child = 0;
  return who > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static long read_file(struct dump_source *s, char *to, size_t size)
{
  struct file_source *const f = (struct file_source *)s;
  const int n = gzread(f->file, to, (unsigned)size);
  int error = Z_OK;

  if (n > 0)
    return n;
  s->reason = gzerror(f->file, &error);
  if (error == Z_ERRNO)
    s->reason = strerror(errno);
  else if (error == Z_BUF_ERROR)
    s->reason = "the compressed data is cut short";
  if (n < 0 || error == Z_BUF_ERROR)
    return -1;
  if (f->child == 0 || child_done(f))
    return 0;
  s->reason = "fst2vcd could not read it to the end";
  return -1;
}

static void close_file(struct dump_source *s)
{
  struct file_source *const f = (struct file_source *)s;

  gzclose_r(f->file);
  if (f->child != 0)
    child_done(f);
  free(f);
}

/* Start fst2vcd on the file; its standard output is *from. Returns an errno. */
static int start_fst2vcd(const char *name, int *from, pid_t *child)
{
  char program[] = "fst2vcd";
  char option[] = "-f";
  char *const file = strdup(name);
  char *const argv[] = { program, option, file, NULL };
  posix_spawn_file_actions_t actions;
  int ends[2];
  int error;

  if (file == NULL || pipe(ends) != 0) {
    free(file);
    return errno;
  }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  error = posix_spawnp(child, program, &actions, NULL, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  free(file);
  close(ends[1]);
  if (error != 0)
    close(ends[0]);
  *from = ends[0];
  return error;
}

static bool ends_in(const char *name, const char *suffix)
{
  const size_t n = strlen(name);
  const size_t m = strlen(suffix);

  return n >= m && strcmp(name + n - m, suffix) == 0;
}

/* A descriptor to read from, or -1 and a sentence. */
static int open_bytes(const char *name, pid_t *child, enum dump_opened *opened,
                      char text[TEXT_SENTENCE])
{
  struct stat about;
  int from = strcmp(name, "-") == 0 ? dup(STDIN_FILENO)
                                    : open(name, O_RDONLY | O_CLOEXEC);
  int error;

  *opened = DUMP_UNREADABLE;
  if (from < 0) {
    snprintf(text, TEXT_SENTENCE, "%.255s: %s", name, strerror(errno));
    return -1;
  }
  if (fstat(from, &about) == 0 && S_ISDIR(about.st_mode)) {
    close(from);
    snprintf(text, TEXT_SENTENCE, "%.255s: found a directory, expected a file",
             name);
    return -1;
  }
  if (!ends_in(name, ".fst"))
    return from;
  close(from);
  error = start_fst2vcd(name, &from, child);
  if (error == 0)
    return from;
  *child = 0;
  if (error == ENOENT) {
    *opened = DUMP_NO_TOOL;
    snprintf(text, TEXT_SENTENCE,
             "%.255s: fst2vcd, which reads FST, is not installed; it comes "
             "with gtkwave (apt-get install gtkwave)",
             name);
  } else {
    snprintf(text, TEXT_SENTENCE, "%.255s: fst2vcd: %s", name, strerror(error));
  }
  return -1;
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
      child_done(f);
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
