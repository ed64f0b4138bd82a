// SPDX-License-Identifier: MIT
/* view.c - ssem view: trace a program, then open GTKWave on it. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "common.h"
#include "progress.h"
#include "view_gtkwave.h"

#include "tracegen/beside.h"
#include "tracegen/gtkw_place.h"
#include "tracegen/trace.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Is the command in PATH? */
static bool in_path(const char *command)
{
  const char *at = getenv("PATH");

  while (at != NULL && *at != '\0') {
    const size_t n = strcspn(at, ":");
    char name[PATH_MAX];

    if (snprintf(name, sizeof name, "%.*s/%s", (int)n, at, command) <
          (int)sizeof name &&
        access(name, X_OK) == 0)
      return true;
    at += n + (at[n] == ':');
  }
  return false;
}

static bool set(const char *variable)
{
  const char *const value = getenv(variable);

  return value != NULL && value[0] != '\0';
}

/* Can a window be opened? */
static bool ready(void)
{
  if (!in_path("gtkwave")) {
    fputs("ssem view: gtkwave is missing: install it (make deps), or write "
          "the trace with\nssem trace -o FILE.vcd for another viewer\n",
          stderr);
    return false;
  }
  if (!set("DISPLAY") && !set("WAYLAND_DISPLAY")) {
    fputs("ssem view: no DISPLAY to open a window on: set it (ssh -X does), "
          "or write the\ntrace with ssem trace -o FILE.fst and open it "
          "elsewhere\n",
          stderr);
    return false;
  }
  return true;
}

/* A name in a new directory of its own. */
static bool make_name(char *name, size_t size)
{
  const char *const directory = set("TMPDIR") ? getenv("TMPDIR") : "/tmp";
  const int n = snprintf(name, size, "%s/ssem-view-XXXXXX", directory);

  if (n < 0 || (size_t)n + 16 > size || mkdtemp(name) == NULL) {
    fprintf(stderr, "ssem view: %s: %s\n", name, strerror(errno));
    return false;
  }
  strcat(name, "/run.fst");
  return true;
}

/* Remove what make_name() made, and what was put beside it. */
static void remove_made(const char *made)
{
  char name[PATH_MAX];

  unlink(made);
  if (beside_view(made, name, sizeof name))
    unlink(name);
  snprintf(name, sizeof name, "%.*s", (int)(strrchr(made, '/') - made), made);
  rmdir(name); /* fails, rightly, if somebody has saved a view of his own */
}

/* Is -o a file that GTKWave can open? */
static bool usable(const struct options *o)
{
  if (o->output != NULL && strcmp(o->output, "-") == 0) {
    fputs("ssem view: -o: found '-', expected a file\n", stderr);
    return false;
  }
  if (o->output == NULL || !trace_is_drawing(o->output))
    return true;
  fprintf(stderr,
          "ssem view: -o: found '%s', a drawing, expected a trace: .vcd, "
          ".vcd.gz or .fst\n",
          o->output);
  return false;
}

static enum status show(const struct options *o)
{
  char save[PATH_MAX] = "", note[TEXT_SENTENCE];

  if (!o->no_view)
    gtkw_place(o->output, save, note);
  fprintf(stderr, "ssem view: gtkwave %s %s\n", o->output, save);
  progress_finishing();
  return view_gtkwave(o->output, save[0] == '\0' ? NULL : save);
}

static enum status view(const struct options *given)
{
  struct options o = *given;
  char made[PATH_MAX];
  enum status status;

  if (!usable(&o))
    return STATUS_USAGE;
  if (!ready())
    return STATUS_OUTPUT;
  if (o.output == NULL) {
    if (!make_name(made, sizeof made))
      return STATUS_OUTPUT;
    o.output = made;
  }
  status = command_trace.obey(&o);
  if (status == STATUS_STOPPED)
    status = show(&o);
  if (o.output == made)
    remove_made(made);
  return status;
}

const struct command command_view = {
  .name = "view",
  .accepts = OPTIONS_TRACE,
  .levels = "serial",
  .obey = view,
  .help =
    "ssem view PROGRAM - trace a program and open GTKWave on it\n"
    "\n"
    "Takes the options of ssem trace, but --signals. Without -o the trace and "
    "its\n"
    "view go into a directory of their own under $TMPDIR, or /tmp, and go "
    "with\n"
    "GTKWave.\n"
    "\n"
    "  ssem view programs/first-35.asm\n"
    "  ssem view programs/first-989.asm --from 1000 --orders 4\n"
    "  ssem view programs/first-989.asm --grain order -o run.fst\n"
    "\n"
    "Exit status: GTKWave's, or 2 bad usage or program, 4 output failed, "
    "GTKWave\n"
    "missing or no display that it can reach, 130 interrupted.\n",
};
