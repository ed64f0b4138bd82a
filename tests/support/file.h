// SPDX-License-Identifier: MIT
/*
 * file.h - files for tests: whole ones in memory, and a directory for them.
 */
#ifndef TESTS_FILE_H
#define TESTS_FILE_H

#include <stddef.h>

/* The bytes of a file, zero-terminated beyond *size; $NAME at the start of the
 * path is expanded from the environment. Fails the test if it cannot be read.
 * The caller frees it. */
char *file_read(const char *path, size_t *size);

/* A path in this test program's own directory, made on the first call. The
 * text is good until the fourth call after. */
const char *scratch(const char *file);

/* Remove the files in it; and the directory too: a cmocka group teardown. */
void scratch_remove_files(void);
int scratch_end(void **state);

/* How many entries there are in it. */
unsigned scratch_files(void);

#endif
