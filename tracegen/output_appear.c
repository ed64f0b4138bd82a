// SPDX-License-Identifier: MIT
/* output_appear.c - finished files take their names, all of them or none. */
#include "output.h"

#include "output_name.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 4 }; /* files at once */

/* What stood under the name before. */
struct older {
  char kept[PATH_MAX]; /* a second, temporary name of it; "" if it has none */
  bool gone_for_good;  /* it cannot come back once it is replaced */
};

/* Give the older file, if there is one, a second name, from which it can come
 * back. Where a file can have one name only it cannot. False: errno. */
static bool keep_older(const struct output *out, struct older *older)
{
  const int fd = output_temporary(out->target, older->kept);

  if (fd < 0)
    return false;
  close(fd);
  unlink(older->kept);
  if (link(out->target, older->kept) == 0)
    return true;
  older->kept[0] = '\0';
  older->gone_for_good = errno != ENOENT;
  return true;
}

/* The older file, or none, under the name again. */
static void put_back(const struct output *out, const struct older *older)
{
  if (older->kept[0] != '\0')
    rename(older->kept, out->target);
  else if (!older->gone_for_good)
    unlink(out->target);
}

/* Rename each; at the first that fails put those before it back. Returns how
 * many have their names now: all or 0. */
static unsigned rename_all(struct output *const out[], unsigned count,
                           const struct older older[])
{
  for (unsigned i = 0; i < count; i++) {
    if (rename(out[i]->temporary, out[i]->target) == 0)
      continue;
    out[i]->error = errno;
    while (i-- > 0)
      put_back(out[i], &older[i]);
    return 0;
  }
  return count;
}

/* The first error of any, as a sentence; nothing of any stays. */
static bool give_up(struct output *const out[], unsigned count,
                    char text[TEXT_SENTENCE])
{
  bool told = false;

  for (unsigned i = 0; i < count; i++) {
    if (out[i]->error != 0 && !told)
      snprintf(text, TEXT_SENTENCE, "%.400s: %s", out[i]->name,
               strerror(out[i]->error));
    told |= out[i]->error != 0;
    unlink(out[i]->temporary);
  }
  return false;
}

bool output_appear(struct output *const out[], unsigned count,
                   char text[TEXT_SENTENCE])
{
  struct output *own[MOST];
  struct older older[MOST] = { { "", false } };
  unsigned owns = 0;
  bool good = true;

  for (unsigned i = 0; i < count; i++)
    if (output_is_file(out[i]))
      own[owns++] = out[i];
  for (unsigned i = 0; owns > 1 && good && i < owns; i++)
    if (!keep_older(own[i], &older[i])) {
      own[i]->error = errno;
      good = false;
    }
  good = good && rename_all(own, owns, older) == owns;
  for (unsigned i = 0; i < owns; i++)
    if (older[i].kept[0] != '\0')
      unlink(older[i].kept);
  return good || give_up(own, owns, text);
}
