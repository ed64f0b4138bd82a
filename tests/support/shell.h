// SPDX-License-Identifier: MIT
/*
 * shell.h - the ssem command as a user runs it: a command line, and what came
 * back on standard output, standard error and as exit status.
 *
 * The words $SSEM (the command under test) and $TMP (an empty directory of
 * this test's own) may be used in the line; the shell expands them.
 */
#ifndef TESTS_SHELL_H
#define TESTS_SHELL_H

struct said {
  int status; /* exit status, or 128 + signal */
  char out[65536];
  char err[16384];
};

/* Run a command line. A result that does not fit fails the test. */
void shell(struct said *said, const char *line);

/* Make $TMP, and remove it again; cmocka group fixtures. */
int shell_begin(void **state);
int shell_end(void **state);

#endif
