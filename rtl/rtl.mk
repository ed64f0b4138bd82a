# SPDX-License-Identifier: MIT
# The machine in Verilog and in gates, and what reads it without a word.
# Included by the Makefile; without the tools sim/level/absent/ stands in.

CXX     ?= g++
YOSYS   ?= yosys
VERILATOR ?= verilator
CXXFLAGS = -O3 -g

RTL      = $(addprefix rtl/,ssem.v timebase.v gates.v store.v control.v \
           accumulator.v staticisor.v)
HAVE     = $(shell command -v $(1) 2>/dev/null)
ROOT     = $(shell $(VERILATOR) --getenv VERILATOR_ROOT 2>/dev/null)
COMPILE_CXX = $(CXX) -std=c++17 $(CXXFLAGS) $(filter-out -Wpedantic,$(WARN)) \
           -I. -isystem $(ROOT)/include -isystem $(ROOT)/include/vltstd -MMD -MP
ABSENT   = sim/level/absent/rtl.c sim/level/absent/gates.c

ifneq ($(call HAVE,$(VERILATOR)),)
ifneq ($(call HAVE,$(CXX)),)
ABSENT  := $(filter-out sim/level/absent/rtl.c,$(ABSENT))
LIB     += $(addprefix $(B)/,sim/level/rtl.o rtl/Vssem.o rtl/verilated.o)
LDLIBS  += -lstdc++ -lm -lpthread -latomic
ifneq ($(call HAVE,$(YOSYS)),)
ABSENT  := $(filter-out sim/level/absent/gates.c,$(ABSENT))
LIB     += $(addprefix $(B)/,sim/level/gates.o rtl/Vgates.o)
endif
endif
endif
LIB     += $(ABSENT:%.c=$(B)/%.o)

# Verilate $(1) with viewing rights into $(@:.o=), then compile the whole of it
# as one file. Never verilator --build: it does not relink when an object
# changes, and the old machine would be checked for the new one.
VERILATE = rm -rf $(@:.o=) && $(VERILATOR) --cc -O3 --no-MMD $(2) --top-module ssem \
           --prefix $(notdir $(@:.o=)) --Mdir $(@:.o=) rtl/ssem.vlt $(1) && \
           cat $(@:.o=)/*.cpp >$(@:.o=)/all.cc && \
           $(COMPILE_CXX) -w -I$(@:.o=) -c $(@:.o=)/all.cc -o $@

$(B)/rtl/Vssem.o: $(RTL) rtl/ssem.vlt rtl/rtl.mk
	@mkdir -p $(@D)
	$(call VERILATE,$(RTL),-Wall)

$(B)/rtl/Vgates.o: $(B)/rtl/gates.v rtl/ssem.vlt rtl/rtl.mk
	$(call VERILATE,$<,-Wno-lint)

$(B)/rtl/gates.v: $(RTL) rtl/gates.ys
	@command -v $(YOSYS) >/dev/null || \
	  { echo "gates: yosys is missing: make deps"; exit 1; }
	@mkdir -p $(@D)
	cd $(@D) && $(YOSYS) -q -p 'read_verilog $(abspath $(RTL))' \
	  -p 'script $(abspath rtl/gates.ys)' >gates.log || { cat gates.log; exit 1; }

$(B)/rtl/verilated.o: rtl/rtl.mk
	@mkdir -p $(@D)
	cat $(ROOT)/include/verilated.cpp $(ROOT)/include/verilated_threads.cpp \
	  >$(@D)/verilated.cc
	$(COMPILE_CXX) -w -c $(@D)/verilated.cc -o $@

$(B)/sim/level/rtl.o: sim/level/rtl.cpp $(B)/rtl/Vssem.o
	@mkdir -p $(@D)
	$(COMPILE_CXX) -isystem $(B)/rtl/Vssem -c $< -o $@

$(B)/sim/level/gates.o: sim/level/gates.cpp $(B)/rtl/Vgates.o
	@mkdir -p $(@D)
	$(COMPILE_CXX) -isystem $(B)/rtl/Vgates -c $< -o $@

gates: $(B)/rtl/gates.v ## count the cells of each unit
	@awk -f rtl/count.awk $(B)/rtl/gates.stat

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

MUTANTS  = $(addprefix $(B)/tests/mutants/,try.o settings)

$(B)/tests/mutants/settings: Makefile rtl/rtl.mk
	@mkdir -p $(@D)
	printf '%s\n' 'CC="$(CC)"' 'CXX="$(CXX)"' 'SAN="$(SAN)"' \
	  'LDLIBS="$(LDLIBS)"' 'COMMAND="$(COMMAND)"' 'VERILATOR="$(VERILATOR)"' 'ROOT="$(ROOT)"' >$@

$(B)/tests/test_mutants: | $(MUTANTS)

mutants: $(B)/libssem.a $(SUPPORT) $(MUTANTS) ## break the machine in 81 ways
	@B=$(B) tests/mutants/run all

faults: $(B)/ssem $(MUTANTS) ## break it in 12 ways and run ssem check
	@B=$(B) tests/mutants/faults
	@! B=$(B) PROGRAMS='programs/fn-*.asm' tests/mutants/faults one-and-bus-by-xor

# The command as it is where neither Verilator nor Yosys is.
$(B)/tests/ssem-bare: $(COMMAND) $(addprefix $(B)/sim/level/absent/,rtl.o gates.o) \
                      $(B)/libssem.a
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@ $(LDLIBS)

$(B)/tests/test_command_levels: | $(B)/tests/ssem-bare

.PHONY: gates lint-rtl mutants faults
