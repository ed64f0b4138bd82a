// SPDX-License-Identifier: MIT
/* file.c - whole files in memory. */
#include "file.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *file_read(const char *path, size_t *size)
{
  char full[1024];
  char *bytes;
  FILE *file;
  long end;

  snprintf(full, sizeof full, "%s", path);
  if (path[0] == '$') {
    const size_t name = strcspn(path, "/");

    full[name] = '\0';
    snprintf(full, sizeof full, "%s%s", getenv(full + 1), path + name);
  }
  file = fopen(full, "rb");
  if (file == NULL)
    fail_msg("%s: cannot be read", full);
  fseek(file, 0, SEEK_END);
  end = ftell(file);
  rewind(file);
  bytes = malloc((size_t)end + 1);
  assert_non_null(bytes);
  *size = fread(bytes, 1, (size_t)end, file);
  assert_int_equal(*size, (size_t)end);
  bytes[*size] = '\0';
  fclose(file);
  return bytes;
}
