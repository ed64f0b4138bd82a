// SPDX-License-Identifier: MIT
/*
 * file.h - whole files in memory, for tests.
 */
#ifndef TESTS_FILE_H
#define TESTS_FILE_H

#include <stddef.h>

/* The bytes of a file, zero-terminated beyond *size; $NAME at the start of the
 * path is expanded from the environment. Fails the test if it cannot be read.
 * The caller frees it. */
char *file_read(const char *path, size_t *size);

#endif
