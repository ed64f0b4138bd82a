// SPDX-License-Identifier: MIT
/* output.c - a file that appears whole or not at all. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const char *name, int error, char text[OUTPUT_TEXT])
{
  snprintf(text, OUTPUT_TEXT, "%.400s: %s", name, strerror(error));
  return false;
}

/* Standard output under any of its names: /dev/stdout, /dev/fd/1, ... */
static bool is_standard_output(const struct stat *there)
{
  struct stat here;

  return fstat(STDOUT_FILENO, &here) == 0 && here.st_dev == there->st_dev &&
         here.st_ino == there->st_ino;
}

/* Create the temporary file beside the target. PATH_MAX bounds the names. */
static int open_temporary(struct output *out)
{
  int fd = -1;

  for (unsigned i = 0; fd < 0 && i < 100; i++) {
    const int length =
      snprintf(out->temporary, sizeof out->temporary, "%s.%ld-%u.part",
               out->target, (long)getpid(), i);

    if (length < 0 || (size_t)length >= sizeof out->temporary) {
      errno = ENAMETOOLONG;
      return -1;
    }
    fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST)
      return -1;
  }
  return fd;
}

bool output_is_straight(const char *name)
{
  struct stat there;

  return strcmp(name, "-") == 0 ||
         (stat(name, &there) == 0 &&
          (!S_ISREG(there.st_mode) || is_standard_output(&there)));
}

bool output_open(struct output *out, const char *name, char text[OUTPUT_TEXT])
{
  struct stat there;
  bool exists;

  if (strlen(name) >= sizeof out->name)
    return fail(name, ENAMETOOLONG, text);
  strcpy(out->name, name);
  strcpy(out->target, name);
  out->temporary[0] = '\0';
  out->error = 0;

  if (strcmp(name, "-") == 0) {
    out->fd = dup(STDOUT_FILENO);
    return out->fd >= 0 || fail("standard output", errno, text);
  }
  exists = stat(name, &there) == 0;
  if (!exists && errno != ENOENT)
    return fail(name, errno, text);
  if (exists && is_standard_output(&there)) {
    out->fd = dup(STDOUT_FILENO);
  } else if (exists && !S_ISREG(there.st_mode)) {
    out->fd = open(name, O_WRONLY | O_CLOEXEC);
  } else {
    if (exists && (access(name, W_OK) != 0 || !realpath(name, out->target)))
      return fail(name, errno, text);
    out->fd = open_temporary(out);
    if (exists && out->fd >= 0)
      (void)fchmod(out->fd, there.st_mode & 0777);
  }
  return out->fd >= 0 || fail(name, errno, text);
}

void output_write(struct output *out, const char *bytes, size_t size)
{
  while (size > 0 && out->error == 0) {
    const ssize_t n = write(out->fd, bytes, size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      out->error = n < 0 ? errno : EIO;
      return;
    }
    bytes += n;
    size -= (size_t)n;
  }
}

bool output_is_file(const struct output *out)
{
  return out->temporary[0] != '\0';
}

void output_write_at(struct output *out, uint64_t at, const char *bytes,
                     size_t size)
{
  while (size > 0 && out->error == 0) {
    const ssize_t n = pwrite(out->fd, bytes, size, (off_t)at);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      out->error = n < 0 ? errno : EIO;
      return;
    }
    bytes += n;
    at += (uint64_t)n;
    size -= (size_t)n;
  }
}

bool output_close(struct output *out, char text[OUTPUT_TEXT])
{
  if (close(out->fd) != 0 && out->error == 0)
    out->error = errno;
  if (out->temporary[0] == '\0')
    return out->error == 0 || fail(out->name, out->error, text);
  if (out->error == 0 && rename(out->temporary, out->target) == 0)
    return true;
  if (out->error == 0)
    out->error = errno;
  unlink(out->temporary);
  return fail(out->name, out->error, text);
}

void output_discard(struct output *out)
{
  close(out->fd);
  if (out->temporary[0] != '\0')
    unlink(out->temporary);
}
