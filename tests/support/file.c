// SPDX-License-Identifier: MIT
/* file.c - whole files in memory, and a directory for them. */
#include "file.h"

#include "test.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char directory[] = "/tmp/ssem-test-XXXXXX";
static bool made;

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

const char *scratch(const char *file)
{
  static char path[4][512];
  static unsigned turn;

  if (!made && mkdtemp(directory) == NULL)
    fail_msg("%s cannot be made", directory);
  made = true;
  turn = (turn + 1) % 4;
  snprintf(path[turn], sizeof path[turn], "%s/%s", directory, file);
  return path[turn];
}

/* Count the files, and remove them if asked. */
static unsigned list(bool remove_them)
{
  DIR *const d = made ? opendir(directory) : NULL;
  const struct dirent *e;
  unsigned n = 0;

  while (d != NULL && (e = readdir(d)) != NULL) {
    if (e->d_name[0] == '.')
      continue;
    n++;
    if (remove_them)
      unlink(scratch(e->d_name));
  }
  if (d != NULL)
    closedir(d);
  return n;
}

unsigned scratch_files(void)
{
  return list(false);
}

void scratch_remove_files(void)
{
  list(true);
}

int scratch_end(void **state)
{
  (void)state;
  list(true);
  return made ? rmdir(directory) : 0;
}
