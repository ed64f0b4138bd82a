// SPDX-License-Identifier: MIT
/* output.c - a file that appears whole or not at all. */
#include "output.h"

#include "output_name.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const char *name, int error, char text[TEXT_SENTENCE])
{
  snprintf(text, TEXT_SENTENCE, "%.400s: %s", name, strerror(error));
  return false;
}

/* Standard output under any of its names: /dev/stdout, /dev/fd/1, ... */
static bool is_standard_output(const struct stat *there)
{
  struct stat here;

  return fstat(STDOUT_FILENO, &here) == 0 && here.st_dev == there->st_dev &&
         here.st_ino == there->st_ino;
}

bool output_is_straight(const char *name)
{
  struct stat there;

  return strcmp(name, "-") == 0 ||
         (stat(name, &there) == 0 &&
          (!S_ISREG(there.st_mode) || is_standard_output(&there)));
}

/* A file of its own; there is the older one, or NULL. */
static int open_own(struct output *out, const struct stat *there)
{
  int fd;

  if ((there != NULL && access(out->name, W_OK) != 0) ||
      !output_follow(out->name, out->target))
    return -1;
  output_sweep(out->target);
  fd = output_temporary(out->target, out->temporary);
  if (there != NULL && fd >= 0)
    (void)fchmod(fd, there->st_mode & 0777);
  return fd;
}

bool output_open(struct output *out, const char *name, char text[TEXT_SENTENCE])
{
  struct stat there;
  bool exists;

  memset(out, 0, sizeof *out);
  if (strlen(name) >= sizeof out->name)
    return fail(name, ENAMETOOLONG, text);
  strcpy(out->name, name);
  exists = strcmp(name, "-") != 0 && stat(name, &there) == 0;
  if (strcmp(name, "-") == 0 || (exists && is_standard_output(&there)))
    out->fd = dup(STDOUT_FILENO);
  else if (exists && !S_ISREG(there.st_mode))
    out->fd = open(name, O_WRONLY | O_CLOEXEC);
  else if (exists || errno == ENOENT)
    out->fd = open_own(out, exists ? &there : NULL);
  else
    return fail(name, errno, text);
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

bool output_finish(struct output *out, char text[TEXT_SENTENCE])
{
  if (close(out->fd) != 0 && out->error == 0)
    out->error = errno;
  out->fd = -1;
  if (out->error == 0)
    return true;
  if (output_is_file(out))
    unlink(out->temporary);
  return fail(out->name, out->error, text);
}

bool output_close(struct output *out, char text[TEXT_SENTENCE])
{
  return output_finish(out, text) && output_appear(&out, 1, text);
}

void output_discard(struct output *out)
{
  if (out->fd >= 0)
    close(out->fd);
  if (output_is_file(out))
    unlink(out->temporary);
}

bool output_same_file(const char *name, const char *other)
{
  struct stat a, b;

  return stat(name, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}
