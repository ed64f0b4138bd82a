# SPDX-License-Identifier: MIT
# What the bench is made of: our library and its comparators, all compiled with
# the same flags, for this processor. Included by the Makefile.

TWIN_V   = tests/bench/twin.v $(RTL)
FAST     = -O3 $(if $(RUN),,-march=native)
LTO      = $(if $(findstring clang,$(CXX)),,-flto=auto)
BENCH    = $(patsubst %.c,$(B)/bench/%.o,$(filter-out \
           tracegen/drawing/tube_png.c,$(PAGES)) \
           $(wildcard tracegen/drawing/absent/*.c) \
           $(if $(HAS_RTL),,sim/level/absent/rtl.c) \
           $(if $(HAS_GATES),,sim/level/absent/gates.c) \
           $(filter-out %/absent_twin.c %/fstapi.c %/absent_fstapi.c,\
           $(wildcard tests/bench/*.c))) \
           $(addprefix $(B)/bench/,$(if $(HAS_RTL),twins.o, \
           tests/bench/absent_twin.o) $(if $(HAS_FSTAPI),$(FSTAPI) \
           tests/bench/fstapi.o,tests/bench/absent_fstapi.o))
GTKWAVE  = $(ROOT)/include/gtkwave
FSTAPI   = fstapi.o lz4.o fastlz.o
BENCH_CXX = $(CXX) -std=c++17 $(FAST) $(LTO) $(filter-out -Wpedantic,$(WARN)) \
           -I. $(VL_INCLUDE)

$(B)/bench/%.o: %.c $(HOST) tests/bench/bench.mk
	$(call SAY,$(CC) $< for the bench)
	$(call OBJECT,$(COMPILE) $(FAST))

# GTKWave's own FST writer, which Verilator's package carries for now: what ours
# is measured by, and nothing else. Not ours: no warnings.
$(B)/bench/tests/bench/fstapi.o: COMPILE += -isystem $(GTKWAVE)
$(FSTAPI:%=$(B)/bench/%): $(B)/bench/%.o: $(GTKWAVE)/%.c tests/bench/bench.mk $(HOST)
	$(call SAY,$(CC) $(notdir $<) for the bench)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(FAST) -w -D_GNU_SOURCE \
	  -DFST_CONFIG_INCLUDE='"fst_config.h"' -I$(GTKWAVE) -c $< -o $@.new && \
	  mv $@.new $@

# Verilated without viewing rights: no net is public, so all may be optimized.
# A warning about rtl/ is shown once, where the level is built.
TWIN     = $(call VERILATE,twin,tests/bench/twin.vlt $(TWIN_V),$(1) \
           $(if $(CI),-Wall,-Wno-lint) --x-assign fast --x-initial fast --noassert)

$(B)/bench/Vtwin/all.cc: $(TWIN_V) tests/bench/twin.vlt tests/bench/bench.mk $(HOST)
	$(call TWIN)

$(B)/bench/Vtwinvcd/all.cc: $(TWIN_V) tests/bench/twin.vlt tests/bench/bench.mk $(HOST)
	$(call TWIN,--trace)

$(foreach page,Vtwin Vtwinvcd,\
  $(eval $(call VERILATED_OBJECT,$(B)/bench/$(page),$$(BENCH_CXX))))

$(B)/bench/verilated.o: tests/bench/bench.mk $(HOST)
	$(call SAY,$(CXX) verilated.cpp for the bench)
	@mkdir -p $(@D)
	$(Q)cat $(addprefix $(ROOT)/include/,verilated.cpp verilated_threads.cpp \
	  verilated_vcd_c.cpp) >$(@:.o=.cc)
	$(Q)$(BENCH_CXX) -w -c $(@:.o=.cc) -o $@.new && mv $@.new $@

$(B)/bench/twin.o: tests/bench/twin.cpp $(B)/bench/Vtwin/all.cc
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(BENCH_CXX) -isystem $(B)/bench/Vtwin)

$(B)/bench/twin_vcd.o: tests/bench/twin_vcd.cpp $(B)/bench/Vtwinvcd/all.cc
	$(call SAY,$(CXX) $<)
	$(call OBJECT,$(BENCH_CXX) -isystem $(B)/bench/Vtwinvcd)

# The levels rtl and gates are those of the library, compiled as the twin is.
$(B)/bench/Vssem.o $(B)/bench/Vgates.o: $(B)/bench/%.o: $(B)/rtl/%/all.cc
	$(call SAY,$(CXX) $< for the bench)
	$(call OBJECT,$(BENCH_CXX) $(SCALAR) -w -I$(<D))

$(B)/bench/rtl.o $(B)/bench/gates.o: $(B)/bench/%.o: sim/level/%.cpp \
    $(if $(HAS_RTL),$(B)/rtl/Vssem/all.cc) $(if $(HAS_GATES),$(B)/rtl/Vgates/all.cc)
	$(call SAY,$(CXX) $< for the bench)
	$(call OBJECT,$(BENCH_CXX) -isystem $(B)/rtl/Vssem -isystem $(B)/rtl/Vgates)

$(B)/bench/twins.o: $(addprefix $(B)/bench/,twin.o twin_vcd.o Vtwin.o \
                    Vtwinvcd.o verilated.o rtl.o Vssem.o \
                    $(if $(HAS_GATES),gates.o Vgates.o))
	$(call SAY,link $@)
	$(Q)$(CXX) $(FAST) $(LTO) $(LTO:-flto%=-flinker-output=nolto-rel) -r $^ \
	  -o $@.new && mv $@.new $@

$(B)/bench/bench: $(BENCH) $(B)/parts.mk
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $(BENCH) -o $@.new $(LDLIBS) && mv $@.new $@

bench: $(B)/bench/bench $(B)/ssem ## measure, beside what others would do
	$(B)/bench/bench --ssem $(B)/ssem --json $(B)/bench.json

$(B)/tests/test_bench: | $(B)/bench/bench

.PHONY: bench
