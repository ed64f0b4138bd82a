// SPDX-License-Identifier: MIT
/* translated.c - both engines against isa_next(), for the tests. */
#include "translated.h"

#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

/* Asked of the kernel, since translate.c asks the compiler: a slip there must
 * not skip the tests. */
static bool host_is_x86_64(void)
{
  struct utsname host;

  return sizeof(void *) == 8 && uname(&host) == 0 &&
         strcmp(host.machine, "x86_64") == 0;
}

struct translate *open_engine(enum translate_engine engine)
{
  char text[TEXT_SENTENCE] = "";
  struct translate *const x = translate_open(engine, text);

  if (x != NULL)
    return x;
  if (engine != TRANSLATE_X86_64 || host_is_x86_64())
    fail_msg("%s", text);
  print_message("%s\n", text);
  skip();
  return NULL;
}

enum translate_engine engine_of(void **state)
{
  return *(const enum translate_engine *)*state;
}

static bool oracle_run(struct isa *t, uint64_t max_orders, uint64_t *orders)
{
  *orders = 0;
  while (*orders < max_orders) {
    const bool stops = isa_final(t);

    isa_next(t);
    ++*orders;
    if (stops)
      return true;
  }
  return false;
}

bool agree(struct translate *x, struct isa *t, uint64_t max_orders)
{
  struct {
    word before[4];
    struct isa t;
    word after[4];
  } padded = { { 1, 2, 3, 4 }, *t, { 5, 6, 7, 8 } }, was = padded;
  struct isa expected = *t, found;
  uint64_t e_orders, f_orders = 12345;
  const bool e = oracle_run(&expected, max_orders, &e_orders);
  const bool f = translate_run(x, &padded.t, max_orders, &f_orders);

  found = padded.t;
  assert_memory_equal(padded.before, was.before, sizeof was.before);
  assert_memory_equal(padded.after, was.after, sizeof was.after);

  if (e != f || e_orders != f_orders ||
      memcmp(&expected, &found, sizeof found) != 0) {
    print_message("at most %" PRIu64 " orders from CI %" PRIu32 " A %" PRIu32
                  ": expected %" PRIu64 " orders, CI %" PRIu32 " A %" PRIu32
                  ", found %" PRIu64 ", CI %" PRIu32 " A %" PRIu32 "\n",
                  max_orders, t->CI, t->A, e_orders, expected.CI, expected.A,
                  f_orders, found.CI, found.A);
    for (unsigned n = 0; n < SSEM_LINES; n++)
      print_message("%2u: 0x%08" PRIx32 " expected 0x%08" PRIx32
                    " found 0x%08" PRIx32 "%s\n",
                    n, t->S[n], expected.S[n], found.S[n],
                    expected.S[n] == found.S[n] ? "" : "  <-");
    fail();
  }
  *t = found;
  return f;
}
