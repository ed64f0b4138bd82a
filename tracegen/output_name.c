// SPDX-License-Identifier: MIT
/* output_name.c - under which names an output is written. */
#include "output_name.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  LONGEST = 255,              /* bytes in the name of a file in a directory */
  SUFFIX = 32,                /* room for ".PID-N.part" */
  CUT = LONGEST - SUFFIX - 9, /* of a long name; "~" and 8 digits follow */
  LINKS = 40                  /* one after the other, before it is a circle */
};

/* Where the name without its directory begins. */
static size_t base_of(const char *path)
{
  const char *const slash = strrchr(path, '/');

  return slash == NULL ? 0 : (size_t)(slash + 1 - path);
}

bool output_follow(const char *name, char target[PATH_MAX])
{
  char link[PATH_MAX];

  strcpy(target, name);
  for (unsigned i = 0; i < LINKS; i++) {
    const ssize_t n = readlink(target, link, sizeof link - 1);
    size_t base;

    if (n < 0)
      return errno == EINVAL || errno == ENOENT; /* no link; nothing yet */
    link[n] = '\0';
    base = link[0] == '/' ? 0 : base_of(target);
    if (base + (size_t)n >= PATH_MAX) {
      errno = ENAMETOOLONG;
      return false;
    }
    strcpy(target + base, link);
  }
  errno = ELOOP;
  return false;
}

/* A number for a name (FNV-1a). */
static uint32_t number_of(const char *name)
{
  uint32_t hash = 2166136261U;

  for (; *name != '\0'; name++)
    hash = (hash ^ (unsigned char)*name) * 16777619U;
  return hash;
}

/* What the temporary names of a target begin with. */
static void stem_of(const char *target, char stem[PATH_MAX])
{
  const size_t base = base_of(target);

  if (strlen(target + base) <= LONGEST - SUFFIX)
    snprintf(stem, PATH_MAX, "%s", target);
  else
    snprintf(stem, PATH_MAX, "%.*s~%08" PRIx32, (int)(base + CUT), target,
             number_of(target + base));
}

/* A lock that ends with the process, whatever ends it. */
static void lock(int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  (void)fcntl(fd, F_SETLK, &whole);
}

int output_temporary(const char *target, char temporary[PATH_MAX])
{
  char stem[PATH_MAX];
  int fd = -1;

  stem_of(target, stem);
  for (unsigned i = 0; fd < 0 && i < 100; i++) {
    char end[48];

    snprintf(end, sizeof end, ".%ld-%u.part", (long)getpid(), i);
    if (strlen(stem) + strlen(end) >= PATH_MAX) {
      errno = ENAMETOOLONG;
      return -1;
    }
    strcpy(temporary, stem);
    strcat(temporary, end);
    fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST)
      return -1;
  }
  lock(fd);
  return fd;
}

/* Is it the name of a temporary file with that stem, and of which process? */
static bool is_temporary(const char *name, const char *stem, long *pid)
{
  const size_t length = strlen(stem);
  char *end;

  if (strncmp(name, stem, length) != 0 || name[length] != '.')
    return false;
  *pid = strtol(name + length + 1, &end, 10);
  if (*pid <= 0 || *end != '-')
    return false;
  (void)strtol(end + 1, &end, 10);
  return strcmp(end, ".part") == 0;
}

/* Has its process ended? The lock tells where the pid cannot: in another
 * container, on another machine. */
static bool is_stale(const char *path, long pid)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  bool stale = false;
  int fd;

  if (kill((pid_t)pid, 0) == 0 || errno != ESRCH)
    return false;
  fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd >= 0) {
    stale = fcntl(fd, F_GETLK, &whole) == 0 && whole.l_type == F_UNLCK;
    close(fd);
  }
  return stale;
}

void output_sweep(const char *target)
{
  char stem[PATH_MAX], path[PATH_MAX];
  const size_t base = base_of(target);
  struct dirent *entry;
  DIR *directory;

  stem_of(target, stem);
  snprintf(path, sizeof path, "%.*s", (int)base, target);
  directory = opendir(base == 0 ? "." : path);
  while (directory != NULL && (entry = readdir(directory)) != NULL) {
    long pid;

    if (is_temporary(entry->d_name, stem + base, &pid) &&
        snprintf(path + base, sizeof path - base, "%s", entry->d_name) <
          (int)(sizeof path - base) &&
        is_stale(path, pid))
      unlink(path);
  }
  if (directory != NULL)
    closedir(directory);
}
