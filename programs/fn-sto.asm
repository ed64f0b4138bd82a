; SPDX-License-Identifier: MIT
; STO: a line takes the accumulator, which keeps its own
; Source: ours.
; Watch: the same number in two lines, then an order written into the
; next line and obeyed.
; expect: orders 6
; expect: CI 6
; expect: A 57344
; expect: line 6 = 57344
; expect: line 21 = 12
; expect: line 22 = 12
01 LDN 20       ; A = 12
02 STO 21
03 STO 22       ; still 12
04 LDN 23       ; A = STP, as a number
05 STO 6
06 NUM 0        ; blank until the order before it
20 NUM -12
23 NUM -57344
