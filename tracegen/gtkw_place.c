// SPDX-License-Identifier: MIT
/* gtkw_place.c - where the view of a trace may be written. */
#include "gtkw_place.h"

#include "beside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { LARGEST = 1 << 18 }; /* bytes of a view: ours are smaller by far */

enum owner {
  OWNER_NONE,   /* there is no such file */
  OWNER_TRACE,  /* it is ours, as it was written, for this trace */
  OWNER_OTHER,  /* likewise, for another trace, which is there */
  OWNER_CHANGED /* it is somebody's */
};

void gtkw_first_line(const char *bytes, size_t size, char line[GTKW_FIRST_LINE])
{
  const unsigned long sum =
    crc32(crc32(0, NULL, 0), (const Bytef *)bytes, (uInt)size);

  snprintf(line, GTKW_FIRST_LINE,
           "[*] ssem made this view; one that was changed is kept "
           "(checksum %08lx)\n",
           sum);
}

/* Is the file's first line the one that goes with the rest? */
static bool is_ours(const char *bytes, size_t size)
{
  const char *const end = memchr(bytes, '\n', size);
  char line[GTKW_FIRST_LINE];

  if (end == NULL)
    return false;
  gtkw_first_line(end + 1, size - (size_t)(end + 1 - bytes), line);
  return strlen(line) == (size_t)(end + 1 - bytes) &&
         memcmp(line, bytes, strlen(line)) == 0;
}

/* The file that a view of ours is of, beside it. */
static void dump_of(const char *view, const char *bytes, char dump[PATH_MAX])
{
  static const char key[] = "[dumpfile] \"";
  const char *const at = strstr(bytes, key);
  const char *const name = at == NULL ? "" : at + strlen(key);

  snprintf(dump, PATH_MAX, "%.*s%.*s", (int)(beside_base(view) - view), view,
           (int)strcspn(name, "\""), name);
}

static enum owner owner_of(const char *view, const char *output)
{
  char *const bytes = calloc(1, LARGEST + 1);
  FILE *const file = fopen(view, "rb");
  enum owner owner = OWNER_CHANGED;
  char dump[PATH_MAX];
  size_t size;

  if (file == NULL)
    owner = access(view, F_OK) == 0 ? OWNER_CHANGED : OWNER_NONE;
  if (bytes != NULL && file != NULL) {
    size = fread(bytes, 1, LARGEST, file);
    if (is_ours(bytes, size)) {
      dump_of(view, bytes, dump);
      owner = strcmp(beside_base(dump), beside_base(output)) == 0 ||
                  access(dump, F_OK) != 0
                ? OWNER_TRACE
                : OWNER_OTHER;
    }
  }
  if (file != NULL)
    fclose(file);
  free(bytes);
  return owner;
}

void gtkw_place(const char *output, char name[PATH_MAX],
                char note[TEXT_SENTENCE])
{
  char first[PATH_MAX];
  enum owner owner;

  note[0] = '\0';
  if (beside_view(output, name, PATH_MAX)) {
    owner = owner_of(name, output);
    if (owner == OWNER_NONE || owner == OWNER_TRACE)
      return;
    snprintf(first, sizeof first, "%s", name);
    if (beside_second_view(output, name, PATH_MAX) &&
        strcmp(first, name) != 0) {
      snprintf(note, TEXT_SENTENCE,
               "%.200s is %s and is kept; the view is %.200s", first,
               owner == OWNER_OTHER ? "the view of another trace"
                                    : "changed or not ours",
               name);
      owner = owner_of(name, output);
      if (owner == OWNER_NONE || owner == OWNER_TRACE)
        return;
    }
    snprintf(note, TEXT_SENTENCE,
             "%.200s is not ours to replace; no view written", name);
  }
  name[0] = '\0';
}
