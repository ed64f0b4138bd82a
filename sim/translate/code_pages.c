// SPDX-License-Identifier: MIT
/* code_pages.c - pages from mmap, turned by mprotect: W or X, never both. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, which POSIX.1-2008 lacks */
#include "code_pages.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t page(void)
{
  const long size = sysconf(_SC_PAGESIZE);

  return size > 0 ? (size_t)size : 4096;
}

bool code_pages_open(struct code_pages *p, size_t size)
{
  void *const map = mmap(NULL, size, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  p->base = NULL;
  p->size = 0;
  if (map == MAP_FAILED)
    return false;
  p->base = map;
  p->size = (size + page() - 1) / page() * page();
  if (mprotect(p->base, p->size, PROT_READ | PROT_EXEC) == 0)
    return true;
  code_pages_close(p);
  return false;
}

bool code_pages_write(struct code_pages *p, size_t offset, const uint8_t *bytes,
                      size_t n)
{
  const size_t from = offset / page() * page();
  uint8_t *const first = p->base + from;
  const size_t length = offset + n - from;

  if (mprotect(first, length, PROT_READ | PROT_WRITE) != 0)
    return false;
  memcpy(p->base + offset, bytes, n);
  return mprotect(first, length, PROT_READ | PROT_EXEC) == 0;
}

const void *code_pages_at(const struct code_pages *p, size_t offset)
{
  return p->base + offset;
}

void code_pages_close(struct code_pages *p)
{
  if (p->base != NULL)
    munmap(p->base, p->size);
  p->base = NULL;
}
