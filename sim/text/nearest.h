// SPDX-License-Identifier: MIT
/*
 * nearest.h - of many words those that are most like one that was mistyped.
 *
 *   struct nearest near = nearest_to("CMD", 3);
 *
 *   for (i = 0; i < count; i++)
 *     nearest_offer(&near, word[i]);
 *   nearest_tell(&near, &sentence);      // "; near it: CMP"
 *
 * How far two words are apart is counted in letters that must be put in, left
 * out or changed; the other case is a quarter of a letter. Near is what half
 * the letters, but at least one, and a change of case lead to.
 */
#ifndef SSEM_NEAREST_H
#define SSEM_NEAREST_H

#include "text.h"

enum {
  NEAREST_WORDS = 5,   /* at most so many are told */
  NEAREST_LETTER = 4,  /* what a letter counts, in quarters */
  NEAREST_LONGEST = 63 /* no longer word is near anything */
};

struct nearest {
  const char *found; /* the word that was mistyped, */
  size_t size;       /* and its length */
  unsigned count;
  struct {
    const char *word;
    unsigned distance;   /* in quarters of a letter */
  } near[NEAREST_WORDS]; /* the nearest first; of equals the first offered */
};

/* Begin with the word of size bytes at found, which must stay there. */
struct nearest nearest_to(const char *found, size_t size);

/* Offer a word, which must stay there too. */
void nearest_offer(struct nearest *n, const char *word);

/* Offer a word by a part of it: `part` is compared, `word` is told. `apart`
 * quarters of a letter are added. */
void nearest_offer_part(struct nearest *n, const char *word, const char *part,
                        unsigned apart);

/* Append those that are near, and no more than a letter farther than the
 * nearest: "; near it: CMP, CI". Nothing if there is none. */
void nearest_tell(const struct nearest *n, struct text *out);

#endif
