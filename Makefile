# SPDX-License-Identifier: MIT
# Building the Baby, digit by digit. Everything is built under $(B).
# make help lists the targets; CC, CFLAGS, SANITIZE=1, PREFIX and V=1 (whole
# compiler lines) may be set.

VERSION  = 0.1.0
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
PROG    ?= programs/first-35.asm
B       ?= build

WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla
WARN    += $(if $(findstring clang,$(CC)),-Wno-bitwise-instead-of-logical)
WARN    += $(if $(CI),-Werror)
ifdef SANITIZE
SAN      = -fsanitize=address,undefined -fno-sanitize-recover=all
endif
COMPILE  = $(CC) -std=c11 $(CFLAGS) $(WARN) $(SAN) -I. -MMD -MP \
           -D_POSIX_C_SOURCE=200809L -DSSEM_VERSION='"$(VERSION)"'

LDLIBS   = -lz
Q        = $(if $(V),,@)
SAY      = $(if $(V),,@echo '  $(1)')
PAGES    = $(filter-out sim/command/% sim/level/absent/% \
           tracegen/drawing/absent/%,\
           $(wildcard sim/*.c sim/*/*.c tracegen/*.c tracegen/*/*.c))
LIB      = $(PAGES:%.c=$(B)/%.o)
COMMAND  = $(patsubst %.c,$(B)/%.o,$(wildcard sim/command/*.c))
SUPPORT  = $(patsubst %.c,$(B)/%.o,$(wildcard tests/support/*.c))
MK       = rtl/rtl.mk $(wildcard tracegen/*.mk docs/*.mk tests/*/*.mk)
TESTS    = $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/test_*.c))

all: $(B)/ssem ## build the ssem command

include $(MK)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call SAY,$(CC) $<)
	$(Q)$(COMPILE) -c $< -o $@

$(B)/libssem.a: $(LIB)
	$(call SAY,ar $@)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/ssem: $(COMMAND) $(B)/libssem.a
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@ $(LDLIBS)

$(B)/tests/test_%: $(B)/tests/test_%.o $(SUPPORT) $(B)/libssem.a
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@ -lcmocka $(LDLIBS)

check: $(B)/ssem $(TESTS) ## run every test (CI=1: a skipped one fails)
	@SSEM=$(B)/ssem BUILD=$(B) tests/run $(TESTS)

demo: $(B)/ssem ## obey the first program at both levels and trace it
	$(B)/ssem run $(PROG)
	$(B)/ssem check $(PROG)
	$(B)/ssem trace $(PROG) -o $(B)/demo.vcd
	@echo "Open the trace with:  gtkwave $(B)/demo.vcd $(B)/demo.gtkw"

wave: $(B)/ssem ## trace PROG and open GTKWave on it
	$(B)/ssem view $(PROG)

deps: ## install what is missing (Debian packages)
	@.ci/deps

lint: lint-rtl ## formatting, clang-tidy and cppcheck, all clean
	@.ci/lint

install: $(B)/ssem ## install ssem, its man page and the programs
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/ssem/programs
	install -m 755 $(B)/ssem $(DESTDIR)$(PREFIX)/bin/ssem
	install -m 644 docs/ssem.1 $(DESTDIR)$(PREFIX)/share/man/man1/ssem.1
	install -m 644 programs/* $(DESTDIR)$(PREFIX)/share/ssem/programs

golden: $(B)/ssem $(TESTS) ## write golden files anew; read the diff
	@GOLDEN=1 SSEM=$(B)/ssem BUILD=$(B) tests/run $(TESTS)

clean: ## remove what was built
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile $(MK) | expand -t 12

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all check demo wave golden deps lint install clean help
.SECONDARY:
