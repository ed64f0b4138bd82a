# SPDX-License-Identifier: MIT
# GTKWave's own FST writer, fstapi, which Verilator's package carries; where it
# is missing tracegen/absent/ stands in. Included by the Makefile.

FSTAPI   = $(ROOT)/include/gtkwave

ifneq ($(wildcard $(FSTAPI)/fstapi.c),)
LIB     += $(addprefix $(B)/tracegen/,fstapi.o lz4.o fastlz.o)
else
LIB     := $(filter-out $(B)/tracegen/fst.o,$(LIB)) $(B)/tracegen/absent/fst.o
endif

$(B)/tracegen/fst.o: COMPILE += -isystem $(FSTAPI)

# Not ours: no warnings, and no sanitizer to find fault with it.
$(addprefix $(B)/tracegen/,fstapi.o lz4.o fastlz.o): \
$(B)/tracegen/%.o: $(FSTAPI)/%.c tracegen/tracegen.mk
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -w -D_GNU_SOURCE -DFST_CONFIG_INCLUDE='"fst_config.h"' \
	  -I$(FSTAPI) -c $< -o $@
