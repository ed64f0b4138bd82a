// SPDX-License-Identifier: MIT
/* fst2vcd.c - GTKWave's fst2vcd as a child process. */
#include "fst2vcd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

bool fst2vcd_is_fst(const char *bytes, size_t size)
{
  static const char header[9] = { 0, 0, 0, 0, 0, 0, 0, 1, 73 };

  if (size >= sizeof header && memcmp(bytes, header, sizeof header) == 0)
    return true;
  /* the whole file within gzip: a type, two lengths, then gzip */
  return size >= FST2VCD_BYTES && bytes[0] == '\xfe' && bytes[17] == '\x1f' &&
         bytes[18] == '\x8b';
}

/* Write into out, with all signals as at first but in a group of its own: what
 * is asked of us by the terminal, we tell it. */
static int spawn(char *file, int out, pid_t *child)
{
  char program[] = "fst2vcd";
  char option[] = "-f";
  char *const argv[] = { program, option, file, NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t pipe_only;
  int error;

  sigemptyset(&pipe_only);
  sigaddset(&pipe_only, SIGPIPE);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &pipe_only);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  error = posix_spawnp(child, program, &actions, &attributes, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int fst2vcd_start(const char *name, int *from, pid_t *child)
{
  char *const file = strdup(strcmp(name, "-") == 0 ? "/dev/stdin" : name);
  int ends[2];
  int error;

  if (file == NULL || pipe(ends) != 0) {
    error = errno;
    free(file);
    return error;
  }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  error = spawn(file, ends[1], child);
  free(file);
  close(ends[1]);
  if (error != 0)
    close(ends[0]);
  *from = ends[0];
  return error;
}

/* Wait for its end. */
static int status_of(pid_t child)
{
  int status = -1;

  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}

bool fst2vcd_end(pid_t child)
{
  const int status = status_of(child);

  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void fst2vcd_kill(pid_t child)
{
  kill(child, SIGKILL);
  status_of(child);
}
