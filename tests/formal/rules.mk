# SPDX-License-Identifier: MIT
# rules.mk - the prover. Every page of theorems and of the machine is compiled
# twice: once over formulas (build/prove/formula), once as it is (plain). With
# SANITIZE=1 only the second is: a proof touches no memory of the machine's.

P        = $(B)/prove
WARNXX   = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-parentheses \
           -Wno-missing-field-initializers \
           $(if $(findstring clang,$(CXX)),-Wno-bitwise-instead-of-logical) \
           $(if $(CI),-Werror)
CXXRUN   = $(CXX) -std=c++20 -O2 -g $(WARNXX) -I. -Isim -MMD -MP
OVER_F   = $(CXXRUN) -x c++ -include tests/formal/digit.h
OVER_P   = $(CXXRUN) $(SAN) -include tests/formal/plain.h
THEOREMS = machine theorem1 theorem2 theorem3 theorem4 \
           theorem5 theorem6 aiger theorems
PROVED   = ssem isa interp waves waves_run

$(P)/formula/%.o: tests/formal/%.cpp
	@mkdir -p $(@D)
	$(OVER_F) -c $< -o $@

$(P)/formula/%.o: sim/%.c
	@mkdir -p $(@D)
	$(OVER_F) -c $< -o $@

$(P)/plain/%.o: tests/formal/%.cpp
	@mkdir -p $(@D)
	$(OVER_P) -c $< -o $@

$(P)/plain/%.o: sim/%.c
	@mkdir -p $(@D)
	$(COMPILE) -Isim -c $< -o $@

$(P)/prove: $(patsubst %,$(P)/formula/%.o,bdd prover $(THEOREMS) $(PROVED))
	$(CXX) -g $^ -o $@

$(P)/replay: $(patsubst %,$(P)/plain/%.o,replay $(THEOREMS) $(PROVED) order)
	$(CXX) -g $(SAN) $^ -o $@

CIRCUITS = $(if $(call HAVE,$(YOSYS)),$(P)/rtl.aag $(P)/gates.aag)
AIGER    = $(YOSYS) -q -p 'read_verilog $(1)' -p 'script tests/formal/aiger.ys' \
           -p 'write_aiger -ascii -vmap $(@:.aag=.map) $@'

$(P)/rtl.aag: $(RTL) tests/formal/aiger.ys
	@mkdir -p $(@D)
	$(call AIGER,$(RTL))

$(P)/gates.aag: $(B)/rtl/gates.v tests/formal/aiger.ys
	@mkdir -p $(@D)
	$(call AIGER,$<)

PROVER   = $(P)/prove $(P)/replay $(CIRCUITS)

$(B)/tests/test_theorems: | $(if $(call HAVE,$(CXX)),$(PROVER) \
  $(B)/tests/mutants/settings)

prove: $(PROVER) ## prove the theorems
	$(P)/prove $(P)

refute: $(PROVER) $(B)/tests/mutants/settings ## refute the theorems of mutants
	@B=$(B) YOSYS=$(YOSYS) tests/formal/refute all

.PHONY: prove refute
