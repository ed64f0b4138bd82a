; SPDX-License-Identifier: MIT
; A fetch that the two readings of the F staticisor do not share
; Source: ours.
; Watch: the jump leaves CI = 8194, line 2 with digit 13 set. Obeyed with
; --as-built, F samples that digit in S1 and A1 adds the order to the old
; PI; the machine then loads line 9 for line 21, and never stops.
; expect: orders 3
; expect: CI 8195
; expect: A 5
01 JMP 20
02 LDN 21       ; A = 5; as built LDN 9, A = 0
03 STP
20 NUM 8193
21 NUM -5
