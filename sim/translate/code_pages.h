// SPDX-License-Identifier: MIT
/*
 * code_pages.h - memory for machine code, never writable while executable.
 *
 *   struct code_pages p;
 *
 *   code_pages_open(&p, 65536);
 *   code_pages_write(&p, 0, bytes, n);   // writable only in here
 *   start = code_pages_at(&p, 0);
 *   code_pages_close(&p);
 */
#ifndef SSEM_CODE_PAGES_H
#define SSEM_CODE_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct code_pages {
  uint8_t *base; /* NULL when closed */
  size_t size;   /* bytes, a multiple of the page */
};

/* Map at least size bytes, executable and not writable. False if the host has
 * no memory or forbids it; p is then closed. */
bool code_pages_open(struct code_pages *p, size_t size);

/* Copy n bytes to offset. The pages they touch are made writable and not
 * executable for the copy, then executable and not writable again. False if
 * the host refuses: the pages must then not be run. */
bool code_pages_write(struct code_pages *p, size_t offset, const uint8_t *bytes,
                      size_t n);

/* The address of offset. */
const void *code_pages_at(const struct code_pages *p, size_t offset);

/* Unmap; closing twice does no harm. */
void code_pages_close(struct code_pages *p);

#endif
