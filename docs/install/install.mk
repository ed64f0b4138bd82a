# SPDX-License-Identifier: MIT
# What make install puts where. Included by the Makefile.

HEADERS  = $(wildcard sim/*.h sim/*.def sim/*/*.h tracegen/*.h)
PAGES_IN = README.md $(wildcard docs/*.md docs/*/*.md docs/drawings/*.svg \
           docs/pictures/*)
TO       = $(DESTDIR)$(PREFIX)
SHARE    = $(TO)/share

# A trace to look at, with its view.
$(B)/install/first-35.fst: $(SSEM) programs/first-35.asm
	@mkdir -p $(@D)
	$(Q)$(SSEM) trace programs/first-35.asm -o $@

install: $(B)/ssem $(B)/libssem.a $(B)/install/first-35.fst ## install ssem, its library and documents
	install -d $(TO)/bin $(TO)/lib/pkgconfig $(SHARE)/man/man1 \
	  $(SHARE)/ssem/programs $(SHARE)/ssem/maps $(SHARE)/ssem/views \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	install -m 755 $(B)/ssem $(TO)/bin/ssem
	install -m 644 docs/ssem.1 $(SHARE)/man/man1/ssem.1
	install -m 644 programs/* $(SHARE)/ssem/programs
	install -m 644 tests/machines/*.map $(SHARE)/ssem/maps
	install -m 644 $(B)/install/first-35.* $(SHARE)/ssem/views
	install -m 644 docs/install/ssem.bash $(SHARE)/bash-completion/completions/ssem
	install -m 644 docs/install/_ssem $(SHARE)/zsh/site-functions/_ssem
	install -m 644 docs/install/ssem.fish $(SHARE)/fish/vendor_completions.d/ssem.fish
	install -m 644 $(B)/libssem.a $(TO)/lib/libssem.a
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
	  -e 's|@LDLIBS@|$(strip $(LDLIBS))|' -e 's|@SAN@|$(SAN)|' docs/install/ssem.pc.in \
	  >$(TO)/lib/pkgconfig/ssem.pc
	$(Q)for f in $(HEADERS); do \
	  install -D -m 644 $$f $(TO)/include/ssem/$$f || exit 1; done
	$(Q)for f in $(PAGES_IN); do \
	  install -D -m 644 $$f $(SHARE)/doc/ssem/$$f || exit 1; done

.PHONY: install
