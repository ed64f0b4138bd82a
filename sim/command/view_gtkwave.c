// SPDX-License-Identifier: MIT
/* view_gtkwave.c - GTKWave, started and waited for. */
#include "view_gtkwave.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t child; /* GTKWave's process, while it runs */

static void pass_on(int number)
{
  if (child != 0)
    kill((pid_t)child, number);
}

/* From here on these signals end GTKWave; then we clean up and end too. */
static void catch_signals(void)
{
  struct sigaction action = { .sa_handler = pass_on, .sa_flags = SA_RESTART };

  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
}

/* In the child: what GTKWave says goes into fd. */
static void become_gtkwave(int fd, const char *trace, const char *view)
{
  dup2(fd, STDOUT_FILENO);
  dup2(fd, STDERR_FILENO);
  close(fd);
  execlp("gtkwave", "gtkwave", trace, view, (char *)NULL);
  fprintf(stderr, "ssem view: gtkwave: %s\n", strerror(errno));
  _exit(127);
}

/* Show what GTKWave says, up to its complaint that it has no screen: a page on
 * its options follows. Returns false if it complained. */
static bool listen(FILE *said)
{
  static const char complaint[] = "Could not initialize GTK";
  char line[1024];
  bool reached = true;

  while (fgets(line, sizeof line, said) != NULL) {
    if (strncmp(line, complaint, strlen(complaint)) == 0)
      reached = false;
    if (reached)
      fputs(line, stdout);
  }
  fclose(said);
  fflush(stdout);
  return reached;
}

static enum status failed(const char *what)
{
  fprintf(stderr, "ssem view: %s: %s\n", what, strerror(errno));
  return STATUS_OUTPUT;
}

/* What is said, and how it ended. */
static enum status follow(FILE *said)
{
  const bool reached = listen(said);
  int status;

  if (waitpid((pid_t)child, &status, 0) < 0)
    return failed("gtkwave");
  child = 0;
  if (!reached) {
    fputs(
      "ssem view: gtkwave cannot reach the display: look at DISPLAY (ssh -X "
      "sets it) and\nxhost, or write the trace with ssem trace -o FILE.fst "
      "and open it elsewhere\n",
      stderr);
    return STATUS_OUTPUT;
  }
  if (WIFSIGNALED(status))
    return (enum status)(128 + WTERMSIG(status));
  return WEXITSTATUS(status) == 127 ? STATUS_OUTPUT
                                    : (enum status)WEXITSTATUS(status);
}

enum status view_gtkwave(const char *trace, const char *view)
{
  int ends[2];
  FILE *said;
  pid_t pid;

  fflush(NULL);
  if (pipe(ends) != 0)
    return failed("pipe");
  pid = fork();
  if (pid == 0) {
    close(ends[0]);
    become_gtkwave(ends[1], trace, view);
  }
  close(ends[1]);
  said = fdopen(ends[0], "r");
  if (pid < 0 || said == NULL) {
    close(ends[0]);
    return failed("gtkwave");
  }
  child = (sig_atomic_t)pid;
  catch_signals();
  return follow(said);
}
