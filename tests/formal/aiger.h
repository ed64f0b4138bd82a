// SPDX-License-Identifier: MIT
/*
 * aiger.h - a circuit that Yosys wrote, worked out digit by digit.
 *
 * The file is AIGER in its ASCII form (write_aiger -ascii -vmap): inputs,
 * flip-flops and AND gates, wires being even numbers and their inverses the odd
 * ones after them [A. Biere, The AIGER and-inverter graph format, 2007]. The
 * map beside it gives the names: "control.CI", digit 3, is flip-flop 7.
 *
 *   circuit c("build/prove/rtl");           // .aag and .map
 *
 *   c.set("control.CI", m.CI, 32);          // every flip-flop and input
 *   c.settle();
 *   c.get("control.c_w");                   // a wire in this digit period
 *   c.next("control.CI");                   // a register after it
 */
#ifndef FORMAL_AIGER_H
#define FORMAL_AIGER_H

#include "sim/digit.h"

#include <map>
#include <string>
#include <vector>

class circuit
{
  struct gate {
    unsigned is, a, b;
  };
  std::map<std::string, std::vector<unsigned>> literals; /* by digit */
  std::map<unsigned, unsigned> follows; /* flip-flop to its next value */
  std::vector<gate> gates;
  std::vector<digit> value; /* of each even number, halved */
  std::vector<bool> known;
  unsigned inputs;
  std::string made_by;

  void read_gates(const std::string &file);
  void read_names(const std::string &file);
  digit of(unsigned literal) const;
  const std::vector<unsigned> &named(const std::string &name) const;

public:
  /* Read file.aag and file.map. Throws a std::runtime_error that says why it
   * cannot. */
  explicit circuit(const std::string &file);

  /* The program that wrote the file, and its version. */
  const std::string &maker() const;

  /* How many flip-flops there are. */
  unsigned registers() const;

  /* Give a flip-flop or an input so many digits of a value; a register of
   * another length is an error, and so is a name that is not there. */
  void set(const std::string &name, const word &w, unsigned digits);

  /* Work all gates out. Every flip-flop and input must have been set. */
  void settle();

  /* A signal in this digit period, and a register in the next; an input is
   * taken to be held. */
  word get(const std::string &name) const;
  word next(const std::string &name) const;
};

/* The circuit of that name in the folder that proof_folder() names, read once
 * and kept. */
circuit *read_circuit(const char *name);

#endif
