# SPDX-License-Identifier: MIT
# The machine in Verilog and in gates, and what reads it without a word.
# Included by the Makefile; without the tools sim/level/absent/ stands in.

YOSYS   ?= yosys
VERILATOR ?= verilator

RTL      = $(addprefix rtl/,ssem.v timebase.v gates.v store.v control.v \
           accumulator.v staticisor.v)
HAS_RTL  = $(and $(HAS_VERILATOR),$(HAS_CXX))
HAS_GATES = $(and $(HAS_RTL),$(HAS_YOSYS))
COMPILE_CXX = $(CXX) -std=c++17 $(CXXFLAGS) $(filter-out -Wpedantic,$(WARN)) \
           -I. $(VL_INCLUDE)
VL_INCLUDE = -isystem $(ROOT)/include -isystem $(ROOT)/include/vltstd
LIB_CXX  = $(addprefix $(B)/,$(if $(HAS_RTL),sim/level/rtl.o rtl/Vssem.o \
           rtl/verilated.o) $(if $(HAS_GATES),sim/level/gates.o rtl/Vgates.o))

# Verilate $(2), whose top module is $(1), with the options $(3), into $(@D),
# whose name is the prefix; all.cc is the whole of it as one file. Never
# verilator --build: it does not relink when an object changes, and the old
# machine would be checked for the new one.
define VERILATE
$(call SAY,verilate $(firstword $(filter %.v,$(2))))
$(Q)rm -rf $(@D).new && mkdir -p $(@D).new
$(Q)$(VERILATOR) --cc -O3 --no-MMD $(3) --top-module $(1) \
  --prefix $(notdir $(@D)) --Mdir $(@D).new $(2)
$(Q)cd $(@D).new && ls *.h >headers && cat *.cpp >all.cc
$(Q)rm -rf $(@D) && mv $(@D).new $(@D)
endef

# What Verilator made of $(1), compiled by $(2). If one of its headers was lost
# all are made again.
define VERILATED_OBJECT
$(1).o: $(1)/all.cc
	$$(call SAY,$$(CXX) $$<)
	$$(call OBJECT,$(2) -w -I$$(<D))
$(if $(filter-out $(notdir $(wildcard $(1)/*.h)),$(file <$(1)/headers)),\
  $(1)/all.cc: FORCE)
endef

# A warning is shown; in CI it is an error.
LINT     = -Wall $(if $(CI),,-Wno-fatal)

# The machine is verilated under sim/level/probe.v, which names its nets.
PROBE    = sim/level/probe.vlt sim/level/probe.v
FASTEST  = --x-assign fast --x-initial fast --noassert -I$(B)/rtl
# One-digit nets that are gathered into a vector only to be stored together cost
# a seventh of the speed.
SCALAR   = -fno-tree-vectorize $(if $(findstring clang,$(CXX)),,-fno-if-conversion)
PROBED   = $(PROBE) $(B)/rtl/signals.vh rtl/ssem.vlt rtl/rtl.mk $(HOST)

$(B)/rtl/signals.vh: sim/signals.def sim/level/probe.awk $(HOST)
	@mkdir -p $(@D)
	$(Q)awk -f sim/level/probe.awk $< >$@.new && mv $@.new $@

$(B)/rtl/Vssem/all.cc: $(RTL) $(PROBED)
	$(call VERILATE,probe,$(RTL) rtl/ssem.vlt $(PROBE),$(LINT) $(FASTEST))

$(B)/rtl/Vgates/all.cc: $(B)/rtl/gates.v $(PROBED)
	$(call VERILATE,probe,$< rtl/ssem.vlt $(PROBE),-Wno-lint $(FASTEST))

$(foreach page,Vssem Vgates,\
  $(eval $(call VERILATED_OBJECT,$(B)/rtl/$(page),$$(COMPILE_CXX) $$(SCALAR))))

$(B)/rtl/gates.v $(B)/rtl/gates.stat &: $(RTL) rtl/gates.ys rtl/rtl.mk $(HOST)
	$(call SAY,yosys rtl/ssem.v)
	@command -v $(YOSYS) >/dev/null || \
	  { echo "gates: yosys is missing: make deps"; exit 1; }
	@mkdir -p $(@D)
	$(Q)$(YOSYS) -q -p 'read_verilog $(RTL)' -p 'script rtl/gates.ys' \
	  -p 'check $(if $(CI),-assert)' -p 'write_verilog -noattr $(@D)/gates.new' \
	  -p 'simplemap t:$$dff' -p 'tee -q -o $(@D)/stat.new stat'
	$(Q)mv $(@D)/stat.new $(@D)/gates.stat && mv $(@D)/gates.new $(@D)/gates.v

$(B)/rtl/verilated.o: rtl/rtl.mk $(HOST)
	$(call SAY,$(CXX) verilated.cpp)
	@mkdir -p $(@D)
	$(Q)cat $(addprefix $(ROOT)/include/,verilated.cpp verilated_threads.cpp) \
	  >$(@D)/verilated.cc
	$(Q)$(COMPILE_CXX) -w -c $(@D)/verilated.cc -o $@.new && mv $@.new $@

$(B)/sim/level/rtl.o: sim/level/rtl.cpp $(B)/rtl/Vssem/all.cc
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(COMPILE_CXX) -isystem $(B)/rtl/Vssem)

$(B)/sim/level/gates.o: sim/level/gates.cpp $(B)/rtl/Vgates/all.cc
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(COMPILE_CXX) -isystem $(B)/rtl/Vgates)

gates: $(B)/rtl/gates.stat ## count the cells of each unit
	@awk -f rtl/count.awk $<

twins: ## sim/ssem.c and rtl/ side by side; fails where they differ
	@awk -f rtl/twins sim/ssem.c $(RTL)

lint-rtl: ## read the Verilog with three tools: none may say a word
	@for tool in $(VERILATOR) iverilog $(YOSYS); do command -v $$tool \
	  >/dev/null || { echo "lint-rtl: $$tool is missing: make deps"; exit 1; }; done
	@mkdir -p $(B)/rtl
	@{ $(VERILATOR) --lint-only -Wall -Wpedantic --top-module ssem rtl/ssem.vlt \
	    $(RTL); \
	  iverilog -g2005 -Wall -s ssem -t null $(RTL); \
	  $(YOSYS) -q -p 'read_verilog $(RTL)' -p 'hierarchy -check -top ssem' \
	    -p 'proc; check -assert'; } >$(B)/rtl/lint.log 2>&1 || status=$$?; \
	  cat $(B)/rtl/lint.log; \
	  test "$${status:-0}" -eq 0 -a ! -s $(B)/rtl/lint.log

.PHONY: gates twins lint-rtl
