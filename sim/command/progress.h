// SPDX-License-Identifier: MIT
/*
 * progress.h - long work: Ctrl-C, and a word to the person who waits.
 */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* From here on Ctrl-C asks instead of killing; pressed twice it kills.
 * And a file that outgrows `ulimit -f` fails like one on a full disk. */
void progress_catch_interrupt(void);

/* Has Ctrl-C been pressed? */
bool progress_interrupted(void);

/* So many orders done. On a terminal, once a second has passed, stderr shows
 * it; `of` is the whole, or 0 if unknown. */
void progress_show(uint64_t orders, uint64_t of);

/* A sentence that a person who waits for over two seconds, on a terminal, is to
 * read once; NULL: none. */
void progress_hint(const char *sentence);

/* Take the progress line away again. */
void progress_end(void);

#endif
