# SPDX-License-Identifier: MIT
# What the bench is made of: our library and its comparators, all compiled with
# the same flags, for this processor. Included by the Makefile.

TWIN_V   = tests/bench/twin.v $(RTL)
FAST     = -O3 -march=native
LTO      = $(if $(findstring clang,$(CXX)),,-flto=auto)
BENCH    = $(patsubst %.c,$(B)/bench/%.o,$(filter-out \
           tracegen/drawing/tube_png.c,$(PAGES)) \
           $(wildcard sim/level/absent/*.c tracegen/drawing/absent/*.c) \
           $(filter-out %/absent_twin.c %/fstapi.c %/absent_fstapi.c,\
           $(wildcard tests/bench/*.c)))
FSTAPI   = $(ROOT)/include/gtkwave
BENCH_CXX = $(CXX) -std=c++17 $(FAST) $(LTO) $(filter-out -Wpedantic,$(WARN)) -I. \
           -isystem $(ROOT)/include -isystem $(ROOT)/include/vltstd -MMD -MP

ifneq ($(and $(call HAVE,$(VERILATOR)),$(call HAVE,$(CXX))),)
BENCH   += $(B)/bench/twins.o
else
BENCH   += $(B)/bench/tests/bench/absent_twin.o
endif

# GTKWave's own FST writer, which Verilator's package carries for now: what ours
# is measured by, and nothing else. Not ours: no warnings.
ifneq ($(wildcard $(FSTAPI)/fstapi.c),)
BENCH   += $(addprefix $(B)/bench/,tests/bench/fstapi.o fstapi.o lz4.o fastlz.o)
else
BENCH   += $(B)/bench/tests/bench/absent_fstapi.o
endif

$(B)/bench/tests/bench/fstapi.o: COMPILE += -isystem $(FSTAPI)

$(addprefix $(B)/bench/,fstapi.o lz4.o fastlz.o): \
$(B)/bench/%.o: $(FSTAPI)/%.c tests/bench/bench.mk
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(FAST) -w -D_GNU_SOURCE \
	  -DFST_CONFIG_INCLUDE='"fst_config.h"' -I$(FSTAPI) -c $< -o $@

# Verilate without viewing rights: no net is public, so all may be optimized.
TWIN     = rm -rf $(@:.o=) && $(VERILATOR) --cc -O3 --no-MMD -Wall $(1) \
           --x-assign fast --x-initial fast --noassert --top-module twin \
           --prefix $(notdir $(@:.o=)) --Mdir $(@:.o=) \
           tests/bench/twin.vlt $(TWIN_V) && cat $(@:.o=)/*.cpp >$(@:.o=)/all.cc && \
           $(BENCH_CXX) -w -I$(@:.o=) -c $(@:.o=)/all.cc -o $@

$(B)/bench/%.o: %.c Makefile tests/bench/bench.mk
	@mkdir -p $(@D)
	$(COMPILE) $(FAST) -c $< -o $@

$(B)/bench/Vtwin.o: $(TWIN_V) tests/bench/twin.vlt tests/bench/bench.mk
	@mkdir -p $(@D)
	$(call TWIN)

$(B)/bench/Vtwinvcd.o: $(TWIN_V) tests/bench/twin.vlt tests/bench/bench.mk
	@mkdir -p $(@D)
	$(call TWIN,--trace)

$(B)/bench/verilated.o: tests/bench/bench.mk
	@mkdir -p $(@D)
	cat $(addprefix $(ROOT)/include/,verilated.cpp verilated_threads.cpp \
	  verilated_vcd_c.cpp) >$(@:.o=.cc)
	$(BENCH_CXX) -w -c $(@:.o=.cc) -o $@

$(B)/bench/twin.o: tests/bench/twin.cpp $(B)/bench/Vtwin.o
	$(BENCH_CXX) -isystem $(B)/bench/Vtwin -c $< -o $@

$(B)/bench/twin_vcd.o: tests/bench/twin_vcd.cpp $(B)/bench/Vtwinvcd.o
	$(BENCH_CXX) -isystem $(B)/bench/Vtwinvcd -c $< -o $@

$(B)/bench/twins.o: $(addprefix $(B)/bench/,twin.o twin_vcd.o Vtwin.o \
                    Vtwinvcd.o verilated.o)
	$(CXX) $(FAST) $(LTO) $(LTO:-flto%=-flinker-output=nolto-rel) -r $^ -o $@

$(B)/bench/bench: $(BENCH)
	$(CC) $(CFLAGS) $(SAN) $^ -o $@ $(LDLIBS)

bench: $(B)/bench/bench $(B)/ssem ## measure, beside what others would do
	$(B)/bench/bench --ssem $(B)/ssem --json $(B)/bench.json

$(B)/tests/test_bench: | $(B)/bench/bench

.PHONY: bench
