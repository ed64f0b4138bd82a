# SPDX-License-Identifier: MIT
# make fuzz: throw bytes at what reads files, with clang's libFuzzer. Each of
# the targets gets a third of FUZZ_SECONDS. What breaks one is left in
# $(B)/fuzz/; minimized, it belongs in tests/fuzz/corpus/, which make check
# replays.

FUZZ_SECONDS ?= 3600
FUZZ_TARGETS  = dump map program
FUZZ_SOURCES  = tests/support/fuzz_targets.c $(wildcard sim/waveform/*.c \
                sim/program/*.c sim/text/*.c) $(addprefix sim/,isa.c interp.c \
                ssem.c order.c)

$(B)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_SOURCES) $(wildcard sim/*.h sim/*/*.h)
	@mkdir -p $(@D)
	clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
	  -fno-sanitize-recover=all -I. -D_POSIX_C_SOURCE=200809L \
	  $< $(FUZZ_SOURCES) -lz -o $@

fuzz: $(FUZZ_TARGETS:%=$(B)/fuzz/fuzz_%) ## fuzz the readers (FUZZ_SECONDS=3600 in all)
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(B)/fuzz/$$target; \
	  echo "== $$target, $$(($(FUZZ_SECONDS) / 3)) s"; \
	  $(B)/fuzz/fuzz_$$target -max_total_time=$$(($(FUZZ_SECONDS) / 3)) \
	    -max_len=8192 -timeout=10 -print_final_stats=1 \
	    -artifact_prefix=$(B)/fuzz/$$target- $(B)/fuzz/$$target \
	    tests/fuzz/corpus/$$target || exit 1; \
	done

.PHONY: fuzz
