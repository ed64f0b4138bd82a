// SPDX-License-Identifier: MIT
/* nearest.c - how far words are apart. */
#include "nearest.h"

#include <ctype.h>
#include <string.h>

struct nearest nearest_to(const char *found, size_t size)
{
  return (struct nearest){ .found = found, .size = size };
}

/* What it takes to make b of a. */
static unsigned change(char a, char b)
{
  if (a == b)
    return 0;
  return tolower((unsigned char)a) == tolower((unsigned char)b)
           ? 1
           : NEAREST_LETTER;
}

static unsigned least(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

/* The edit distance, a row of its table after the other. */
static unsigned distance(const char *a, size_t size, const char *b)
{
  const size_t length = strlen(b);
  unsigned row[NEAREST_LONGEST + 1];

  if (size > NEAREST_LONGEST || length > NEAREST_LONGEST)
    return NEAREST_LETTER * (NEAREST_LONGEST + 1);
  for (unsigned j = 0; j <= length; j++)
    row[j] = NEAREST_LETTER * j;
  for (size_t i = 0; i < size; i++) {
    unsigned corner = row[0];

    row[0] += NEAREST_LETTER;
    for (size_t j = 1; j <= length; j++) {
      const unsigned changed = corner + change(a[i], b[j - 1]);

      corner = row[j];
      row[j] = least(changed, least(row[j - 1], corner) + NEAREST_LETTER);
    }
  }
  return row[length];
}

void nearest_offer(struct nearest *n, const char *word)
{
  nearest_offer_part(n, word, word, 0);
}

void nearest_offer_part(struct nearest *n, const char *word, const char *part,
                        unsigned apart)
{
  const size_t letters = n->size < 2 ? 1 : n->size / 2;
  const unsigned far = distance(n->found, n->size, part) + apart;
  unsigned i = n->count;

  if (n->size == 0 || far >= NEAREST_LETTER * (letters + 1))
    return;
  while (i > 0 && n->near[i - 1].distance > far)
    i--;
  if (i == NEAREST_WORDS)
    return;
  if (n->count < NEAREST_WORDS)
    n->count++;
  memmove(&n->near[i + 1], &n->near[i], (n->count - 1 - i) * sizeof n->near[0]);
  n->near[i].word = word;
  n->near[i].distance = far;
}

void nearest_tell(const struct nearest *n, struct text *out)
{
  for (unsigned i = 0; i < n->count; i++)
    if (n->near[i].distance <= n->near[0].distance + NEAREST_LETTER)
      text_add(out, "%s %.250s", i == 0 ? "; near it:" : ",", n->near[i].word);
}
