// SPDX-License-Identifier: MIT
/*
 * progress.h - long work: Ctrl-C, and a word to the person who waits.
 *
 * SIGINT, SIGTERM and SIGHUP are three ways to ask for the end. Long loops look
 * at progress_interrupted(); what has not ended a second later is ended, for it
 * waits for somebody else. A signal that was ignored from the start stays so.
 */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* From here on these signals ask instead of killing; the second of a kind
 * kills. And a file that outgrows `ulimit -f` fails like one on a full disk. */
void progress_catch_signals(void);

/* Has one of them come? */
bool progress_interrupted(void);

/* What is left to do has to be done, to finish a file; it may take its time. */
void progress_finishing(void);

/* What the process returns after a signal: 130, 143 or 129. */
int progress_exit_status(void);

/* So many orders done. On a terminal, once a second has passed, stderr shows
 * it; `of` is the whole, or 0 if unknown. */
void progress_show(uint64_t orders, uint64_t of);

/* A sentence that a person who waits for over two seconds, on a terminal, is to
 * read once; NULL: none. */
void progress_hint(const char *sentence);

/* Take the progress line away again. */
void progress_end(void);

#endif
