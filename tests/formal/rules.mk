# SPDX-License-Identifier: MIT
# rules.mk - the prover. Every page of theorems and of the machine is compiled
# twice: once over formulas (build/prove/formula), once as it is (plain).

P        = $(B)/prove
WARNXX   = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-parentheses \
           -Wno-missing-field-initializers \
           $(if $(findstring clang,$(CXX)),-Wno-bitwise-instead-of-logical) \
           $(if $(CI),-Werror)
CXXRUN   = $(CXX) -std=c++20 -O2 -g $(WARNXX) $(SAN) -I. -Isim -MMD -MP
OVER_F   = $(CXXRUN) -x c++ -include tests/formal/digit.h
OVER_P   = $(CXXRUN) -include tests/formal/plain.h
THEOREMS = machine theorem1 theorem2 theorem6 theorems
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
	$(CXX) -g $(SAN) $^ -o $@

$(P)/replay: $(patsubst %,$(P)/plain/%.o,replay $(THEOREMS) $(PROVED) order)
	$(CXX) -g $(SAN) $^ -o $@

PROVER   = $(P)/prove $(P)/replay

$(B)/tests/test_theorems: | $(if $(call HAVE,$(CXX)),$(PROVER))

prove: $(PROVER) ## prove the theorems
	$(P)/prove $(P)

.PHONY: prove
