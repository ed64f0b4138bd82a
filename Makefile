# SPDX-License-Identifier: MIT
# Building the Baby, digit by digit. Everything is built under $(B).
# make help lists the targets; CC, CFLAGS, SANITIZE=1, PREFIX, RUN (what starts
# a program built for another machine) and V=1 (whole command lines) may be set.

VERSION  = 0.1.0
CFLAGS  ?= -O2 -g
CXXFLAGS ?= -O3 -g
CXX     ?= g++
PREFIX  ?= /usr/local
PROG    ?= programs/first-35.asm
B       ?= build
RUN     ?=

# As many steps at a time as there are processors; make -j1 for one.
JOBS    := $(shell nproc 2>/dev/null || echo 1)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(JOBS)
endif

WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla
WARN    += $(if $(findstring clang,$(CC)),-Wno-bitwise-instead-of-logical)
WARN    += $(if $(CI),-Werror)
ifdef SANITIZE
SAN      = -fsanitize=address,undefined -fno-sanitize-recover=all
endif
COMPILE  = $(CC) -std=c11 $(CFLAGS) $(WARN) $(SAN) -I. \
           -D_POSIX_C_SOURCE=200809L -DSSEM_VERSION='"$(VERSION)"'

LDLIBS   = -lz $(if $(HAS_PNG),-lpng -lm) \
           $(if $(HAS_RTL),-lstdc++ -lm -lpthread -latomic)
Q        = $(if $(V),,@)
SAY      = $(if $(V),,@echo '  $(1)')

all: $(B)/ssem ## build the ssem command

# What the host has is found out at each make, after deps where that is asked
# for, and written only if it changed; then make starts again with it. Every
# object depends on it. A clean is done first: what it removes must not be the
# directory that this very make wrote host.mk into.
HOST     = $(B)/host.mk
FIRST    = $(if $(strip $(MAKE_RESTARTS) $(foreach f,n q t,$(findstring $f,\
           $(firstword -$(MAKEFLAGS))))),,$(filter clean deps,$(MAKECMDGOALS)))
ifneq ($(filter-out clean deps help,$(or $(MAKECMDGOALS),all)),)
include $(HOST) $(B)/parts.mk
endif

SETTINGS = $(COMPILE) | $(CXX) $(CXXFLAGS) | $(AR) | $(RUN)
QUOTED   = '$(subst ','\'',$(1))'
KEEP     = if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
$(HOST): FORCE $(FIRST)
	@mkdir -p $(@D)
	@$(foreach word,CC CXX CFLAGS VERILATOR YOSYS SETTINGS,\
	  $(word)=$(call QUOTED,$($(word)))) .ci/host >$@.new
	@$(KEEP)

# Pages in absent/ stand in for what this host cannot build.
ABSENT   = $(if $(HAS_PNG),,tracegen/drawing/tube_png.c)
STAND_IN = $(foreach page,$(ABSENT),$(dir $(page))absent/$(notdir $(page))) \
           $(if $(HAS_RTL),,sim/level/absent/rtl.c) \
           $(if $(HAS_GATES),,sim/level/absent/gates.c)
SOURCES := $(wildcard sim/*.c sim/*/*.c tracegen/*.c tracegen/*/*.c)
PAGES    = $(filter-out sim/command/%,$(SOURCES))
LIB      = $(patsubst %.c,$(B)/%.o,$(filter-out $(ABSENT),$(PAGES)) \
           $(STAND_IN)) $(LIB_CXX)
