// SPDX-License-Identifier: MIT
/*
 * foreign_check.h - somebody's machine against T-next, order by order.
 *
 * At every boundary of the foreign machine (mapped.h) its T-state must be
 * isa's, in all the digits that its map gives. Once isa has come to an STP,
 * boundaries may go on, but the state may not change any more.
 *
 *   static struct foreign_check c;
 *
 *   foreign_check_begin(&c, &f, pr.S, 1);      // the first order in line 1
 *   while (foreign_check_run(&c, 1000) == FOREIGN_AGREES)
 *     ;
 *   foreign_check_explain(&c, "run.vcd", text, sizeof text);
 */
#ifndef SSEM_FOREIGN_CHECK_H
#define SSEM_FOREIGN_CHECK_H

#include "mapped.h"
#include "sim/text/recent.h"

enum { FOREIGN_TEXT = 2048 };

enum foreign_outcome {
  FOREIGN_AGREES,  /* so far */
  FOREIGN_STOPPED, /* to the end of the dump, STP was reached */
  FOREIGN_ENDED,   /* to the end of the dump, which came before the STP */
  FOREIGN_DIFFERS, /* foreign_check_explain() says how */
  FOREIGN_MISSING, /* no boundary where one was due, though time went on */
  FOREIGN_NONE,    /* there was no boundary at all */
  FOREIGN_FAULT    /* the dump is broken: dump_text() */
};

struct foreign_check {
  struct mapped *f; /* not owned */
  enum foreign_outcome outcome;
  struct isa t;      /* expected at the present boundary */
  struct isa was;    /* one order earlier */
  uint64_t before;   /* orders that were obeyed before the first boundary */
  uint64_t orders;   /* obeyed in all, an STP that was reached included */
  uint64_t compared; /* boundaries */
  uint64_t unseen;   /* orders between $dumpoff and $dumpon */
  uint64_t longest;  /* time between two boundaries */
  bool final;        /* t is at an STP */
  unsigned offs;     /* $dumpoffs up to the last boundary */
  struct recent recent;
};

/* Begin with T-state S, A = 0 and the first order in line `first`. */
void foreign_check_begin(struct foreign_check *c, struct mapped *f,
                         const word S[SSEM_LINES], unsigned first);

/* The first boundary in the dump is that before order n: obey those before it.
 * False if the program stops earlier; c->orders then says after how many. */
bool foreign_check_from(struct foreign_check *c, uint64_t n);

/* Compare up to so many more boundaries. */
enum foreign_outcome foreign_check_run(struct foreign_check *c,
                                       uint64_t boundaries);

/* The outcome in words if it is FOREIGN_DIFFERS or FOREIGN_MISSING: order,
 * time, expected, found, then the last orders, one a line; else "". */
void foreign_check_explain(const struct foreign_check *c, const char *dump,
                           char *text, size_t size);

/* What the map leaves out, "; CI is compared in digits 0 to 4 only", or "". */
void foreign_check_uncovered(const struct foreign_check *c, char *text,
                             size_t size);

/* A time of the dump in words: "42000 (4.2 ms)". */
void foreign_check_time(const struct foreign_check *c, uint64_t time,
                        char *text, size_t size);

#endif
