# SPDX-License-Identifier: MIT
# Tests beside make check: mutants of the machine, bytes thrown at its readers,
# and the building itself. Included by the Makefile.

MUTANTS  = $(addprefix $(B)/tests/mutants/,try.o settings)

$(B)/tests/mutants/settings: Makefile tests/tests.mk $(HOST)
	@mkdir -p $(@D)
	$(Q)printf '%s\n' 'CC="$(CC)"' 'CXX="$(CXX)"' 'SAN="$(SAN)"' \
	  'LDLIBS="$(strip $(LDLIBS))"' 'COMMAND="$(COMMAND)"' \
	  'VERILATOR="$(VERILATOR)"' 'ROOT="$(ROOT)"' 'RUN="$(RUN)"' >$@

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
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@.new $(LDLIBS) && mv $@.new $@

$(B)/tests/test_command_levels: | $(B)/tests/ssem-bare

# make fuzz throws bytes at what reads files, and makes FST of them that fst2vcd
# reads back, with clang's libFuzzer. Each target gets a seventh of FUZZ_SECONDS.
# What breaks one is left in $(B)/fuzz/; minimized, it belongs in
# tests/fuzz/corpus/, which make check replays.
FUZZ_SECONDS ?= 3600
FUZZ_TARGETS  = dump fst map program state stimulus trigger
FUZZ_SOURCES  = tests/support/fuzz_targets.c tests/support/fuzz_fst.c \
                $(filter sim/% tracegen/fst_% tracegen/output%,$(PAGES)) \
                sim/level/absent/rtl.c sim/level/absent/gates.c

$(B)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_SOURCES) $(wildcard sim/*.h sim/*/*.h)
	@mkdir -p $(@D)
	clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
	  -fno-sanitize-recover=all -I. -D_POSIX_C_SOURCE=200809L \
	  $< $(FUZZ_SOURCES) -lz -o $@

fuzz: $(FUZZ_TARGETS:%=$(B)/fuzz/fuzz_%) ## fuzz the readers and FST (FUZZ_SECONDS=3600 in all)
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(B)/fuzz/$$target; \
	  echo "== $$target, $$(($(FUZZ_SECONDS) / 7)) s"; \
	  $(B)/fuzz/fuzz_$$target -max_total_time=$$(($(FUZZ_SECONDS) / 7)) \
	    -max_len=8192 -timeout=10 -print_final_stats=1 \
	    -artifact_prefix=$(B)/fuzz/$$target- $(B)/fuzz/$$target \
	    tests/fuzz/corpus/$$target || exit 1; \
	done

build-tests: ## edit, break, mend, switch, delete, interrupt; then make
	@tests/build/run

.PHONY: mutants faults fuzz build-tests
