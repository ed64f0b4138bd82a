# SPDX-License-Identifier: MIT
# rules.mk - the prover. Every page of theorems and of the machine is compiled
# twice: once over formulas (build/prove/formula), once as it is (plain). With
# SANITIZE=1 only the second is: a proof touches no memory of the machine's.

P        = $(B)/prove
WARNXX   = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-parentheses \
           -Wno-missing-field-initializers \
           $(if $(findstring clang,$(CXX)),-Wno-bitwise-instead-of-logical) \
           $(if $(CI),-Werror)
CXXRUN   = $(CXX) -std=c++20 -O2 -g $(WARNXX) -I. -Isim
OVER_F   = $(CXXRUN) -x c++ -include tests/formal/digit.h
OVER_P   = $(CXXRUN) $(SAN) -include tests/formal/plain.h
THEOREMS = machine theorem1 theorem2 theorem3 theorem4 \
           theorem5 theorem6 aiger theorems
PROVED   = ssem isa interp waves waves_run

$(P)/formula/%.o: tests/formal/%.cpp tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $< over formulas)
	$(call OBJECT,$(OVER_F))

$(P)/formula/%.o: sim/%.c tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $< over formulas)
	$(call OBJECT,$(OVER_F))

$(P)/plain/%.o: tests/formal/%.cpp tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(OVER_P))

$(P)/plain/%.o: sim/%.c tests/formal/rules.mk $(HOST)
	$(call SAY,$(CC) $<)
	$(call OBJECT,$(COMPILE) -Isim)

$(P)/prove: $(patsubst %,$(P)/formula/%.o,bdd prover $(THEOREMS) $(PROVED))
	$(call SAY,link $@)
	$(Q)$(CXX) -g $^ -o $@.new && mv $@.new $@

$(P)/replay: $(patsubst %,$(P)/plain/%.o,replay $(THEOREMS) $(PROVED) order)
	$(call SAY,link $@)
	$(Q)$(CXX) -g $(SAN) $^ -o $@.new && mv $@.new $@

CIRCUITS = $(if $(HAS_YOSYS),$(P)/rtl.aag $(P)/gates.aag)
define AIGER
$(call SAY,yosys $(firstword $(1)) as an AIGER)
@mkdir -p $(@D)
$(Q)$(YOSYS) -q -p 'read_verilog $(1)' -p 'script tests/formal/aiger.ys' \
  -p 'write_aiger -ascii -vmap $(basename $@).map $(basename $@).new'
$(Q)mv $(basename $@).new $(basename $@).aag
endef

$(P)/rtl.aag $(P)/rtl.map &: $(RTL) tests/formal/aiger.ys $(HOST)
	$(call AIGER,$(RTL))

$(P)/gates.aag $(P)/gates.map &: $(B)/rtl/gates.v tests/formal/aiger.ys $(HOST)
	$(call AIGER,$<)

PROVER   = $(P)/prove $(P)/replay $(CIRCUITS)

$(B)/tests/test_theorems: | $(if $(HAS_CXX),$(PROVER) \
  $(B)/tests/mutants/settings)

prove: $(PROVER) ## prove the theorems
	$(P)/prove $(P)

refute: $(PROVER) $(B)/tests/mutants/settings ## refute the theorems of mutants
	@B=$(B) YOSYS=$(YOSYS) tests/formal/refute all

.PHONY: prove refute
