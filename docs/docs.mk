# SPDX-License-Identifier: MIT
# What the documents show. make check fails where a drawing is stale; a
# screenshot is never compared. Included by the Makefile.

PICTURE  = SSEM=$(B)/ssem docs/picture docs/pictures
SKIP     = programs/demo-borrow-and-skip.asm

docs: drawings ## make everything that the documents show
	$(PICTURE)/first-order.png 0 1500 $(SKIP) --orders 2
	$(PICTURE)/sub-borrow.png 2520 2880 $(SKIP) --from 2 --beats A2
	$(PICTURE)/cmp-skip.png 5400 6140 $(SKIP) --from 4 --orders 2
	$(PICTURE)/orders.png 360 27000 programs/first-35.asm --grain order

drawings: $(B)/ssem ## draw the pictures of the documents anew
	SSEM=$(B)/ssem docs/drawings/draw docs

.PHONY: docs drawings
