// SPDX-License-Identifier: MIT
/*
 * machine_level.h - what the levels that keep a struct ssem do alike (private).
 *
 * Such a level is a struct whose first member is a struct machine_level; m is
 * the machine, as it stands whenever the level is between two beats.
 */
#ifndef SSEM_MACHINE_LEVEL_H
#define SSEM_MACHINE_LEVEL_H

#include "level.h"

#include <stddef.h>

struct machine_level {
  struct level level;
  struct ssem m;
  bool as_built;
  bool lost; /* no boundary came: the T-state is what the tubes hold */
};

/* clear(), embed(), save() and restore() of struct level_ops. */
void machine_clear(struct level *l, const word S[SSEM_LINES], word CI);
void machine_embed(struct level *l, const struct isa *t, unsigned LC);
void machine_save(const struct level *l, struct ssem *m);
void machine_restore(struct level *l, const struct ssem *m);

/* The T-state in the tubes, and is it t? Right where machine_stands(). */
void machine_project(const struct machine_level *v, struct isa *t);
bool machine_equals(const struct machine_level *v, const struct isa *t);

/* Does it stand at a boundary, or stopped, or lost? */
bool machine_stands(const struct machine_level *v);

/* A level of size bytes with these operations, cleared to zeros; on failure
 * NULL, and text says why. */
struct level *machine_open(size_t size, const struct level_ops *ops,
                           const struct level_options *options,
                           char text[TEXT_SENTENCE]);

/* close() of struct level_ops. */
void machine_close(struct level *l);

#endif
