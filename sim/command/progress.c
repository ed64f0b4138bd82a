// SPDX-License-Identifier: MIT
/* progress.c - signals and the progress line. */
#include "progress.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { GRACE = 1 }; /* seconds to end in, once a signal has come */

static volatile sig_atomic_t caught; /* the first signal that came */
static double began;                 /* seconds of some clock; 0: not yet */
static long shown;       /* the whole second of it last shown, or 0 */
static const char *hint; /* said once, or NULL */

/* Whatever waits for a reader, a writer or the end of a file does not see that
 * a signal has come; it is given a moment, like everything. */
static void on_alarm(int number)
{
  (void)number;
  _exit(128 + (int)caught);
}

static void on_signal(int number)
{
  if (caught == 0)
    caught = number;
  alarm(GRACE);
}

/* Unless whoever started us wants it ignored (nohup, a job in the background).
 */
static void catch_signal(int number, const struct sigaction *action)
{
  struct sigaction before;

  if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
    sigaction(number, action, NULL);
}

void progress_catch_signals(void)
{
  struct sigaction action = { .sa_handler = on_alarm };

  if (caught)
    return; /* the next one kills */
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART | (int)SA_RESETHAND; /* twice kills */
  catch_signal(SIGINT, &action);
  catch_signal(SIGTERM, &action);
  catch_signal(SIGHUP, &action);
  signal(SIGXFSZ, SIG_IGN); /* too large a file is an error to tell */
}

bool progress_interrupted(void)
{
  return caught != 0;
}

void progress_finishing(void)
{
  alarm(0);
}

int progress_exit_status(void)
{
  return 128 + (int)caught;
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
