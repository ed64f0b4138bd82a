// SPDX-License-Identifier: MIT
/* attempt.cpp - states for the ordinary machine to try. */
#include "attempt.h"

#include <cstdlib>
#include <stdexcept>
#include <sys/wait.h>

attempts::attempts(const std::string &where)
    : folder(where), out(fopen((where + "/cases").c_str(), "w"))
{
  if (out == nullptr)
    throw std::runtime_error(folder + "/cases cannot be written");
}

attempts::~attempts()
{
  if (out != nullptr)
    fclose(out);
}

void attempts::add(const struct attempt &a, const std::vector<decision> &ones)
{
  count++;
  fprintf(out, "claim %u %u %u %s %u\n", a.theorem, a.statement, a.instance,
          a.what.c_str(), a.p);
  for (const decision &d : ones)
    fprintf(out, "%u %u\n", d.name, d.p);
  fprintf(out, "end\n");
}

bool attempts::confirmed()
{
  const std::string command = "$RUN " + folder + "/replay " + folder;
  const bool written = fclose(out) == 0;

  out = nullptr;
  fflush(stdout);
  const int status = system(command.c_str());
  return written && WIFEXITED(status) && WEXITSTATUS(status) == 1;
}
