// SPDX-License-Identifier: MIT
/* text_file.c - a file read whole. */
#include "text_file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Read it; 0, or an errno. */
static int read_all(FILE *file, char *bytes, size_t room, size_t *size)
{
  errno = 0;
  *size = fread(bytes, 1, room, file);
  return ferror(file) ? errno : 0;
}

char *text_file_read(const char *name, size_t most, size_t *size,
                     char text[TEXT_SENTENCE])
{
  const bool standard = strcmp(name, "-") == 0;
  FILE *const file = standard ? stdin : fopen(name, "rb");
  int error = file == NULL ? errno : ENOMEM;
  char *bytes = file == NULL ? NULL : malloc(most + 1);

  if (bytes != NULL)
    error = read_all(file, bytes, most + 1, size);
  if (file != NULL && !standard)
    fclose(file);
  if (error == 0)
    return bytes;
  free(bytes);
  snprintf(text, TEXT_SENTENCE, "%.255s: %s", name, strerror(error));
  return NULL;
}
