// SPDX-License-Identifier: MIT
/* main.c - the ssem command: finds the subcommand and lets it work. */
#include "common.h"
#include "progress.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
  &command_run,  &command_check, &command_trace, &command_view,
  &command_tube, &command_asm,   &command_dis,   &command_stimulus
};

static const char help[] =
  "ssem - the Manchester Baby of 21 June 1948, digit by digit\n"
  "\n"
  "  ssem run   PROGRAM            obey a program and report how it ended\n"
  "  ssem check PROGRAM...         compare levels at every order\n"
  "  ssem trace PROGRAM -o F.vcd   write waveforms to read in GTKWave\n"
  "  ssem trace PROGRAM -o F.svg   draw one order as a timing diagram\n"
  "  ssem view  PROGRAM            trace it and open GTKWave\n"
  "  ssem tube  PROGRAM [-o F.png] show the monitor tube as it glowed\n"
  "  ssem asm   PROGRAM [-o FILE]  translate a program to digits\n"
  "  ssem dis   PROGRAM [-o FILE]  translate a program to orders in words\n"
  "  ssem stimulus FILE            what an operator does, in primitives\n"
  "\n"
  "  ssem COMMAND --help           the options of a command, with examples\n"
  "  ssem --version\n"
  "\n"
  "PROGRAM is a file in any of the usual formats, or - for standard input.\n"
  "Try:  ssem run programs/first-35.asm\n"
  "\n"
  "Exit status: 0 stopped by STP (check: all agree; trace, asm, dis: "
  "written),\n"
  "1 levels differ, 2 bad usage or bad program, 3 --max-orders reached,\n"
  "4 output failed or a tool or level is missing; interrupted: 130 by Ctrl-C,\n"
  "143 by SIGTERM, 129 by SIGHUP.\n";

/* Where a standard stream is closed the next file that is opened would take its
 * place, and messages would go into a trace. Put there what can neither be read
 * nor written. */
static void occupy_closed_streams(void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0)
      (void)!open(fd == STDIN_FILENO ? "/dev/null" : "/",
                  fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
  const char *const name = argc > 1 ? argv[1] : "";

  occupy_closed_streams();

  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
      strcmp(name, "--version") == 0) {
    fputs(strcmp(name, "--version") == 0 ? "ssem " SSEM_VERSION "\n" : help,
          stdout);
    return (int)finish_output(STATUS_STOPPED);
  }
  for (unsigned i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    struct options o;
    enum status status;

    if (strcmp(name, commands[i]->name) != 0)
      continue;
    if (options_read(commands[i], argc - 1, argv + 1, &o, &status))
      status = commands[i]->obey(&o);
    options_free(&o);
    if (progress_interrupted() && status != STATUS_STOPPED)
      return progress_exit_status(); /* whatever it left undone */
    return (int)status;
  }
  if (argc < 2)
    fputs(help, stderr);
  else
    fprintf(
      stderr,
      "ssem: unknown command '%s', expected run, check, trace, view, tube, "
      "asm, dis or stimulus; see ssem --help\n",
      name);
  return STATUS_USAGE;
}
