// SPDX-License-Identifier: MIT
/* main.c - the ssem command: finds the subcommand and lets it work. */
#include "common.h"
#include "progress.h"

#include "sim/text/nearest.h"

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
  "  ssem trace PROGRAM -o F.fst   write waveforms to read in GTKWave\n"
  "  ssem trace PROGRAM -o F.svg   draw one order as a timing diagram\n"
  "  ssem view  PROGRAM            trace it and open GTKWave\n"
  "  ssem tube  PROGRAM [-o F.png] show the monitor tube as it glowed\n"
  "  ssem asm   PROGRAM [-o FILE]  translate a program to digits\n"
  "  ssem dis   PROGRAM [-o FILE]  translate a program to orders in words\n"
  "  ssem stimulus FILE            what an operator does, in primitives\n"
  "\n"
  "  ssem help COMMAND             the options of a command, with examples\n"
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

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const struct command *find(const char *name)
{
  for (unsigned i = 0; i < COMMANDS; i++)
    if (strcmp(name, commands[i]->name) == 0)
      return commands[i];
  return NULL;
}

static enum status unknown(const char *name)
{
  struct nearest near = nearest_to(name, strlen(name));
  char sentence[TEXT_SENTENCE] = "";
  struct text out = text_in(sentence, sizeof sentence);
  char shown[TEXT_SHOWN];

  for (unsigned i = 0; i < COMMANDS; i++)
    nearest_offer(&near, commands[i]->name);
  nearest_offer(&near, "help");
  text_add(&out,
           "unknown command %s, expected run, check, trace, view, tube, asm, "
           "dis or stimulus",
           text_shown(name, name + strlen(name), shown));
  nearest_tell(&near, &out);
  fprintf(stderr, "ssem: %s; see ssem --help\n", sentence);
  return STATUS_USAGE;
}

/* ssem help, or ssem help COMMAND. */
static enum status tell_help(int argc, char **argv)
{
  const struct command *const c = argc > 2 ? find(argv[2]) : NULL;

  if (argc > 3) {
    fprintf(stderr, "ssem help: one COMMAND expected, found also %s\n",
            argv[3]);
    return STATUS_USAGE;
  }
  if (argc > 2 && c == NULL && strcmp(argv[2], "help") != 0)
    return unknown(argv[2]);
  fputs(c != NULL ? c->help : help, stdout);
  return finish_output(STATUS_STOPPED);
}

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

static enum status obey(const struct command *c, int argc, char **argv)
{
  struct options o;
  enum status status;

  if (options_read(c, argc - 1, argv + 1, &o, &status))
    status = c->obey(&o);
  options_free(&o);
  return status;
}

int main(int argc, char **argv)
{
  const char *const name = argc > 1 ? argv[1] : "";
  const struct command *const c = find(name);
  enum status status;

  occupy_closed_streams();
  if (strcmp(name, "--version") == 0) {
    fputs("ssem " SSEM_VERSION "\n", stdout);
    return (int)finish_output(STATUS_STOPPED);
  }
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
    return (int)tell_help(1, argv);
  if (strcmp(name, "help") == 0)
    return (int)tell_help(argc, argv);
  if (c != NULL) {
    status = obey(c, argc, argv);
    if (progress_interrupted() && status != STATUS_STOPPED)
      return progress_exit_status(); /* whatever it left undone */
    return (int)status;
  }
  if (argc >= 2)
    return (int)unknown(name);
  fputs(help, stderr);
  return STATUS_USAGE;
}
