// SPDX-License-Identifier: MIT
/*
 * replay.cpp - tries states on the ordinary machine: replay DIR
 *
 * DIR/cases lists them, as attempt.h writes it: "claim", the theorem, the
 * statement, its instance, what the claim names and the digit; then the
 * variables that are 1, a name and a digit a line; then "end". All other
 * variables are 0. Each claim must be false in its state. Of the first the
 * state that the run begins in is told in words, and what differs at its end.
 * For a statement of the machine from clear the store is kept as a program,
 * DIR/astray-N.snp. Where the claim is "-" nothing is told but the two values
 * of each digit of each claim.
 *
 * Exit status: 0 a claim is true after all, 1 all are false, 2 one cannot be
 * tried.
 */
#include "theorem.h"

#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace
{

uint32_t words[ANY_NAMES]; /* the state */
std::string what;          /* the claim about it */
unsigned digit_p;
bool differs, tell; /* it does; say so */
unsigned told;
struct ssem start;
std::string folder;
sigjmp_buf endless;

const char *const beat_name[] = { "S1", "A1", "S2", "A2" };

/* The variables that are 1, up to "end". */
bool read_state(FILE *in)
{
  unsigned n, p;
  char end[4] = "";

  memset(words, 0, sizeof words);
  while (fscanf(in, "%u %u", &n, &p) == 2)
    words[n % ANY_NAMES] |= UINT32_C(1) << p % 32;
  return fscanf(in, "%3s", end) == 1 && strcmp(end, "end") == 0;
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
  siglongjmp(endless, 1);
}

/* Is the claim one that is false so? */
void compare(const char *name, unsigned p, bool expected, bool found)
{
  differs = differs || (what == name && digit_p == p && expected != found);
  if (what == "-")
    printf("%s.%u %d %d\n", name, p, expected, found);
}

/* Run the statement in this state; returns false if it does not end. */
bool run(const struct statement *s, unsigned instance)
{
  if (sigsetjmp(endless, 1) != 0)
    return false;
  signal(SIGALRM, no_end);
  alarm(3);
  s->body(instance);
  alarm(0);
  return true;
}

bool keep_program(unsigned instance)
{
  const std::string name =
    folder + "/astray-" + std::to_string(instance + 1) + ".snp";

  if (!write_program(name.c_str()))
    return false;
  printf("    written to %s\n", name.c_str());
  return true;
}

/* Try the claim; returns the exit status. */
int attempt(const struct statement *s, unsigned instance)
{
  differs = false;
  told = 0;
  if (tell)
    printf("    %s (%u):\n", s->says, instance);
  if (!run(s, instance)) {
    if (tell)
      printf("    it never ends\n");
    differs = differs || what == "end";
  }
  if (s->fails && !keep_program(instance))
    return 2;
  if (!differs && what != "-")
    printf("    %s.%u is as it should be\n", what.c_str(), digit_p);
  tell = false;
  return differs;
}

const struct statement *find(unsigned theorem, unsigned statement)
{
  for (unsigned i = 0; i < theorem_count; i++)
    if (theorems[i]->number == theorem && statement - 1 < theorems[i]->count)
      return &theorems[i]->statements[statement - 1];
  return nullptr;
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

void same_word(const char *name, const word &expected, const word &found)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    compare(name, p, read_digit(expected, p), read_digit(found, p));
  if (expected != found && tell && told++ < 4)
    printf("    %s: expected %d (%#x), found %d (%#x)\n", name,
           static_cast<int>(expected), expected, static_cast<int>(found),
           found);
}

void same_digit(const char *name, digit expected, digit found, unsigned p)
{
  compare(name, p, expected, found);
  if (expected != found && tell && told++ < 4)
    printf("    %s: expected %d, found %d\n", name, expected, found);
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
  if (!tell)
    return;
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
  unsigned theorem, number, instance;
  char name[32];
  int status = 1;

  if (argc != 2)
    return 2;
  folder = argv[1];
  FILE *const in = fopen((folder + "/cases").c_str(), "r");
  if (in == nullptr) {
    perror((folder + "/cases").c_str());
    return 2;
  }
  tell = true;
  while (fscanf(in, " claim %u %u %u %31s %u", &theorem, &number, &instance,
                name, &digit_p) == 5) {
    const struct statement *const s = find(theorem, number);

    what = name;
    tell = tell && what != "-";
    if (s == nullptr || !read_state(in))
      return 2;
    const int one = attempt(s, instance);
    status = one == 1 ? status : one;
  }
  return feof(in) ? status : 2;
}
