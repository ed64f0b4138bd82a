# SPDX-License-Identifier: MIT
# rules.mk - the prover. Every page of theorems and of the machine is compiled
# three times: over formulas (build/prove/formula), as it is (plain), and for the
# second opinion over gates (record). With SANITIZE=1 only the plain ones are
# sanitized: a proof touches no memory of the machine's.

P        = $(B)/prove
WARNXX   = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-parentheses \
           -Wno-missing-field-initializers \
           $(if $(findstring clang,$(CXX)),-Wno-bitwise-instead-of-logical) \
           $(if $(CI),-Werror)
CXXRUN   = $(CXX) -std=c++20 -O2 -g $(WARNXX) -I. -Isim
OVER_F   = $(CXXRUN) -x c++ -include tests/formal/digit.h
OVER_R   = $(CXXRUN) -x c++ -include tests/formal/recorder.h
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

$(P)/record/%.o: tests/formal/%.cpp tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $< over gates)
	$(call OBJECT,$(OVER_R))

$(P)/record/%.o: sim/%.c tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $< over gates)
	$(call OBJECT,$(OVER_R))

$(P)/plain/%.o: tests/formal/%.cpp tests/formal/rules.mk $(HOST)
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(OVER_P))

$(P)/plain/%.o: sim/%.c tests/formal/rules.mk $(HOST)
	$(call SAY,$(CC) $<)
	$(call OBJECT,$(COMPILE) -Isim)

ENGINE   = $(patsubst %,$(P)/formula/%.o,bdd cases attempt $(THEOREMS) $(PROVED))
LINK_CXX = $(Q)$(CXX) -g $(1) $^ -o $@.new && mv $@.new $@

$(P)/prove: $(P)/formula/prover.o $(P)/formula/tally.o $(ENGINE)
	$(call SAY,link $@)
	$(call LINK_CXX)

$(P)/disprove: $(P)/formula/disprover.o $(ENGINE)
	$(call SAY,link $@)
	$(call LINK_CXX)

$(P)/list: $(P)/formula/lister.o $(ENGINE)
	$(call SAY,link $@)
	$(call LINK_CXX)

$(P)/opinion: $(patsubst %,$(P)/record/%.o,opinion recording $(THEOREMS) $(PROVED))
	$(call SAY,link $@)
	$(call LINK_CXX)

$(P)/replay: $(patsubst %,$(P)/plain/%.o,replay $(THEOREMS) $(PROVED) order)
	$(call SAY,link $@)
	$(call LINK_CXX,$(SAN))

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

PROVER   = $(P)/prove $(P)/disprove $(P)/replay $(CIRCUITS)

$(B)/tests/test_theorems: | $(if $(HAS_CXX),$(PROVER) \
  $(B)/tests/mutants/settings)

# The prover alone, for those who break it.
prover: $(PROVER) $(B)/tests/mutants/settings

prove: $(PROVER) ## prove the theorems
	$(P)/prove $(P) tests/golden

refute: prover ## refute the theorems of 262 broken machines
	@B=$(B) YOSYS=$(YOSYS) tests/formal/refute all

refute-check: prover # of the mutants, and one for each statement left
	@B=$(B) YOSYS=$(YOSYS) tests/formal/refute check

prover-faults: prover ## break the prover in 92 ways
	@B=$(B) YOSYS=$(YOSYS) tests/formal/prover-faults all

prover-faults-check: prover # a few of them
	@B=$(B) YOSYS=$(YOSYS) tests/formal/prover-faults check

second-opinion: prover $(P)/list $(P)/opinion ## ask a SAT solver what is proved
	@B=$(B) YOSYS=$(YOSYS) tests/formal/second-opinion $(SEED)

solver: ## install the SAT solver of make second-opinion
	@.ci/deps cadical

.PHONY: prover prove refute refute-check prover-faults prover-faults-check \
  second-opinion solver
