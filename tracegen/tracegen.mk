# SPDX-License-Identifier: MIT
# What traces need beyond C: zlib for .vcd.gz and .fst, and GTKWave's own FST
# writer, fstapi, which Verilator's package carries. Included by the Makefile;
# where they are missing tracegen/absent/ stands in.

FSTAPI   = $(ROOT)/include/gtkwave
HAVE_ZLIB := $(shell printf '\043include <zlib.h>\n' | \
             $(CC) -E - >/dev/null 2>&1 && echo yes)

ifeq ($(HAVE_ZLIB),yes)
LDLIBS  += -lz
ABSENT_TRACE =
else
LIB     := $(filter-out $(B)/tracegen/gzip.o,$(LIB))
ABSENT_TRACE = tracegen/absent/gzip.c
endif

ifneq ($(and $(HAVE_ZLIB),$(wildcard $(FSTAPI)/fstapi.c)),)
LIB     += $(addprefix $(B)/tracegen/,fstapi.o lz4.o fastlz.o)
else
LIB     := $(filter-out $(B)/tracegen/fst.o,$(LIB))
ABSENT_TRACE += tracegen/absent/fst.c
endif
LIB     += $(ABSENT_TRACE:%.c=$(B)/%.o)

$(B)/tracegen/fst.o: COMPILE += -isystem $(FSTAPI)

# Not ours: no warnings, and no sanitizer to find fault with it.
$(addprefix $(B)/tracegen/,fstapi.o lz4.o fastlz.o): \
$(B)/tracegen/%.o: $(FSTAPI)/%.c tracegen/tracegen.mk
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -w -D_GNU_SOURCE -DFST_CONFIG_INCLUDE='"fst_config.h"' \
	  -I$(FSTAPI) -c $< -o $@
