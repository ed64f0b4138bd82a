// SPDX-License-Identifier: MIT
/*
 * lister.cpp - the cases that statements fall into: list DIR THEOREM...
 *
 * Writes DIR/THEOREM.STATEMENT.cases, for opinion.cpp: a line for each case of
 * each instance, which begins with the instance and goes on with the digits
 * that the case decides, "NAME.DIGIT=VALUE", names being those of enum any.
 *
 * Exit status: 0, or 2 if something is at fault.
 */
#include "cases.h"

#include <cstdio>
#include <cstdlib>
#include <string>

static std::string folder;

void same_digit(const char *, digit, digit, unsigned)
{
}

void same_word(const char *, const word &, const word &)
{
}

const char *proof_folder()
{
  return folder.c_str();
}

static bool list(const struct theorem &t, unsigned statement)
{
  const struct statement &s = t.statements[statement];
  const std::string name = folder + "/" + std::to_string(t.number) + "." +
                           std::to_string(statement + 1) + ".cases";
  FILE *const out = fopen(name.c_str(), "w");
  struct counts n = {};
  bool covered = true;

  if (out == nullptr) {
    perror(name.c_str());
    return false;
  }
  for (unsigned instance = 0; instance < s.instances; instance++) {
    const auto write = [&](const std::vector<decision> &decisions) {
      fprintf(out, "%u", instance);
      for (const decision &d : decisions)
        fprintf(out, " %u.%u=%d", d.name, d.p, d.value);
      fprintf(out, "\n");
    };

    covered = cover(s, instance, &n, write) && covered;
  }
  return fclose(out) == 0 && covered;
}

int main(int argc, char **argv)
{
  bool all = argc > 2;

  if (!all)
    fprintf(stderr, "usage: list DIR THEOREM...\n");
  else
    folder = argv[1];
  for (int a = 2; a < argc; a++)
    for (unsigned i = 0; i < theorem_count; i++)
      if (strtoul(argv[a], nullptr, 10) == theorems[i]->number)
        for (unsigned n = 0; n < theorems[i]->count; n++)
          all = list(*theorems[i], n) && all;
  return all ? 0 : 2;
}
