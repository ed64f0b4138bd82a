// SPDX-License-Identifier: MIT
/*
 * replay.cpp - tries one case of a statement on the ordinary machine:
 * replay DIR THEOREM STATEMENT INSTANCE
 *
 * DIR/case lists the variables that are 1, a name and a digit a line; all the
 * others are 0. Prints the state that the run begins in, in words, and what
 * differs at its end. For a statement of the machine from clear the store is
 * kept as a program, DIR/astray-N.snp.
 *
 * Exit status: 0 nothing differs, 1 something does, 2 it cannot be tried.
 */
#include "theorem.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace
{

uint32_t words[ANY_NAMES]; /* the case */
unsigned differences;
struct ssem start;
std::string folder;

const char *const beat_name[] = { "S1", "A1", "S2", "A2" };

bool read_case(const char *name)
{
  FILE *const in = fopen(name, "r");
  unsigned n, p;

  if (in == nullptr) {
    perror(name);
    return false;
  }
  while (fscanf(in, "%u %u", &n, &p) == 2)
    words[n % ANY_NAMES] |= UINT32_C(1) << p % 32;
  fclose(in);
  return true;
}

bool write_program(const char *name)
{
  FILE *const out = fopen(name, "w");

  if (out == nullptr) {
    perror(name);
    return false;
  }
  fprintf(out, "%u\n", static_cast<unsigned>(SSEM_LINES));
  for (unsigned n = 0; n < SSEM_LINES; n++) {
    fprintf(out, "%04u:", n);
    for (unsigned p = 0; p < SSEM_DIGITS; p++)
      fputc('0' + read_digit(start.S[n], p), out);
    fputc('\n', out);
  }
  return fclose(out) == 0;
}

void no_end(int)
{
  static const char text[] = "    it never ends\n";
  const ssize_t written = write(STDOUT_FILENO, text, sizeof text - 1);

  _exit(written > 0 ? 1 : 2);
}

} // namespace

word any_word(unsigned name, unsigned)
{
  return words[name];
}

digit any_digit(unsigned name)
{
  return words[name] & 1;
}

void same_word(const char *what, const word &expected, const word &found)
{
  if (expected == found || differences++ > 3)
    return;
  printf("    %s: expected %d (%#x), found %d (%#x)\n", what,
         static_cast<int>(expected), expected, static_cast<int>(found), found);
}

void same_digit(const char *what, digit expected, digit found)
{
  if (expected == found || differences++ > 3)
    return;
  printf("    %s: expected %d, found %d\n", what, expected, found);
}

const char *proof_folder()
{
  return folder.c_str();
}

void starts_from(const struct ssem *m)
{
  const unsigned line = m->CI % SSEM_LINES;
  char order[ORDER_TEXT];

  start = *m;
  order_words(m->S[line], order);
  printf("    begins at %s p%u with CI = %d (%#x), A = %d",
         beat_name[m->beat % 4], m->p, static_cast<int>(m->CI), m->CI,
         static_cast<int>(m->A));
  if (ssem_at_boundary(m))
    printf("; the order, in line %02u, is %s", line, order);
  printf("\n    PI = %d, L = %u, F = %u, LC = %u%s%s%s%s%s%s%s\n",
         static_cast<int>(m->PI), m->L, m->F, m->LC, m->T ? ", T" : "",
         m->stop ? ", stop" : "", m->active ? ", active" : ", idle",
         m->ksp ? ", ksp" : "", m->carry ? ", carry" : "",
         m->borrow ? ", borrow" : "", m->as_built ? ", as built" : "");
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (m->S[n] != 0) {
      order_words(m->S[n], order);
      printf("    line %02u = %d (%#x, %s)\n", n, static_cast<int>(m->S[n]),
             m->S[n], order);
    }
  fflush(stdout);
}

int main(int argc, char **argv)
{
  if (argc != 5)
    return 2;
  folder = argv[1];
  if (!read_case((folder + "/case").c_str()))
    return 2;
  const unsigned long number = strtoul(argv[2], nullptr, 10);
  const unsigned long statement = strtoul(argv[3], nullptr, 10);
  const unsigned instance = static_cast<unsigned>(atoi(argv[4]));

  signal(SIGALRM, no_end);
  alarm(3);
  for (unsigned i = 0; i < theorem_count; i++) {
    const struct theorem *const t = theorems[i];

    if (t->number != number || statement >= t->count)
      continue;
    const struct statement *const s = &t->statements[statement];

    printf("    %s (%u):\n", s->says, instance);
    s->body(instance);
    if (s->fails) {
      const std::string name =
        folder + "/astray-" + std::to_string(instance + 1) + ".snp";

      if (!write_program(name.c_str()))
        return 2;
      printf("    written to %s\n", name.c_str());
    }
    return differences > 0;
  }
  return 2;
}
