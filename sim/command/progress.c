// SPDX-License-Identifier: MIT
/* progress.c - Ctrl-C and the progress line. */
#include "progress.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static double began;     /* seconds of some clock; 0: not yet */
static long shown;       /* the whole second of it last shown, or 0 */
static const char *hint; /* said once, or NULL */

static void on_interrupt(int number)
{
  (void)number;
  interrupted = 1;
}

void progress_catch_interrupt(void)
{
  struct sigaction action = { .sa_handler = on_interrupt };

  if (interrupted)
    return; /* the next one kills */
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART | (int)SA_RESETHAND; /* twice kills */
  signal(SIGXFSZ, SIG_IGN); /* too large a file is an error to tell */
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

bool progress_interrupted(void)
{
  return interrupted != 0;
}

static double seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_MONOTONIC, &now);
  return 1 + (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void progress_hint(const char *sentence)
{
  hint = sentence;
}

void progress_show(uint64_t orders, uint64_t of)
{
  const double now = seconds();

  if (began == 0)
    began = now;
  if (now < began + 1 || (long)now == shown || !isatty(STDERR_FILENO))
    return;
  if (hint != NULL && now > began + 2) {
    fprintf(stderr, "\r%s\033[K\n", hint);
    hint = NULL;
  }
  shown = (long)now;
  fprintf(stderr, "\r%" PRIu64 " orders", orders);
  if (of != 0 && of != UINT64_MAX)
    fprintf(stderr, " of %" PRIu64, of);
  fputs("\033[K", stderr);
}

void progress_end(void)
{
  if (shown != 0)
    fputs("\r\033[K", stderr);
  shown = 0;
  began = 0;
}
