# SPDX-License-Identifier: MIT
# make check-mame: load every program into MAME's Baby. A target of its own, for
# MAME is large; it is no part of make deps or make check.

check-mame: $(B)/ssem ## does MAME load what --for mame writes (needs mame)
	tests/mame/run $(B)/ssem $(filter-out %.stim,$(wildcard programs/*))

.PHONY: check-mame
