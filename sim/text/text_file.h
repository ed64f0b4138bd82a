// SPDX-License-Identifier: MIT
/*
 * text_file.h - a file read whole, for a scanner.
 *
 *   size_t size;
 *   char *bytes = text_file_read("baby.map", MAP_LARGEST, &size, text);
 *
 *   if (bytes == NULL)
 *     fprintf(stderr, "%s\n", text);       // baby.map: No such file or ...
 *   ...
 *   free(bytes);
 */
#ifndef SSEM_TEXT_FILE_H
#define SSEM_TEXT_FILE_H

#include "text.h"

/* The bytes of the file called name ("-": standard input), or the first
 * most + 1 of them if it is longer. On failure NULL, and text is one sentence,
 * "name: reason". */
char *text_file_read(const char *name, size_t most, size_t *size,
                     char text[TEXT_SENTENCE]);

#endif
