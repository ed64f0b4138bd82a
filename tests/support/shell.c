// SPDX-License-Identifier: MIT
/* shell.c - the ssem command as a user runs it. */
#include "shell.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static char directory[256];

static void read_back(const char *name, char *text, size_t size)
{
  char path[320];
  FILE *file;
  size_t n;

  snprintf(path, sizeof path, "%s/%s", directory, name);
  file = fopen(path, "rb");
  assert_non_null(file);
  n = fread(text, 1, size, file);
  fclose(file);
  assert_true(n < size);
  text[n] = '\0';
}

/* What a line before has said is not to be taken for that of a line which sh
 * cannot read. */
static void make_empty(const char *name)
{
  char path[300];
  FILE *f;

  snprintf(path, sizeof path, "%s/%s", directory, name);
  f = fopen(path, "w");
  assert_non_null(f);
  fclose(f);
}

void shell(struct said *said, const char *line)
{
  char command[8192];
  int status;

  assert_true(snprintf(command, sizeof command,
                       "{ %s\n} >%s/.stdout 2>%s/.stderr </dev/null", line,
                       directory, directory) < (int)sizeof command);
  make_empty(".stdout");
  make_empty(".stderr");
  fflush(NULL);
  status = system(command);
  said->status =
    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  read_back(".stdout", said->out, sizeof said->out);
  read_back(".stderr", said->err, sizeof said->err);
}

int shell_begin(void **state)
{
  const char *const base = getenv("TMPDIR");

  (void)state;
  signal(SIGINT, SIG_DFL); /* a job in the background has it ignored, */
  signal(SIGHUP, SIG_DFL); /* and nohup this one */
  if (getenv("SSEM") == NULL)
    setenv("SSEM", "build/ssem", 1);
  snprintf(directory, sizeof directory, "%s/ssem-test-XXXXXX",
           base == NULL ? "/tmp" : base);
  if (mkdtemp(directory) == NULL)
    return -1;
  return setenv("TMP", directory, 1);
}

int shell_end(void **state)
{
  char command[320];

  (void)state;
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  return system(command);
}