COMMAND  = $(patsubst %.c,$(B)/%.o,$(filter sim/command/%,$(SOURCES)))
SUPPORT  = $(patsubst %.c,$(B)/%.o,$(wildcard tests/support/*.c))
TESTS    = $(patsubst tests/%.c,$(B)/tests/%,$(filter-out \
           $(if $(HAS_PNG),,tests/test_tube_png.c),$(wildcard tests/test_*.c)))

# Compile $< with the command $(1). The object appears whole or not at all, and
# no page that is gone or not yet made again is missed in its .d file.
define OBJECT
$(Q)mkdir -p $(@D)
$(Q)$(1) -MMD -MP -MT $@ -MF $@.dep -c $< -o $@.new
$(Q)echo '$<:' >>$@.dep && mv $@.dep $(@:.o=.d) && mv $@.new $@
endef

MK       = rtl/rtl.mk tests/tests.mk tests/bench/bench.mk tests/formal/rules.mk \
           tests/mame/mame.mk docs/install/install.mk
include $(MK)

# What is linked: a page that comes or goes makes another library. (Not after
# $(HOST): make starts again only for what it asked for itself.)
$(B)/parts.mk: FORCE $(FIRST)
	@mkdir -p $(@D)
	@echo '# $(LIB) $(COMMAND) $(SUPPORT)' >$@.new
	@$(KEEP)

$(B)/%.o: %.c $(HOST)
	$(call SAY,$(CC) $<)
	$(call OBJECT,$(COMPILE))

$(B)/libssem.a: $(LIB) $(B)/parts.mk
	$(call SAY,ar $@)
	$(Q)rm -f $@.new && $(AR) rcs $@.new $(LIB) && mv $@.new $@

$(B)/ssem: $(COMMAND) $(B)/libssem.a
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@.new $(LDLIBS) && mv $@.new $@

$(TESTS): $(B)/tests/%: $(B)/tests/%.o $(SUPPORT) $(B)/libssem.a
	$(call SAY,link $@)
	$(Q)$(CC) $(CFLAGS) $(SAN) $^ -o $@.new -lcmocka $(LDLIBS) && mv $@.new $@

# The command as tests start it: one word, from any directory and in any PATH.
SSEM     = $(B)/ssem$(if $(RUN),.run)
$(B)/ssem.run: $(B)/ssem
	$(Q)printf '#!/bin/sh\nexec %s "$${0%%.run}" "$$@"\n' \
	  "$$(command -v $(firstword $(RUN))) $(wordlist 2,99,$(RUN))" >$@.new
	$(Q)chmod +x $@.new && mv $@.new $@

TESTING  = SSEM=$(SSEM) BUILD=$(B) RUN='$(RUN)' JOBS=$(JOBS) tests/run $(TESTS)

check: $(SSEM) $(TESTS) ## run every test (CI=1: a skipped one fails)
	@$(TESTING)

golden: $(SSEM) $(TESTS) ## write golden files anew; read the diff
	@GOLDEN=1 $(TESTING)

demo: $(SSEM) ## compare the first program at every level and trace it
	$(SSEM) check --levels isa,serial,waves,rtl,gates $(PROG)
	$(SSEM) trace $(PROG) -o $(B)/demo.fst
	@echo "Open the trace with:  gtkwave $(B)/demo.gtkw"

wave: $(B)/ssem ## trace PROG and open GTKWave on it
	$(B)/ssem view $(PROG)

drawings: $(SSEM) ## draw the pictures of the documents anew
	SSEM=$(SSEM) docs/drawings/draw docs

# What the documents show. make check fails where a drawing is stale; a
# screenshot is never compared.
PICTURE  = SSEM=$(B)/ssem docs/picture docs/pictures
SKIP     = programs/demo-borrow-and-skip.asm
docs: drawings ## make everything that the documents show
	$(PICTURE)/first-order.png 0 1500 $(SKIP) --orders 2
	$(PICTURE)/sub-borrow.png 2520 2880 $(SKIP) --from 2 --beats A2
	$(PICTURE)/cmp-skip.png 5400 6140 $(SKIP) --from 4 --orders 2
	$(PICTURE)/orders.png 360 734000 programs/first-35.asm --grain order
	$(PICTURE)/keying-in.png 22950 26200 \
	  --stimulus=programs/key-in-first-35.stim

deps: ## install what is missing (Debian packages)
	@$(if $(MAKE_RESTARTS),:,.ci/deps)

lint: lint-rtl ## formatting, clang-tidy and cppcheck, all clean
	@.ci/lint

clean: ## remove what was built
	@$(if $(MAKE_RESTARTS),:,if test -e '$(B)/host.mk' -a ! -e '$(B)/Makefile'; \
	  then rm -rf '$(B)'; elif test -e '$(B)'; then \
	  echo "clean: $(B) is no build (it holds no host.mk): left alone" >&2; exit 1; fi)

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile $(MK) | expand -t 12

-include $(shell find $(B) -name '*.d' 2>/dev/null)
FORCE:
.DELETE_ON_ERROR:
.PHONY: all check golden demo wave drawings docs deps lint clean help \
  FORCE
