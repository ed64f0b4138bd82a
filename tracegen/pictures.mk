# SPDX-License-Identifier: MIT
# Pictures: libpng where it is installed, and the drawings of the documents.
# Included by the Makefile; without libpng tracegen/absent/ stands in.

HAVE_PNG := $(shell echo '\#include <png.h>' | $(CC) -E - >/dev/null 2>&1 && \
              echo yes)
ifeq ($(HAVE_PNG),yes)
LDLIBS  += -lpng -lm
else
LIB     := $(filter-out $(B)/tracegen/tube_png.o,$(LIB)) \
           $(B)/tracegen/absent/tube_png.o
TESTS   := $(filter-out $(B)/tests/test_tube_png,$(TESTS))
endif

drawings: $(B)/ssem ## draw the pictures of the documents anew
	SSEM=$(B)/ssem docs/drawings/draw docs

docs: drawings ## make everything that the documents show

.PHONY: drawings docs
