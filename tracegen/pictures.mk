# SPDX-License-Identifier: MIT
# Pictures of the tube as PNG need libpng; where it is missing tracegen/drawing/absent/
# stands in. Included by the Makefile.

HAVE_PNG := $(shell echo '\#include <png.h>' | $(CC) -E - >/dev/null 2>&1 && \
              echo yes)
ifeq ($(HAVE_PNG),yes)
LDLIBS  += -lpng -lm
else
LIB     := $(filter-out $(B)/tracegen/drawing/tube_png.o,$(LIB)) \
           $(B)/tracegen/drawing/absent/tube_png.o
TESTS   := $(filter-out $(B)/tests/test_tube_png,$(TESTS))
endif
