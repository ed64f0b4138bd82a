// SPDX-License-Identifier: MIT
/*
 * program_writer.h - what the writers of program files share; internal to this
 * folder.
 */
#ifndef SSEM_PROGRAM_WRITER_H
#define SSEM_PROGRAM_WRITER_H

#include "program.h"

/* The 32 digits of a word, digit 0 first. */
void writer_digits(word w, FILE *out);

/* How many lines the program gives. */
unsigned writer_count(const struct program *pr);

#endif
